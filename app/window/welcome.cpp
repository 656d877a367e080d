// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/welcome.h"

#include <QAbstractButton>
#include <QAction>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/window/preferences.h"
#include "app/window/samples.h"
#include "app/workbench/actions.h"

namespace coldstart::window {

using theme::color;
using theme::px;
using theme::Role;

namespace {

/// A sample and what it is; its tool tip has the two sentences that say what to look at, which the
/// opened sample shows.
class Card : public QAbstractButton {
 public:
  Card(const Sample& sample, QWidget* parent) : QAbstractButton(parent), m_sample(sample) {
    setObjectName(QStringLiteral("sample:") + QFileInfo(sample.folder).fileName());
    setAccessibleName(sample.title);
    setAccessibleDescription(sample.shortText + u' ' + sample.lookAt);
    setToolTip(sample.lookAt);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  }
  [[nodiscard]] QSize sizeHint() const override {
    const theme::Theme& look = theme::Theme::instance();
    const int lines = QFontMetrics(look.headingFont()).height() +
                      3 * QFontMetrics(look.interfaceFont()).lineSpacing();
    return {px(320), lines + px(28)};
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    const theme::Theme& look = theme::Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = underMouse() || hasFocus();
    painter.setPen(QPen(color(marked ? Role::Accent : Role::Line), hasFocus() ? px(2) : 1));
    painter.setBrush(color(Role::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(6), px(6));
    QRect text = rect().adjusted(px(14), px(11), -px(14), -px(8));
    painter.setFont(look.headingFont());
    painter.setPen(color(Role::Text));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, m_sample.title);
    text.setTop(text.top() + painter.fontMetrics().height() + px(4));
    painter.setFont(look.interfaceFont());
    painter.setPen(color(Role::Muted));
    const QFontMetrics metrics(painter.font());
    painter.drawText(text, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop,
                     fitted(m_sample.shortText, metrics, text));
  }

 private:
  /// As many words as the card holds; the tool tip has all of them.
  static QString fitted(const QString& words, const QFontMetrics& metrics, const QRect& room) {
    QString text = words;
    while (metrics.boundingRect(room, Qt::TextWordWrap, text).height() > room.height()) {
      const qsizetype space = text.lastIndexOf(u' ');
      if (space < 0) break;
      text = text.left(space) + u'…';
    }
    return text;
  }
  Sample m_sample;
};

QLabel* captionLabel(const QString& text, QList<QLabel*>& captions, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  captions.append(label);
  return label;
}

}  // namespace

Welcome::Welcome(Actions& actions, QWidget* parent) : QWidget(parent), m_actions(actions) {
  setObjectName(QStringLiteral("welcome"));
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->viewport()->setAutoFillBackground(false);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(px(40), px(28), px(40), px(28));
  column->setSpacing(px(18));
  m_start = makeStart();
  column->addWidget(m_start);
  column->addWidget(captionLabel(tr("Samples: each opens ready to run"), m_captions, page));
  m_cards = new QWidget(page);
  m_grid = new QGridLayout(m_cards);
  m_grid->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_cards);
  column->addStretch(1);
  scroll->setWidget(page);
  page->setAutoFillBackground(false);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &Welcome::restyle);
  restyle();
}

QWidget* Welcome::makeStart() {
  auto* start = new QWidget(this);
  auto* row = new QHBoxLayout(start);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(40));
  auto* words = new QVBoxLayout;
  words->setSpacing(px(12));
  m_title = new QLabel(tr("See AWS Lambda work"), start);
  m_what = new QLabel(
      tr("Coldstart is a workbench in which you write a function, send it an event, and watch its "
         "execution environments start cold, stay warm, get throttled and go away, with the logs, "
         "metrics and bill that the service would have produced. Everything runs on this machine; "
         "no AWS account is needed."),
      start);
  m_what->setWordWrap(true);
  words->addWidget(m_title);
  words->addWidget(m_what);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(8));
  struct Way {
    const char* action;
    QString icon;
    bool primary;
  };
  for (const Way& way : {Way{"file.firstSample", QStringLiteral("play"), true},
                         Way{"file.new", QStringLiteral("plus"), false},
                         Way{"file.open", QStringLiteral("folder"), false}}) {
    QAction* action = m_actions.find(QString::fromLatin1(way.action));
    if (!action) continue;
    auto* button = new QPushButton(theme::icon(way.icon, way.primary ? Role::OnAccent : Role::Text),
                                   action->text().remove(u'&'), start);
    button->setObjectName(QStringLiteral("welcome:") + action->objectName());
    button->setProperty("primary", way.primary);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    buttons->addWidget(button);
  }
  buttons->addStretch(1);
  words->addLayout(buttons);
  words->addStretch(1);
  row->addLayout(words, 3);
  auto* recent = new QWidget(start);
  recent->setObjectName(QStringLiteral("recentProjects"));
  m_recent = new QVBoxLayout(recent);
  m_recent->setContentsMargins(0, 0, 0, 0);
  m_recent->setSpacing(px(2));
  row->addWidget(recent, 2, Qt::AlignTop);
  return start;
}

void Welcome::fillRecent() {
  while (QLayoutItem* item = m_recent->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
  m_captions.removeIf([](const QLabel* label) { return label->property("recent").toBool(); });
  const QStringList paths = preferences::recent().mid(0, 5);
  if (paths.isEmpty()) return;
  QLabel* caption = captionLabel(tr("Recent projects"), m_captions, this);
  caption->setProperty("recent", true);
  m_recent->addWidget(caption);
  for (const QString& path : paths) {
    const QFileInfo folder(QFileInfo(path).absolutePath());
    auto* button = new QPushButton(theme::icon(QStringLiteral("folder"), Role::Muted),
                                   folder.fileName(), this);
    button->setFlat(true);
    button->setToolTip(path);
    button->setObjectName(QStringLiteral("recent:") + folder.fileName());
    connect(button, &QPushButton::clicked, this, [this, path] { emit openAsked(path); });
    m_recent->addWidget(button, 0, Qt::AlignLeft);
  }
}

void Welcome::fillSamples() {
  if (m_filled || !isVisible()) return;
  m_filled = true;
  const QList<Sample> found = samples();
  for (const Sample& sample : found) {
    auto* card = new Card(sample, m_cards);
    connect(card, &QAbstractButton::clicked, this,
            [this, folder = sample.folder] { emit openAsked(folder); });
  }
  placeCards();
}

void Welcome::placeCards() {
  const auto cards = m_cards->findChildren<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly);
  const int columns = qBound(1, (width() - px(80)) / px(300), 4);
  m_grid->setSpacing(px(10));
  for (int i = 0; i < cards.size(); ++i) {
    m_grid->addWidget(cards[i], i / columns, i % columns);
    cards[i]->show();
  }
  for (int c = 0; c < 4; ++c) m_grid->setColumnStretch(c, c < columns ? 1 : 0);
}

void Welcome::restyle() {
  const theme::Theme& look = theme::Theme::instance();
  QFont title = look.headingFont();
  title.setPointSizeF(title.pointSizeF() * 1.8);
  m_title->setFont(title);
  QFont words = look.interfaceFont();
  words.setPointSizeF(words.pointSizeF() * 1.1);
  m_what->setFont(words);
  QPalette muted = palette();
  muted.setColor(QPalette::WindowText, color(Role::Muted));
  m_what->setPalette(muted);
  for (QLabel* caption : std::as_const(m_captions)) {
    caption->setFont(look.captionFont());
    caption->setPalette(muted);
  }
  if (m_filled) placeCards();
  update();
}

void Welcome::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  fillRecent();
  restyle();
  // The first frame does not wait for eighteen templates to be read.
  QTimer::singleShot(0, this, &Welcome::fillSamples);
}

void Welcome::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (m_filled) placeCards();
}

void Welcome::paintEvent(QPaintEvent* /*event*/) {
  QPainter(this).fillRect(rect(), color(Role::Background));
}

}  // namespace coldstart::window
