// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Code tab of a function: its files in an editor.

#include "app/workbench/page.h"

namespace coldstart::editor {

class CodePage : public Page {
  Q_OBJECT
 public:
  explicit CodePage(Workbench workbench, QWidget* parent = nullptr);
};

}  // namespace coldstart::editor
