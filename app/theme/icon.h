// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The program's own icons (resources/icons/NAME.svg, 16 px grid, stroke 1.5), tinted with a colour
// of the theme and sharp at every device pixel ratio.

#include <QIcon>
#include <QString>

#include "app/theme/theme.h"

namespace coldstart::theme {

QIcon icon(const QString& name, Role role = Role::Text);

}  // namespace coldstart::theme
