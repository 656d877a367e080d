// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explain/explain_page.h"

namespace coldstart::explain {

ExplainPage::ExplainPage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::explain
