// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/metrics_page.h"

namespace coldstart::cloudwatch {

MetricsPage::MetricsPage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::cloudwatch
