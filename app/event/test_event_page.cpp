// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/test_event_page.h"

namespace coldstart::event {

TestEventPage::TestEventPage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::event
