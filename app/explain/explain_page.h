// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Explain: why the selected thing happened, in sentences and figures.

#include "app/workbench/page.h"

namespace coldstart::explain {

class ExplainPage : public Page {
  Q_OBJECT
 public:
  explicit ExplainPage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::explain
