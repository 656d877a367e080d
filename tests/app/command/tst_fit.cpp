// SPDX-License-Identifier: GPL-3.0-or-later
// What is simulated, exported as logs and fitted again is what was simulated.
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <cmath>

#include <nlohmann/json.hpp>

#include "app/command/command_line.h"
#include "app/command/options.h"
#include "core/base/time.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using namespace coldstart::command;
using Json = nlohmann::ordered_json;

namespace {

struct Ran {
  int status = -1;
  QString out;
  QString err;
};

Ran run(const QStringList& arguments) {
  Ran ran;
  QTextStream out(&ran.out);
  QTextStream err(&ran.err);
  ran.status = runCommand(arguments, out, err);
  return ran;
}

double seconds(const Json& text) {
  return static_cast<double>(parseDuration(text.get<std::string>())->us) / 1e6;
}

constexpr const char* kTemplate = R"({
  "Transform": "AWS::Serverless-2016-10-31",
  "Resources": {"Worker": {"Type": "AWS::Serverless::Function",
    "Properties": {"Runtime": "python3.13", "Handler": "a.b", "CodeUri": ".", "MemorySize": 512,
                   "Timeout": 900},
    "Metadata": {"Coldstart": {
      "Work": {"Init": {"LogNormal": {"Median": "200ms", "P99": "400ms"}},
               "FirstDuration": {"Exponential": {"Mean": "300ms"}},
               "Duration": {"LogNormal": {"Median": "50ms", "P99": "150ms"}},
               "MaxMemoryUsed": "74MB", "ErrorRate": 0.02, "LogLines": ["kept"]},
      "IdleTimeout": "100ms"}}}},
  "Metadata": {"Coldstart": {"Scenarios": {"long": {"Until": "1000s", "Load": [
    {"Function": "Worker", "Arrivals": {"Poisson": {"PerSecond": 5}}}]}}}}
})";

}  // namespace

class TestFit : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void givesBackWhatWasSimulated_data();
  void givesBackWhatWasSimulated();
  void writesIntoAProject();
  void fitsAzurePercentiles();
  void refuses_data();
  void refuses();

 private:
  tests::PrivateFolders m_folders;
  QTemporaryDir m_dir;
};

void TestFit::initTestCase() {
  const QString path = m_dir.filePath(QStringLiteral("project/template.json"));
  tests::writeFile(path, kTemplate);
  QByteArray json(kTemplate);
  json.replace("\"Timeout\": 900",
               "\"Timeout\": 900, \"LoggingConfig\": {\"LogFormat\": \"JSON\"}");
  tests::writeFile(m_dir.filePath(QStringLiteral("json/template.json")), json);
}

void TestFit::givesBackWhatWasSimulated_data() {
  QTest::addColumn<QString>("project");
  QTest::newRow("text logs") << m_dir.filePath(QStringLiteral("project"));
  QTest::newRow("JSON logs") << m_dir.filePath(QStringLiteral("json"));
}

// 5 000 requests, more than half of them cold. What is allowed is five standard errors of the
// statistic: for a log-normal of n values the median's is 1.25 σ/√n and the 99th percentile's
// 3.73 σ/√n of it; a quantile of the exponential distribution, as a part, √(p (1 - p)/n).
void TestFit::givesBackWhatWasSimulated() {
  QFETCH(QString, project);
  const QString logs = m_dir.filePath(QStringLiteral("logs"));
  QCOMPARE(run({QStringLiteral("simulate"), project, QStringLiteral("--logs"), logs}).status,
           kDone);
  const Ran ran = run({QStringLiteral("fit"), logs});
  QVERIFY2(ran.status == kDone, qPrintable(ran.err));
  const Json work = Json::parse(ran.out.toStdString());
  const auto logNormal = [&](const char* key, double median, double p99, double n) {
    if (!work[key].contains("LogNormal")) return false;
    const double error = 5 * std::log(p99 / median) / 2.326 / std::sqrt(n);
    return std::abs(seconds(work[key]["LogNormal"]["Median"]) / median - 1) < 1.25 * error &&
           std::abs(seconds(work[key]["LogNormal"]["P99"]) / p99 - 1) < 3.73 * error;
  };
  QVERIFY2(logNormal("Init", 0.2, 0.4, 2'500), qPrintable(ran.out));
  QVERIFY2(logNormal("Duration", 0.05, 0.15, 1'250), qPrintable(ran.out));
  const Json& values = work["FirstDuration"]["Empirical"]["Values"];
  QCOMPARE(values.size(), std::size_t{1'000});
  for (const double p : {0.05, 0.25, 0.5, 0.75, 0.95, 0.99}) {
    const auto below = std::count_if(values.begin(), values.end(), [&](const Json& value) {
      return seconds(value) < -0.3 * std::log(1 - p);
    });
    QVERIFY(std::abs(static_cast<double>(below) / 1'000 - p) <
            0.001 + 5 * std::sqrt(p * (1 - p) / 2'500));
  }
  QCOMPARE(work["MaxMemoryUsed"]["Constant"]["Value"].get<std::string>(), std::string("74MB"));
  QVERIFY(std::abs(work["ErrorRate"].get<double>() - 0.02) < 5 * std::sqrt(0.02 * 0.98 / 5'000));
  QVERIFY(ran.err.contains(QStringLiteral("log-normal")));
  QVERIFY(ran.err.contains(QStringLiteral("quantiles")));
}

void TestFit::writesIntoAProject() {
  const QString logs = m_dir.filePath(QStringLiteral("logs"));
  const QString project = m_dir.filePath(QStringLiteral("project"));
  const Ran ran = run(
      {QStringLiteral("fit"), logs, QStringLiteral("--into"), project, QStringLiteral("Worker")});
  QVERIFY2(ran.status == kDone, qPrintable(ran.err));
  const Json tree =
      Json::parse(tests::readFile(project + QStringLiteral("/template.json")).toStdString());
  const Json& work = tree["Resources"]["Worker"]["Metadata"]["Coldstart"]["Work"];
  QVERIFY(work["FirstDuration"].contains("Empirical"));
  QVERIFY(work["LogLines"][0] == "kept");
  QCOMPARE(run({QStringLiteral("simulate"), project}).status, kDone);
  QCOMPARE(run({QStringLiteral("fit"), logs, QStringLiteral("--into"), project,
                QStringLiteral("Nobody")})
               .status,
           kWrongInput);
}

void TestFit::fitsAzurePercentiles() {
  const QString path = m_dir.filePath(QStringLiteral("durations.csv"));
  tests::writeFile(path,
                   "HashOwner,HashApp,HashFunction,Average,Count,Minimum,Maximum,"
                   "percentile_Average_0,percentile_Average_1,percentile_Average_25,"
                   "percentile_Average_50,percentile_Average_75,percentile_Average_99,"
                   "percentile_Average_100\no,a,first,1,1,1,1,1,1,1,1,1,1,1\n"
                   "o,a,second,120,9,10,1000,10,20,100,200,300,900,1000\n");
  const Ran ran = run({QStringLiteral("fit"), path, QStringLiteral("--function=second")});
  QVERIFY2(ran.status == kDone, qPrintable(ran.err));
  const Json work = Json::parse(ran.out.toStdString());
  const Json& values = work["Duration"]["Empirical"]["Values"];
  QCOMPARE(values.size(), std::size_t{200});
  QCOMPARE(values[100].get<std::string>(), std::string("201ms"));  // At 50.25 %.
  QCOMPARE(values[0].get<std::string>(), std::string("12.5ms"));   // At 0.25 %.
  const QString memory = m_dir.filePath(QStringLiteral("memory.csv"));
  tests::writeFile(
      memory,
      "HashOwner,HashApp,SampleCount,AverageAllocatedMb,p1,p5,p25,p50,p75,p95,p99,p100\n"
      "o,a,9,100,50,60,80,100,120,150,170,200\n");
  const Ran mb = run({QStringLiteral("fit"), memory});
  QVERIFY2(mb.status == kDone, qPrintable(mb.err));
  QVERIFY(Json::parse(mb.out.toStdString())["MaxMemoryUsed"].contains("Empirical"));
}

void TestFit::refuses_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QStringList>("more");
  QTest::addColumn<QString>("says");
  QTest::newRow("nothing measured")
      << QByteArray("1\n2\n") << QStringList() << QStringLiteral("how long a request took");
  QTest::newRow("bad line") << QByteArray("time,duration\n1,x\n") << QStringList()
                            << QStringLiteral(":2:3: \"x\" is not a duration");
  QTest::newRow("format") << QByteArray("1\n") << QStringList{QStringLiteral("--format=x")}
                          << QStringLiteral("\"x\" is no format");
  QTest::newRow("option") << QByteArray("1\n") << QStringList{QStringLiteral("--color=x")}
                          << QStringLiteral("--color");
  QTest::newRow("no function") << QByteArray("1\n") << QStringList{QStringLiteral("--into=.")}
                               << QStringLiteral("a function's name");
}

void TestFit::refuses() {
  QFETCH(QByteArray, text);
  QFETCH(QStringList, more);
  QFETCH(QString, says);
  const QString path = m_dir.filePath(QStringLiteral("bad"));
  tests::writeFile(path, text);
  const Ran ran = run(QStringList{QStringLiteral("fit"), path} + more);
  QCOMPARE(ran.status, kWrongInput);
  QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
  QCOMPARE(ran.out, QString());
}

QTEST_GUILESS_MAIN(TestFit)
#include "tst_fit.moc"
