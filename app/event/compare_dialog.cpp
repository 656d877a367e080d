// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/compare_dialog.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextBlock>
#include <algorithm>

#include "app/event/line_difference.h"
#include "app/theme/theme.h"
#include "app/workbench/say.h"

namespace coldstart::event {

using theme::px;
using theme::Role;

namespace {

const QString kSame = QStringLiteral("  ");
const QString kDiffers = QStringLiteral("≠ ");

/// The parts of a result, in the order in which they stand.
QList<std::pair<QString, QString>> partsOf(const KeptResult& result) {
  return {{CompareDialog::tr("Event"), qs(result.sent).trimmed()},
          {CompareDialog::tr("Figures"), result.status + u'\n' + result.figures.join(u'\n')},
          {CompareDialog::tr("Answer"), result.answer},
          {CompareDialog::tr("Log tail"), result.log}};
}

/// The lines without what is another in every request.
QStringList keysOf(const QStringList& lines, const KeptResult& result) {
  QStringList keys;
  for (QString line : lines) keys << line.replace(result.requestId, QStringLiteral("id")).trimmed();
  return keys;
}

}  // namespace

CompareDialog::CompareDialog(QWidget* parent) : QDialog(parent), m_count(new QLabel(this)) {
  setObjectName(QStringLiteral("compareDialog"));
  setWindowTitle(tr("Compare two results"));
  auto* grid = new QGridLayout(this);
  const char* const names[] = {"compareLeft", "compareRight"};
  for (int side = 0; side < 2; ++side) {
    const QString name = QString::fromLatin1(names[side]);
    m_choices[side] = new QComboBox(this);
    m_choices[side]->setObjectName(name + QStringLiteral("Choice"));
    m_choices[side]->setAccessibleName(side == 0 ? tr("Result on the left")
                                                 : tr("Result on the right"));
    connect(m_choices[side], &QComboBox::activated, this, &CompareDialog::compare);
    m_sides[side] = makeSide(name);
    grid->addWidget(m_choices[side], 0, side);
    grid->addWidget(m_sides[side], 1, side);
  }
  for (int side = 0; side < 2; ++side) {
    QPlainTextEdit* other = m_sides[1 - side];
    connect(m_sides[side]->verticalScrollBar(), &QScrollBar::valueChanged,
            other->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_sides[side]->horizontalScrollBar(), &QScrollBar::valueChanged,
            other->horizontalScrollBar(), &QScrollBar::setValue);
  }
  m_count->setObjectName(QStringLiteral("compareCount"));
  grid->addWidget(m_count, 2, 0, 1, 2);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &CompareDialog::restyle);
  resize(px(980), px(620));
}

QPlainTextEdit* CompareDialog::makeSide(const QString& name) {
  auto* side = new QPlainTextEdit(this);
  side->setObjectName(name);
  side->setReadOnly(true);
  side->setTabChangesFocus(true);
  side->setLineWrapMode(QPlainTextEdit::NoWrap);
  return side;
}

void CompareDialog::setResults(const QList<KeptResult>& results, qsizetype left, qsizetype right) {
  m_results = results;
  const qsizetype chosen[] = {left, right};
  for (int side = 0; side < 2; ++side) {
    const QSignalBlocker quiet(m_choices[side]);
    m_choices[side]->clear();
    for (const KeptResult& result : results) m_choices[side]->addItem(result.title());
    m_choices[side]->setCurrentIndex(static_cast<int>(chosen[side]));
  }
  compare();
}

void CompareDialog::compare() {
  if (m_results.isEmpty()) return;
  const KeptResult& left = m_results[std::max(0, m_choices[0]->currentIndex())];
  const KeptResult& right = m_results[std::max(0, m_choices[1]->currentIndex())];
  QStringList texts[2];
  m_different.clear();
  const auto leftParts = partsOf(left);
  const auto rightParts = partsOf(right);
  for (qsizetype part = 0; part < leftParts.size(); ++part) {
    const QStringList a = leftParts[part].second.split(u'\n');
    const QStringList b = rightParts[part].second.split(u'\n');
    if (part > 0)
      for (QStringList& text : texts) text << QString();
    for (QStringList& text : texts) text << leftParts[part].first.toUpper();
    for (const LinePair& row : sideBySide(a, b, keysOf(a, left), keysOf(b, right))) {
      if (row.differs) m_different << static_cast<int>(texts[0].size());
      const QString& mark = row.differs ? kDiffers : kSame;
      texts[0] << (row.left ? mark + *row.left : QString());
      texts[1] << (row.right ? mark + *row.right : QString());
    }
  }
  for (int side = 0; side < 2; ++side) m_sides[side]->setPlainText(texts[side].join(u'\n'));
  m_count->setText(m_different.isEmpty()
                       ? tr("Nothing differs but the request's id.")
                       : tr("Lines that differ: %1. A request's id always does and is not marked.")
                             .arg(m_different.size()));
  restyle();
}

void CompareDialog::restyle() {
  for (QPlainTextEdit* side : m_sides) {
    side->setFont(theme::Theme::instance().codeFont());
    QList<QTextEdit::ExtraSelection> marks;
    for (const int line : m_different) {
      QTextEdit::ExtraSelection mark;
      mark.cursor = QTextCursor(side->document()->findBlockByNumber(line));
      mark.format.setBackground(theme::color(Role::AccentBackground));
      mark.format.setProperty(QTextFormat::FullWidthSelection, true);
      marks.append(mark);
    }
    side->setExtraSelections(marks);
  }
  m_count->setFont(theme::Theme::instance().smallFont());
}

}  // namespace coldstart::event
