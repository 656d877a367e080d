// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include "app/command/generate_event.h"
#include "app/command/match_event.h"
#include "app/command/schedule.h"

using namespace coldstart;

namespace {

using Command = int (*)(const QStringList&, QTextStream&, QTextStream&);

struct Ran {
  int status;
  QString out;
  QString err;
};

Ran run(Command command, const QStringList& arguments) {
  Ran ran;
  QTextStream out(&ran.out);
  QTextStream err(&ran.err);
  ran.status = command(arguments, out, err);
  return ran;
}

QStringList words(const char* text) {
  return QString::fromUtf8(text).split(QLatin1Char('|'), Qt::SkipEmptyParts);
}

}  // namespace

class TestEventCommands : public QObject {
  Q_OBJECT
 private slots:
  void writesAnEvent();
  void listsTheCatalogue();
  void describesFields();
  void refusesEvents_data();
  void refusesEvents();
  void printsTimes_data();
  void printsTimes();
  void refusesSchedules_data();
  void refusesSchedules();
  void saysWhenNothingFollows();
  void matchesAnEvent_data();
  void matchesAnEvent();
};

void TestEventCommands::writesAnEvent() {
  const Ran ran = run(command::generateEvent,
                      words("s3|put|--bucket|photos|--key=cats/luna 1.jpg|--size|48213"));
  QCOMPARE(ran.status, 0);
  QCOMPARE(ran.err, QString());
  const QJsonObject s3 =
      QJsonDocument::fromJson(ran.out.toUtf8()).object()[u"Records"][0][u"s3"].toObject();
  QCOMPARE(s3[u"bucket"][u"name"].toString(), QStringLiteral("photos"));
  QCOMPARE(s3[u"bucket"][u"arn"].toString(), QStringLiteral("arn:aws:s3:::photos"));
  QCOMPARE(s3[u"object"][u"key"].toString(), QStringLiteral("cats/luna+1.jpg"));
  QCOMPARE(s3[u"object"][u"size"].toInt(), 48213);
}

void TestEventCommands::listsTheCatalogue() {
  const Ran all = run(command::generateEvent, {});
  QCOMPARE(all.status, 0);
  for (const char* name :
       {"s3 put", "s3 delete", "apigateway aws-proxy", "apigateway http-api-proxy",
        "sns notification", "sqs receive-message", "cloudwatch scheduled-event",
        "eventbridge ec2-state-change", "custom hello-world", "custom empty"})
    QVERIFY2(all.out.contains(QString::fromLatin1(name)), name);
  const Ran one = run(command::generateEvent, words("sns"));
  QCOMPARE(one.status, 0);
  QCOMPARE(one.out.count(QLatin1Char('\n')), 1);
  const Ran help = run(command::generateEvent, words("--help"));
  QCOMPARE(help.status, 0);
  QVERIFY(help.out.startsWith(QStringLiteral("coldstart generate-event [SERVICE")));
}

void TestEventCommands::describesFields() {
  const Ran ran = run(command::generateEvent, words("s3|put|--help"));
  QCOMPARE(ran.status, 0);
  for (const char* word : {"--bucket", "--key", "--region", "--partition", "example-bucket",
                           "URL-encoded", "eventVersion 2.1"})
    QVERIFY2(ran.out.contains(QString::fromLatin1(word)), word);
}

void TestEventCommands::refusesEvents_data() {
  QTest::addColumn<QString>("arguments");
  QTest::addColumn<QString>("sentence");
  const auto row = [](const char* arguments, const char* sentence) {
    QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromLatin1(sentence);
  };
  row("s4|put",
      "There is no service \"s4\" in the catalogue; did you mean s3? It has custom, s3, "
      "apigateway, sns, sqs, cloudwatch, eventbridge.\n");
  row("teapot",
      "There is no service \"teapot\" in the catalogue. It has custom, s3, apigateway, sns, sqs, "
      "cloudwatch, eventbridge.\n");
  row("s3|copy", "s3 has no event \"copy\". It has put, delete.\n");
  row("s3|putt", "s3 has no event \"putt\"; did you mean put? It has put, delete.\n");
  row("s3|put|--buckets|x", "s3 put has no field --buckets. Did you mean --bucket?\n");
  row("s3|put|--size|big", "--size takes a whole number; \"big\" is none.\n");
  row("s3|put|--key", "--key needs a value after it.\n");
  row("s3|put|photos", "\"photos\" is one word too many; fields are written --FIELD VALUE.\n");
  row("--bucket|x", "--bucket belongs to an event: write the service and the event before it.\n");
}

void TestEventCommands::refusesEvents() {
  QFETCH(QString, arguments);
  QFETCH(QString, sentence);
  const Ran ran = run(command::generateEvent, arguments.split(QLatin1Char('|')));
  QCOMPARE(ran.status, 2);
  QCOMPARE(ran.out, QString());
  QCOMPARE(ran.err, sentence);
}

void TestEventCommands::printsTimes_data() {
  QTest::addColumn<QString>("arguments");
  QTest::addColumn<QString>("lines");
  const auto row = [](const char* name, const char* arguments, const char* lines) {
    QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(lines);
  };
  row("UTC", "cron(0 8 ? * MON-FRI *)|--from|2026-01-09T07:00:00Z|--count|2",
      "2026-01-09T08:00:00Z 2026-01-12T08:00:00Z");
  row("five by default", "rate(1 day)|--from|2026-01-01T00:00:00Z",
      "2026-01-02T00:00:00Z 2026-01-03T00:00:00Z 2026-01-04T00:00:00Z 2026-01-05T00:00:00Z "
      "2026-01-06T00:00:00Z");
  row("a zone's summer time",
      "cron(0 8 * * ? *)|--from|2026-03-28T12:00:00Z|--count|1|"
      "--timezone|Europe/Berlin",
      "2026-03-29T08:00:00+02:00");
  row("the hour that spring leaves out does not run",
      "cron(30 2 * * ? *)|--from|2026-03-28T00:00:00Z|--count|2|--timezone|Europe/Berlin",
      "2026-03-28T02:30:00+01:00 2026-03-30T02:30:00+02:00");
  row("the hour that autumn repeats runs once",
      "cron(30 * * * ? *)|--from|2026-10-25T01:00:00+02:00|--count|4|--timezone|Europe/Berlin",
      "2026-10-25T01:30:00+02:00 2026-10-25T02:30:00+02:00 2026-10-25T03:30:00+01:00 "
      "2026-10-25T04:30:00+01:00");
  row("days of 24 hours in a zone",
      "rate(1 day)|--from|2026-03-28T12:00:00+01:00|--count|2|--timezone|Europe/Berlin",
      "2026-03-29T13:00:00+02:00 2026-03-30T13:00:00+02:00");
  row("from without an offset is the zone's time",
      "cron(0 9 * * ? *)|--from|2026-01-05T08:59:00|--count|1|--timezone|America/New_York",
      "2026-01-05T09:00:00-05:00");
  row("at in a zone", "at(2026-07-01T09:00:00)|--from|2026-01-01T00:00:00Z|--timezone|Asia/Tokyo",
      "2026-07-01T09:00:00+09:00");
}

void TestEventCommands::printsTimes() {
  QFETCH(QString, arguments);
  QFETCH(QString, lines);
  const Ran ran = run(command::schedule, arguments.split(QLatin1Char('|')));
  QCOMPARE(ran.err, QString());
  QCOMPARE(ran.status, 0);
  QCOMPARE(ran.out.trimmed().replace(QLatin1Char('\n'), QLatin1Char(' ')), lines);
}

void TestEventCommands::refusesSchedules_data() {
  QTest::addColumn<QString>("arguments");
  QTest::addColumn<QString>("part");
  const auto row = [](const char* arguments, const char* part) {
    QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromLatin1(part);
  };
  row("", "needs an expression");
  row("cron(0|8|*)", "quotation marks");
  row("rate(10 seconds)", "Parameter ScheduleExpression is not valid.");
  row("rate(1 day)|--timezone|Mars/Olympus", "no time zone \"Mars/Olympus\"");
  row("rate(1 day)|--count|0", "--count takes");
  row("rate(1 day)|--count|x", "--count takes");
  row("rate(1 day)|--from|yesterday", "--from takes");
  row("rate(1 day)|--form|2026-01-01", "no option --form");
  row("rate(1 day)|--from", "--from needs a value");
}

void TestEventCommands::refusesSchedules() {
  QFETCH(QString, arguments);
  QFETCH(QString, part);
  const Ran ran = run(command::schedule, arguments.split(QLatin1Char('|'), Qt::SkipEmptyParts));
  QCOMPARE(ran.status, 2);
  QCOMPARE(ran.out, QString());
  QVERIFY2(ran.err.contains(part), qPrintable(ran.err));
  QCOMPARE(ran.err.count(QLatin1Char('\n')), 1);
}

void TestEventCommands::saysWhenNothingFollows() {
  const Ran ran =
      run(command::schedule, words("cron(15 10 ? * 6L 2002-2005)|--from|2026-01-01T00:00:00Z"));
  QCOMPARE(ran.status, 1);
  QCOMPARE(ran.out, QString());
  QVERIFY(ran.err.contains(QStringLiteral("does not run after")));
  QCOMPARE(run(command::schedule, words("--help")).status, 0);
}

void TestEventCommands::matchesAnEvent_data() {
  QTest::addColumn<QByteArray>("pattern");
  QTest::addColumn<QByteArray>("event");
  QTest::addColumn<int>("status");
  QTest::addColumn<QString>("says");
  const QByteArray event = R"({"source": "aws.ec2", "detail": {"state": "pending"}})";
  QTest::newRow("true") << QByteArray(R"({"source": ["aws.ec2"]})") << event << 0
                        << QStringLiteral("true\n");
  QTest::newRow("false") << QByteArray(R"({"detail": {"state": ["running"]}})") << event << 1
                         << QStringLiteral(
                                "false\n\"detail.state\" is \"pending\" in the event; "
                                "the pattern wants [\"running\"].\n");
  QTest::newRow("no pattern") << QByteArray(R"({"source": "aws.ec2"})") << event << 2
                              << QStringLiteral("\"source\" must be an object or an array");
  QTest::newRow("no event") << QByteArray(R"({"source": ["aws.ec2"]})") << QByteArray("[1]") << 2
                            << QStringLiteral("Parameter Event is not valid.");
  QTest::newRow("no JSON") << QByteArray(R"({"source": ["aws.ec2"]})") << QByteArray("{\n 1}") << 2
                           << QStringLiteral(":2:2: ");
}

void TestEventCommands::matchesAnEvent() {
  QFETCH(QByteArray, pattern);
  QFETCH(QByteArray, event);
  QFETCH(int, status);
  QFETCH(QString, says);
  const QTemporaryDir folder;
  const auto write = [&](const QString& name, const QByteArray& content) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
      qFatal("cannot write a test file");
    return folder.filePath(name);
  };
  const Ran ran = run(command::matchEvent,
                      {QStringLiteral("--pattern"), write(QStringLiteral("p.json"), pattern),
                       QStringLiteral("--event"), write(QStringLiteral("e.json"), event)});
  QCOMPARE(ran.status, status);
  if (status == 2) {
    QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
    QCOMPARE(ran.out, QString());
  } else {
    QCOMPARE(ran.out, says);
  }
  QCOMPARE(run(command::matchEvent, words("--pattern|/nowhere/p.json")).status, 2);
  QCOMPARE(run(command::matchEvent, words("--help")).status, 0);
}

QTEST_GUILESS_MAIN(TestEventCommands)
#include "tst_event_commands.moc"
