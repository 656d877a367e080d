// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CloudWatch, Metrics: AWS/Lambda charts on the stage's time axis.

#include "app/workbench/page.h"

namespace coldstart::cloudwatch {

class MetricsPage : public Page {
  Q_OBJECT
 public:
  explicit MetricsPage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::cloudwatch
