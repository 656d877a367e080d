// SPDX-License-Identifier: GPL-3.0-or-later
// The log of handlers that really ran: what they printed, where they printed it.
#include <QStringList>
#include <QTest>

#include "core/observe/log_text.h"
#include "core/observe/logs.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Ending;
using journal::kNone;
using tests::RunBuilder;

class TestLiveLines : public QObject {
  Q_OBJECT
 private slots:
  void printedLinesStandInPlaceOfTheMadeUpOnes();
  void whatAFailedInitPrintsPrecedesTheStart();
  void anIdleEnvironmentShowsWhatItsInitPrinted();
  void bytesAreThoseOfTheLines();
  void theCallerGetsWhatTheHandlerReturned();
};

namespace {

/// Cold at 0.25 s with an init of 100 ms, then warm at 2 s; its work model prints "made up".
RunBuilder live() {
  RunBuilder b;
  b.function("Hello").work.logLines = {"made up"};
  b.sources();
  b.cold(0, 250, 100'000, 50'000);
  b.warm(0, 2'000, 20'000);
  b.run().live.emplace();
  return b;
}

void print(RunBuilder& b, std::int64_t ms, std::uint32_t attempt, const char* text) {
  b.run().live->printed.push_back({Instant{ms * 1'000}, 0, attempt, text});
}

QStringList firstWords(const LogView& view) {
  QStringList words;
  for (std::size_t i = 0; i < view.size(); ++i)
    words << QString::fromStdString(view.line(i).text).section(u' ', 0, 0);
  return words;
}

}  // namespace

void TestLiveLines::printedLinesStandInPlaceOfTheMadeUpOnes() {
  RunBuilder b = live();
  print(b, 300, kNone, "importing");
  print(b, 360, 0, "first");
  print(b, 380, 0, "second");
  print(b, 1'000, kNone, "between");
  print(b, 2'010, 1, "third");
  const LogView view(b.index(), std::nullopt);
  QCOMPARE(firstWords(view),
           QStringList({"INIT_START", "importing", "START", "first", "second", "END", "REPORT",
                        "between", "START", "third", "END", "REPORT"}));
  QCOMPARE(view.line(4).at, Instant{380'000});
  QCOMPARE(view.line(4).attempt, 0U);
  QCOMPARE(view.line(4).kind, LineKind::Printed);
  QCOMPARE(view.firstLineOf(1), std::optional<std::size_t>(8));
  QCOMPARE(firstWords(LogView::stream(b.index(), 0)), firstWords(view));
}

void TestLiveLines::whatAFailedInitPrintsPrecedesTheStart() {
  RunBuilder b = live();
  b.run().journal.environments[0].initStatus = journal::InitStatus::Failed;
  b.run().journal.attempts[0].ending = Ending::InitFailed;
  print(b, 300, kNone, "[ERROR] in init");
  print(b, 380, 0, "[ERROR] again");
  const QStringList words = firstWords(LogView(b.index(), std::nullopt)).mid(0, 7);
  QCOMPARE(words, QStringList({"INIT_START", "[ERROR]", "INIT_REPORT", "[ERROR]", "INIT_REPORT",
                               "START", "END"}));
}

void TestLiveLines::anIdleEnvironmentShowsWhatItsInitPrinted() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.environment(0, 100, 50'000, kNone);
  b.run().live.emplace();
  print(b, 120, kNone, "importing");
  const LogView view = LogView::stream(b.index(), 0);
  QCOMPARE(firstWords(view), QStringList({"INIT_START", "importing"}));
  QCOMPARE(view.line(1).at, Instant{120'000});
}

void TestLiveLines::bytesAreThoseOfTheLines() {
  RunBuilder b = live();
  print(b, 300, kNone, "importing");
  print(b, 360, 0, "ünïcode");
  const auto index = b.index();
  const LogText text(*index);
  Letters all;
  for (const LogSlot slot : text.linesOf(0)) {
    text.render(0, slot, all);
    all += '\n';
  }
  QVERIFY(all.text().find("ünïcode") != std::string_view::npos);
  QCOMPARE(text.bytes(0), static_cast<std::int64_t>(all.size()));
}

void TestLiveLines::theCallerGetsWhatTheHandlerReturned() {
  RunBuilder b = live();
  b.run().live->answers.push_back(
      {0, 200, "Unhandled", std::make_shared<const std::string>("{\"errorType\":\"Odd\"}")});
  b.run().journal.attempts[1].ending = Ending::Running;
  const CallerResult given = callerResult(*b.index(), 0, "\"declared\"");
  QCOMPARE(given.functionError, std::string("Unhandled"));
  QCOMPARE(given.payload, std::string("{\"errorType\":\"Odd\"}"));
  QCOMPARE(callerResult(*b.index(), 1, "\"declared\"").payload, std::string());  // Not yet.
}

QTEST_APPLESS_MAIN(TestLiveLines)
#include "tst_live_lines.moc"
