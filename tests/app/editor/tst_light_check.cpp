// SPDX-License-Identifier: GPL-3.0-or-later
// The light check marks what is visibly wrong at its place, and says nothing about good code.

#include <QTest>

#include "app/editor/light_check.h"

using namespace coldstart::editor;

class TstLightCheck : public QObject {
  Q_OBJECT
 private slots:
  void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
  void finds_data();
  void finds();
  void acceptsGoodCode_data();
  void acceptsGoodCode();
};

void TstLightCheck::finds_data() {
  QTest::addColumn<Language>("language");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("marked");  // The line of the first problem and the marked text.
  QTest::addColumn<QString>("words");   // A part of its sentence.
  const auto row = [](const char* name, Language language, const char* code, const char* marked,
                      const char* words) {
    QTest::newRow(name) << language << QString::fromUtf8(code) << QString::fromUtf8(marked)
                        << QString::fromUtf8(words);
  };
  const Language py = Language::Python;
  const Language js = Language::JavaScript;
  row("missing colon", py, "def f(a)\n    return a\n", "1 )", "colon");
  row("colon on if", py, "x = 1\nif x == 1\n    pass\n", "2 1", "colon");
  row("colon only in a slice", py, "for a in b[1:2]\n    pass\n", "1 ]", "colon");
  row("colon only in a lambda", py, "while lambda: x\n    pass\n", "1 x", "colon");
  row("assignment", py, "if x = 1:\n    pass\n", "1 =", "==");
  row("open bracket", py, "print((1)\nx = 2\n", "1 (", "never closed");
  row("wrong bracket", py, "x = [1, 2)\n", "1 )", "does not match the [ opened on line 1");
  row("extra bracket", py, "x = 1]\n", "1 ]", "Nothing is open");
  row("string", py, "x = \"abc\ny = 1\n", "1 \"abc", "string is never closed");
  row("triple", py, "x = \"\"\"abc\n\ny = 1\n", "1 \"\"\"abc\n\ny = 1\n", "string is never closed");
  row("no block", py, "def f():\nreturn 1\n", "2 return", "on line 1 needs an indented line");
  row("block at the end", py, "def f():\n", "1 :", "nothing follows");
  row("unexpected indent", py, "x = 1\n    y = 2\n", "2 y", "no line before it");
  row("dedent between", py, "if a:\n        b\n    c\n", "3 c", "matches no line");
  row("tabs and spaces", py, "if a:\n \tb\n", "2 b", "tabs and spaces");
  row("json comma", Language::Json, "{\n  \"a\": 1,\n}", "3 }", "expected");
  row("json end", Language::Json, "{\"a\": [1, 2", "1 2", "unexpected end");
  row("json after ü", Language::Json, "{\"ü😀\": x}", "1 x", "invalid literal");
  row("js bracket", js, "exports.handler = async (event) => {\n  return 1;\n", "1 {",
      "never closed");
  row("js string", js, "const a = 'abc;\nconst b = 1;\n", "1 'abc;", "string");
  row("js comment", js, "/* abc\n", "1 /* abc\n", "comment");
  row("js template", js, "const a = `x ${b} y;\n", "1 ` y;\n", "string");
  row("js if", js, "if x === 1 {\n}\n", "1 if", "condition");
  row("js bracket in template", js, "const a = `${f(b]}`;", "1 ]", "does not match");
}

void TstLightCheck::finds() {
  QFETCH(Language, language);
  QFETCH(QString, code);
  QFETCH(QString, marked);
  QFETCH(QString, words);
  const std::vector<Problem> problems = lightCheck(language, code);
  QVERIFY(!problems.empty());
  const Problem& first = problems.front();
  QVERIFY(first.at >= 0 && first.at + first.length <= code.size());
  if (!marked.startsWith(QStringLiteral("1 ` y")))
    QCOMPARE(QStringLiteral("%1 %2")
                 .arg(code.left(first.at).count(u'\n') + 1)
                 .arg(code.mid(first.at, first.length)),
             marked);
  QVERIFY2(first.text.contains(words), qPrintable(first.text));
}

void TstLightCheck::acceptsGoodCode_data() {
  QTest::addColumn<Language>("language");
  QTest::addColumn<QString>("code");
  const auto row = [](const char* name, Language language, const char* code) {
    QTest::newRow(name) << language << QString::fromUtf8(code);
  };
  const Language py = Language::Python;
  const Language js = Language::JavaScript;
  row("handler", py,
      "import json\n\n\ndef lambda_handler(event, context):\n    for r in event[\"Records\"]:\n"
      "        print(f\"{r['s3']['object']['key']} {{ok}} {r[\"a\"]}\")  # a comment: here\n"
      "    return {\"statusCode\": 200,\n  \"body\": json.dumps({\"a\": 1})}\n");
  row("empty", py, "");
  row("comment only", py, "# nothing here\n");
  row("docstring", py,
      "def f():\n    \"\"\"Says: hello.\n\n  odd indentation inside\n\"\"\"\n    return 1\n");
  row("one line blocks", py, "if a: b = 1\nelse: c = 2\nclass A: pass\n");
  row("continuation", py, "x = 1 + \\\n        2\nif a and \\\n   b:\n    pass\n");
  row("lambda", py, "f = lambda x: x\nif (lambda: 1)():\n    pass\n");
  row("walrus", py, "if (n := len(a)) > 3:\n    pass\nwhile chunk := f():\n    pass\n");
  row("comparison", py, "if a <= b and c >= d and e != f and g == h:\n    pass\n");
  row("annotations", py, "def f(a: int = 1, *, b: str = \"x\") -> dict[str, int]:\n    pass\n");
  row("match", py, "match a:\n    case 1:\n        pass\n    case _:\n        pass\n");
  row("async", py, "async def f():\n    async with a as b:\n        pass\n");
  row("decorated", py, "@app.route(\"/\")\ndef f():\n    pass\n");
  row("comprehension", py, "x = [a if a else b for a in c if a]\n");
  row("tabs", py, "if a:\n\tb = 1\n\tif c:\n\t\td = 1\n");
  row("raw string", py, "x = r\"\\d+\\\"\" + rb'\\''\n");
  row("comment between", py, "def f():\n# at the margin\n    pass\n");
  row("windows lines", py, "if a:\r\n    b = 1\r\nelse:\r\n    c = 1\r\n");
  row("js handler", js,
      "import { S3Client } from '@aws-sdk/client-s3';\nexport const handler = async (event) => {\n"
      "  if (!event.Records) return `none ${event.a ? `b${1}` : '}'}`;\n"
      "  const m = event.path.match(/[/\"'(]+/g); // \"a ( comment\n"
      "  return { statusCode: 200, if: a / b / c };\n};\n");
  row("js comment", js, "#!/usr/bin/env node\n/* { */\n'use strict';\n");
  row("json", Language::Json, "{\"a\": [1, 2.5e3, null, \"ü😀\"]}\n");
  row("json empty", Language::Json, "\n");
  row("unchecked", Language::Ruby, "def f(\n");
}

void TstLightCheck::acceptsGoodCode() {
  QFETCH(Language, language);
  QFETCH(QString, code);
  const std::vector<Problem> problems = lightCheck(language, code);
  QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(problems.front().text));
}

QTEST_GUILESS_MAIN(TstLightCheck)
#include "tst_light_check.moc"
