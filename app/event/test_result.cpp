// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/test_result.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/event/compare_dialog.h"
#include "app/event/linked_text.h"
#include "app/theme/icon.h"
#include "app/theme/theme.h"

namespace coldstart::event {

using theme::px;
using theme::Role;

namespace {

constexpr int kMostLines = 12;
constexpr qsizetype kMostKept = 100;

/// How high the text is as it is wrapped, up to the most lines that are shown without scrolling.
int heightOf(const QPlainTextEdit& text) {
  const int most = kMostLines * text.fontMetrics().lineSpacing();
  qreal height = 0;
  for (QTextBlock block = text.document()->begin(); block.isValid() && height < most;
       block = block.next())
    height += text.document()->documentLayout()->blockBoundingRect(block).height();
  return std::min(most, static_cast<int>(std::ceil(height)));
}

void paint(QLabel* label, Role role) {
  QPalette palette = label->palette();
  palette.setColor(QPalette::WindowText, theme::color(role));
  label->setPalette(palette);
}

}  // namespace

TestResult::TestResult(const Document& document, QWidget* parent)
    : QWidget(parent),
      m_status(new QLabel(this)),
      m_figures(new QLabel(this)),
      m_origin(new QLabel(this)),
      m_history(new QComboBox(this)),
      m_again(new QToolButton(this)),
      m_compare(new QToolButton(this)),
      m_place(new QToolButton(this)),
      m_payload(new LinkedText(this)),
      m_logCaption(new QLabel(tr("Log tail"), this)),
      m_log(new LinkedText(this)),
      m_document(document) {
  setObjectName(QStringLiteral("testResult"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(12), px(4), px(12), px(8));
  column->setSpacing(px(3));
  m_status->setObjectName(QStringLiteral("resultStatus"));
  m_figures->setObjectName(QStringLiteral("resultFigures"));
  m_origin->setObjectName(QStringLiteral("resultOrigin"));
  m_payload->setObjectName(QStringLiteral("resultPayload"));
  m_payload->setAccessibleName(tr("Answer of the test"));
  m_log->setObjectName(QStringLiteral("resultLog"));
  m_log->setAccessibleName(tr("End of the log"));
  m_log->setToolTip(tr("The last 4 KB, as Lambda returns them to a caller that asks for them."));
  for (LinkedText* text : {m_payload, m_log})
    connect(text, &LinkedText::followed, this, &TestResult::codeAsked);
  m_place->setObjectName(QStringLiteral("resultPlace"));
  m_place->setToolButtonStyle(Qt::ToolButtonTextOnly);
  connect(m_place, &QToolButton::clicked, this, [this] {
    if (m_failedAt) emit codeAsked(m_failedAt->file, m_failedAt->line);
  });
  m_payload->setLineWrapMode(QPlainTextEdit::WidgetWidth);
  m_log->setLineWrapMode(QPlainTextEdit::NoWrap);  // Each line as CloudWatch has it.
  auto* close = new QToolButton(this);
  close->setObjectName(QStringLiteral("resultClose"));
  close->setIcon(theme::icon(QStringLiteral("cross"), Role::Muted));
  close->setAutoRaise(true);
  close->setToolTip(tr("Close the result"));
  close->setAccessibleName(close->toolTip());
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  for (QLabel* label : {m_status, m_figures, m_origin}) {
    label->setWordWrap(label != m_status);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  auto* head = new QHBoxLayout;
  head->setSpacing(px(10));
  head->addWidget(m_status, 1);
  head->addWidget(close);
  column->addLayout(head);
  column->addLayout(makeHistory());
  column->addWidget(m_figures);
  column->addWidget(m_origin);
  column->addWidget(m_place, 0, Qt::AlignLeft);
  column->addWidget(m_payload);
  column->addWidget(m_logCaption);
  column->addWidget(m_log);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TestResult::restyle);
  restyle();
}

QLayout* TestResult::makeHistory() {
  m_history->setObjectName(QStringLiteral("resultHistory"));
  m_history->setAccessibleName(tr("Results so far"));
  m_history->setToolTip(tr("The results of this window, the latest first"));
  m_history->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_history->setMinimumContentsLength(1);
  m_history->setMinimumWidth(px(40));
  connect(m_history, &QComboBox::activated, this,
          [this](int place) { showKept(m_kept.size() - 1 - place); });
  m_again->setObjectName(QStringLiteral("resultAgain"));
  m_again->setText(tr("Send again"));
  m_again->setToolTip(tr("Sends the same payload to the same function once more"));
  connect(m_again, &QToolButton::clicked, this, [this] { emit resendAsked(m_kept[m_shown]); });
  m_compare->setObjectName(QStringLiteral("resultCompare"));
  m_compare->setText(tr("Compare…"));
  m_compare->setToolTip(tr("Two results side by side, with the lines marked that differ"));
  connect(m_compare, &QToolButton::clicked, this, &TestResult::openComparison);
  m_again->setEnabled(false);
  m_compare->hide();  // Until there are two.
  auto* row = new QHBoxLayout;
  row->setSpacing(px(6));
  row->addWidget(m_history, 1);
  row->addWidget(m_again);
  row->addWidget(m_compare);
  return row;
}

void TestResult::show(const observe::RunIndex& index, journal::AttemptIndex number,
                      const std::string& declaredResponse, const std::string& sent) {
  KeptResult kept = readResult(index, number, declaredResponse);
  kept.number = ++m_presses;
  kept.sent = sent;
  kept.origin = originOf(kept);
  m_kept.append(std::move(kept));
  if (m_kept.size() > kMostKept) m_kept.removeFirst();
  const QSignalBlocker quiet(m_history);
  m_history->clear();
  for (qsizetype i = m_kept.size() - 1; i >= 0; --i) m_history->addItem(m_kept[i].title());
  m_again->setEnabled(true);
  m_compare->setVisible(m_kept.size() > 1);
  showKept(m_kept.size() - 1);
  QWidget::show();
}

QString TestResult::originOf(const KeptResult& kept) const {
  const bool waited = kept.type == project::InvocationType::RequestResponse;
  if (kept.isLive && waited) return m_liveNote;
  if (kept.isLive)
    return tr("The queue accepted the event; nobody waits for an answer.") + u' ' + m_liveNote;
  if (!waited) {
    return tr(
        "Simulated: the handler was not run. The queue accepted the event; nobody "
        "waits for an answer.");
  }
  if (!kept.failed) return tr("Simulated: the handler was not run; this is the declared response.");
  return tr("Simulated: the handler was not run; this is what Lambda answers then.");
}

void TestResult::showKept(qsizetype place) {
  m_shown = place;
  const KeptResult& kept = m_kept[place];
  m_failed = kept.failed;
  m_status->setText((m_failed ? QStringLiteral("! ") : QString()) + kept.status);
  m_status->setToolTip(kept.functionError.isEmpty()
                           ? QString()
                           : QStringLiteral("X-Amz-Function-Error: ") + kept.functionError);
  QStringList figures = kept.figures;
  for (QString& figure : figures) figure.replace(u' ', QChar::Nbsp);  // A line breaks between them.
  m_figures->setText(figures.join(QStringLiteral("   ")));
  m_origin->setText(kept.origin);
  link(kept);
  m_payload->setVisible(!kept.answer.isEmpty());
  m_log->setVisible(kept.isLive);
  m_logCaption->setVisible(kept.isLive);
  restyle();
}

/// Frames of the project's own code lead to it; a simulated error has none.
void TestResult::link(const KeptResult& kept) {
  const auto linksIn = [&](const QString& text) {
    return kept.isLive ? codeLinks(m_document, kept.function, text) : QList<CodeLink>();
  };
  m_payload->display(kept.answer, linksIn(kept.answer));
  m_log->display(kept.log, linksIn(kept.log));
  m_failedAt = std::nullopt;
  if (m_failed) m_failedAt = placeOfFailure(m_payload->links());
  if (m_failed && !m_failedAt) m_failedAt = placeOfFailure(m_log->links());
  m_place->setVisible(m_failedAt.has_value());
  if (m_failedAt)
    m_place->setText(tr("Go to %1, line %2").arg(m_failedAt->file).arg(m_failedAt->line));
}

void TestResult::openComparison() {
  if (m_kept.size() < 2) return;
  if (!m_comparison) {
    m_comparison = new CompareDialog(this);
    m_comparison->setAttribute(Qt::WA_DeleteOnClose);
  }
  // The one in view on the right, the one before it on the left.
  const qsizetype right = std::max<qsizetype>(1, m_shown);
  m_comparison->setResults(m_kept, right - 1, right);
  m_comparison->show();
  m_comparison->raise();
}

void TestResult::fitTexts() {
  for (LinkedText* text : {m_payload, m_log}) {
    const int bar = text == m_log ? m_log->horizontalScrollBar()->sizeHint().height() : 0;
    text->setFixedHeight(heightOf(*text) + px(14) + bar);
  }
}

void TestResult::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // The texts have their new widths only when the layout is done.
  QMetaObject::invokeMethod(this, &TestResult::fitTexts, Qt::QueuedConnection);
}

void TestResult::paintEvent(QPaintEvent* /*event*/) {
  QPainter(this).fillRect(0, 0, width(), 1, theme::color(Role::Line));
}

void TestResult::restyle() {
  const theme::Theme& look = theme::Theme::instance();
  QFont bold = look.interfaceFont();
  bold.setWeight(QFont::DemiBold);
  m_status->setFont(bold);
  m_figures->setFont(look.smallFont());
  m_origin->setFont(look.smallFont());
  m_payload->setFont(look.codeFont());
  m_log->setFont(look.codeFont());
  m_logCaption->setFont(look.captionFont());
  fitTexts();
  paint(m_status, m_failed ? Role::Error : Role::Text);
  paint(m_origin, Role::Muted);
  paint(m_logCaption, Role::Muted);
}

}  // namespace coldstart::event
