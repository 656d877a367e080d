// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>
#include <array>
#include <memory>
#include <string>

#include <sys/socket.h>
#include <unistd.h>

#include "core/live/connection.h"

using coldstart::live::Connection;

class TestConnection : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void cleanup();
  void handsOnWhatCame();
  void keepsWhatTheOtherEndDoesNotTakeYet();
  void closesOnceEverythingIsWritten();
  void saysThatTheOtherEndHasGone();
  void writesToNobody();
  void lingersForAnAnswer();

 private:
  /// Everything until the other end closes, read while the event loop turns.
  std::string readSlowly() const;

  std::unique_ptr<Connection> m_ours;
  int m_theirs = -1;
};

namespace {

// More than the kernel keeps for a socket.
const std::string& large() {
  static const std::string text = [] {
    std::string all;
    for (int i = 0; all.size() < 4'000'000; ++i) all += std::to_string(i);
    return all;
  }();
  return text;
}

}  // namespace

void TestConnection::init() {
  std::array<int, 2> ends{};
  QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
  m_ours = std::make_unique<Connection>(ends[0]);
  m_theirs = ends[1];
}

void TestConnection::cleanup() {
  m_ours.reset();
  ::close(m_theirs);
}

std::string TestConnection::readSlowly() const {
  std::string all;
  std::array<char, 50'000> buffer;
  for (;;) {
    const ssize_t size = ::recv(m_theirs, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (size == 0) return all;
    if (size > 0) all.append(buffer.data(), static_cast<std::size_t>(size));
    if (size < 0 && all.size() >= large().size()) return all;
    QCoreApplication::processEvents();
  }
}

void TestConnection::handsOnWhatCame() {
  std::string read;
  connect(m_ours.get(), &Connection::readable, this, [&] {
    QVERIFY(m_ours->readAll([&read](std::string_view bytes) {
      read += bytes;
      return true;
    }));
  });
  QCOMPARE(::send(m_theirs, "one", 3, 0), 3);
  QTRY_COMPARE(read, std::string("one"));
  m_ours->setReading(false);
  QCOMPARE(::send(m_theirs, "two", 3, 0), 3);
  QCoreApplication::processEvents();
  QCOMPARE(read, std::string("one"));
  m_ours->setReading(true);
  QTRY_COMPARE(read, std::string("onetwo"));
}

void TestConnection::keepsWhatTheOtherEndDoesNotTakeYet() {
  m_ours->write(std::string_view(large()).substr(0, 3'000'000));
  m_ours->write(std::string_view(large()).substr(3'000'000));
  QVERIFY(readSlowly() == large());
}

void TestConnection::closesOnceEverythingIsWritten() {
  const QSignalSpy closed(m_ours.get(), &Connection::closed);
  m_ours->write(large());
  m_ours->closeWhenWritten();
  QCOMPARE(closed.count(), 0);
  m_ours->write("too late");
  QVERIFY(readSlowly() == large());
  QCOMPARE(closed.count(), 1);
}

void TestConnection::saysThatTheOtherEndHasGone() {
  const QSignalSpy closed(m_ours.get(), &Connection::closed);
  bool there = true;
  std::string read;
  connect(m_ours.get(), &Connection::readable, this, [&] {
    there = m_ours->readAll([&read](std::string_view bytes) {
      read += bytes;
      return true;
    });
  });
  QCOMPARE(::send(m_theirs, "last words", 10, 0), 10);
  ::shutdown(m_theirs, SHUT_RDWR);
  QTRY_VERIFY(!there);
  QCOMPARE(read, std::string("last words"));
  QCOMPARE(closed.count(), 0);
}

/// Neither a signal of the system's that ends the program, nor bytes that wait for ever.
void TestConnection::writesToNobody() {
  ::shutdown(m_theirs, SHUT_RDWR);
  m_ours->write(large());
  const QSignalSpy closed(m_ours.get(), &Connection::closed);
  m_ours->closeWhenWritten();
  QTRY_COMPARE(closed.count(), 1);
}

/// It ends whoever was written to, and takes nothing away.
void TestConnection::lingersForAnAnswer() {
  m_ours->write("question");
  QCOMPARE(::send(m_theirs, "answer", 6, 0), 6);
  Connection::linger();
  std::string read;
  QVERIFY(m_ours->readAll([&read](std::string_view bytes) {
    read += bytes;
    return true;
  }));
  QCOMPARE(read, std::string("answer"));
  m_ours->write("another");
  Connection::linger();
  m_ours->write("and another");
  m_ours.reset();
  Connection::linger();
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
