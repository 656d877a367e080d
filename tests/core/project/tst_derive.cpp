// SPDX-License-Identifier: GPL-3.0-or-later
// From the tree to the Project: what the contract's example means, value by value.
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/project/template.h"

using namespace coldstart;
using namespace coldstart::project;

namespace {

constexpr const char* kContract = R"({
  "AWSTemplateFormatVersion": "2010-09-09",
  "Transform": "AWS::Serverless-2016-10-31",
  "Resources": {
    "Thumbnail": {
      "Type": "AWS::Serverless::Function",
      "Properties": {"CodeUri": "thumbnail/", "Handler": "lambda_function.lambda_handler", "Runtime": "python3.13",
                     "MemorySize": 512, "Timeout": 10, "ReservedConcurrentExecutions": 50},
      "Metadata": {"Coldstart": {
        "Work": {"Init": {"LogNormal": {"Median": "210ms", "P99": "480ms"}},
                 "FirstDuration": {"Exponential": {"Mean": "2244ms"}},
                 "Duration": {"Exponential": {"Mean": "1991ms"}},
                 "CpuShare": 0.0, "MaxMemoryUsed": {"Constant": {"Value": "74MB"}}, "ErrorRate": 0.0},
        "IdleTimeout": {"Constant": {"Value": "600s"}}}}
    }
  },
  "Metadata": {"Coldstart": {
    "Account": {"ConcurrentExecutions": 1000},
    "Seed": 1,
    "Scenarios": {
      "steady": {"Until": "1000000s",
                 "Load": [{"Function": "Thumbnail", "InvocationType": "RequestResponse", "Event": "events/put.json",
                           "Arrivals": {"Poisson": {"PerSecond": 0.9}}}],
                 "Changes": [{"At": "40s", "Set": "Thumbnail.ReservedConcurrentExecutions", "To": 100}]}
    }
  }}
})";

}  // namespace

class TestDerive : public QObject {
  Q_OBJECT
 private slots:
  void readsTheContractsExample();
};

void TestDerive::readsTheContractsExample() {
  using Kind = Distribution::Kind;
  const auto tree = parseTemplate(kContract, "template.json");
  QVERIFY2(tree, tree ? "" : tree.error().english().c_str());
  const Derived derived = derive(*tree, "thumbnails", {});
  for (const Error& error : derived.errors) qWarning("%s", error.english().c_str());
  QCOMPARE(derived.errors.size(), std::size_t{0});
  const Project& project = derived.project;
  QCOMPARE(project.notes.size(), std::size_t{0});
  QCOMPARE(project.name, std::string("thumbnails"));
  QCOMPARE(project.account.concurrentExecutions, 1000);
  QCOMPARE(project.seed, std::uint64_t{1});

  QCOMPARE(project.functions.size(), std::size_t{1});
  const Function& f = project.functions[0];
  QCOMPARE(f.id, std::string("Thumbnail"));
  QCOMPARE(f.name, std::string("Thumbnail"));
  QCOMPARE(f.codeUri, std::string("thumbnail/"));
  QCOMPARE(f.handler, std::string("lambda_function.lambda_handler"));
  QCOMPARE(f.runtime, std::string("python3.13"));
  QCOMPARE(f.memory.mb, 512);
  QCOMPARE(f.timeout.us, Duration::seconds(10).us);
  QCOMPARE(f.reserved.value_or(-1), 50);
  QVERIFY(!f.provisioned);
  QVERIFY((f.work.init == Distribution{Kind::LogNormal, 210'000, 480'000, {}}));
  QVERIFY((f.work.firstDuration == Distribution{Kind::Exponential, 2'244'000, 0, {}}));
  QVERIFY((f.work.duration == Distribution{Kind::Exponential, 1'991'000, 0, {}}));
  QCOMPARE(f.work.cpuSharePpm, 0);
  QCOMPARE(f.work.errorRatePpm, 0);
  QVERIFY((f.work.maxMemoryUsed == Distribution{Kind::Constant, 74, 0, {}}));
  QVERIFY((f.idleTimeout == Distribution{Kind::Constant, 600'000'000, 0, {}}));
  QVERIFY(f.maximumAge == Distribution{});  // never: the template states how environments end

  QCOMPARE(project.scenarios.size(), std::size_t{1});
  const Scenario& steady = project.scenarios[0];
  QCOMPARE(steady.name, std::string("steady"));
  QCOMPARE(steady.until.us, Duration::seconds(1'000'000).us);
  QCOMPARE(steady.loads.size(), std::size_t{1});
  const Load& load = steady.loads[0];
  QCOMPARE(load.function, std::size_t{0});
  QVERIFY(!load.trigger);
  QCOMPARE(load.type, InvocationType::RequestResponse);
  QCOMPARE(load.event, std::string("events/put.json"));
  QCOMPARE(load.arrivals.kind, Arrivals::Kind::Poisson);
  QCOMPARE(load.arrivals.perSecondMicro, std::int64_t{900'000});
  QCOMPARE(steady.changes.size(), std::size_t{1});
  QVERIFY((steady.changes[0] ==
           Change{Instant{40'000'000}, "Thumbnail.ReservedConcurrentExecutions", 100}));
}

QTEST_GUILESS_MAIN(TestDerive)
#include "tst_derive.moc"
