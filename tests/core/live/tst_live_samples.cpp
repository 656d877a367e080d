// SPDX-License-Identifier: GPL-3.0-or-later
// What a live run shows: the samples run as their descriptions say, layers are where AWS puts them,
// and a live run tells the same story as a simulated one.
#include <QStandardPaths>
#include <QTest>
#include <array>

#include <nlohmann/json.hpp>

#include "core/project/template.h"
#include "core/simulate/simulate.h"
#include "tests/core/live/live_rig.h"
#include "tests/support/paths.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Decision;

class TestLiveSamples : public QObject {
  Q_OBJECT
 private slots:
  void hello_data();
  void hello();
  void theCountStandsStill();
  void layersAreFound();
  void variablesOfTheFunctionWin();
  void simulatedAndLiveTellTheSame();
};

namespace {

project::Project projectOf(const QString& sample) {
  QFile file(tests::sourceDir() + QStringLiteral("/samples/%1/template.json").arg(sample));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", qPrintable(file.fileName()));
  const auto tree = project::parseTemplate(file.readAll().toStdString(), "template.json");
  return project::derive(*tree, sample.toStdString(), {}).project;
}

/// The sample's only function, invoked over and over.
struct Played {
  explicit Played(const QString& sample)
      : project(projectOf(sample)),
        host(project, live::LiveHost::Settings{
                          .folder = tests::sourceDir() + QStringLiteral("/samples/") + sample,
                          .walls = live::availableWalls(),
                          .artifacts = artifacts.path()}) {}

  live::LiveAnswer invoke(const std::string& payload) {
    QEventLoop loop;
    live::LiveAnswer answer{.status = 0, .functionError = {}, .payload = {}};
    QTimer::singleShot(120'000, &loop, &QEventLoop::quit);
    live::LiveHost::Request request;
    request.payload = payload;
    request.answered = [&](const live::LiveAnswer& given) {
      answer = given;
      loop.quit();
    };
    host.invoke(std::move(request));
    if (answer.status == 0) loop.exec();
    return answer;
  }

  QTemporaryDir artifacts;
  project::Project project;
  live::LiveHost host;
};

}  // namespace

void TestLiveSamples::hello_data() {
  QTest::addColumn<QString>("program");
  QTest::addColumn<QString>("package");
  QTest::addColumn<QByteArray>("answer");
  QTest::addColumn<QByteArray>("log");
  QTest::newRow("hello-python") << QStringLiteral("python3") << QStringLiteral("python3")
                                << QByteArray("Hello from Hello!")
                                << QByteArray("event: {\"name\": \"Ada\"}");
  QTest::newRow("hello-node") << QStringLiteral("node") << QStringLiteral("nodejs")
                              << QByteArray("\\\"requests\\\":3")
                              << QByteArray("INFO\trequest 3 of the environment");
  QTest::newRow("hello-ruby") << QStringLiteral("ruby") << QStringLiteral("ruby")
                              << QByteArray("\"requests\":3")
                              << QByteArray("request 3 of the environment");
  QTest::newRow("hello-shell") << QStringLiteral("curl") << QStringLiteral("curl")
                               << QByteArray("\"requests\": 3")
                               << QByteArray("request 3: {\"name\": \"Ada\"}");
  QTest::newRow("hello-java") << QStringLiteral("javac") << QStringLiteral("default-jdk-headless")
                              << QByteArray("Hello, Ada!\",\"requests\":3")
                              << QByteArray("request 3 of the environment");
  QTest::newRow("hello-cpp") << QStringLiteral("g++") << QStringLiteral("g++")
                             << QByteArray("\"requests\": 3")
                             << QByteArray("request 3: {\"name\": \"Ada\"}");
  QTest::newRow("hello-go") << QStringLiteral("go") << QStringLiteral("golang-go")
                            << QByteArray("\"requests\": 3")
                            << QByteArray("request 3: {\"name\": \"Ada\"}");
  QTest::newRow("hello-rust") << QStringLiteral("rustc") << QStringLiteral("rustc")
                              << QByteArray("\"requests\": 3")
                              << QByteArray("request 3: {\"name\": \"Ada\"}");
}

void TestLiveSamples::hello() {
  QFETCH(QString, program);
  QFETCH(QString, package);
  QFETCH(QByteArray, answer);
  QFETCH(QByteArray, log);
  // As Debian installs it: what stands in a home folder is not seen from inside the walls.
  const QStringList places{QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin")};
  if (QStandardPaths::findExecutable(program, places).isEmpty())
    QSKIP(qPrintable(QStringLiteral("needs Debian's package ") + package));
  if (package == QStringLiteral("default-jdk-headless") && !livetest::hasJava())
    QSKIP("needs Debian's package libjackson2-databind-java when Coldstart is built");
  Played sample(QString::fromLatin1(QTest::currentDataTag()));
  live::LiveAnswer last;
  for (int i = 0; i < 3; ++i) {
    last = sample.invoke(R"({"name": "Ada"})");
    const auto run = sample.host.run();
    QCOMPARE(run->journal.attempts[last.attempt].decision,
             i == 0 ? Decision::ColdFirst : Decision::Warm);
    QCOMPARE(run->journal.attempts[last.attempt].ending, journal::Ending::Succeeded);
  }
  QVERIFY2(QByteArray::fromStdString(last.payload).contains(answer), last.payload.c_str());
  const std::string printed = sample.host.printed().back().text;
  QVERIFY2(QByteArray::fromStdString(printed).contains(log), printed.c_str());
}

void TestLiveSamples::theCountStandsStill() {
  Played sample(QStringLiteral("freeze"));
  sample.invoke("{}");
  QTest::qWait(500);  // Fifty more, had it gone on.
  const auto answer = nlohmann::json::parse(sample.invoke("{}").payload);
  QVERIFY2(answer["countedDuring"].get<int>() > 5, answer.dump().c_str());
  QVERIFY2(answer["countedBetween"].get<int>() < 25, answer.dump().c_str());
}

void TestLiveSamples::layersAreFound() {
  Rig rig("python3.13");
  rig.function().layers = {"one", "two"};
  rig.write("../one/python/both.py", "name = 'one'\n");
  rig.write("../two/python/both.py", "name = 'two'\n");
  rig.write("../one/python/lib/python3.13/site-packages/deep.py", "name = 'deep'\n");
  rig.write("../two/bin/tell", "#!/bin/sh\necho told\n", true);
  rig.write("../one/python/app.py", "def handler(e, c): return 'the wrong one'\n");
  rig.write("app.py",
            "import both, deep, os, subprocess\ndef handler(e, c):\n"
            "    return [both.name, deep.name, subprocess.check_output('tell').decode().strip(),\n"
            "            os.environ['LD_LIBRARY_PATH'].endswith('/opt/lib')]\n");
  QCOMPARE(rig.invoke().payload, std::string(R"(["two", "deep", "told", true])"));
}

void TestLiveSamples::variablesOfTheFunctionWin() {
  Rig rig("python3.13");
  rig.function().environment = {
      {"PYTHONPATH", "/var/task/own:" + rig.folder.path().toStdString() + "/code/own"},
      {"AWS_REGION", "elsewhere"}};
  rig.write("own/mine.py", "name = 'mine'\n");
  rig.write("app.py",
            "import mine, os\ndef handler(e, c): return [mine.name, os.environ['AWS_REGION']]\n");
  QCOMPARE(rig.invoke().payload, std::string(R"(["mine", "us-east-1"])"));
}

namespace {

struct Fact {
  Decision decision;
  journal::Ending ending;
  journal::EnvironmentIndex environment;
  bool operator==(const Fact&) const = default;
};

std::vector<Fact> factsOf(const journal::Run& run) {
  std::vector<Fact> facts(run.journal.attempts.size());
  for (const journal::Attempt& a : run.journal.attempts.all()) {
    facts[a.request] = {a.decision, a.ending, a.environment};
  }
  return facts;
}

}  // namespace

void TestLiveSamples::simulatedAndLiveTellTheSame() {
  // Two at the same time, a third that the reserve refuses, then each environment warm again; what
  // follows shortly after the other ends shortly after it.
  constexpr std::array<int, 6> kArrivals{0, 150, 200, 2'000, 2'150, 3'500};
  Rig rig("python3.13");
  rig.function().reserved = 2;
  rig.function().work.init = {project::Distribution::Kind::Constant, 60'000, 0, {}};
  rig.function().work.firstDuration = {project::Distribution::Kind::Constant, 500'000, 0, {}};
  rig.function().work.duration = rig.function().work.firstDuration;
  rig.write("app.py", "import time\ndef handler(e, c): time.sleep(0.5)\n");
  project::Scenario scenario;
  scenario.until = Duration::seconds(10);
  project::Load load;
  for (const int ms : kArrivals) load.arrivals.times.push_back(Instant{ms * 1'000});
  scenario.loads = {load};
  const auto simulated = simulate::simulate(rig.project, scenario);
  QVERIFY(simulated);

  std::size_t answers = 0;
  for (const int ms : kArrivals) {
    QTimer::singleShot(ms, Qt::PreciseTimer, &rig.host(), [&] {
      live::LiveHost::Request request;
      request.payload = "{}";
      request.answered = [&](const live::LiveAnswer&) { ++answers; };
      rig.host().invoke(std::move(request));
    });
  }
  QTRY_COMPARE_WITH_TIMEOUT(answers, kArrivals.size(), 30'000);
  const auto simulatedFacts = factsOf(**simulated);
  const auto liveFacts = factsOf(*rig.host().run());
  QCOMPARE(liveFacts.size(), simulatedFacts.size());
  for (std::size_t i = 0; i < liveFacts.size(); ++i) {
    QVERIFY2(liveFacts[i] == simulatedFacts[i], qPrintable(QStringLiteral("request %1").arg(i)));
  }
}

QTEST_GUILESS_MAIN(TestLiveSamples)
#include "tst_live_samples.moc"
