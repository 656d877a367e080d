// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/events/catalogue.h"
#include "tests/support/paths.h"

using namespace coldstart;
using namespace coldstart::events;
using Json = nlohmann::ordered_json;

namespace {

Json at(const Json& event, const char* pointer) {
  const Json::json_pointer where{pointer};
  return event.contains(where) ? event.at(where) : Json("(missing)");
}

QByteArray bytes(const std::string& text) {
  return QByteArray::fromStdString(text);
}

const EventType& type(const char* service, const char* event) {
  const EventType* found = find(service, event);
  Q_ASSERT(found != nullptr);
  return *found;
}

QString goldenPath(const EventType& event) {
  return tests::sourceDir() +
         QStringLiteral("/tests/core/events/golden/%1-%2.json")
             .arg(QString::fromStdString(event.service), QString::fromStdString(event.event));
}

/// A value of the field that is not its default; different for every round.
std::string otherValue(const Field& field, int round) {
  static const std::vector<std::string> texts{"a b",
                                              "ü/ä+ö%20&=?#",
                                              "\"quoted\" \\ and\nlines",
                                              "λ 🚀 ☃",
                                              "{\"a\": [1, 2]}",
                                              "",
                                              "  edges ",
                                              "100%",
                                              "../a//b"};
  const auto n = static_cast<std::size_t>(round);
  switch (field.kind) {
    case Field::Kind::Integer:
      return std::to_string(round * 7919);
    case Field::Kind::Choice:
      return field.choices[n % field.choices.size()];
    case Field::Kind::Json:
      return R"({"n":)" + std::to_string(round) + "}";
    case Field::Kind::Schedule:
      return "rate(2 hours)";
    case Field::Kind::Text:
    case Field::Kind::Lines:
      break;
  }
  if (field.general || !field.resourceType.empty() || field.flag == "stage")
    return "name-" + std::to_string(round);  // A part of an ARN or a path: no separators.
  return texts[n % texts.size()];
}

}  // namespace

class TestCatalogue : public QObject {
  Q_OBJECT
 private slots:
  void writesTheGoldenEvent_data();
  void writesTheGoldenEvent();
  void hasSamsServicesEventsAndFlags_data();
  void hasSamsServicesEventsAndFlags();
  void hasTheKeysOfTheRealEvent_data();
  void hasTheKeysOfTheRealEvent();
  void valuesComeBackFromTheEvent_data();
  void valuesComeBackFromTheEvent();
  void encodesAsTheServiceDoes();
  void keepsWhatTheUserWrote();
  void changesOnlyTheBytesOfTheValue();
  void saysWhereTextIsNotJson_data();
  void saysWhereTextIsNotJson();
  void readsEventsOfOthers_data();
  void readsEventsOfOthers();
  void plainBodiesStayPlain();
  void refusesWrongValues_data();
  void refusesWrongValues();
  void wrapsAnEvent();
  void findsTheNearestWord();
};

void TestCatalogue::writesTheGoldenEvent_data() {
  QTest::addColumn<int>("index");
  for (std::size_t i = 0; i < catalogue().size(); ++i)
    QTest::addRow("%s %s", catalogue()[i].service.c_str(), catalogue()[i].event.c_str())
        << static_cast<int>(i);
}

void TestCatalogue::writesTheGoldenEvent() {
  QFETCH(int, index);
  const EventType& event = catalogue()[static_cast<std::size_t>(index)];
  const auto written = generate(event, {});
  QVERIFY(static_cast<bool>(written));
  QFile golden(goldenPath(event));
  QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
  QCOMPARE(bytes(written->dump(2) + "\n"), golden.readAll());
  QVERIFY(Json::accept(event.response));
}

// Flags as `sam local generate-event SERVICE EVENT --help` lists them (facts, appendix A.1).
void TestCatalogue::hasSamsServicesEventsAndFlags_data() {
  QTest::addColumn<QByteArray>("service");
  QTest::addColumn<QByteArray>("event");
  QTest::addColumn<QByteArray>("flags");
  const auto row = [](const char* service, const char* event, const char* flags) {
    QTest::addRow("%s %s", service, event)
        << QByteArray(service) << QByteArray(event) << QByteArray(flags);
  };
  row("s3", "put", "partition region bucket key");
  row("s3", "delete", "partition region bucket key");
  row("apigateway", "aws-proxy",
      "account-id body stage method resource path querystringparameters dns-suffix");
  row("apigateway", "http-api-proxy", "account-id body stage method path dns-suffix");
  row("sns", "notification", "account-id partition region topic subject message");
  row("sqs", "receive-message", "account-id partition region queue-name body");
  row("cloudwatch", "scheduled-event", "account-id partition region rule");
}

void TestCatalogue::hasSamsServicesEventsAndFlags() {
  QFETCH(QByteArray, service);
  QFETCH(QByteArray, event);
  QFETCH(QByteArray, flags);
  const EventType* found = find(service.constData(), event.constData());
  QVERIFY(found);
  QList<QByteArray> expected = flags.split(' ');
  QList<QByteArray> actual;
  for (const Field& field : found->fields)
    if (!field.ours) actual << bytes(field.flag);
  std::sort(expected.begin(), expected.end());
  std::sort(actual.begin(), actual.end());
  QCOMPARE(actual, expected);
}

// Key paths of the recorded events (facts §6 and appendix A.2).
void TestCatalogue::hasTheKeysOfTheRealEvent_data() {
  QTest::addColumn<QByteArray>("service");
  QTest::addColumn<QByteArray>("event");
  QTest::addColumn<QByteArray>("parent");
  QTest::addColumn<QByteArray>("keys");
  const auto row = [](const char* service, const char* event, const char* parent,
                      const char* keys) {
    QTest::addRow("%s %s %s", service, event, parent)
        << QByteArray(service) << QByteArray(event) << QByteArray(parent) << QByteArray(keys);
  };
  row("s3", "put", "/Records/0",
      "eventVersion eventSource awsRegion eventTime eventName userIdentity requestParameters "
      "responseElements s3");
  row("s3", "put", "/Records/0/s3", "s3SchemaVersion configurationId bucket object");
  row("s3", "put", "/Records/0/s3/object", "key size eTag sequencer");
  row("s3", "delete", "/Records/0/s3/object", "key sequencer");
  row("apigateway", "aws-proxy", "",
      "resource path httpMethod headers multiValueHeaders queryStringParameters "
      "multiValueQueryStringParameters pathParameters stageVariables requestContext body "
      "isBase64Encoded");
  row("apigateway", "aws-proxy", "/requestContext",
      "accountId apiId deploymentId domainName domainPrefix extendedRequestId httpMethod identity "
      "path protocol requestId requestTime requestTimeEpoch resourceId resourcePath stage");
  row("apigateway", "http-api-proxy", "",
      "version routeKey rawPath rawQueryString cookies headers queryStringParameters "
      "requestContext body pathParameters isBase64Encoded stageVariables");
  row("apigateway", "http-api-proxy", "/requestContext",
      "accountId apiId authentication authorizer domainName domainPrefix http requestId routeKey "
      "stage time timeEpoch");
  row("apigateway", "http-api-proxy", "/requestContext/http",
      "method path protocol sourceIp userAgent");
  row("sns", "notification", "/Records/0", "EventSource EventVersion EventSubscriptionArn Sns");
  row("sns", "notification", "/Records/0/Sns",
      "Type MessageId TopicArn Subject Message Timestamp SignatureVersion Signature "
      "SigningCertUrl UnsubscribeUrl MessageAttributes");
  row("sqs", "receive-message", "/Records/0",
      "messageId receiptHandle body attributes messageAttributes md5OfBody eventSource "
      "eventSourceARN awsRegion");
  row("sqs", "receive-message", "/Records/0/attributes",
      "ApproximateReceiveCount SentTimestamp SenderId ApproximateFirstReceiveTimestamp");
  row("cloudwatch", "scheduled-event", "",
      "version id detail-type source account time region resources detail");
  row("eventbridge", "ec2-state-change", "/detail", "instance-id state");
  row("eventbridge", "cloudtrail-run-instances", "/detail/userIdentity",
      "type principalId arn accountId accessKeyId userName sessionContext");
}

void TestCatalogue::hasTheKeysOfTheRealEvent() {
  QFETCH(QByteArray, service);
  QFETCH(QByteArray, event);
  QFETCH(QByteArray, parent);
  QFETCH(QByteArray, keys);
  const auto written = generate(type(service.constData(), event.constData()), {});
  QByteArrayList actual;
  const Json found = at(*written, parent.constData());
  for (const auto& [key, value] : found.items()) actual << bytes(key);
  QCOMPARE(actual.join(' '), keys);
}

void TestCatalogue::valuesComeBackFromTheEvent_data() {
  writesTheGoldenEvent_data();
}

void TestCatalogue::valuesComeBackFromTheEvent() {
  QFETCH(int, index);
  const EventType& event = catalogue()[static_cast<std::size_t>(index)];
  for (int round = 0; round < 27; ++round) {
    Values values;
    int salt = round;
    for (const Field& field : event.fields) values[field.flag] = otherValue(field, salt++);
    const auto written = generate(event, values);
    QVERIFY2(static_cast<bool>(written), written ? "" : written.error().english().c_str());
    const auto read = recognise(*written);
    QVERIFY(read);
    QCOMPARE(read->type, &event);
    for (const auto& [flag, value] : values) {
      QVERIFY2(read->values.contains(flag), flag.c_str());
      QCOMPARE(bytes(read->values.at(flag)), bytes(value));
    }
    // Setting the fields one by one in the standard event gives the same event.
    auto edited = generate(event, {});
    for (const auto& [flag, value] : values) {
      edited = withField(std::move(*edited), event, flag, value);
      QVERIFY2(static_cast<bool>(edited), edited ? "" : edited.error().english().c_str());
    }
    QCOMPARE(bytes(edited->dump(2)), bytes(written->dump(2)));
  }
}

void TestCatalogue::encodesAsTheServiceDoes() {
  const EventType& put = type("s3", "put");
  const auto event = generate(put, {{"bucket", "photos"}, {"key", "cats/luna 1@home.jpg"}});
  QCOMPARE(bytes(at(*event, "/Records/0/s3/object/key").dump()),
           bytes(Json("cats/luna+1%40home.jpg").dump()));
  QCOMPARE(bytes(at(*event, "/Records/0/s3/bucket/arn").dump()),
           bytes(Json("arn:aws:s3:::photos").dump()));
  QCOMPARE(encoded(put, "key", "a b"), std::optional<std::string>("a+b"));
  QCOMPARE(encoded(put, "key", "ab"), std::optional<std::string>());
  QCOMPARE(encoded(put, "bucket", "a b"), std::optional<std::string>());

  const auto rest = generate(type("apigateway", "aws-proxy"),
                             {{"body", "hello"}, {"querystringparameters", R"({"a":"1"})"}});
  QCOMPARE(bytes(at(*rest, "/body").dump()), bytes(Json("aGVsbG8=").dump()));
  QCOMPARE(bytes(at(*rest, "/multiValueQueryStringParameters/a").dump()),
           bytes(Json::array({"1"}).dump()));
  QCOMPARE(bytes(at(*rest, "/requestContext/path").dump()),
           bytes(Json("/prod/path/to/resource").dump()));

  const EventType& queue = type("sqs", "receive-message");
  // Digests of "" and of 62 letters and digits are in RFC 1321, appendix A.5.
  const std::pair<const char*, const char*> digests[] = {
      {"", "d41d8cd98f00b204e9800998ecf8427e"},
      {"message digest", "f96b697d7cb7938d525a2f31aaf161d0"},
      {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
       "d174ab98d277d9f5a5611c2c9f419d9f"},
      {"12345678901234567890123456789012345678901234567890123456789012345678901234567890",
       "57edf4a22be3c955ac49da2e2107b67a"}};
  for (const auto& [body, digest] : digests) {
    const auto message = generate(queue, {{"body", body}});
    QCOMPARE(bytes(at(*message, "/Records/0/md5OfBody").dump()), bytes(Json(digest).dump()));
  }
}

void TestCatalogue::keepsWhatTheUserWrote() {
  const EventType& put = type("s3", "put");
  auto event = *generate(put, {});
  event["mine"] = {{"a", 1}};
  event["Records"][0]["s3"]["object"]["versionId"] = "v7";
  event["Records"][0]["awsRegion"] = 42;  // Wrong, and the user's.
  event["Records"].push_back({{"second", true}});
  const auto changed = withField(event, put, "key", "a b");
  QVERIFY(static_cast<bool>(changed));
  auto expected = event;
  expected["Records"][0]["s3"]["object"]["key"] = "a+b";
  QCOMPARE(bytes(changed->dump(2)), bytes(expected.dump(2)));
  QVERIFY(!recognise(*changed)->values.contains("region"));

  // A place that vanished comes back; one that became something else is an error.
  event["Records"][0]["s3"].erase("object");
  QCOMPARE(bytes(at(*withField(event, put, "size", "5"), "/Records/0/s3/object/size").dump()),
           bytes(Json(5).dump()));
  event["Records"] = "none";
  const auto refused = withField(event, put, "size", "5");
  QVERIFY(!refused);
  QVERIFY(bytes(refused.error().english()).contains("--size"));
}

void TestCatalogue::changesOnlyTheBytesOfTheValue() {
  const EventType& put = type("s3", "put");
  const std::string before = R"json({ "Records":[ {"eventSource" : "aws:s3",
     "eventName": "ObjectCreated:Put", "note": [1.50, {"}": "]\\" }, 123456789012345678901234567890],
  "s3":{"object":{"key":"old","key":"t\u0065st" , "size":1e3},"bucket":{"name":"\u00e4","arn": null}}}]})json";
  const auto key = withFieldInText(before, put, "key", "a \"b\"");
  QVERIFY(static_cast<bool>(key));
  std::string expected = before;
  expected.replace(expected.find(R"("t\u0065st")"), 11, R"("a+%22b%22")");
  QCOMPARE(bytes(*key), bytes(expected));

  const auto bucket = withFieldInText(before, put, "bucket", "photos");
  expected = before;
  expected.replace(expected.find(R"("\u00e4")"), 8, R"("photos")");
  expected.replace(expected.find("null"), 4, R"("arn:aws:s3:::photos")");
  QCOMPARE(bytes(*bucket), bytes(expected));

  // The same value again: nothing changes, not even how it is written.
  QCOMPARE(bytes(*withFieldInText(before, put, "key", "test")), bytes(before));
  // No place yet: the text is written anew, and holds all that it held.
  const auto region = withFieldInText(before, put, "region", "eu-west-1");
  Json whole = Json::parse(before);
  whole["Records"][0]["awsRegion"] = "eu-west-1";
  QCOMPARE(bytes(*region), bytes(whole.dump(2) + "\n"));
  QVERIFY(!withFieldInText("{", put, "key", "x"));
}

void TestCatalogue::saysWhereTextIsNotJson_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("place");
  QTest::newRow("missing value") << QByteArray("{\n  \"a\": ,\n}")
                                 << QByteArray("line 2, column 8");
  QTest::newRow("after characters of several bytes")
      << QByteArray("{\"λ🚀\": ,}") << QByteArray("line 1, column 8");
  QTest::newRow("nothing") << QByteArray() << QByteArray("line 1, column 1");
  QTest::newRow("cut off") << QByteArray("{\"a\": 1\n") << QByteArray("line 2, column 1");
  QTest::newRow("two values") << QByteArray("{} {}") << QByteArray("line 1, column 4");
  QTest::newRow("bytes that are no text")
      << QByteArray("[\"\xff\"]") << QByteArray("line 1, column 3");
  QTest::newRow("depth") << QByteArray(100'000, '[') + QByteArray(100'000, ']')
                         << QByteArray("1000 levels");
  QTest::newRow("huge number") << QByteArray("[1e999]") << QByteArray("too large");
}

void TestCatalogue::saysWhereTextIsNotJson() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, place);
  const auto refused = parseEvent(text.toStdString());
  QVERIFY(!refused);
  QVERIFY2(bytes(refused.error().english()).contains(place), refused.error().english().c_str());
}

void TestCatalogue::readsEventsOfOthers_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<QByteArray>("name");
  const auto row = [](const char* title, const char* json, const char* name) {
    QTest::newRow(title) << QByteArray(json) << QByteArray(name);
  };
  row("an S3 event with little in it",
      R"({"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Copy"}]})", "s3 put");
  row("hello world", R"({"key1":"a","key2":2,"key3":null})", "custom hello-world");
  row("empty", "{}", "custom empty");
  row("own object", R"({"orderId": 7})", "");
  row("list", "[1, 2]", "");
  row("number", "5", "");
  row("null", "null", "");
  row("records that are no list", R"({"Records":{"eventSource":"aws:s3"}})", "");
  row("another API call",
      R"({"detail-type":"AWS API Call via CloudTrail","source":"aws.s3","detail":{"eventName":"PutObject"}})",
      "eventbridge custom-event");
}

void TestCatalogue::readsEventsOfOthers() {
  QFETCH(QByteArray, json);
  QFETCH(QByteArray, name);
  const auto read = recognise(Json::parse(json.toStdString()));
  QCOMPARE(read ? bytes(read->type->service + " " + read->type->event) : QByteArray(), name);
}

void TestCatalogue::plainBodiesStayPlain() {
  const EventType& rest = type("apigateway", "aws-proxy");
  auto event = *generate(rest, {{"body", "hello"}});
  event["isBase64Encoded"] = false;
  event["body"] = "plain";
  QCOMPARE(recognise(event)->values.at("body"), std::string("plain"));
  QCOMPARE(bytes(at(*withField(event, rest, "body", "still plain"), "/body").dump()),
           bytes(Json("still plain").dump()));
  event["isBase64Encoded"] = true;  // "plain" is not base64 of text.
  QVERIFY(!recognise(event)->values.contains("body"));
}

void TestCatalogue::refusesWrongValues_data() {
  QTest::addColumn<QByteArray>("flag");
  QTest::addColumn<QByteArray>("value");
  QTest::addColumn<QByteArray>("sentence");
  const auto row = [](const char* flag, const char* value, const char* sentence) {
    QTest::addRow("%s=%s", flag, value)
        << QByteArray(flag) << QByteArray(value) << QByteArray(sentence);
  };
  row("buket", "x", "s3 put has no field --buket. Did you mean --bucket?");
  row("colour", "x",
      "s3 put has no field --colour. It has --bucket, --key, --size, --event-name, --region, "
      "--partition.");
  row("size", "many", "--size takes a whole number; \"many\" is none.");
  row("size", "-1", "--size takes a whole number; \"-1\" is none.");
  row("size", "9999999999999999999",
      "--size takes a whole number; \"9999999999999999999\" is none.");
  row("event-name", "Put",
      "--event-name takes one of ObjectCreated:Put, ObjectCreated:Post, ObjectCreated:Copy, "
      "ObjectCreated:CompleteMultipartUpload; \"Put\" is none of them.");
  row("key", "\xff", "--key is not valid UTF-8 text.");
}

void TestCatalogue::refusesWrongValues() {
  QFETCH(QByteArray, flag);
  QFETCH(QByteArray, value);
  QFETCH(QByteArray, sentence);
  const EventType& put = type("s3", "put");
  const auto refused = generate(put, {{flag.toStdString(), value.toStdString()}});
  QVERIFY(!refused);
  QCOMPARE(bytes(refused.error().english()), sentence);
  const auto edited = withField(*generate(put, {}), put, flag.toStdString(), value.toStdString());
  QVERIFY(!edited);
  QCOMPARE(bytes(edited.error().english()), sentence);
}

void TestCatalogue::wrapsAnEvent() {
  const auto inner = *generate(type("s3", "put"), {});
  const auto topic = wrap("sns", inner);
  QCOMPARE(bytes(Json::parse(at(*topic, "/Records/0/Sns/Message").get<std::string>()).dump()),
           bytes((inner).dump()));
  const auto queue = wrap("sqs", *topic);
  QCOMPARE(bytes(Json::parse(at(*queue, "/Records/0/body").get<std::string>()).dump()),
           bytes((*topic).dump()));
  QCOMPARE(recognise(*queue)->type, find("sqs", "receive-message"));
  QCOMPARE(bytes(at(*wrap("eventbridge", inner), "/detail").dump()), bytes(inner.dump()));
  QVERIFY(!wrap("eventbridge", Json::array()));
  QVERIFY(!wrap("fax", inner));
  for (const Wrapper& wrapper : wrappers()) QVERIFY(static_cast<bool>(wrap(wrapper.id, inner)));
}

void TestCatalogue::findsTheNearestWord() {
  const std::vector<std::string> words{"put", "delete", "receive-message"};
  QCOMPARE(nearest("ptu", words), std::optional<std::string>("put"));
  QCOMPARE(nearest("receive", words), std::optional<std::string>("receive-message"));
  QCOMPARE(nearest("upload", words), std::optional<std::string>());
  QCOMPARE(nearest("", words), std::optional<std::string>());
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
