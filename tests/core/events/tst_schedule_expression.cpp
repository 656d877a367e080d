// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QTest>

#include "core/events/schedule_expression.h"

using namespace coldstart;
using namespace coldstart::events;

namespace {

WallTime at(const QString& iso) {
  const QDateTime time = QDateTime::fromString(iso + QStringLiteral("Z"), Qt::ISODate);
  return WallTime{time.toMSecsSinceEpoch() * 1000};
}

QString iso(std::optional<WallTime> time) {
  if (!time) return QStringLiteral("never");
  return QDateTime::fromMSecsSinceEpoch(time->us / 1000, Qt::UTC)
      .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
}

}  // namespace

class TestScheduleExpression : public QObject {
  Q_OBJECT
 private slots:
  void acceptsWhatAwsAccepts_data();
  void acceptsWhatAwsAccepts();
  void refusesWhatAwsRefuses_data();
  void refusesWhatAwsRefuses();
  void findsTheNextTimes_data();
  void findsTheNextTimes();
  void saysItInWords_data();
  void saysItInWords();
  void everyNextTimeIsLater();
};

// The expressions below were accepted and refused by AWS itself (facts §7.1, §7.2).
void TestScheduleExpression::acceptsWhatAwsAccepts_data() {
  QTest::addColumn<QByteArray>("text");
  for (const char* text : {
           "cron(0 10 * * ? *)",
           "cron(0 18 ? * MON-FRI *)",
           "cron(0 8 1 * ? *)",
           "cron(0/15 * * * ? *)",
           "cron(0/5 8-17 ? * MON-FRI *)",
           "cron(0/30 20-23 ? * MON-FRI *)",
           "cron(5,35 14 * * ? *)",
           "cron(15 10 ? * 6L 2002-2005)",
           "cron(0 2 ? * SAT#3 *)",
           "cron(* * ? * SAT#3 *)",
           "cron(0/5 5 ? JAN 1-5 2022)",
           "cron(0-15/1 8-8 ? * 2,3,4,5,6,7 *)",
           "cron(1-31/30 1-1 ? * 1,7 *)",
           "cron(*/15 * * * ? *)",
           "cron(0-59/10 0-23/2 ? * * *)",
           "rate(1 minute)",
           "rate(10 minutes)",
           "rate(1 hour)",
           "rate(2 hours)",
           "rate(1 day)",
           "rate(7 days)",
           "at(2021-12-31T23:59:59)",
       })
    QTest::newRow(text) << QByteArray(text);
}

void TestScheduleExpression::acceptsWhatAwsAccepts() {
  QFETCH(QByteArray, text);
  const auto schedule = ScheduleExpression::parse(text.toStdString());
  QVERIFY2(static_cast<bool>(schedule), schedule ? "" : schedule.error().english().c_str());
  QVERIFY(!schedule->inWords().empty());
}

void TestScheduleExpression::refusesWhatAwsRefuses_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("names");  // What the sentence has to name.
  const auto row = [](const char* text, const char* names) {
    QTest::newRow(text) << QByteArray(text) << QByteArray(names);
  };
  row("cron(INVALID)", "six fields");
  row("cron(0 dummy ? * MON-FRI *)", "hours");
  row("cron(7 20 * * NOT *)", "day-of-week");
  row("cron(71 8 1 * ? *)", "minutes");
  row("cron(0 1 * * * *)", "day-of-week");
  row("cron(0 1 ? * ? *)", "day-of-month");
  row("cron(0 1 0 * ? *)", "day-of-month");
  row("cron(0 1 1 13 ? *)", "month");
  row("cron(0 1 ? * mon *)", "capitals");
  row("cron(0 1 ? * 2#6 *)", "day-of-week");
  row("cron(0 1 ? * 3#1,6#3 *)", "day-of-week");
  row("cron(0 1 32W * ? *)", "day-of-month");
  row("cron(0 1 ? * MON 2200)", "year");
  row("cron(0 1 ? * MON 2027-2026)", "year");
  row("cron(0/0 1 ? * MON *)", "minutes");
  row("cron(0, 1 ? * MON *)", "minutes");
  row("cron(0 1 ? * MON)", "six fields");
  row("cron( 0 1 ? * MON *)", "six fields");
  row("rate(10 seconds)", "rate()");
  row("rate(10 years)", "rate()");
  row("rate(1 minutes)", "singular");
  row("rate(10 minute)", "plural");
  row("rate()", "rate()");
  row("rate(10)", "rate()");
  row("rate(10 minutess)", "rate()");
  row("rate(foo minutes)", "rate()");
  row("rate(0 minutes)", "rate()");
  row("rate(-10 minutes)", "rate()");
  row("rate(10 MINUTES)", "rate()");
  row("rate( 10 minutes )", "rate()");
  row("rate(99999999999999999999 minutes)", "rate()");
  row(" rate(10 minutes)", "nothing around it");
  row("rate(10 minutes) ", "nothing around it");
  row("", "cron(");
  row("every day", "cron(");
}

void TestScheduleExpression::refusesWhatAwsRefuses() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, names);
  const auto schedule = ScheduleExpression::parse(text.toStdString());
  QVERIFY(!schedule);
  QCOMPARE(schedule.error().name, std::string("ValidationException"));
  const QByteArray sentence = QByteArray::fromStdString(schedule.error().text.english());
  QVERIFY2(sentence.startsWith("Parameter ScheduleExpression is not valid. "), sentence);
  QVERIFY2(sentence.contains(names), sentence);

  for (const char* refused : {"at(2021-12-31T23:59:59Z)", "at(2021-12-31)",
                              "at(2021-02-30T00:00:00)", "at(2021-12-31T24:00:00)"}) {
    const auto moment = ScheduleExpression::parse(refused);
    QVERIFY2(!moment, refused);
    QVERIFY(QByteArray::fromStdString(moment.error().text.english())
                .startsWith("Invalid Schedule Expression " + QByteArray(refused) + "."));
  }
}

void TestScheduleExpression::findsTheNextTimes_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("from");
  QTest::addColumn<QString>("times");  // The next ones, one after the other.
  const auto row = [](const char* name, const char* text, const char* from, const char* times) {
    QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(from)
                        << QString::fromLatin1(times);
  };
  row("every day", "cron(0 10 * * ? *)", "2026-01-05T09:00:00",
      "2026-01-05T10:00:00 2026-01-06T10:00:00");
  row("not the moment itself", "cron(0 10 * * ? *)", "2026-01-05T10:00:00", "2026-01-06T10:00:00");
  row("within its minute", "cron(0 10 * * ? *)", "2026-01-05T09:59:59", "2026-01-05T10:00:00");
  row("weekdays over a weekend", "cron(0 18 ? * MON-FRI *)", "2026-01-09T17:00:00",
      "2026-01-09T18:00:00 2026-01-12T18:00:00");
  row("quarters of an hour", "cron(0/15 * * * ? *)", "2026-01-05T23:40:00",
      "2026-01-05T23:45:00 2026-01-06T00:00:00");
  row("list", "cron(5,35 14 * * ? *)", "2026-01-05T14:05:00",
      "2026-01-05T14:35:00 2026-01-06T14:05:00");
  row("past years", "cron(15 10 ? * 6L 2002-2005)", "2026-01-01T00:00:00", "never");
  row("last Friday", "cron(15 10 ? * 6L 2002-2005)", "2005-11-01T00:00:00",
      "2005-11-25T10:15:00 2005-12-30T10:15:00 never");
  row("third Saturday", "cron(0 2 ? * SAT#3 *)", "2026-01-01T00:00:00",
      "2026-01-17T02:00:00 2026-02-21T02:00:00");
  row("fifth Monday skips months", "cron(0 0 ? * MON#5 *)", "2026-01-01T00:00:00",
      "2026-03-30T00:00:00 2026-06-29T00:00:00");
  row("wrapping hours", "cron(0 22-1 * * ? *)", "2026-01-05T21:00:00",
      "2026-01-05T22:00:00 2026-01-05T23:00:00 2026-01-06T00:00:00 2026-01-06T01:00:00 "
      "2026-01-06T22:00:00");
  row("wrapping hours with a step", "cron(0 20-2/2 * * ? *)", "2026-01-05T23:00:00",
      "2026-01-06T00:00:00 2026-01-06T02:00:00 2026-01-06T20:00:00");
  row("wrapping weekdays", "cron(0 0 ? * FRI-MON *)", "2026-01-05T00:00:00",
      "2026-01-09T00:00:00 2026-01-10T00:00:00 2026-01-11T00:00:00 2026-01-12T00:00:00 "
      "2026-01-16T00:00:00");
  row("wrapping months", "cron(0 0 1 NOV-FEB ? *)", "2026-01-05T00:00:00",
      "2026-02-01T00:00:00 2026-11-01T00:00:00");
  row("last day", "cron(0 0 L * ? *)", "2028-02-01T00:00:00",
      "2028-02-29T00:00:00 2028-03-31T00:00:00");
  row("nearest weekday: Saturday to Friday", "cron(0 0 3W * ? *)", "2026-01-01T00:00:00",
      "2026-01-02T00:00:00");
  row("nearest weekday: Sunday to Monday", "cron(0 0 4W * ? *)", "2026-01-01T00:00:00",
      "2026-01-05T00:00:00");
  row("nearest weekday stays in its month", "cron(0 0 1W * ? *)", "2026-08-01T00:00:00",
      "2026-08-03T00:00:00");
  row("nearest weekday at the month's end", "cron(0 0 31W * ? *)", "2026-05-01T00:00:00",
      "2026-05-29T00:00:00 2026-07-31T00:00:00");
  row("last day of the week", "cron(0 0 ? * L *)", "2026-01-05T00:00:00", "2026-01-10T00:00:00");
  row("leap day", "cron(0 0 29 2 ? *)", "2026-01-01T00:00:00",
      "2028-02-29T00:00:00 2032-02-29T00:00:00");
  row("a day that never comes", "cron(0 0 30 2 ? *)", "2026-01-01T00:00:00", "never");
  row("the end of the calendar", "cron(59 23 31 12 ? 2199)", "2026-01-01T00:00:00",
      "2199-12-31T23:59:00 never");
  row("before the calendar", "cron(0 0 1 1 ? *)", "1960-01-01T00:00:00", "1970-01-01T00:00:00");
  row("first run one period after creation", "rate(15 minutes)", "2026-01-05T09:00:00",
      "2026-01-05T09:15:00 2026-01-05T09:30:00");
  row("days are 24 hours", "rate(1 day)", "2026-03-29T00:30:00", "2026-03-30T00:30:00");
  row("once", "at(2026-01-05T09:00:30)", "2026-01-05T09:00:00", "2026-01-05T09:00:30 never");
  row("too late", "at(2026-01-05T09:00:00)", "2026-01-05T09:00:00", "never");
}

void TestScheduleExpression::findsTheNextTimes() {
  QFETCH(QByteArray, text);
  QFETCH(QString, from);
  QFETCH(QString, times);
  const auto schedule = ScheduleExpression::parse(text.toStdString());
  QVERIFY(static_cast<bool>(schedule));
  const WallTime created = at(from);
  std::optional<WallTime> now = created;
  for (const QString& expected : times.split(QLatin1Char(' '))) {
    QVERIFY(now);
    now = schedule->next(*now, created);
    QCOMPARE(iso(now), expected);
  }
}

void TestScheduleExpression::saysItInWords_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("words");
  const auto row = [](const char* text, const char* words) {
    QTest::newRow(text) << QByteArray(text) << QByteArray(words);
  };
  row("cron(0 8 ? * MON-FRI *)", "at 08:00 UTC, Monday to Friday");
  row("cron(0 8 ? * 2-6 *)", "at 08:00 UTC, Monday to Friday");
  row("cron(0 18 * * ? *)", "at 18:00 UTC every day");
  row("cron(0 18 ? * * *)", "at 18:00 UTC every day");
  row("cron(30 7 ? * 2 *)", "at 07:30 UTC every Monday");
  row("cron(30 7 ? * SUN,SAT *)", "at 07:30 UTC on Saturdays and Sundays");
  row("cron(30 7 ? * MON,WED *)", "at 07:30 UTC on MON,WED");
  row("cron(0 8 1 * ? *)", "at 08:00 UTC on day 1 of the month");
  row("cron(0 8 L * ? *)", "at 08:00 UTC on the last day of the month");
  row("cron(0 8 15W * ? *)", "at 08:00 UTC on the weekday nearest day 15 of the month");
  row("cron(15 10 ? * 6L *)", "at 10:15 UTC on the last FRI of the month");
  row("cron(0 2 ? * SAT#3 *)", "at 02:00 UTC on SAT number 3 of the month");
  row("cron(* * * * ? *)", "every minute");
  row("cron(0/15 * * * ? *)", "every 15 minutes");
  row("cron(*/7 * * * ? *)",
      "in UTC: minutes */7, hours *, day of month *, month *, day of week ?, year *");
  row("cron(20 * * * ? *)", "every hour at minute 20");
  row("cron(15 10 ? * 6L 2002-2005)",
      "in UTC: minutes 15, hours 10, day of month ?, month *, day of week 6L, year 2002-2005");
  row("rate(1 minute)", "every minute");
  row("rate(90 minutes)", "every 90 minutes");
  row("rate(1 hour)", "every hour");
  row("rate(24 hours)", "every day");
  row("rate(7 days)", "every 7 days");
  row("at(2026-01-05T09:00:00)", "once, at 2026-01-05T09:00:00");
}

void TestScheduleExpression::saysItInWords() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, words);
  const auto schedule = ScheduleExpression::parse(text.toStdString());
  QVERIFY(static_cast<bool>(schedule));
  QCOMPARE(QByteArray::fromStdString(schedule->inWords().english()), words);
}

void TestScheduleExpression::everyNextTimeIsLater() {
  const auto schedule = ScheduleExpression::parse("cron(0/5 8-17 ? * MON-FRI *)");
  QVERIFY(static_cast<bool>(schedule));
  const WallTime created = at(QStringLiteral("2026-01-05T09:00:00"));
  WallTime now = created;
  for (int i = 0; i < 5 * 10 * 12; ++i) {  // A week of them: five days, ten hours, twelve each.
    const auto next = schedule->next(now, created);
    QVERIFY(next && *next > now);
    now = *next;
  }
  QCOMPARE(iso(now), QStringLiteral("2026-01-12T09:00:00"));
}

QTEST_GUILESS_MAIN(TestScheduleExpression)
#include "tst_schedule_expression.moc"
