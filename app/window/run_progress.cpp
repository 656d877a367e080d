// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/run_progress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <utility>

#include "app/theme/theme.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"

namespace coldstart::window {

using theme::color;
using theme::px;
using theme::Role;

RunProgress::RunProgress(QWidget* parent)
    : QWidget(parent),
      m_words(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_stop(new QPushButton(tr("Stop"), this)) {
  setObjectName(QStringLiteral("runProgress"));
  m_stop->setObjectName(QStringLiteral("stopRun"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(12), px(6), px(8), px(6));
  row->addWidget(m_words, 1);
  row->addWidget(m_bar, 2);
  row->addWidget(m_stop);
  m_bar->setTextVisible(false);
  m_bar->setRange(0, 1000);
  m_bar->setMaximumHeight(px(6));
  m_soon.setSingleShot(true);
  m_soon.setInterval(200);
  connect(&m_soon, &QTimer::timeout, this, &QWidget::show);
  connect(m_stop, &QPushButton::clicked, this, [this] {
    if (m_stopReading)
      std::exchange(m_stopReading, {})();
    else if (m_session)
      m_session->cancel();
  });
  hide();
}

void RunProgress::attach(Session* session) {
  m_session = session;
  m_soon.stop();
  setVisible(m_stopReading != nullptr);
  if (!session) return;
  connect(session, &Session::busyChanged, this, [this] {
    if (m_stopReading) return;
    if (m_session && m_session->busy()) {
      const bool isLive = m_session->live().busy();
      m_words->setText(isLive ? liveWords() : tr("Simulating…"));
      m_words->setWordWrap(isLive);
      m_bar->setVisible(!isLive);  // How long a handler takes nobody knows.
      m_bar->setValue(0);
      if (!isVisible() && !m_soon.isActive()) m_soon.start();
    } else {
      m_soon.stop();
      hide();
    }
  });
  connect(session, &Session::progress, this, [this](double fraction, quint64 requests) {
    if (m_stopReading) return;
    m_words->setText(
        tr("Simulating: %1 requests so far").arg(qs(formatCount(static_cast<qint64>(requests)))));
    m_bar->setValue(static_cast<int>(fraction * 1000));
  });
}

QString RunProgress::liveWords() const {
  const LiveStanding standing = m_session->live().standing();
  if (standing.running == 0 && standing.building > 0)
    return tr("The function's code is being built, as sam build would do it before it is deployed");
  const QString running = standing.running > 1
                              ? tr("%1 live requests are running").arg(standing.running)
                              : tr("A live request is running");
  if (standing.held == 0) return running;
  return tr("%1; %2 more wait for a place on this machine, which runs %3 at once. That limit is "
            "this machine's, not Lambda's.")
      .arg(running)
      .arg(standing.held)
      .arg(m_session->live().atOnce());
}

void RunProgress::beginReading(const QString& words, std::function<void()> stop) {
  m_stopReading = std::move(stop);
  m_words->setText(words);
  m_bar->hide();  // How far a parser is nobody knows.
  show();
}

void RunProgress::endReading() {
  m_stopReading = {};
  m_bar->show();
  setVisible(m_session && m_session->busy());
}

void RunProgress::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(color(Role::Line));
  painter.setBrush(color(Role::Panel));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
}

}  // namespace coldstart::window
