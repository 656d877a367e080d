// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/command_palette.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "app/theme/theme.h"
#include "app/workbench/actions.h"

namespace coldstart::window {

using theme::color;
using theme::px;
using theme::Role;

namespace {

constexpr int kShortcutRole = Qt::UserRole + 1;
constexpr int kGroupRole = Qt::UserRole + 2;
constexpr int kActionRole = Qt::UserRole + 3;

class Delegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    painter->save();
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    if (current) painter->fillRect(option.rect, color(Role::Selection));
    const QRect row = option.rect.adjusted(px(12), 0, -px(12), 0);
    const theme::Theme& look = theme::Theme::instance();
    painter->setFont(look.smallFont());
    painter->setPen(color(Role::Muted));
    const QString shortcut = index.data(kShortcutRole).toString();
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, shortcut);
    const QString group = index.data(kGroupRole).toString();
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, group);
    const int indent = px(64);
    const int shortcutWidth = painter->fontMetrics().horizontalAdvance(shortcut) + px(8);
    painter->setFont(look.interfaceFont());
    painter->setPen(color(enabled ? Role::Text : Role::Dim));
    const QRect words = row.adjusted(indent, 0, -shortcutWidth, 0);
    painter->drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
  }
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& /*option*/,
                               const QModelIndex& /*index*/) const override {
    return {px(200), px(28)};
  }
};

QString groupOf(const QAction& action) {
  const QString id = action.objectName().section(u'.', 0, 0);
  if (id == QStringLiteral("file")) return CommandPalette::tr("File");
  if (id == QStringLiteral("edit")) return CommandPalette::tr("Edit");
  if (id == QStringLiteral("view")) return CommandPalette::tr("View");
  if (id == QStringLiteral("run")) return CommandPalette::tr("Run");
  if (id == QStringLiteral("help")) return CommandPalette::tr("Help");
  return CommandPalette::tr("Pane");
}

}  // namespace

int fuzzyScore(QStringView text, QStringView typed) {
  int score = 0;
  qsizetype at = 0;
  qsizetype before = -2;
  for (const QChar wanted : typed) {
    if (wanted.isSpace()) continue;
    const qsizetype found = text.indexOf(wanted, at, Qt::CaseInsensitive);
    if (found < 0) return -1;
    const bool beginsWord = found == 0 || !text[found - 1].isLetterOrNumber();
    score += found == before + 1 ? 6 : beginsWord ? 4 : 1;
    before = found;
    at = found + 1;
  }
  // Among equals the shorter name is the closer one.
  return score * 64 - static_cast<int>(qMin<qsizetype>(text.size(), 63));
}

CommandPalette::CommandPalette(Actions& actions, QWidget* window)
    : QWidget(window),
      m_actions(actions),
      m_typed(new QLineEdit(this)),
      m_list(new QListWidget(this)) {
  setObjectName(QStringLiteral("commandPalette"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_typed);
  column->addWidget(m_list);
  m_typed->setObjectName(QStringLiteral("commandPaletteInput"));
  m_typed->setPlaceholderText(tr("Type a command, for example \"test\" or \"dark\""));
  m_typed->setAccessibleName(tr("Command"));
  m_typed->installEventFilter(this);
  m_list->setObjectName(QStringLiteral("commandPaletteList"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setItemDelegate(new Delegate(m_list));
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::fill);
  connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
  window->installEventFilter(this);
  hide();
}

void CommandPalette::open() {
  m_before = QApplication::focusWidget();
  m_typed->clear();
  fill();
  place();
  show();
  raise();
  m_typed->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place() {
  const int width = qMin(px(560), parentWidget()->width() - px(40));
  layout()->setContentsMargins(px(8), px(8), px(8), px(8));
  layout()->setSpacing(px(6));
  setGeometry((parentWidget()->width() - width) / 2, px(60), width,
              qMin(px(400), parentWidget()->height() - px(90)));
}

void CommandPalette::fill() {
  struct Hit {
    int score;
    QAction* action;
  };
  std::vector<Hit> hits;
  for (QAction* action : m_actions.all()) {
    const QString words = action->text().remove(u'&');
    const int score = fuzzyScore(words, m_typed->text());
    if (score >= 0 || m_typed->text().isEmpty()) hits.push_back({score, action});
  }
  const bool ordered = !m_typed->text().isEmpty();
  std::stable_sort(hits.begin(), hits.end(), [ordered](const Hit& a, const Hit& b) {
    if (a.action->isEnabled() != b.action->isEnabled()) return a.action->isEnabled();
    return ordered && a.score > b.score;
  });
  m_list->clear();
  for (const Hit& hit : hits) {
    auto* item = new QListWidgetItem(hit.action->text().remove(u'&'), m_list);
    item->setData(kShortcutRole, hit.action->shortcut().toString(QKeySequence::NativeText));
    item->setData(kGroupRole, groupOf(*hit.action));
    item->setData(kActionRole, hit.action->objectName());
    if (!hit.action->isEnabled()) item->setFlags(Qt::NoItemFlags);
  }
  m_list->setCurrentRow(0);
}

void CommandPalette::run() {
  const QListWidgetItem* item = m_list->currentItem();
  hide();
  if (m_before) m_before->setFocus();
  if (!item || !item->flags().testFlag(Qt::ItemIsEnabled)) return;
  if (QAction* action = m_actions.find(item->data(kActionRole).toString())) action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
  if (watched != m_typed) return false;
  if (event->type() == QEvent::FocusOut && isVisible()) hide();
  if (event->type() != QEvent::KeyPress) return false;
  const auto* key = dynamic_cast<QKeyEvent*>(event);
  const int row = m_list->currentRow();
  switch (key->key()) {
    case Qt::Key_Escape:
      hide();
      if (m_before) m_before->setFocus();
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      run();
      return true;
    case Qt::Key_Down:
      m_list->setCurrentRow(qMin(row + 1, m_list->count() - 1));
      return true;
    case Qt::Key_Up:
      m_list->setCurrentRow(qMax(row - 1, 0));
      return true;
    default:
      return false;
  }
}

void CommandPalette::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(color(Role::Line));
  painter.setBrush(color(Role::Panel));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
}

}  // namespace coldstart::window
