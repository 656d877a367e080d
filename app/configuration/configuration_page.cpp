// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/configuration_page.h"

namespace coldstart::configuration {

ConfigurationPage::ConfigurationPage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::configuration
