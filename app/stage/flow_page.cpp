// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/flow_page.h"

namespace coldstart::stage {

FlowPage::FlowPage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::stage
