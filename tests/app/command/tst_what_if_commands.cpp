// SPDX-License-Identifier: GPL-3.0-or-later
// compare and sweep on the samples: what a user reads, and that shards merge to the same bytes.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <nlohmann/json.hpp>

#include "app/command/command_line.h"
#include "app/command/options.h"
#include "app/command/sweep_points.h"
#include "tests/support/app_fixture.h"

using namespace coldstart::command;
using coldstart::tests::readFile;
using coldstart::tests::sourceDir;

namespace {

struct Outcome {
  int status = -1;
  QString out;
  QString err;
};

Outcome run(const QStringList& arguments) {
  Outcome outcome;
  QTextStream out(&outcome.out);
  QTextStream err(&outcome.err);
  outcome.status = runCommand(arguments, out, err);
  return outcome;
}

/// "compare noisy-neighbour --set A=1" with the sample's path for its name.
QStringList words(const QString& line) {
  QStringList list = line.split(u' ', Qt::SkipEmptyParts);
  list[1].prepend(sourceDir() + QStringLiteral("/samples/"));
  return list;
}
Outcome run(const char* line) {
  return run(words(QString::fromUtf8(line)));
}

nlohmann::json json(const char* line) {
  const Outcome outcome = run(words(QString::fromUtf8(line) + QStringLiteral(" --format json")));
  return outcome.status == kDone ? nlohmann::json::parse(outcome.out.toStdString())
                                 : nlohmann::json();
}

/// The cells of the first row after `heading` that begins with `label`.
QStringList rowOf(const QString& text, const char* heading, const char* label) {
  const qsizetype from = text.indexOf(QStringLiteral("\n%1\n").arg(QString::fromUtf8(heading)));
  const QStringList lines = text.mid(from + 1).split(u'\n');
  for (const QString& line : lines) {
    if (!line.trimmed().startsWith(QString::fromUtf8(label))) continue;
    return line.trimmed()
        .mid(QString::fromUtf8(label).size())
        .split(QStringLiteral("  "), Qt::SkipEmptyParts);
  }
  return {};
}
QStringList trimmed(QStringList cells) {
  for (QString& cell : cells) cell = cell.trimmed().remove(QChar(0x2009));
  return cells;
}

}  // namespace

class TestWhatIfCommands : public QObject {
  Q_OBJECT
 private slots:
  void answers_data();
  void answers();
  void settingsOfAColumn_data();
  void settingsOfAColumn();
  void aReserveKeepsTheNeighbourQuiet();
  void oneSettingStandsBesideTheProject();
  void columnsMeetTheSameRequests();
  void saysWhatALargeLoadLeavesOut();
  void jsonIsTheReportsOwn();
  void seedsGiveMeanAndInterval();
  void powerTuning();
  void pointsAreACrossProduct();
  void shardsMergeToTheSameBytes_data();
  void shardsMergeToTheSameBytes();
  void mergeRefuses_data();
  void mergeRefuses();
};

void TestWhatIfCommands::answers_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<int>("status");
  QTest::addColumn<QString>("says");
  const auto row = [](const char* line, int status, const char* says) {
    QTest::newRow(line) << QString::fromLatin1(line) << status << QString::fromLatin1(says);
  };
  row("compare image-resize --help", kDone, "--seeds N");
  row("sweep image-resize --help", kDone, "--shard I/N");
  row("compare image-resize", kWrongInput, "at least one --set");
  row("sweep image-resize", kWrongInput, "at least one --vary");
  row("compare image-resize --set Resize.MemorySize", kWrongInput, "has no value");
  row("compare image-resize --set Nobody.MemorySize=1", kWrongInput, "Nobody.MemorySize");
  row("compare image-resize --set Resize.MemorySize=64", kWrongInput, "memorySize");
  row("compare image-resize --set Seed=2", kWrongInput, "--seed");
  row("compare image-resize --set Resize.Timeout=9 --seeds 0", kWrongInput, "--seeds 0");
  row("compare image-resize --set Resize.Timeout=9 --scenario x", kWrongInput, "one-a-second");
  row("compare image-resize --set Resize.Timeout=9 --format csv", kWrongInput, "csv");
  row("sweep image-resize --vary Resize.MemorySize", kWrongInput, "varies nothing");
  row("sweep image-resize --vary Seed=1,2", kWrongInput, "--seeds");
  row("sweep image-resize --vary Resize.Timeout=9 --shard 0/4", kWrongInput, "--shard 0/4");
  row("sweep image-resize --vary Resize.Timeout=9 --shard 5/4", kWrongInput, "--shard 5/4");
  row("sweep image-resize --vary Resize.Timeout=9 --shard 2/4", kWrongInput, "only 1 points");
  row("sweep image-resize --vary Resize.Timeout=9 --function x", kWrongInput, "\"x\"");
  row("sweep image-resize --vary Resize.Timeout=9 --out /nowhere/at/all", kFailed,
      "cannot be written");
}

void TestWhatIfCommands::answers() {
  QFETCH(QString, line);
  QFETCH(int, status);
  QFETCH(QString, says);
  const Outcome outcome = run(words(line));
  QCOMPARE(outcome.status, status);
  const QString& where = status == kDone ? outcome.out : outcome.err;
  QVERIFY2(where.contains(says), qPrintable(where));
  if (status != kDone) QCOMPARE(outcome.out, QString());
}

void TestWhatIfCommands::settingsOfAColumn_data() {
  QTest::addColumn<QString>("column");
  QTest::addColumn<QStringList>("settings");
  const auto row = [](const char* column, const char* settings) {
    QTest::newRow(column) << QString::fromLatin1(column)
                          << QString::fromLatin1(settings).split(u'|');
  };
  row("A.MemorySize=512", "A.MemorySize=512");
  row("A.MemorySize=512,A.Timeout=9", "A.MemorySize=512|A.Timeout=9");
  row("A.MemorySize=,B.Timeout=", "A.MemorySize=|B.Timeout=");
  row("A.Description=one, two", "A.Description=one, two");
  row(R"(A.Duration={"Uniform":{"Min":"1s","Max":"2s"}},A.Timeout=9)",
      R"(A.Duration={"Uniform":{"Min":"1s","Max":"2s"}}|A.Timeout=9)");
  row(R"(A.Description="x,A.Timeout=9")", R"(A.Description="x,A.Timeout=9")");
}

void TestWhatIfCommands::settingsOfAColumn() {
  QFETCH(QString, column);
  QTEST(settingsIn(column), "settings");
}

// The issue's own example.
void TestWhatIfCommands::aReserveKeepsTheNeighbourQuiet() {
  const Outcome outcome =
      run("compare noisy-neighbour --set report.ReservedConcurrentExecutions=50 "
          "--set report.ReservedConcurrentExecutions=");
  QCOMPARE(outcome.status, kDone);
  const auto cells = [&](const char* heading, const char* label) {
    return trimmed(rowOf(outcome.out, heading, label));
  };
  using Cells = QStringList;
  QVERIFY(outcome.out.contains(QStringLiteral("[1]  report.ReservedConcurrentExecutions=50\n")));
  QCOMPARE(cells("checkout", "Requests"), (Cells{QStringLiteral("2400"), QStringLiteral("2400")}));
  QCOMPARE(cells("checkout", "Throttled (429)"),
           (Cells{QStringLiteral("0"), QStringLiteral("504")}));
  QCOMPARE(cells("checkout", "account or scaling rate"),
           (Cells{QStringLiteral("0"), QStringLiteral("504")}));
  QCOMPARE(cells("report", "Most busy at once"),
           (Cells{QStringLiteral("50"), QStringLiteral("1000")}));
}

void TestWhatIfCommands::oneSettingStandsBesideTheProject() {
  const auto all = json("compare noisy-neighbour --set REPORT.ReservedConcurrentExecutions=50");
  QCOMPARE(all["columns"].size(), std::size_t{2});
  QVERIFY(all["columns"][0]["set"].empty());
  QVERIFY(all["columns"][0]["functions"]["checkout"]["throttles"] == 504);
  QVERIFY(all["columns"][1]["functions"]["checkout"]["throttles"] == 0);
}

void TestWhatIfCommands::columnsMeetTheSameRequests() {
  const auto all = json(
      "compare nine-oclock-rush --set Account.ConcurrentExecutions=10 "
      "--set Account.ConcurrentExecutions=1000 --seed 5");
  const auto requests = [&](std::size_t column) {
    return all["columns"][column]["total"]["requests"];
  };
  QVERIFY(requests(0) > 100);
  QVERIFY(requests(0) == requests(1));
}

void TestWhatIfCommands::saysWhatALargeLoadLeavesOut() {
  const char* note = "response times are not known";
  const Outcome large =
      run("compare contract-example --set Thumbnail.MemorySize=1024 --until 300000s");
  QVERIFY(large.out.contains(QLatin1String(note)));
  QCOMPARE(trimmed(rowOf(large.out, "Thumbnail", "Response p50, ms")),
           (QStringList{QStringLiteral("–"), QStringLiteral("–")}));
  const Outcome small =
      run("compare contract-example --set Thumbnail.MemorySize=1024 --until 300s");
  QVERIFY(!small.out.contains(QLatin1String(note)));
}

void TestWhatIfCommands::jsonIsTheReportsOwn() {
  const auto all = json(
      "compare image-resize --set Resize.MemorySize=512 --set "
      "Resize.MemorySize=1769,Resize.Timeout=5");
  const auto report = json("simulate image-resize");
  QVERIFY(all["columns"][0]["functions"] == report["functions"]);
  QVERIFY(all["columns"][0]["month"] == report["month"]);
  QVERIFY(all["columns"][1]["functions"]["Resize"]["durationMs"]["p50"] == 600.0);
  QCOMPARE(all["columns"][1]["set"].size(), std::size_t{2});
}

void TestWhatIfCommands::seedsGiveMeanAndInterval() {
  const char* line = "compare nine-oclock-rush --set Account.ConcurrentExecutions=100 --seeds 3";
  const auto all = json(line);
  double sum = 0;
  for (int seed = 1; seed <= 3; ++seed) {
    const auto one = json(qPrintable(
        QStringLiteral("compare nine-oclock-rush --set Account.ConcurrentExecutions=100 --seed %1")
            .arg(seed)));
    sum += one["columns"][1]["total"]["requests"].get<double>();
  }
  QCOMPARE(all["columns"][1]["total"]["requests"].get<double>(), sum / 3);
  QVERIFY(all["columns"][1]["halfWidth95"]["total"]["requests"] > 0.0);
  const Outcome text = run(line);
  QVERIFY(text.out.contains(QStringLiteral(" ± ")));
  QVERIFY(text.out.contains(QStringLiteral("seeds 1 to 3")));
}

void TestWhatIfCommands::powerTuning() {
  const Outcome outcome =
      run("sweep image-resize --vary Resize.MemorySize=128,256,512,1024,1769,3008");
  QCOMPARE(outcome.status, kDone);
  QString text = outcome.out;
  QCOMPARE(text.remove(QChar(0x2009)),
           QString::fromUtf8(
               readFile(sourceDir() + QStringLiteral("/tests/app/command/golden/tuning.txt"))));
}

void TestWhatIfCommands::pointsAreACrossProduct() {
  QString ignored;
  QTextStream err(&ignored);
  const std::vector<Axis> axes{*readAxis(QStringLiteral("A.X=1,2"), err),
                               *readAxis(QStringLiteral(R"(A.Y=,{"a":1,"b":2},3)"), err)};
  QCOMPARE(pointCount(axes), std::size_t{6});
  QStringList all;
  for (std::size_t shard = 1; shard <= 4; ++shard) {
    for (const Point& point : pointsOf(axes, {shard, 4}))
      all << QStringLiteral("%1: %2").arg(point.number).arg(point.values.join(u'|'));
  }
  all.sort();
  QCOMPARE(all, (QStringList{QStringLiteral("1: 1|"), QStringLiteral(R"(2: 1|{"a":1,"b":2})"),
                             QStringLiteral("3: 1|3"), QStringLiteral("4: 2|"),
                             QStringLiteral(R"(5: 2|{"a":1,"b":2})"), QStringLiteral("6: 2|3")}));
}

void TestWhatIfCommands::shardsMergeToTheSameBytes_data() {
  QTest::addColumn<int>("shards");
  for (const int shards : {1, 2, 4, 6}) QTest::addRow("%d", shards) << shards;
}

void TestWhatIfCommands::shardsMergeToTheSameBytes() {
  QFETCH(int, shards);
  const QTemporaryDir folder;
  const QString line = QStringLiteral(
      "sweep nine-oclock-rush --vary Account.ConcurrentExecutions=20,100,1000 "
      "--vary Rushed.MemorySize=128,512 --seeds 2 --format csv --out %1 --shard %2/%3");
  const auto path = [&](int shard) { return folder.filePath(QString::number(shard)); };
  QString sample = line;
  const auto function = json("simulate nine-oclock-rush")["functions"].items().begin().key();
  sample.replace(QStringLiteral("Rushed"), QString::fromStdString(function));
  QCOMPARE(run(words(sample.arg(path(0)).arg(1).arg(1))).status, kDone);
  QStringList merge{QStringLiteral("sweep"), QStringLiteral("--merge")};
  for (int shard = shards; shard >= 1; --shard) {
    QCOMPARE(run(words(sample.arg(path(shard)).arg(shard).arg(shards))).status, kDone);
    merge << path(shard);
  }
  const Outcome merged = run(merge);
  QCOMPARE(merged.status, kDone);
  QCOMPARE(merged.out.toUtf8(), readFile(path(0)));
  QVERIFY(merged.out.count(u'\n') > 12);
}

void TestWhatIfCommands::mergeRefuses_data() {
  QTest::addColumn<QStringList>("texts");
  QTest::addColumn<QString>("says");
  const QString head = QStringLiteral("point,points,scenario\n");
  const auto row = [&](const char* name, const QStringList& texts, const char* says) {
    QTest::newRow(name) << texts << QString::fromLatin1(says);
  };
  row("missing", {head + QStringLiteral("1,3,s\n"), head + QStringLiteral("3,3,s\n")}, "files: 2.");
  row("twice", {head + QStringLiteral("1,2,s\n"), head + QStringLiteral("2,2,s\n1,2,s\n")},
      "point 1 is in two");
  row("another sweep", {head + QStringLiteral("1,2,s\n"), head + QStringLiteral("2,4,s\n")},
      "not of the same sweep");
  row("another header",
      {head + QStringLiteral("1,2,s\n"), QStringLiteral("point,points,x\n2,2,s\n")},
      "first line differs");
  row("no sweep", {QStringLiteral("a,b\n1,2\n")}, "first line differs");
  row("empty", {QString()}, "first line differs");
}

void TestWhatIfCommands::mergeRefuses() {
  QFETCH(QStringList, texts);
  QFETCH(QString, says);
  const QTemporaryDir folder;
  QStringList line{QStringLiteral("sweep"), QStringLiteral("--merge")};
  for (qsizetype i = 0; i < texts.size(); ++i) {
    const QString path = folder.filePath(QString::number(i));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(texts[i].toUtf8());
    line << path;
  }
  const Outcome outcome = run(line);
  QCOMPARE(outcome.status, kWrongInput);
  QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
  QCOMPARE(outcome.out, QString());
}

QTEST_GUILESS_MAIN(TestWhatIfCommands)
#include "tst_what_if_commands.moc"
