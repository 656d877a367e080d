// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/permissions_page.h"

namespace coldstart::configuration {

PermissionsPage::PermissionsPage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::configuration
