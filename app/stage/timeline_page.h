// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stage, Timeline: one lane an environment.

#include "app/workbench/page.h"

namespace coldstart::stage {

class TimelinePage : public Page {
  Q_OBJECT
 public:
  explicit TimelinePage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::stage
