// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stage, Flow: source, queue, gate, environments and the 429 tray at the playhead.

#include "app/workbench/page.h"

namespace coldstart::stage {

class FlowPage : public Page {
  Q_OBJECT
 public:
  explicit FlowPage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::stage
