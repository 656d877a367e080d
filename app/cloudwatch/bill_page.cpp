// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/bill_page.h"

namespace coldstart::cloudwatch {

BillPage::BillPage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::cloudwatch
