// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Help menu's pages: the shortcuts, what is simulated and what is not, and who made this.

class QWidget;

namespace coldstart {
class Actions;
}

namespace coldstart::window {

void showShortcuts(const Actions& actions, QWidget* window);
void showWhatIsSimulated(QWidget* window);
void showAbout(QWidget* window);

}  // namespace coldstart::window
