// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The states of the window that a picture can be taken of. Each drives the real window as a user
// would: opens, presses, chooses, waits.

#include <QSize>
#include <QString>
#include <functional>
#include <span>

namespace coldstart::window {
class MainWindow;
}

namespace coldstart::command {

struct WindowState {
  const char* name;
  /// A sample to show instead of the project given, because the state needs its load; may be null.
  const char* sample;
  QSize size;
  bool dark;
  int zoomPercent;
  const char* language;
  void (*reach)(window::MainWindow& window);  ///< After the project was opened.
};

std::span<const WindowState> windowStates();
/// Handles events until the session has nothing to do and all is laid out.
void settle(window::MainWindow& window);

}  // namespace coldstart::command
