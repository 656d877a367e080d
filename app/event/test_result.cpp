// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/test_result.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "app/event/linked_text.h"
#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/workbench/say.h"
#include "core/observe/bill.h"
#include "core/observe/log_text.h"
#include "core/observe/logs.h"

namespace coldstart::event {

using journal::Attempt;
using theme::px;
using theme::Role;

namespace {

constexpr int kMostLines = 12;
constexpr std::size_t kTailBytes = 4'096;
constexpr std::size_t kLongestPretty = 200'000;  // Bytes; longer answers are shown as they are.

/// 412347 µs as "412.35": rounded to hundredths, as the REPORT line does.
QString millis(std::int64_t us) {
  const std::int64_t hundredths = (us + 5) / 10;
  return QStringLiteral("%1.%2")
      .arg(hundredths / 100)
      .arg(hundredths % 100, 2, 10, QLatin1Char('0'));
}

QString pretty(const std::string& payload) {
  if (payload.size() > kLongestPretty) return qs(payload);
  const auto json = nlohmann::ordered_json::parse(payload, nullptr, false);
  return qs(json.is_discarded() ? payload : json.dump(2));
}

QString figuresOf(const observe::RunIndex& index, journal::AttemptIndex number) {
  const Attempt& attempt = index.attempts()[number];
  if (!attempt.ran()) return {};
  const auto& environment = index.run().journal.environments[attempt.environment];
  QStringList figures;
  figures << TestResult::tr("Duration %1 ms").arg(millis(attempt.durationUs));
  if (environment.cause == number)
    figures << TestResult::tr("Init %1 ms").arg(millis(environment.initUs));
  figures << TestResult::tr("Billed %1 ms").arg(observe::billedMillis(index, number));
  figures << TestResult::tr("Memory %1 of %2 MB")
                 .arg(environment.maxMemoryUsedMb)
                 .arg(environment.memoryMb);
  for (QString& figure : figures) figure.replace(u' ', QChar::Nbsp);  // A line breaks between them.
  return figures.join(QStringLiteral("   "));
}

/// How high the text is as it is wrapped, up to the most lines that are shown without scrolling.
int heightOf(const QPlainTextEdit& text) {
  const int most = kMostLines * text.fontMetrics().lineSpacing();
  qreal height = 0;
  for (QTextBlock block = text.document()->begin(); block.isValid() && height < most;
       block = block.next())
    height += text.document()->documentLayout()->blockBoundingRect(block).height();
  return std::min(most, static_cast<int>(std::ceil(height)));
}

/// What LogType "Tail" returns. (API: Invoke, X-Amz-Log-Result)
QString logTail(const observe::RunIndex& index, journal::AttemptIndex number) {
  const observe::LogText text(index);
  std::string log;
  for (const observe::LogSlot slot : text.linesOf(number)) {
    text.render(number, slot, log);
    log += '\n';
  }
  if (log.size() > kTailBytes) log.erase(0, log.size() - kTailBytes);
  return qs(log).trimmed().replace(u'\r', u'\n');  // Lines within one event.
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
  column->addWidget(m_figures);
  column->addWidget(m_origin);
  column->addWidget(m_place, 0, Qt::AlignLeft);
  column->addWidget(m_payload);
  column->addWidget(m_logCaption);
  column->addWidget(m_log);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TestResult::restyle);
  restyle();
}

void TestResult::show(const observe::RunIndex& index, journal::AttemptIndex number,
                      const std::string& declaredResponse) {
  const Attempt& attempt = index.attempts()[number];
  const auto result = observe::callerResult(index, number, declaredResponse);
  const auto& source = index.run().journal.sources[attempt.source];
  const bool waited = source.type == project::InvocationType::RequestResponse;
  m_failed = result.statusCode >= 400 || !result.functionError.empty();
  QString status = tr("Status %1").arg(result.statusCode);
  if (!result.functionError.empty()) status += QStringLiteral("  ") + qs(result.functionError);
  m_status->setText((m_failed ? QStringLiteral("! ") : QString()) + status);
  m_figures->setText(figuresOf(index, number));
  m_status->setToolTip(result.functionError.empty()
                           ? QString()
                           : QStringLiteral("X-Amz-Function-Error: ") + qs(result.functionError));
  const bool isLive = index.run().live.has_value();
  if (isLive)
    m_origin->setText(waited ? m_liveNote
                             : tr("The queue accepted the event; nobody waits for an answer.") +
                                   u' ' + m_liveNote);
  else if (!waited)
    m_origin->setText(
        tr("Simulated: the handler was not run. The queue accepted the event; nobody "
           "waits for an answer."));
  else if (!m_failed)
    m_origin->setText(tr("Simulated: the handler was not run; this is the declared response."));
  else
    m_origin->setText(tr("Simulated: the handler was not run; this is what Lambda answers then."));
  link(index, number, pretty(result.payload), isLive ? logTail(index, number) : QString());
  m_payload->setVisible(!result.payload.empty());
  m_log->setVisible(isLive);
  m_logCaption->setVisible(isLive);
  restyle();
  QWidget::show();
}

/// Frames of the project's own code lead to it; a simulated error has none.
void TestResult::link(const observe::RunIndex& index, journal::AttemptIndex attempt,
                      const QString& payload, const QString& log) {
  const journal::Run& run = index.run();
  const auto& source = run.journal.sources[index.attempts()[attempt].source];
  const project::Function& function = run.project.functions[source.function];
  const auto linksIn = [&](const QString& text) {
    return run.live ? codeLinks(m_document, function, text) : QList<CodeLink>();
  };
  m_payload->display(payload, linksIn(payload));
  m_log->display(log, linksIn(log));
  m_failedAt = std::nullopt;
  if (m_failed) m_failedAt = placeOfFailure(m_payload->links());
  if (m_failed && !m_failedAt) m_failedAt = placeOfFailure(m_log->links());
  m_place->setVisible(m_failedAt.has_value());
  if (m_failedAt)
    m_place->setText(tr("Go to %1, line %2").arg(m_failedAt->file).arg(m_failedAt->line));
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
