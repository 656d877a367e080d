// SPDX-License-Identifier: GPL-3.0-or-later
// A streamed response: 6 MiB at once, then 2 MiB a second. (gettingstarted-limits)
#include <QStandardPaths>
#include <QTest>

#include "core/live/bandwidth.h"
#include "tests/core/live/live_rig.h"

using namespace coldstart;
using live::Bandwidth;

class TestBandwidth : public QObject {
  Q_OBJECT
 private slots:
  void theFirstPartIsFree();
  void thenSoManyASecond();
  void itFillsUpToItsSize();
  void everyByteIsPaidForOnce();
  void aLargeResponseTakesItsTime();
};

namespace {

constexpr std::int64_t kMiB = 1024 * 1024;

}  // namespace

void TestBandwidth::theFirstPartIsFree() {
  Bandwidth bandwidth(Instant{5});
  QCOMPARE(bandwidth.wait(Instant{5}).us, 0);
  bandwidth.take(6 * kMiB - 1);
  QCOMPARE(bandwidth.wait(Instant{5}).us, 0);
  bandwidth.take(1);
  QVERIFY(bandwidth.wait(Instant{5}).us > 0);
}

void TestBandwidth::thenSoManyASecond() {
  Bandwidth bandwidth(Instant{});
  bandwidth.take(8 * kMiB);
  QCOMPARE(bandwidth.wait(Instant{}).us, 1'000'001);
  QCOMPARE(bandwidth.wait(Instant{400'000}).us, 600'001);
  QCOMPARE(bandwidth.wait(Instant{1'000'001}).us, 0);
}

void TestBandwidth::itFillsUpToItsSize() {
  Bandwidth bandwidth(Instant{});
  bandwidth.take(6 * kMiB);
  QCOMPARE(bandwidth.wait(Instant{Duration::hours(100).us}).us, 0);
  bandwidth.take(7 * kMiB);  // No more than 6 of them had been saved.
  QCOMPARE(bandwidth.wait(Instant{Duration::hours(100).us}).us, 500'001);
  // A clock that went backwards gives nothing and takes nothing.
  QCOMPARE(bandwidth.wait(Instant{0}).us, 500'001);
}

void TestBandwidth::everyByteIsPaidForOnce() {
  Bandwidth bandwidth(Instant{});
  Instant now;
  for (std::int64_t sent = 0; sent < 200 * kMiB; sent += 65'536) {
    now = now + bandwidth.wait(now);
    bandwidth.take(65'536);
  }
  now = now + bandwidth.wait(now);
  // 194 MiB at 2 MiB a second, and less than a microsecond for each time that it waited.
  QVERIFY2(now.us >= 97'000'000 && now.us < 97'004'000, std::to_string(now.us).c_str());
}

/// End to end: 9 MiB, and the handler waits for them.
void TestBandwidth::aLargeResponseTakesItsTime() {
  if (QStandardPaths::findExecutable(QStringLiteral("node"),
                                     {QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin")})
          .isEmpty())
    QSKIP("needs Debian's package nodejs");
  livetest::Rig rig("nodejs22.x");
  rig.function().memory = Memory{1'769};
  rig.function().timeout = Duration::minutes(1);
  rig.write("index.mjs",
            "import { once } from 'node:events';\n"
            "export const handler = awslambda.streamifyResponse(async (event, stream) => {\n"
            "  for (let i = 0; i < event.mib * 16; ++i)\n"
            "    if (!stream.write(Buffer.alloc(65_536, 65 + i % 26))) await once(stream, "
            "'drain');\n  stream.end();\n});\n");
  QEventLoop loop;
  live::LiveAnswer answer;
  std::string pieces;
  live::LiveHost::Request request;
  request.payload = R"({"mib":9})";
  request.streamed = [&pieces](const std::string& piece) { pieces += piece; };
  request.answered = [&](const live::LiveAnswer& given) {
    answer = given;
    loop.quit();
  };
  rig.host().invoke(std::move(request));
  QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
  loop.exec();
  QCOMPARE(rig.attempt(answer).ending, journal::Ending::Succeeded);
  QCOMPARE(pieces.size(), static_cast<std::size_t>(9 * kMiB));
  QVERIFY(pieces == answer.payload);
  QCOMPARE(pieces.back(), static_cast<char>('A' + (9 * 16 - 1) % 26));
  // 3 MiB at 2 MiB a second, less what one reading takes.
  QVERIFY2(rig.attempt(answer).durationUs > 1'400'000U,
           std::to_string(rig.attempt(answer).durationUs).c_str());
  rig.invoke(R"({"mib":1})");  // The connection is as before.
  QCOMPARE(rig.host().run()->journal.attempts[1].ending, journal::Ending::Succeeded);
}

QTEST_GUILESS_MAIN(TestBandwidth)
#include "tst_bandwidth.moc"
