// SPDX-License-Identifier: GPL-3.0-or-later
// What a handler's process is started with: its variables, the wrapper around it, and what each
// invocation tells it of the caller.
#include <QRegularExpression>
#include <QStandardPaths>

#include "tests/core/live/live_rig.h"

using namespace coldstart;
using livetest::Rig;

class TestLiveLaunch : public QObject {
  Q_OBJECT
 private slots:
  void aWrapperGetsTheCommand();
  void aMissingWrapperIsStatus127();
  void customRuntimesHaveNoWrapper();
  void namesOfTheRuntimesOwnAreDropped();
  void snapStartSaysSo();
  void everyInvocationHasATrace();
  void theCallersTraceAndTenantGoOn();
};

namespace {

constexpr const char* kTells =
    "import os\n"
    "def handler(event, context):\n"
    "    return {name: os.environ.get(name) for name in event['names']}\n";

}  // namespace

void TestLiveLaunch::aWrapperGetsTheCommand() {
  Rig rig("python3.11");
  rig.write("app.py", kTells);
  rig.write("wrap.sh", "#!/bin/sh\nexport WRAPPED=\"$(basename $1) $2\"\nexec \"$@\"\n", true);
  rig.function().environment["AWS_LAMBDA_EXEC_WRAPPER"] = "/var/task/wrap.sh";
  const auto answer = rig.invoke(R"({"names":["WRAPPED"]})");
  QVERIFY2(answer.functionError.empty(), answer.payload.c_str());
  const QRegularExpression form(R"(^\{"WRAPPED": "python3[.0-9]* -u"\}$)");
  QVERIFY2(form.match(QString::fromStdString(answer.payload)).hasMatch(), answer.payload.c_str());
}

void TestLiveLaunch::aMissingWrapperIsStatus127() {
  Rig rig("python3.11");
  rig.write("app.py", kTells);
  rig.function().environment["AWS_LAMBDA_EXEC_WRAPPER"] = "/opt/wrapper";
  const auto answer = rig.invoke();
  QCOMPARE(answer.functionError, std::string("Unhandled"));
  QVERIFY2(answer.payload.starts_with(R"({"errorType":"Runtime.ExitError","errorMessage":)") &&
               answer.payload.ends_with(R"(Error: Runtime exited with error: exit status 127"})"),
           answer.payload.c_str());
}

void TestLiveLaunch::customRuntimesHaveNoWrapper() {
  if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty()) QSKIP("needs curl");
  Rig rig("provided.al2023");
  rig.write("bootstrap",
            "#!/bin/bash\n"
            "api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation\n"
            "id=$(curl -sS -D - -o /dev/null $api/next | tr -d '\\r' |"
            " sed -n 's/^lambda-runtime-aws-request-id: //Ip')\n"
            "curl -sS -o /dev/null -d \"\\\"$1 none\\\"\" $api/$id/response\n",
            true);
  rig.function().environment["AWS_LAMBDA_EXEC_WRAPPER"] = "/var/task/absent";
  QCOMPARE(rig.invoke().payload, std::string("\" none\""));
}

void TestLiveLaunch::namesOfTheRuntimesOwnAreDropped() {
  Rig rig("python3.11");
  rig.write("app.py", kTells);
  rig.function().environment = {{"_MINE", "1"}, {"MINE", "2"}, {"_AWS_XRAY_DAEMON_PORT", "3"}};
  QCOMPARE(rig.invoke(R"({"names":["_MINE","MINE","_AWS_XRAY_DAEMON_PORT","_HANDLER"]})").payload,
           std::string(R"({"_MINE": null, "MINE": "2", "_AWS_XRAY_DAEMON_PORT": "3", )"
                       R"("_HANDLER": "app.handler"})"));
}

void TestLiveLaunch::snapStartSaysSo() {
  Rig rig("python3.12");
  rig.write("app.py", kTells);
  rig.function().snapStart = true;
  rig.function().alias = "live";
  QCOMPARE(rig.invoke(R"({"names":["AWS_LAMBDA_INITIALIZATION_TYPE"]})").payload,
           std::string(R"({"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"})"));
  QVERIFY(rig.printed().find("takes no snapshots in Live") != std::string::npos);
}

void TestLiveLaunch::everyInvocationHasATrace() {
  Rig rig("python3.11");
  rig.write("app.py", kTells);
  const std::string first = rig.invoke(R"({"names":["_X_AMZN_TRACE_ID"]})").payload;
  const std::string second = rig.invoke(R"({"names":["_X_AMZN_TRACE_ID"]})").payload;
  const QRegularExpression form(
      R"(^\{"_X_AMZN_TRACE_ID": "Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0"\}$)");
  QVERIFY2(form.match(QString::fromStdString(first)).hasMatch(), first.c_str());
  QVERIFY(form.match(QString::fromStdString(second)).hasMatch() && first != second);
}

void TestLiveLaunch::theCallersTraceAndTenantGoOn() {
  Rig rig("python3.11");
  rig.write("app.py",
            "import os\n"
            "def handler(event, context):\n"
            "    return [os.environ['_X_AMZN_TRACE_ID'], context.tenant_id]\n");
  live::LiveAnswer answer{.status = 0, .functionError = {}, .payload = {}};
  live::LiveHost::Request request;
  request.payload = "{}";
  request.trace = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=3995c3f42cd8ad8;Sampled=1";
  request.tenant = "blue";
  request.answered = [&](const live::LiveAnswer& given) { answer = given; };
  rig.host().invoke(std::move(request));
  QTRY_COMPARE_WITH_TIMEOUT(answer.status, 200, 30'000);
  QCOMPARE(answer.payload, std::string("[\"Root=1-5759e988-bd862e3fe1be46a994272793;"
                                       "Parent=3995c3f42cd8ad8;Sampled=1\", \"blue\"]"));
}

QTEST_GUILESS_MAIN(TestLiveLaunch)
#include "tst_live_launch.moc"
