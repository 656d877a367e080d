// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the program keeps what it remembers between two sessions: one small text file in the user's
// configuration folder. Any page of the window may keep its own keys there.

#include <QSettings>

namespace coldstart {

QSettings& settings();

}  // namespace coldstart
