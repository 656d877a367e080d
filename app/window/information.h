// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Help menu's pages of text: the shortcuts, what is simulated and what is not, who made this.

#include <QString>

class QTextBrowser;
class QWidget;

namespace coldstart {
class Actions;
}

namespace coldstart::window {

void showShortcuts(const Actions& actions, QWidget* window);
void showAbout(QWidget* window);

/// HTML, for the first page of FidelityDialog.
QString whatIsSimulatedInShort();
/// HTML as these pages show it.
QTextBrowser* informationText(const QString& html, QWidget* parent);

}  // namespace coldstart::window
