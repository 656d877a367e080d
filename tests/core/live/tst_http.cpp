// SPDX-License-Identifier: GPL-3.0-or-later
// Requests as they come off a socket: in pieces, several at once, and wrong.
#include <QTest>

#include "core/live/http.h"

using namespace coldstart::live;

class TestHttp : public QObject {
  Q_OBJECT
 private slots:
  void readsARequestInPiecesOfAnySize();
  void readsSeveralAtOnce();
  void readsChunksAndTrailers();
  void givesABodyInPieces();
  void asksForTheBody();
  void trimsFieldsThatAreTooLong();
  void refusesWhatIsWrong_data();
  void refusesWhatIsWrong();
  void writesReplies();
};

namespace {

const std::string kPost =
    "POST /a%2Fb?c=d HTTP/1.1\r\nHost: localhost:1\r\nX-Thing:  two words \r\n"
    "Content-Length: 5\r\n\r\nhello";

}  // namespace

void TestHttp::readsARequestInPiecesOfAnySize() {
  for (std::size_t piece = 1; piece <= kPost.size(); ++piece) {
    HttpReader reader(1'000);
    for (std::size_t at = 0; at < kPost.size(); at += piece) {
      QVERIFY(!reader.next());
      reader.feed(std::string_view(kPost).substr(at, piece));
    }
    const auto request = reader.next();
    QVERIFY(request);
    QCOMPARE(request->method, std::string("POST"));
    QCOMPARE(request->target, std::string("/a%2Fb?c=d"));
    QCOMPARE(std::string(request->field("x-thing")), std::string("two words"));
    QCOMPARE(request->body, std::string("hello"));
    QVERIFY(request->keepAlive);
    QVERIFY(!reader.next());
  }
}

void TestHttp::readsSeveralAtOnce() {
  HttpReader reader(1'000);
  reader.feed(kPost + "GET /x HTTP/1.1\r\nConnection: close\r\n\r\n" + kPost);
  QCOMPARE(reader.next()->body, std::string("hello"));
  const auto second = reader.next();
  QCOMPARE(second->method, std::string("GET"));
  QVERIFY(!second->keepAlive);
  QCOMPARE(reader.next()->body, std::string("hello"));
  QVERIFY(!reader.next());
}

void TestHttp::readsChunksAndTrailers() {
  HttpReader reader(1'000);
  reader.feed(
      "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTrailer: X-End\r\n\r\n"
      "3\r\nabc\r\n2\r\nde\r\n0\r\nX-End: done\r\n\r\n");
  const auto request = reader.next();
  QVERIFY(request);
  QCOMPARE(request->body, std::string("abcde"));
  QCOMPARE(std::string(request->field("X-End")), std::string("done"));
}

void TestHttp::givesABodyInPieces() {
  HttpReader reader(1'000);
  reader.feed("POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
  const auto head = reader.head();
  QVERIFY(head && head->target == "/x" && head->body.empty());
  QVERIFY(!reader.head());  // Once.
  QCOMPARE(reader.takeBody(), std::string("abc"));
  QVERIFY(!reader.next());
  reader.feed("2\r\nde\r\n0\r\nX-End: done\r\n\r\n");
  const auto request = reader.next();
  QVERIFY(request);
  QCOMPARE(request->body, std::string("de"));
  QCOMPARE(std::string(request->field("X-End")), std::string("done"));
  QVERIFY(!reader.head());
}

void TestHttp::asksForTheBody() {
  HttpReader reader(1'000);
  reader.feed("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  QVERIFY(reader.takeContinue());
  QVERIFY(!reader.takeContinue());
  reader.feed("ok");
  QCOMPARE(reader.next()->body, std::string("ok"));
}

void TestHttp::trimsFieldsThatAreTooLong() {
  const std::string bytes =
      "POST /x HTTP/1.1\r\nBefore: 1\r\nLong: " + std::string(1'000'000, 'a') +
      "\r\nAfter: 2\r\nContent-Length: 5\r\n\r\nhello";
  for (const std::size_t piece : {std::size_t{1'000}, std::size_t{50'000}, bytes.size()}) {
    HttpReader reader(1'000);
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
      QVERIFY(!reader.next());
      reader.feed(std::string_view(bytes).substr(at, piece));
    }
    const auto request = reader.next();
    QVERIFY(request);
    QCOMPARE(request->body, std::string("hello"));
    QCOMPARE(request->field("Before"), std::string_view("1"));
    QCOMPARE(request->field("After"), std::string_view("2"));
    QVERIFY(request->field("Long").size() < 60'000 && request->field("Long").ends_with("aaa"));
    reader.feed(kPost);
    QCOMPARE(reader.next()->body, std::string("hello"));
  }
}

void TestHttp::refusesWhatIsWrong_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<int>("status");
  QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n") << 400;
  QTest::newRow("negative length")
      << QByteArray("POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n") << 400;
  QTest::newRow("two lengths") << QByteArray(
                                      "POST / HTTP/1.1\r\nContent-Length: 5\r\n"
                                      "Content-Length: 6\r\n\r\nhello")
                               << 400;
  QTest::newRow("length and chunks")
      << QByteArray(
             "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
      << 400;
  QTest::newRow("bad chunk") << QByteArray(
                                    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")
                             << 400;
  QTest::newRow("body too large") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n")
                                  << 413;
  QTest::newRow("a trailer that is too long")
      << "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: " + QByteArray(70'000, 'a') +
             "\r\n\r\n"
      << 413;
  QTest::newRow("a name as long as a header may be")
      << QByteArray("GET / HTTP/1.1\r\n") + QByteArray(1'000'000, 'a') + ": b\r\nX\r\n\r\n"
      << 400;
  QTest::newRow("header without end")
      << QByteArray("GET / HTTP/1.1\r\nX: ") + QByteArray(1'200'000, 'a') << 413;
}

void TestHttp::refusesWhatIsWrong() {
  QFETCH(QByteArray, bytes);
  QFETCH(int, status);
  HttpReader reader(1'000);
  reader.feed(bytes.toStdString());
  QVERIFY(!reader.next());
  QVERIFY(reader.fault());
  QCOMPARE(reader.fault()->status, status);
  reader.feed(kPost);  // Nothing after it is believed.
  QVERIFY(!reader.next());
}

void TestHttp::writesReplies() {
  QCOMPARE(httpReply(202, {{"X-A", "b"}}, "{}", true),
           std::string("HTTP/1.1 202 Accepted\r\nX-A: b\r\nContent-Length: 2\r\n\r\n{}"));
  QVERIFY(httpReply(200, {}, "", false).find("Connection: close\r\n") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
