// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CloudWatch, Logs: the lines of the run as the service would have written them.

#include "app/workbench/page.h"

namespace coldstart::cloudwatch {

class LogsPage : public Page {
  Q_OBJECT
 public:
  explicit LogsPage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::cloudwatch
