// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/schedule.h"

#include <QDateTime>
#include <QTextStream>
#include <QTimeZone>
#include <algorithm>

#include "app/command/options.h"
#include "core/events/schedule_expression.h"

namespace coldstart::command {
namespace {

constexpr int kStandardCount = 5;
constexpr int kMostCount = 100'000;

struct Request {
  QDateTime from;
  QTimeZone zone;
  int count = kStandardCount;
};

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

Error wrong(const char* pattern, const QString& given) {
  return {"", {"command", pattern, {given.toStdString()}}, ""};
}

Result<Request> readRequest(const Options& options) {
  Request request;
  request.zone = QTimeZone::utc();
  for (const auto& [name, value] : options.values) {
    if (name != QStringLiteral("from") && name != QStringLiteral("count") &&
        name != QStringLiteral("timezone"))
      return wrong(SAY("command",
                       "schedule has no option --%1; it has --from, --count and "
                       "--timezone."),
                   name);
  }
  if (const auto zone = options.value(QStringLiteral("timezone"))) {
    request.zone = QTimeZone(zone->toUtf8());
    if (!request.zone.isValid())
      return wrong(SAY("command",
                       "There is no time zone \"%1\"; write a name such as Europe/Berlin or UTC."),
                   *zone);
  }
  if (const auto count = options.value(QStringLiteral("count"))) {
    bool whole = false;
    request.count = count->toInt(&whole);
    if (!whole || request.count < 1 || request.count > kMostCount)
      return wrong(SAY("command", "--count takes a whole number from 1 to 100000; \"%1\" is none."),
                   *count);
  }
  request.from = QDateTime::currentDateTimeUtc();
  if (const auto from = options.value(QStringLiteral("from"))) {
    request.from = QDateTime::fromString(*from, Qt::ISODateWithMs);
    if (!request.from.isValid())
      return wrong(
          SAY("command", "--from takes a time such as 2026-01-05T09:00:00Z; \"%1\" is none."),
          *from);
    if (request.from.timeSpec() == Qt::LocalTime)  // Written without an offset: the zone's time.
      request.from = QDateTime(request.from.date(), request.from.time(), request.zone);
  }
  return request;
}

WallTime wallTime(const QDateTime& utc) {
  return WallTime{utc.toMSecsSinceEpoch() * 1'000};
}

QDateTime utcTime(WallTime time) {
  return QDateTime::fromMSecsSinceEpoch(time.us / 1'000, Qt::UTC);
}

/// The moment at which the zone's clocks show this date and time: the first of two in autumn,
/// none in the hour that spring leaves out (EventBridge Scheduler, schedule-types).
QDateTime inZone(WallTime shown, const QTimeZone& zone) {
  const QDateTime clock = utcTime(shown);
  const int before = zone.offsetFromUtc(clock.addDays(-1));
  const int after = zone.offsetFromUtc(clock.addDays(1));
  for (const int offset : {std::max(before, after), std::min(before, after)}) {
    const QDateTime moment = clock.addSecs(-offset);
    if (zone.offsetFromUtc(moment) == offset) return moment.toTimeZone(zone);
  }
  return {};
}

/// Prints up to `count` times and returns how many there were.
int print(const events::ScheduleExpression& expression, const Request& request, QTextStream& out) {
  const QDateTime local = request.from.toTimeZone(request.zone);
  const bool counts = expression.isRate();
  const WallTime from =
      wallTime(counts ? request.from : QDateTime(local.date(), local.time(), Qt::UTC));
  int printed = 0;
  for (WallTime now = from; printed < request.count;) {
    const auto next = expression.next(now, from);
    if (!next) break;
    now = *next;
    const QDateTime moment =
        counts ? utcTime(now).toTimeZone(request.zone) : inZone(now, request.zone);
    if (!moment.isValid() || moment <= request.from) continue;
    const bool utc = request.zone == QTimeZone::utc();
    out << (utc ? moment.toUTC() : moment.toOffsetFromUtc(moment.offsetFromUtc()))
               .toString(Qt::ISODate)
        << '\n';
    ++printed;
  }
  return printed;
}

void usage(QTextStream& out) {
  out << "coldstart schedule EXPRESSION [--from TIME] [--count N] [--timezone ZONE]\n"
         "Prints the next times of an EventBridge schedule, one ISO 8601 a line.\n\n"
         "  EXPRESSION        \"cron(0 8 ? * MON-FRI *)\", \"rate(15 minutes)\" or\n"
         "                    \"at(2026-01-05T09:00:00)\", in quotation marks\n"
         "  --from TIME       times after this one (now); rate() counts from here\n"
         "  --count N         how many (5)\n"
         "  --timezone ZONE   the zone of cron() and at(), and of the output (UTC)\n";
}

}  // namespace

int schedule(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  const auto options = readOptions(arguments);
  if (!options) {
    err << text(options.error().english()) << '\n';
    return kWrongInput;
  }
  if (options->help) {
    usage(out);
    return kDone;
  }
  if (options->words.size() != 1) {
    err << (options->words.isEmpty()
                ? "schedule needs an expression, such as \"rate(15 minutes)\".\n"
                : "schedule takes one expression; put it in quotation marks.\n");
    return kWrongInput;
  }
  const auto request = readRequest(*options);
  if (!request) {
    err << text(request.error().english()) << '\n';
    return kWrongInput;
  }
  const auto expression = events::ScheduleExpression::parse(options->words.front().toStdString());
  if (!expression) {
    err << text(expression.error().english()) << '\n';
    return kWrongInput;
  }
  if (print(*expression, *request, out) > 0) return kDone;
  err << "This schedule does not run after "
      << request->from.toTimeZone(request->zone).toString(Qt::ISODate) << ".\n";
  return kNo;
}

}  // namespace coldstart::command
