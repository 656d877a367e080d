// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/logs_page.h"

namespace coldstart::cloudwatch {

LogsPage::LogsPage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::cloudwatch
