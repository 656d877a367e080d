// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A run that is too large to keep every request says so, and offers to make itself again for the
// time in view when its requests have not been kept.

#include <QObject>

class QAction;

namespace coldstart {
class Session;
namespace theme {
class Banner;
}
}  // namespace coldstart

namespace coldstart::window {

class RangeOffer : public QObject {
  Q_OBJECT
 public:
  /// `action` shows the requests of the time in view; it can be used while some are missing.
  RangeOffer(Session& session, theme::Banner& banner, QAction& action);
  ~RangeOffer() override;

 private:
  [[nodiscard]] bool missing() const;
  [[nodiscard]] QString note() const;
  void tell();
  void look();

  Session& m_session;
  theme::Banner& m_banner;
  QAction& m_action;
};

}  // namespace coldstart::window
