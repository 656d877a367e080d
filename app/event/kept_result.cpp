// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/kept_result.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/workbench/say.h"
#include "core/base/identifiers.h"
#include "core/observe/bill.h"
#include "core/observe/log_text.h"
#include "core/observe/logs.h"

namespace coldstart::event {

using journal::Attempt;

namespace {

constexpr std::size_t kTailBytes = 4'096;
constexpr std::size_t kLongestPretty = 200'000;  // Bytes; longer answers are shown as they are.

QString tr(const char* text) {
  return QCoreApplication::translate("coldstart::event::TestResult", text);
}

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

QStringList figuresOf(const observe::RunIndex& index, journal::AttemptIndex number) {
  const Attempt& attempt = index.attempts()[number];
  if (!attempt.ran()) return {};
  const auto& environment = index.run().journal.environments[attempt.environment];
  QStringList figures{tr("Duration %1 ms").arg(millis(attempt.durationUs))};
  if (environment.cause == number) figures << tr("Init %1 ms").arg(millis(environment.initUs));
  figures << tr("Billed %1 ms").arg(observe::billedMillis(index, number));
  figures << tr("Memory %1 of %2 MB").arg(environment.maxMemoryUsedMb).arg(environment.memoryMb);
  return figures;
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

}  // namespace

QString KeptResult::title() const {
  QStringList parts{QStringLiteral("#%1").arg(number), clock};
  parts << (failed ? tr("failed") : cold ? tr("cold") : tr("warm"));
  if (!duration.isEmpty()) parts << duration;
  if (!isLive) parts << tr("simulated");
  return parts.join(QStringLiteral(" · "));
}

KeptResult readResult(const observe::RunIndex& index, journal::AttemptIndex number,
                      const std::string& declaredResponse) {
  const journal::Run& run = index.run();
  const Attempt& attempt = index.attempts()[number];
  const auto result = observe::callerResult(index, number, declaredResponse);
  const auto& source = run.journal.sources[attempt.source];
  KeptResult kept;
  kept.isLive = run.live.has_value();
  kept.failed = result.statusCode >= 400 || !result.functionError.empty();
  kept.cold = journal::isCold(attempt.decision);
  kept.clock = qs(formatIso8601Millis(run.wall(attempt.arrived))).mid(11, 8);
  kept.function = run.project.functions[source.function];
  kept.event = qs(source.event);
  kept.type = source.type;
  kept.requestId = qs(requestUuid(run.seed, attempt.request));
  kept.functionError = qs(result.functionError);
  kept.status = tr("Status %1").arg(result.statusCode);
  if (!kept.functionError.isEmpty()) kept.status += QStringLiteral("  ") + kept.functionError;
  if (attempt.ran()) kept.duration = millis(attempt.durationUs) + QStringLiteral(" ms");
  kept.figures = figuresOf(index, number);
  kept.answer = pretty(result.payload);
  if (kept.isLive) kept.log = logTail(index, number);
  return kept;
}

}  // namespace coldstart::event
