// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Configuration tab: every setting with its limit explained as it is typed.

#include "app/workbench/page.h"

namespace coldstart::configuration {

class ConfigurationPage : public Page {
  Q_OBJECT
 public:
  explicit ConfigurationPage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::configuration
