// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Permissions tab: what the template says about the execution role, and what is to come.

#include "app/workbench/page.h"

namespace coldstart::configuration {

class PermissionsPage : public Page {
  Q_OBJECT
 public:
  explicit PermissionsPage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::configuration
