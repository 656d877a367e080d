// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Test event tab: picker, form and JSON side by side.

#include "app/workbench/page.h"

namespace coldstart::event {

class TestEventPage : public Page {
  Q_OBJECT
 public:
  explicit TestEventPage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::event
