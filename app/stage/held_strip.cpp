// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/held_strip.h"

#include "app/theme/theme.h"
#include "app/workbench/attach_session.h"
#include "app/workbench/debug_session.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/session.h"

namespace coldstart::stage {

HeldStrip::HeldStrip(Session& session, QWidget* parent) : QLabel(parent) {
  setObjectName(QStringLiteral("heldStrip"));
  setWordWrap(true);
  setAutoFillBackground(true);
  const DebugSession& debug = session.live().debugging();
  const AttachSession& attaching = session.live().attaching();
  const auto follow = [this, &debug, &attaching] {
    const QString outside = attaching.inWords();
    const bool held = debug.stop() || attaching.held();
    setText((held ? QStringLiteral("‖  ") : QString()) +
            (debug.stop() ? debug.inWords() : outside));
    setVisible(held || !outside.isEmpty());
  };
  connect(&attaching, &AttachSession::changed, this, follow);
  connect(&debug, &DebugSession::changed, this, follow);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &HeldStrip::restyle);
  restyle();
  follow();
}

void HeldStrip::restyle() {
  setFont(theme::Theme::instance().interfaceFont());
  setContentsMargins(theme::px(12), theme::px(6), theme::px(12), theme::px(6));
  QPalette colours = palette();
  colours.setColor(QPalette::Window, theme::color(theme::Role::AccentBackground));
  colours.setColor(QPalette::WindowText, theme::color(theme::Role::Text));
  setPalette(colours);
}

}  // namespace coldstart::stage
