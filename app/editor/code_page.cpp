// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/code_page.h"

namespace coldstart::editor {

CodePage::CodePage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::editor
