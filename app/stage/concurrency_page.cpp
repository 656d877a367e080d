// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/concurrency_page.h"

namespace coldstart::stage {

ConcurrencyPage::ConcurrencyPage(Workbench /*workbench*/, QWidget* parent) : Page(parent) {}

}  // namespace coldstart::stage
