// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration form on real widgets: what is typed goes to the template when AWS would take
// it, and stays with AWS's sentence when not.

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/configuration/configuration_page.h"
#include "app/configuration/permission_summary.h"
#include "app/configuration/pool_bar.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"
#include "core/project/quota.h"

using namespace coldstart;
using namespace coldstart::configuration;

class TstConfigurationPage : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { theme::Theme::instance().apply(); }
  void init();
  void cleanup();
  void refusesWhatIsOutOfRange_data();
  void refusesWhatIsOutOfRange();
  void mergesTypingIntoOneStep();
  void keepsAnInvalidValueInView();
  void restoresDefaults();
  void explainsReservedConcurrency();
  void provisionsThroughAnAlias();
  void refusesReservedVariableNames();
  void measuresTheVariables();
  void editsDistributions();
  void writesExactFractions();
  void namesTheTypeOfADeadLetterQueue();
  void namesTheTypeOfADestination();
  void saysWhatAPlainFunctionCannotHave();
  void keepsExpressionsOfVariables();
  void appliesAtThePlayhead();
  void fitsANarrowPane_data();
  void fitsANarrowPane();
  void readsPermissions();

 private:
  QSpinBox* spin(const char* id) { return m_page->findChild<QSpinBox*>(QString::fromLatin1(id)); }
  QString note(const char* id) { return m_page->row(QString::fromLatin1(id))->note(); }
  const nlohmann::ordered_json& properties(const char* function = "Hello") {
    return m_document->tree()["Resources"][function]["Properties"];
  }
  static QString text(const nlohmann::ordered_json& value) { return qs(value.dump()); }
  const project::Function& hello() { return m_document->project().functions[0]; }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<Document> m_document;
  std::unique_ptr<Session> m_session;
  std::unique_ptr<Actions> m_actions;
  std::unique_ptr<ConfigurationPage> m_page;
};

namespace {

const char* const kTemplate = R"({
  "Transform": "AWS::Serverless-2016-10-31",
  "Resources": {
    "Hello": {"Type": "AWS::Serverless::Function",
      "Properties": {"CodeUri": "hello/", "Handler": "app.go", "Runtime": "python3.13",
        "MemorySize": 512, "Environment": {"Variables": {"TABLE": {"Ref": "Notes"}}},
        "Policies": ["AWSLambdaBasicExecutionRole", {"S3ReadPolicy": {"BucketName": "photos"}}],
        "Events": {"Photo": {"Type": "S3",
          "Properties": {"Bucket": {"Ref": "Photos"}, "Events": "s3:ObjectCreated:*"}}}}},
    "Other": {"Type": "AWS::Serverless::Function",
      "Properties": {"CodeUri": "hello/", "Handler": "app.go", "Runtime": "python3.13",
        "ReservedConcurrentExecutions": 200}},
    "Plain": {"Type": "AWS::Lambda::Function",
      "Properties": {"Code": "hello/", "Handler": "app.go", "Runtime": "python3.13",
        "Role": "arn:aws:iam::123456789012:role/plain"}},
    "Notes": {"Type": "AWS::Serverless::SimpleTable"},
    "Photos": {"Type": "AWS::S3::Bucket"}
  },
  "Metadata": {"Coldstart": {"Scenarios": {"steady": {"Until": "60s",
    "Load": [{"Function": "Hello", "Arrivals": {"Constant": {"PerSecond": 1}}}]}}}}
})";

}  // namespace

void TstConfigurationPage::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)")));
  m_folder = std::make_unique<QTemporaryDir>();
  QFile file(m_folder->filePath(QStringLiteral("template.json")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(kTemplate);
  file.close();
  auto opened = Document::open(m_folder->path());
  QVERIFY2(opened, opened ? "" : opened.error().english().c_str());
  m_document = std::move(*opened);
  QVERIFY2(m_document->errors().empty(),
           m_document->errors().empty() ? "" : m_document->errors()[0].english().c_str());
  m_session = std::make_unique<Session>(*m_document);
  m_actions = std::make_unique<Actions>();
  m_page = std::make_unique<ConfigurationPage>(Workbench{*m_document, *m_session, *m_actions});
  m_page->resize(560, 600);
  m_page->show();
  m_page->showFunction(0);
}

void TstConfigurationPage::cleanup() {
  m_page.reset();
  m_session.reset();
  m_document.reset();
}

void TstConfigurationPage::refusesWhatIsOutOfRange_data() {
  QTest::addColumn<QString>("id");
  QTest::addColumn<QString>("property");
  QTest::addColumn<qint64>("value");
  QTest::addColumn<bool>("accepted");
  const QHash<QString, QString> fields{
      {QStringLiteral("MemorySize"), QStringLiteral("memory")},
      {QStringLiteral("EphemeralStorage"), QStringLiteral("storage")},
      {QStringLiteral("Timeout"), QStringLiteral("timeout")},
      {QStringLiteral("MaximumRetryAttempts"), QStringLiteral("retries")},
      {QStringLiteral("MaximumEventAgeInSeconds"), QStringLiteral("eventAge")}};
  int found = 0;
  for (const project::Quota& row : project::quotas()) {
    const QString property = qs(row.property);
    if (!fields.contains(property)) continue;
    ++found;
    for (const auto& [value, accepted] : {std::pair{row.minimum - 1, false},
                                          {row.minimum, true},
                                          {row.maximum, true},
                                          {row.maximum + 1, false}})
      QTest::addRow("%s %lld", qPrintable(property), static_cast<long long>(value))
          << fields[property] << property << qint64{value} << accepted;
  }
  QCOMPARE(found, fields.size());
}

void TstConfigurationPage::refusesWhatIsOutOfRange() {
  QFETCH(QString, id);
  QFETCH(QString, property);
  QFETCH(qint64, value);
  QFETCH(bool, accepted);
  const auto before = m_document->tree();
  m_page->findChild<QSpinBox*>(id)->setValue(static_cast<int>(value));
  QCOMPARE(m_page->row(id)->isInvalid(), !accepted);
  if (accepted) return;
  const auto error = project::checkQuota(property.toStdString(), value, "");
  QCOMPARE(m_page->row(id)->note(), QStringLiteral("! ") + say(error->text));
  QVERIFY(m_document->tree() == before);
}

void TstConfigurationPage::mergesTypingIntoOneStep() {
  QSpinBox* memory = spin("memory");
  memory->setFocus();
  memory->setValue(600);
  memory->setValue(700);
  memory->setValue(800);
  QCOMPARE(m_document->undoStack().count(), 1);
  QCOMPARE(text(properties()["MemorySize"]), QStringLiteral("800"));
  m_document->undoStack().undo();
  QCOMPARE(text(properties()["MemorySize"]), QStringLiteral("512"));
  QCOMPARE(memory->value(), 512);
  memory->setValue(900);
  emit memory->editingFinished();
  memory->setValue(1000);
  QCOMPARE(m_document->undoStack().count(), 2);
}

void TstConfigurationPage::keepsAnInvalidValueInView() {
  QSpinBox* memory = spin("memory");
  memory->setValue(64);
  QVERIFY(note("memory").startsWith(QStringLiteral("! 1 validation error detected: Value '64'")));
  spin("timeout")->setValue(20);  // Another setting changes the project.
  QCOMPARE(memory->value(), 64);
  QVERIFY(m_page->row(QStringLiteral("memory"))->isInvalid());
  QCOMPARE(text(properties()["MemorySize"]), QStringLiteral("512"));
  m_page->findChild<QToolButton*>(QStringLiteral("memoryRestore"))->click();
  QCOMPARE(memory->value(), 512);
  QVERIFY(note("memory").startsWith(QStringLiteral("0.28 vCPU")) ||
          note("memory").startsWith(QStringLiteral("0.29 vCPU")));
}

void TstConfigurationPage::restoresDefaults() {
  m_page->findChild<QToolButton*>(QStringLiteral("memoryRestore"))->click();
  QVERIFY(!properties().contains("MemorySize"));
  QCOMPARE(spin("memory")->value(), 128);
  spin("storage")->setValue(1024);
  QCOMPARE(text(properties()["EphemeralStorage"]["Size"]), QStringLiteral("1024"));
  m_page->findChild<QToolButton*>(QStringLiteral("storageRestore"))->click();
  QVERIFY(!properties().contains("EphemeralStorage"));
}

void TstConfigurationPage::explainsReservedConcurrency() {
  auto* choice = m_page->findChild<QComboBox*>(QStringLiteral("reservedChoice"));
  choice->setCurrentIndex(1);
  emit choice->activated(1);
  QCOMPARE(text(properties()["ReservedConcurrentExecutions"]), QStringLiteral("50"));
  QVERIFY2(note("reserved")
                   .contains(QStringLiteral(
                       "50 of 1\u202f000 taken from the account, 750 left; at least 100")) ||
               note("reserved").contains(QStringLiteral("taken from the account, 750 left")),
           qPrintable(note("reserved")));
  QVERIFY(m_page->findChild<PoolBar*>()->text().contains(QStringLiteral("others 200")));
  spin("reserved")->setValue(701);
  QVERIFY(note("reserved")
              .contains(QStringLiteral(
                  "Specified ReservedConcurrentExecutions for function decreases account's "
                  "UnreservedConcurrentExecution below its minimum value of [100].")));
  QCOMPARE(hello().reserved.value_or(-1), 50);
  spin("reserved")->setValue(700);
  QCOMPARE(hello().reserved.value_or(-1), 700);
  choice->setCurrentIndex(0);
  emit choice->activated(0);
  QVERIFY(!properties().contains("ReservedConcurrentExecutions"));
}

void TstConfigurationPage::provisionsThroughAnAlias() {
  spin("provisioned")->setValue(5);
  QCOMPARE(text(properties()["AutoPublishAlias"]), QStringLiteral("\"live\""));
  QCOMPARE(hello().provisioned.value_or(0), 5);
  QVERIFY(note("provisioned").contains(QStringLiteral("an hour")));
  QCOMPARE(m_document->undoStack().count(), 1);
  m_document->undoStack().undo();
  QVERIFY(!properties().contains("AutoPublishAlias"));
  QCOMPARE(spin("provisioned")->value(), 0);
}

void TstConfigurationPage::refusesReservedVariableNames() {
  auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("environment"));
  const int last = table->rowCount() - 1;
  table->item(last, 0)->setText(QStringLiteral("AWS_REGION"));
  QVERIFY(note("environment").contains(QStringLiteral("Reserved keys used in this request")));
  QCOMPARE(hello().environment.size(), std::size_t{1});
  table->item(last, 0)->setText(QStringLiteral("GREETING"));
  table->item(last, 1)->setText(QStringLiteral("ol\u00e1 \U0001F44B"));
  QVERIFY(!m_page->row(QStringLiteral("environment"))->isInvalid());
  QCOMPARE(hello().environment.at("GREETING"), std::string("ol\u00e1 \U0001F44B"));
  table->setCurrentCell(last, 0);
  QTest::keyClick(table, Qt::Key_Delete);
  QCOMPARE(hello().environment.count("GREETING"), std::size_t{0});
}

void TstConfigurationPage::measuresTheVariables() {
  auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("environment"));
  const int last = table->rowCount() - 1;
  table->item(last, 0)->setText(QStringLiteral("LARGE"));
  table->setCurrentCell(last, 1);
  table->item(last, 1)->setText(QString(4100, u'x'));
  QVERIFY(note("environment").contains(QStringLiteral("exceeded the 4KB limit")));
  QVERIFY(m_page->findChild<Meter*>()->text().contains(QStringLiteral("of 4")));
  QCOMPARE(hello().environment.count("LARGE"), std::size_t{1});  // Named, still without the text.
  QCOMPARE(hello().environment.at("LARGE"), std::string());
}

void TstConfigurationPage::editsDistributions() {
  auto* kind = m_page->findChild<QComboBox*>(QStringLiteral("init"));
  kind->setCurrentIndex(3);
  emit kind->activated(3);
  auto* first = m_page->findChild<QLineEdit*>(QStringLiteral("initFirst"));
  auto* second = m_page->findChild<QLineEdit*>(QStringLiteral("initSecond"));
  first->clear();
  QTest::keyClicks(first, QStringLiteral("210ms"));
  second->clear();
  QTest::keyClicks(second, QStringLiteral("480ms"));
  emit second->editingFinished();
  QCOMPARE(hello().work.init.a, 210'000);
  QCOMPARE(hello().work.init.b, 480'000);
  QCOMPARE(note("init"), QStringLiteral("Half take less than 210 ms, 1 in 100 more than 480 ms."));
  second->clear();
  QTest::keyClicks(second, QStringLiteral("100ms"));
  QVERIFY(note("init").contains(QStringLiteral("must not be larger than")));
  QCOMPARE(hello().work.init.b, 480'000);
  second->clear();
  QTest::keyClicks(second, QStringLiteral("soon"));
  QVERIFY(m_page->row(QStringLiteral("init"))->isInvalid());
}

void TstConfigurationPage::writesExactFractions() {
  m_page->findChild<QDoubleSpinBox*>(QStringLiteral("errorRate"))->setValue(12.5);
  QCOMPARE(hello().work.errorRatePpm, 125'000);
  QVERIFY(m_document->tree().dump().find("0.125") != std::string::npos);
  m_page->findChild<QDoubleSpinBox*>(QStringLiteral("errorRate"))->setValue(120);
  QVERIFY(m_page->row(QStringLiteral("errorRate"))->isInvalid());
  auto* response = m_page->findChild<QPlainTextEdit*>(QStringLiteral("response"));
  response->setPlainText(QStringLiteral("{\"statusCode\": "));
  QVERIFY(m_page->row(QStringLiteral("response"))->isInvalid());
  response->setPlainText(QStringLiteral("{\"statusCode\": 200}"));
  QCOMPARE(hello().defaultResponse, std::string("{\"statusCode\":200}"));
}

void TstConfigurationPage::namesTheTypeOfADeadLetterQueue() {
  auto* target = m_page->findChild<QLineEdit*>(QStringLiteral("deadLetter"));
  QTest::keyClicks(target, QStringLiteral("arn:aws:sns:us-east-1:123456789012:failed"));
  QCOMPARE(text(properties()["DeadLetterQueue"]["Type"]), QStringLiteral("\"SNS\""));
  target->clear();
  QTest::keyClick(target, Qt::Key_A);
  QTest::keyClick(target, Qt::Key_Backspace);
  QVERIFY(!properties().contains("DeadLetterQueue"));
}

void TstConfigurationPage::namesTheTypeOfADestination() {
  auto* target = m_page->findChild<QLineEdit*>(QStringLiteral("onFailure"));
  QTest::keyClicks(target, QStringLiteral("arn:aws:lambda:us-east-1:123456789012:function:mend"));
  QCOMPARE(text(properties()["EventInvokeConfig"]["DestinationConfig"]["OnFailure"]["Type"]),
           QStringLiteral("\"Lambda\""));
  QVERIFY(note("onFailure").contains(QStringLiteral("function:mend")));
  QVERIFY(note("deadLetter").contains(QStringLiteral("only the destination below")));
  target->clear();
  QTest::keyClick(target, Qt::Key_A);
  QTest::keyClick(target, Qt::Key_Backspace);
  QVERIFY(!properties().contains("EventInvokeConfig"));
}

void TstConfigurationPage::saysWhatAPlainFunctionCannotHave() {
  QVERIFY(spin("provisioned")->isEnabled());
  m_page->showFunction(2);
  QVERIFY(!spin("provisioned")->isEnabled());
  QVERIFY(note("provisioned").contains(QStringLiteral("AWS::Lambda::Function")));
  spin("memory")->setValue(256);
  QCOMPARE(text(properties("Plain")["MemorySize"]), QStringLiteral("256"));
  QCOMPARE(text(properties("Hello")["MemorySize"]), QStringLiteral("512"));
}

void TstConfigurationPage::keepsExpressionsOfVariables() {
  auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("environment"));
  QCOMPARE(table->item(0, 1)->text(), QStringLiteral("{\"Ref\":\"Notes\"}"));
  table->item(1, 0)->setText(QStringLiteral("STAGE"));
  QCOMPARE(text(properties()["Environment"]["Variables"]["TABLE"]["Ref"]),
           QStringLiteral("\"Notes\""));
}

void TstConfigurationPage::appliesAtThePlayhead() {
  auto* button = m_page->findChild<QPushButton*>(QStringLiteral("memoryPlayhead"));
  QVERIFY(button->isHidden());
  m_session->runScenario(QStringLiteral("steady"));
  QTRY_VERIFY(m_session->index() != nullptr && !m_session->busy());
  QVERIFY(!button->isHidden());
  m_session->setPlayhead(Instant{20'000'000});
  spin("memory")->setValue(1024);
  const auto before = m_session->index();
  button->click();
  QTRY_VERIFY(m_session->index() != before && !m_session->busy());
  const auto& changes = m_session->index()->run().scenario.changes;
  QCOMPARE(changes.size(), std::size_t{1});
  QCOMPARE(changes[0].path, std::string("Hello.MemorySize"));
  QCOMPARE(changes[0].value.value_or(0), 1024);
  QCOMPARE(changes[0].at.us, 20'000'000);
}

void TstConfigurationPage::fitsANarrowPane_data() {
  QTest::addColumn<int>("zoom");
  QTest::newRow("100") << 100;
  QTest::newRow("200") << 200;
}

void TstConfigurationPage::fitsANarrowPane() {
  QFETCH(int, zoom);
  theme::Theme::instance().setZoomPercent(zoom);
  const int width = 420 * zoom / 100;
  m_page->resize(width, 600);
  QTest::qWait(0);
  auto* form = m_page->findChild<QWidget*>(QStringLiteral("configurationForm"));
  const int needed = form->minimumSizeHint().width();
  theme::Theme::instance().setZoomPercent(100);
  QVERIFY2(needed <= width, qPrintable(QString::number(needed)));
}

void TstConfigurationPage::readsPermissions() {
  const PermissionSummary hello = summarise(m_document->tree(), m_document->project(), 0);
  QCOMPARE(hello.policies.size(), std::size_t{2});
  QCOMPARE(hello.policies[1].title, QStringLiteral("S3ReadPolicy"));
  QCOMPARE(hello.policies[1].detail, QStringLiteral("BucketName: photos"));
  QCOMPARE(hello.invokers.size(), std::size_t{1});
  QCOMPARE(hello.invokers[0].title, QStringLiteral("s3.amazonaws.com"));
  const PermissionSummary plain = summarise(m_document->tree(), m_document->project(), 2);
  QVERIFY(plain.roleSentence.contains(QStringLiteral("role/plain")));
}

QTEST_MAIN(TstConfigurationPage)
#include "tst_configuration_page.moc"
