// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/timeline_page.h"

namespace coldstart::stage {

TimelinePage::TimelinePage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::stage
