// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stage, Concurrency: in-use environments against the limits.

#include "app/workbench/page.h"

namespace coldstart::stage {

class ConcurrencyPage : public Page {
  Q_OBJECT
 public:
  explicit ConcurrencyPage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::stage
