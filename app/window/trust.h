// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whose code may run: asked once a folder before the first live Test, remembered, and taken back in
// Settings. Samples that came with the program need no question.

#include <QString>
#include <QStringList>

#include "core/live/launch.h"

class QMessageBox;
class QWidget;

namespace coldstart {
class Document;
}

namespace coldstart::window::trust {

[[nodiscard]] bool isTrusted(const QString& folder);
void setTrusted(const QString& folder, bool trusted);
/// Folders that the user trusts, in order.
[[nodiscard]] QStringList folders();

/// Whether handlers in a sandbox may use the network, as Settings say.
[[nodiscard]] live::Network network();
/// The question: what will run, with whose rights, behind which walls. Accepted is yes.
[[nodiscard]] QMessageBox* question(const Document& document, live::Walls walls, QWidget* window);
/// What the walls keep a handler from, as one sentence.
[[nodiscard]] QString wallsInWords(live::Walls walls);

}  // namespace coldstart::window::trust
