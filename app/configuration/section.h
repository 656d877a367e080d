// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the pages of this room share: a section's heading, and quiet text that follows the theme.

#include <QString>

#include "app/theme/theme.h"

class QLabel;
class QWidget;

namespace coldstart::configuration {

/// A caption with a line under it and, where given, a sentence.
QWidget* makeSection(const QString& title, const QString& sentence, QWidget* parent);

/// Gives a label this colour whatever surface it stands on.
void setInk(QLabel& label, theme::Role role);

}  // namespace coldstart::configuration
