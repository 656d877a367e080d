// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of stack traces, as the managed runtimes print them.
#include <QTest>

#include "core/observe/code_place.h"

using namespace coldstart::observe;

class TestCodePlace : public QObject {
  Q_OBJECT
 private slots:
  void placesAreFound_data();
  void placesAreFound();
  void theTextOfALinkIsThePlaceItself();
  void aLongLineIsReadOnce();
};

void TestCodePlace::placesAreFound_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* name, const char* text, const char* expected) {
    QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
  };
  row("python's trace in one event",
      "[ERROR] KeyError: 'price'\rTraceback (most recent call last):\r  File "
      "\"/var/task/lambda_function.py\", line 10, in lambda_handler\r    return price_of(event)\r  "
      "File \"/var/task/shop/price.py\", line 5, in price_of\r",
      "/var/task/lambda_function.py:10 /var/task/shop/price.py:5");
  row("python's in JSON",
      R"("stackTrace": ["  File \"/var/task/lambda_function.py\", line 7, in price_of\n    return\n"])",
      "/var/task/lambda_function.py:7");
  row("a syntax error", "  File \"/var/task/lambda_function.py\" Line 3\n    def x(:\n",
      "/var/task/lambda_function.py:3");
  row("a folder with spaces and emoji", "File \"/home/ü/my 🚀 code/app.py\", line 2, in f",
      "/home/ü/my 🚀 code/app.py:2");
  row("node's module",
      R"x({"stack":["TypeError: x","    at handler (file:///var/task/index.mjs:3:9)",)x"
      R"x("    at async file:///var/runtime/bootstrap.mjs:100:20"]})x",
      "/var/task/index.mjs:3 /var/runtime/bootstrap.mjs:100");
  row("node's script", "    at Runtime.handler (/var/task/src/index.js:12:11)",
      "/var/task/src/index.js:12");
  row("node's syntax error", "/var/task/index.js:4\nconst x = ;", "/var/task/index.js:4");
  row("ruby's", "/var/task/lambda_function.rb:5:in `handler'", "/var/task/lambda_function.rb:5");
  row("no place", "START RequestId: 8f2c Version: $LATEST at 2026-11-21T15:02:42Z 10.0.0.1:8080",
      "");
  row("an address is none", "see https://example.com:443/a.html:2 and http://host/x.py:0", "");
  row("line 0 is none", "/var/task/a.py:0", "");
  row("cut off", "File \"/var/task/a.py", "");
}

void TestCodePlace::placesAreFound() {
  QFETCH(QString, text);
  QFETCH(QString, expected);
  QStringList found;
  for (const CodePlace& place : codePlaces(text.toStdString()))
    found << QString::fromStdString(place.file) + u':' + QString::number(place.line);
  QCOMPARE(found.join(u' '), expected);
}

void TestCodePlace::theTextOfALinkIsThePlaceItself() {
  const std::string text = "    at handler (file:///var/task/index.mjs:3:9)";
  const CodePlace node = codePlaces(text).front();
  QCOMPARE(text.substr(node.at, node.length), std::string("file:///var/task/index.mjs:3:9"));
  QVERIFY(!node.innermostLast);
  const std::string other = "x File \"/a.py\", line 12, in f";
  const CodePlace python = codePlaces(other).front();
  QCOMPARE(other.substr(python.at, python.length), std::string("File \"/a.py\", line 12"));
  QVERIFY(python.innermostLast);
}

/// A handler may print a megabyte of anything in one line.
void TestCodePlace::aLongLineIsReadOnce() {
  QVERIFY(codePlaces(std::string(1'000'000, ':')).empty());
  std::string times;
  for (int i = 0; i < 200'000; ++i) times += "12:34:56";
  QVERIFY(codePlaces(times).empty());
}

QTEST_APPLESS_MAIN(TestCodePlace)
#include "tst_code_place.moc"
