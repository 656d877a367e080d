// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A line on the stage while a debugger holds an environment: which one, and where; and while one is
// attached that no deadline ends. Used by the Timeline and the Flow.

#include <QLabel>

namespace coldstart {
class Session;
}

namespace coldstart::stage {

class HeldStrip : public QLabel {
  Q_OBJECT
 public:
  explicit HeldStrip(Session& session, QWidget* parent = nullptr);

 private:
  void restyle();
};

}  // namespace coldstart::stage
