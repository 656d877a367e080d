// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor offers while a path into the test event is typed: "|" marks the cursor.

#include <QTest>

#include <nlohmann/json.hpp>

#include "app/editor/completion.h"

using namespace coldstart::editor;

class TstCompletion : public QObject {
  Q_OBJECT
 private slots:
  void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
  void offers_data();
  void offers();
  void replacesTheDotBeforeNamesThatNeedBrackets();
  void closesWhatItOpens();
  void tellsWhatStandsThere();
  void namesOfParameters();
  void callTips();
};

namespace {

const char* const kPut = R"({
  "Records": [{
    "eventVersion": "2.1", "awsRegion": "us-east-1", "eventName": "ObjectCreated:Put",
    "s3": {"bucket": {"name": "photos", "arn": "arn:aws:s3:::photos"},
           "object": {"key": "cats/luna+1.jpg", "size": 48213}}
  }]
})";
const char* const kBus =
    R"({"version": "0", "detail-type": "EC2 Instance State-change Notification",
  "detail": {"instance-id": "i-0abc", "state": "stopped"},
  "body": "{\"order\": {\"id\": 7}}"})";

}  // namespace

void TstCompletion::offers_data() {
  QTest::addColumn<Language>("language");
  QTest::addColumn<QString>("event");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("offered");  // Labels, comma separated; "" for nothing.
  const auto row = [](const char* name, Language language, const char* event, const char* code,
                      const char* offered) {
    QTest::newRow(name) << language << QString::fromUtf8(event) << QString::fromUtf8(code)
                        << QString::fromUtf8(offered);
  };
  const Language py = Language::Python;
  const Language js = Language::JavaScript;
  row("top key", py, kPut, "event[\"|", "Records");
  row("bracket alone", py, kPut, "event[|", "Records");
  row("array wants an index", py, kPut, "event[\"Records\"][|", "0");
  row("nested", py, kPut, "key = event[\"Records\"][0][\"s3\"][\"|", "bucket,object");
  row("partial", py, kPut, "key = event['Records'][0]['s3']['bu|", "bucket");
  row("any index", py, kPut, "event[\"Records\"][i][\"s3\"][\"object\"][\"|", "key,size");
  row("get", py, kPut, "event.get(\"|", "Records");
  row("get with default", py, kPut, "event.get(\"Records\", [])[0][\"s3\"].get(\"|",
      "bucket,object");
  row("dict methods", py, kPut, "event.|", "get(,items(),keys(),values()");
  row("loop variable", py, kPut,
      "def lambda_handler(event, context):\n    for record in event[\"Records\"]:\n"
      "        b = record[\"s3\"][\"|",
      "bucket,object");
  row("enumerate", py, kPut, "for i, r in enumerate(event[\"Records\"]):\n    r[\"s3\"][\"|",
      "bucket,object");
  row("assigned", py, kPut, "s3 = event[\"Records\"][0][\"s3\"]\nname = s3[\"bucket\"][\"|",
      "name,arn");
  row("other name", py, kPut, "def handler(evt, ctx):\n    evt[\"|", "Records");
  row("inside a call", py, kPut, "print(event[\"Records\"][0][\"s3\"][\"object\"][\"|", "key,size");
  row("inside a formatted string", py, kPut, "print(f\"{event['Records'][0]['s3']['|",
      "bucket,object");
  row("parsed body", py, kBus, "body = json.loads(event[\"body\"])\nbody[\"|", "order");
  row("dashes", py, kBus, "event[\"det|", "detail-type,detail");
  row("not the event", py, kPut, "other[\"|", "");
  row("member called event", py, kPut, "self.event[\"|", "");
  row("unknown key", py, kPut, "event[\"Nothing\"][\"|", "");
  row("names in a circle", py, kPut, "a = b\nb = a\na[\"|", "");
  row("no event", py, "null", "event[\"|", "");
  row("context", py, kPut, "context.f|", "function_name,function_version");
  row("context deep", py, kPut, "context.client_context.client.app_v|",
      "app_version_name,app_version_code");
  row("js path", js, kPut, "const key = event.Records[0].s3.|", "bucket,object");
  row("js optional", js, kPut, "event?.Records?.[0]?.s3?.b|", "bucket");
  row("js array", js, kPut, "event.Records.|", "length,map(,forEach(,filter(,at(");
  row("js loop", js, kPut, "for (const record of event.Records) {\n  record.s3.|", "bucket,object");
  row("js map", js, kPut, "event.Records.map((r) => r.s3.object.|", "key,size");
  row("js destructuring", js, kPut, "const { Records } = event;\nRecords[0].s3.|", "bucket,object");
  row("js parsed", js, kBus, "const body = JSON.parse(event.body);\nbody.|", "order");
  row("js dashes", js, kBus, "event.det|", "detail-type,detail");
  row("js context", js, kPut, "context.aws|", "awsRequestId");
  row("ts types", Language::TypeScript, kPut,
      "export const handler = async (e: S3Event, ctx: Context) => {\n  e.|", "Records");
  row("two letters", py, kPut, "bucket = 1\nbu|", "");
  row("three letters", py, kPut, "bucket = 1\nbuc|", "bucket");
  row("in a comment", py, kPut, "bucket = 1\n# buc|", "");
  row("in a string", py, kPut, "bucket = 1\nx = \"buc|", "");
}

void TstCompletion::offers() {
  QFETCH(Language, language);
  QFETCH(QString, event);
  QFETCH(QString, code);
  QFETCH(QString, offered);
  const qsizetype cursor = code.indexOf(u'|');
  code.remove(cursor, 1);
  const Completion found = complete(
      language, code, cursor, nlohmann::ordered_json::parse(event.toStdString()), Asked::ByTyping);
  QStringList labels;
  for (const Candidate& candidate : found.candidates) labels += candidate.label;
  QCOMPARE(labels.join(u','), offered);
}

void TstCompletion::replacesTheDotBeforeNamesThatNeedBrackets() {
  const QString code = QStringLiteral("  event.det");
  const Completion found = complete(Language::JavaScript, code, code.size(),
                                    nlohmann::ordered_json::parse(kBus), Asked::ByTyping);
  QCOMPARE(found.from, 7);
  QCOMPARE(found.typedFrom, 8);
  QCOMPARE(found.candidates.size(), std::size_t{2});
  QCOMPARE(found.candidates[0].insert, QStringLiteral("[\"detail-type\"]"));
  QCOMPARE(found.candidates[1].insert, QStringLiteral(".detail"));
}

void TstCompletion::closesWhatItOpens() {
  const auto event = nlohmann::ordered_json::parse(kPut);
  const auto first = [&](const char* text, qsizetype cursor) {
    const auto found =
        complete(Language::Python, QString::fromUtf8(text), cursor, event, Asked::ByTyping);
    return found.candidates.empty() ? QString() : found.candidates.front().insert;
  };
  QCOMPARE(first("event[\"", 7), QStringLiteral("Records\"]"));
  QCOMPARE(first("event['", 7), QStringLiteral("Records']"));
  QCOMPARE(first("event[", 6), QStringLiteral("\"Records\"]"));
  QCOMPARE(first("event.get(\"", 11), QStringLiteral("Records\")"));
  QCOMPARE(first("event[\"\"]", 7), QStringLiteral("Records"));
}

void TstCompletion::tellsWhatStandsThere() {
  const auto event = nlohmann::ordered_json::parse(kPut);
  const QString code = QStringLiteral("event[\"Records\"][0][\"s3\"][\"object\"][\"");
  const Completion found = complete(Language::Python, code, code.size(), event, Asked::ByTyping);
  QCOMPARE(found.candidates[0].detail, QStringLiteral("\"cats/luna+1.jpg\""));
  QCOMPARE(found.candidates[1].detail, QStringLiteral("48213"));
}

void TstCompletion::namesOfParameters() {
  const auto names = [](Language language, const char* text) {
    const HandlerParameters p = handlerParameters(language, QString::fromUtf8(text));
    return p.event + u' ' + p.context;
  };
  QCOMPARE(names(Language::Python, "def helper(a, b):\n  pass\ndef go(payload, context):\n"),
           QStringLiteral("payload context"));
  QCOMPARE(names(Language::JavaScript, "exports.handler = async (evt, ctx) => {"),
           QStringLiteral("evt ctx"));
  QCOMPARE(names(Language::JavaScript, "export async function handler(e, context) {"),
           QStringLiteral("e context"));
  QCOMPARE(names(Language::Python, "x = 1"), QStringLiteral("event context"));
}

void TstCompletion::callTips() {
  const QString python = QStringLiteral("left = context.get_remaining_time_in_millis(");
  QVERIFY(
      callTip(Language::Python, python, python.size()).contains(QStringLiteral("never negative")));
  const QString node = QStringLiteral("context.getRemainingTimeInMillis(");
  QVERIFY(callTip(Language::JavaScript, node, node.size()).startsWith(QStringLiteral("getRem")));
  QVERIFY(callTip(Language::Python, node, node.size()).isEmpty());
}

QTEST_GUILESS_MAIN(TstCompletion)
#include "tst_completion.moc"
