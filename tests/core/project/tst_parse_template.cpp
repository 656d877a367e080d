// SPDX-License-Identifier: GPL-3.0-or-later
// Templates as text: what is read, what is refused and where, and that a round trip keeps all.
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/project/template.h"

using namespace coldstart;
using namespace coldstart::project;
using Node = nlohmann::ordered_json;

namespace {

std::string compact(const Node& tree) {
  return tree.dump();
}

/// Nine levels of ten aliases each: a thousand million values from 300 bytes.
QByteArray billionLaughs() {
  QByteArray text("l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
  for (int i = 1; i < 10; ++i) {
    const QByteArray before = "*l" + QByteArray::number(i - 1);
    text += "l" + QByteArray::number(i) + ": &l" + QByteArray::number(i) + " [" + before;
    for (int k = 1; k < 10; ++k) text += ", " + before;
    text += "]\n";
  }
  return text;
}

}  // namespace

class TestParseTemplate : public QObject {
  Q_OBJECT
 private slots:
  void refuses_data();
  void refuses();
  void readsYamlLikeSam_data();
  void readsYamlLikeSam();
  void writesBackWhatItRead_data();
  void writesBackWhatItRead();
  void readsLargeFlatObjectsQuickly();
  void keepsInvalidTextOutOfTheFile();
};

void TestParseTemplate::refuses_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("where");
  QTest::addColumn<QByteArray>("words");  // a part of the sentence
  const auto row = [](const char* name, const QByteArray& text, const char* where,
                      const char* words) {
    QTest::newRow(name) << text << QByteArray(where) << QByteArray(words);
  };
  row("empty", "", "t:1:1", "is empty");
  row("only blanks and comments", "\n  # nothing\n", "t:1:1", "is empty");
  row("text", "hello", "t:1:1", "holds something else");
  row("list", "[1]", "t:1:1", "holds something else");
  row("JSON: missing comma", "{\n  \"a\": 1\n  \"b\": 2\n}", "t:3:3", "missing comma");
  row("JSON: wrong bracket", "{\"a\": [1, 2}", "t:1:12", "']'");
  row("JSON: ends early", "{\"a\": {\n", "t:2:1", "unexpected end of input");
  row("JSON: trailing text", "{} x", "t:1:4", "not valid JSON");
  row("JSON: tabs and umlauts count as one", "{\"ä\": tru}", "t:1:10", "not valid JSON");
  row("JSON: unquoted key", "{a: 1}", "t:1:2", "not valid JSON");
  row("JSON: single quotes", "{'a': 1}", "t:1:2", "not valid JSON");
  row("JSON: newline in a text", "{\"a\": \"x\ny\"}", "t:1:9", "not valid JSON");
  row("JSON: number too large", "{\"a\": 1e999}", "t:1:", "number overflow");
  row("JSON: integer beyond 64 bits", "{\"a\": 123456789012345678901234567890}",
      "t:1:", "in quotes");
  row("JSON: duplicate key", "{\"a\": 1,\n \"b\\\"\": 2, \"a\": 3}", "t:2:12",
      "\"a\" stands twice");
  row("JSON: too deep", QByteArray(501, '[').prepend("{\"a\":"), "t:1:505", "nested more than 500");
  row("JSON: a million brackets", QByteArray(1'000'000, '['), "t:1:501", "nested more than 500");
  row("NUL", QByteArray("{\"a\": \"x\0y\"}", 12), "t:1:9", "control character (byte 0)");
  row("UTF-16", QByteArray("\xFF\xFE{\0}\0", 6), "t:1:1", "not UTF-8");
  row("half a character", "{\"a\": \"\xC3\"}", "t:1:8", "not UTF-8");
  row("surrogate in UTF-8", "{\"a\": \"\xED\xA0\x80\"}", "t:1:8", "not UTF-8");
  row("YAML: tab as indentation", "a:\n\tb: 1\n", "t:2:", "not valid YAML");
  row("YAML: unclosed quote", "a: \"x\nb: 1\n", "t:1:4", "never closed");
  row("YAML: unclosed single quote", "a: 1\nb: !Sub 'it''s\n", "t:2:9", "never closed");
  row("YAML: bad indentation", "a:\n  b: 1\n c: 2\n", "t:3:", "not valid YAML");
  row("YAML: duplicate key", "a: 1\nb:\n  c: 1\n  c: 2\n", "t:4:3", "\"c\" stands twice");
  row("YAML: key is a list", "? [1]\n: 2\n", "t:1:3", "must be plain text");
  row("YAML: empty key", "~: 2\n", "t:1:1", "must be plain text");
  row("YAML: unknown function", "a: !Reff x\n", "t:1:4", "\"!Reff\" is not a function");
  row("YAML: unknown function of a list", "a: !Joyn [x]\n", "t:1:4", "\"!Joyn\"");
  row("YAML: unknown alias", "a: *b\n", "t:1:4", "not valid YAML");
  row("YAML: alias inside itself", "a: &x [*x]\n", "t:1:8", "never end");
  row("YAML: two documents", "a: 1\n---\nb: 2\n", "t:", "second YAML document");
  row("YAML: merge of a number", "a:\n  <<: 1\n", "t:2:3", "merge key");
  row("YAML: a billion laughs", billionLaughs(), "t:", "more than 1000000 values");
  row("YAML: too deep", QByteArray("a: ") + QByteArray(600, '['), "t:1:", "must be plain text");
  row("YAML: too deep in objects", QByteArray("a: {").repeated(600),
      "t:1:", "nested more than 500");
}

void TestParseTemplate::refuses() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, where);
  QFETCH(QByteArray, words);
  const auto read = parseTemplate(text.toStdString(), "t");
  QVERIFY2(!read, "was accepted");
  const QByteArray said = QByteArray::fromStdString(read.error().english());
  if (where.endsWith(':')) {
    QVERIFY2(said.startsWith(where), said.constData());
  } else {
    QCOMPARE(QByteArray::fromStdString(read.error().where), where);
  }
  QVERIFY2(said.contains(words), said.constData());
}

void TestParseTemplate::readsYamlLikeSam_data() {
  QTest::addColumn<QByteArray>("yaml");
  QTest::addColumn<QByteArray>("json");
  const auto row = [](const char* name, const char* yaml, const char* json) {
    QTest::newRow(name) << QByteArray(yaml) << QByteArray(json);
  };
  row("numbers", "{a: 1, b: -2, c: 0.9, d: 1e3}", R"({"a":1,"b":-2,"c":0.9,"d":1000.0})");
  row("quoted numbers stay text", "a: '1'\nb: \"0.5\"\n", R"({"a":"1","b":"0.5"})");
  row("booleans of YAML 1.1", "a: yes\nb: off\nc: True\nd: 'no'\n",
      R"({"a":true,"b":false,"c":true,"d":"no"})");
  row("y and n are text", "a: y\nb: n\n", R"({"a":"y","b":"n"})");
  row("keys are text", "on: 1\n12: 2\n", R"({"on":1,"12":2})");
  row("dates are text", "AWSTemplateFormatVersion: 2010-09-09\n",
      R"({"AWSTemplateFormatVersion":"2010-09-09"})");
  row("leading zero is text", "a: 012345678901\n", R"({"a":"012345678901"})");
  row("times are text", "a: 12:30\n", R"({"a":"12:30"})");
  row("versions with two points are text", "a: 1.2.3\n", R"({"a":"1.2.3"})");
  row("more than 64 bits is text", "a: 123456789012345678901234567890\n",
      R"({"a":"123456789012345678901234567890"})");
  row("large integers", "a: 9223372036854775807\nb: 18446744073709551615\n",
      R"({"a":9223372036854775807,"b":18446744073709551615})");
  row("infinity is text", "a: .inf\nb: 1e999\n", R"({"a":".inf","b":"1e999"})");
  row("null", "a: ~\nb:\nc: null\n", R"({"a":null,"b":null,"c":null})");
  row("hexadecimal", "a: 0x1F\n", R"({"a":31})");
  row("standard tags", "a: !!str 1\nb: !!int 2\n", R"({"a":"1","b":2})");
  row("Ref", "a: !Ref B\n", R"({"a":{"Ref":"B"}})");
  row("Condition", "a: !Condition B\n", R"({"a":{"Condition":"B"}})");
  row("GetAtt of a text", "a: !GetAtt B.Outputs.C\n", R"({"a":{"Fn::GetAtt":["B","Outputs.C"]}})");
  row("GetAtt of a list", "a: !GetAtt [B, Arn]\n", R"({"a":{"Fn::GetAtt":["B","Arn"]}})");
  row("Sub", "a: !Sub '${B}-x'\n", R"({"a":{"Fn::Sub":"${B}-x"}})");
  row("Sub keeps digits as text", "a: !Sub 12\n", R"({"a":{"Fn::Sub":"12"}})");
  row("nested", "a: !If [C, !Ref B, !Join ['', [x, !Select [0, !Split [',', 'p,q']]]]]\n",
      R"({"a":{"Fn::If":["C",{"Ref":"B"},{"Fn::Join":["",["x",{"Fn::Select":[0,{"Fn::Split":[",","p,q"]}]}]]}]}})");
  row("of a map", "a: !Transform {Name: x}\n", R"({"a":{"Fn::Transform":{"Name":"x"}}})");
  row("block text", "a: |\n  x\n  y\n", R"({"a":"x\ny\n"})");
  row("anchors", "a: &x {p: 1}\nb: *x\n", R"({"a":{"p":1},"b":{"p":1}})");
  row("merge", "a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n",
      R"({"a":{"p":1,"q":2},"b":{"p":1,"q":3}})");
  row("emoji and right to left", "\"\xF0\x9F\x9A\x80 x\": שלום\n",
      "{\"\xF0\x9F\x9A\x80 x\":\"שלום\"}");
  row("order is kept", "z: 1\na: 2\nm: 3\n", R"({"z":1,"a":2,"m":3})");
}

void TestParseTemplate::readsYamlLikeSam() {
  QFETCH(QByteArray, yaml);
  QFETCH(QByteArray, json);
  // A flow mapping on its own would be taken for JSON: a comment in front makes it YAML.
  const auto read = parseTemplate("# YAML\n" + yaml.toStdString(), "t");
  QVERIFY2(read, read ? "" : read.error().english().c_str());
  QCOMPARE(compact(*read), json.toStdString());
}

void TestParseTemplate::writesBackWhatItRead_data() {
  QTest::addColumn<QByteArray>("text");
  const auto row = [](const char* name, const char* text) {
    QTest::newRow(name) << QByteArray(text);
  };
  row("order", "{\n  \"z\": 1,\n  \"a\": [\n    true,\n    null\n  ]\n}\n");
  row("large integers", "{\n  \"a\": 18446744073709551615,\n  \"b\": -9223372036854775808\n}\n");
  row("fractions", "{\n  \"a\": 0.9,\n  \"b\": 1e-07,\n  \"c\": 0.0\n}\n");
  row("text of all kinds", "{\n  \"a\": \"\xF0\x9F\x9A\x80 שלום \\\"q\\\" \\\\ \\n \\u0001\"\n}\n");
  row("empty containers", "{\n  \"a\": {},\n  \"b\": []\n}\n");
}

void TestParseTemplate::writesBackWhatItRead() {
  QFETCH(QByteArray, text);
  const auto read = parseTemplate(text.toStdString(), "t");
  QVERIFY2(read, read ? "" : read.error().english().c_str());
  QCOMPARE(QByteArray::fromStdString(writeTemplate(*read)), text);
}

void TestParseTemplate::readsLargeFlatObjectsQuickly() {
  // A hundred megabytes are refused without being read; half a million keys are no search.
  const auto refused = parseTemplate(std::string(100'000'000, ' '), "big.json");
  QVERIFY(!refused);
  QVERIFY(refused.error().english().find("100 MB long") != std::string::npos);
  std::string text = "{";
  for (int i = 0; i < 500'000; ++i)
    text += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ",";
  text.back() = '}';
  const auto read = parseTemplate(text, "t");
  QVERIFY(read);
  QCOMPARE(read->size(), std::size_t{500'000});
  std::string tooMany = "{\"a\":[0";
  for (int i = 0; i < 1'000'000; ++i) tooMany += ",0";
  const auto stopped = parseTemplate(tooMany + "]}", "t");
  QVERIFY(!stopped);
  QVERIFY(stopped.error().english().find("more than 1000000 values") != std::string::npos);
}

void TestParseTemplate::keepsInvalidTextOutOfTheFile() {
  Node tree{{"a", "\xFF"}};
  const std::string text = writeTemplate(tree);
  QVERIFY(parseTemplate(text, "t"));
}

QTEST_GUILESS_MAIN(TestParseTemplate)
#include "tst_parse_template.moc"
