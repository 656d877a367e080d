// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CloudWatch, Bill: what the run would have cost so far.

#include "app/workbench/page.h"

namespace coldstart::cloudwatch {

class BillPage : public Page {
  Q_OBJECT
 public:
  explicit BillPage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::cloudwatch
