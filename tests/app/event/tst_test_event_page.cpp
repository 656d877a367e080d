// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedLayout>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <nlohmann/json.hpp>

#include "app/event/event_files.h"
#include "app/event/event_form.h"
#include "app/event/json_view.h"
#include "app/event/test_event_page.h"
#include "app/theme/banner.h"
#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/session.h"
#include "app/workbench/settings.h"

using namespace coldstart;
using Json = nlohmann::ordered_json;

namespace {

const char* const kTemplate = R"json({"Transform": "AWS::Serverless-2016-10-31",
  "Resources": {
    "Photos": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "photos"}},
    "Thumbnail": {"Type": "AWS::Serverless::Function", "Properties": {
        "CodeUri": "code/", "Handler": "app.handler", "Runtime": "python3.13",
        "Events": {"Upload": {"Type": "S3", "Properties": {"Bucket": {"Ref": "Photos"}, "Events": "s3:ObjectCreated:*"}}}
      },
      "Metadata": {"Coldstart": {"Work": {"Init": {"Constant": {"Value": "100ms"}}, "Duration": {"Constant": {"Value": "20ms"}}}}}},
    "Worker": {"Type": "AWS::Serverless::Function",
      "Properties": {"CodeUri": "code/", "Handler": "app.handler", "Runtime": "python3.13"}}
  },
  "Metadata": {"Coldstart": {"Scenarios": {"two": {"Until": "10s", "Load": [
    {"Function": "Thumbnail", "Event": "events/put.json", "Arrivals": {"At": ["1s"]}}]}}}}
})json";

const char* const kPut = R"json({ "mine": [1.50, true],
  "Records": [{"eventSource":"aws:s3", "eventName":"ObjectCreated:Put",
    "s3": {"bucket": {"name":"photos", "arn":"arn:aws:s3:::photos"},
           "object": {"key":"cats/luna+1.jpg", "size": 48213}}}]})json";

void put(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(bytes);
}

/// A project on disk, opened, with the page in a window.
struct Opened {
  explicit Opened(bool withEvents = true) {
    QDir(folder.path()).mkpath(QStringLiteral("code"));
    put(folder.filePath(QStringLiteral("code/app.py")), "def handler(event, context): pass\n");
    put(folder.filePath(QStringLiteral("template.json")), kTemplate);
    if (withEvents) {
      QDir(folder.path()).mkpath(QStringLiteral("events"));
      put(folder.filePath(QStringLiteral("events/hello.json")),
          R"({"key1":"a","key2":"b","key3":"c"})");
      put(folder.filePath(QStringLiteral("events/put.json")), kPut);
    }
    auto opened = Document::open(folder.path());
    QVERIFY2(static_cast<bool>(opened), opened ? "" : opened.error().english().c_str());
    document = std::move(*opened);
    session = std::make_unique<Session>(*document);
    actions = std::make_unique<Actions>();
    page = std::make_unique<event::TestEventPage>(Workbench{*document, *session, *actions});
    if (withEvents) session->setEvent(QStringLiteral("events/put.json"));
    page->resize(380, 700);
    page->show();
    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
  }

  [[nodiscard]] event::JsonView* json() const {
    for (auto* view : page->findChildren<event::JsonView*>())
      if (view->isVisible()) return view;
    return nullptr;
  }
  [[nodiscard]] Json event() const { return Json::parse(json()->text().toStdString()); }
  [[nodiscard]] QString at(const char* pointer) const {
    return QString::fromStdString(event().at(Json::json_pointer(pointer)).dump());
  }
  /// As the pane shows it: the page on the pane's surface.
  [[nodiscard]] QPixmap picture() const {
    QPixmap pixmap(page->size());
    pixmap.fill(theme::color(theme::Role::Panel));
    page->render(&pixmap, QPoint(), QRegion(), QWidget::DrawChildren);
    return pixmap;
  }
  template <typename T>
  [[nodiscard]] T* find(const char* name) const {
    return page->findChild<T*>(QString::fromLatin1(name));
  }
  [[nodiscard]] QString bannerText() const { return page->findChild<theme::Banner*>()->sentence(); }
  void undoFromBanner() const {
    for (auto* button : page->findChild<theme::Banner*>()->findChildren<QPushButton*>())
      if (button->text() == QStringLiteral("Undo")) return button->click();
    QFAIL("no Undo");
  }
  void choose(const char* list, const QString& text) const {
    auto* combo = find<QComboBox>(list);
    const int index = combo->findText(text);
    QVERIFY(index >= 0);
    combo->setCurrentIndex(index);
    emit combo->activated(index);
  }

  QTemporaryDir folder;
  std::unique_ptr<Document> document;
  std::unique_ptr<Session> session;
  std::unique_ptr<Actions> actions;
  std::unique_ptr<event::TestEventPage> page;
};

}  // namespace

class TestTestEventPage : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void init();
  void opensOnTheEventOfTheTrigger();
  void typingInTheFormChangesOnlyThatValue();
  void typingInTheJsonFillsTheForm();
  void brokenJsonBlocksTheFormAndSaysWhere();
  void wrongValuesStayInTheForm();
  void aFieldMayBringAnotherKind();
  void offersTheProjectsBuckets();
  void anotherKindKeepsWhatBothHave();
  void wrapsAndUndoes();
  void createsDuplicatesAndDeletes();
  void renamesWithItsScenarios();
  void refusesATakenName();
  void remembersTheEventOfEachFunction();
  void showsTheEmptyState();
  void largeEventsAreReadWhenTypingRests();
  void sendsAsTheSwitchSays();
  void showsTheSimulatedResult();
  void aFileThatIsNoTextIsToldInline();
  void looksRight_data();
  void looksRight();

 private:
  QTemporaryDir m_settings;
};

void TestTestEventPage::initTestCase() {
  qputenv("XDG_CONFIG_HOME", m_settings.path().toLocal8Bit());
  QCoreApplication::setOrganizationName(QStringLiteral("Coldstart"));
  QCoreApplication::setApplicationName(QStringLiteral("test"));
  theme::Theme::instance().apply();
}

void TestTestEventPage::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
  theme::Theme::instance().setScheme(theme::Scheme::Light);
}

void TestTestEventPage::opensOnTheEventOfTheTrigger() {
  const Opened opened;
  settings().clear();
  opened.session->setEvent(QStringLiteral("events/hello.json"));
  settings().clear();
  const event::TestEventPage fresh(Workbench{*opened.document, *opened.session, *opened.actions});
  QCOMPARE(opened.session->event(), QStringLiteral("events/put.json"));
  QCOMPARE(opened.find<QComboBox>("eventPicker")->currentText(),
           QStringLiteral("S3 · object created (put)"));
  QCOMPARE(opened.find<QLineEdit>("field-key")->text(), QStringLiteral("cats/luna 1.jpg"));
  QCOMPARE(opened.find<QLineEdit>("field-size")->text(), QStringLiteral("48213"));
  QVERIFY(opened.find<QLabel>("hint-key")->text().contains(QStringLiteral("cats/luna+1.jpg")));
  QVERIFY(!opened.document->modified());
}

void TestTestEventPage::typingInTheFormChangesOnlyThatValue() {
  const Opened opened;
  opened.json()->setCursorPosition(2, 5);
  auto* key = opened.find<QLineEdit>("field-key");
  key->setFocus();
  key->setCursorPosition(4);
  QTest::keyClicks(key, QStringLiteral("s "));
  QCOMPARE(key->text(), QStringLiteral("catss /luna 1.jpg"));
  QCOMPARE(key->cursorPosition(), 6);
  const QString expected = QString::fromUtf8(kPut).replace(QStringLiteral("cats/luna+1.jpg"),
                                                           QStringLiteral("catss+/luna+1.jpg"));
  QCOMPARE(opened.json()->text(), expected);
  QCOMPARE(*opened.document->text(QStringLiteral("events/put.json")), expected);
  QVERIFY(opened.document->modified(QStringLiteral("events/put.json")));
  int line = 0;
  int column = 0;
  opened.json()->getCursorPosition(&line, &column);
  QCOMPARE(QPoint(column, line), QPoint(5, 2));
  QVERIFY(opened.find<QLabel>("hint-key")->text().contains(QStringLiteral("catss+/luna")));
}

void TestTestEventPage::typingInTheJsonFillsTheForm() {
  const Opened opened;
  const QString text = opened.json()->text();
  const qsizetype at = text.indexOf(QStringLiteral("luna"));
  int line = 0;
  int column = 0;
  opened.json()->lineIndexFromPosition(static_cast<int>(at), &line, &column);
  opened.json()->setSelection(line, column, line, column + 4);
  opened.json()->replaceSelectedText(QStringLiteral("mia%20x"));
  QCOMPARE(opened.find<QLineEdit>("field-key")->text(), QStringLiteral("cats/mia x 1.jpg"));
  // An event of another kind brings another form.
  opened.json()->setText(QStringLiteral(R"({"key1": "x", "key2": "y", "key3": "z"})"));
  QCOMPARE(opened.find<QLineEdit>("field-key2")->text(), QStringLiteral("y"));
  QVERIFY(opened.find<QLineEdit>("field-key") == nullptr);
  // An event that nobody knows has no form, and that is said.
  opened.json()->setText(QStringLiteral(R"({"order": 7})"));
  QCOMPARE(opened.find<QComboBox>("eventPicker")->currentIndex(), -1);
  QVERIFY(opened.find<QLabel>("eventFormNote")->text().contains(QStringLiteral("edit it as JSON")));
}

void TestTestEventPage::brokenJsonBlocksTheFormAndSaysWhere() {
  const Opened opened;
  opened.json()->setText(QStringLiteral("{\n  \"key1\": ,\n}"));
  QVERIFY(!opened.find<QLineEdit>("field-key")->isEnabled());
  const QString said = opened.find<QLabel>("eventFormBlocked")->text();
  QVERIFY2(said.contains(QStringLiteral("line 2, column 11")), qPrintable(said));
  QVERIFY(opened.json()->annotation(1).contains(QStringLiteral("line 2, column 11")));
  opened.json()->setText(QString::fromUtf8(kPut));
  QVERIFY(opened.find<QLineEdit>("field-key")->isEnabled());
  QVERIFY(!opened.find<QLabel>("eventFormBlocked")->isVisible());
  QVERIFY(opened.json()->annotation(1).isEmpty());
}

void TestTestEventPage::wrongValuesStayInTheForm() {
  const Opened opened;
  auto* size = opened.find<QLineEdit>("field-size");
  size->setFocus();
  size->selectAll();
  QTest::keyClicks(size, QStringLiteral("12x"));
  QCOMPARE(opened.at("/Records/0/s3/object/size"), QStringLiteral("12"));
  QCOMPARE(size->text(), QStringLiteral("12x"));
  QVERIFY(opened.find<QLabel>("hint-size")->text().contains(QStringLiteral("whole number")));
  QTest::keyClick(size, Qt::Key_Backspace);
  QVERIFY(!opened.find<QLabel>("hint-size")->text().contains(QStringLiteral("whole number")));
}

void TestTestEventPage::aFieldMayBringAnotherKind() {
  const Opened opened;
  opened.choose("eventPicker", QStringLiteral("EventBridge · own event"));
  QCoreApplication::processEvents();
  const auto type = [&opened](const char* field, const QString& text) {
    auto* line = opened.find<QLineEdit>(field);
    QVERIFY(line);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
  };
  type("field-source", QStringLiteral("aws.events"));
  type("field-detail-type", QStringLiteral("Scheduled Event"));
  QCOMPARE(opened.find<QComboBox>("eventPicker")->currentText(),
           QStringLiteral("EventBridge · schedule (scheduled-event)"));
  QVERIFY(opened.find<QLineEdit>("field-rule"));
  QVERIFY(opened.find<QLineEdit>("field-source") == nullptr);
}

void TestTestEventPage::offersTheProjectsBuckets() {
  const Opened opened;
  auto* bucket = opened.find<QComboBox>("field-bucket");
  QVERIFY(bucket);
  QVERIFY(bucket->isEditable());
  QCOMPARE(bucket->currentText(), QStringLiteral("photos"));
  QTest::keyClicks(bucket->lineEdit(), QStringLiteral("-2"));
  QCOMPARE(opened.at("/Records/0/s3/bucket/arn"), QStringLiteral("\"arn:aws:s3:::photos-2\""));
}

void TestTestEventPage::anotherKindKeepsWhatBothHave() {
  const Opened opened;
  opened.choose("eventPicker", QStringLiteral("S3 · object removed (delete)"));
  QCOMPARE(opened.at("/Records/0/s3/object/key"), QStringLiteral("\"cats/luna+1.jpg\""));
  QCOMPARE(opened.at("/Records/0/eventName"), QStringLiteral("\"ObjectRemoved:Delete\""));
  QVERIFY(opened.find<QLineEdit>("field-size") == nullptr);
  opened.undoFromBanner();
  QCOMPARE(opened.json()->text(), QString::fromUtf8(kPut));
  QCOMPARE(opened.find<QComboBox>("eventPicker")->currentText(),
           QStringLiteral("S3 · object created (put)"));
}

void TestTestEventPage::wrapsAndUndoes() {
  const Opened opened;
  const Json inner = opened.event();
  for (QAction* action : opened.find<QToolButton>("eventWrap")->findChild<QMenu*>()->actions())
    if (action->objectName() == QStringLiteral("wrap-sns")) action->trigger();
  const auto message = opened.event().at(Json::json_pointer("/Records/0/Sns/Message"));
  QVERIFY(Json::parse(message.get<std::string>()) == inner);
  QCOMPARE(opened.find<QComboBox>("eventPicker")->currentText(),
           QStringLiteral("SNS · notification"));
  QVERIFY(opened.find<QPlainTextEdit>("field-message"));
  opened.undoFromBanner();
  QVERIFY(opened.event() == inner);
}

void TestTestEventPage::createsDuplicatesAndDeletes() {
  const Opened opened;
  opened.actions->find(QStringLiteral("event.new"))->trigger();
  QCOMPARE(opened.session->event(), QStringLiteral("events/s3-put.json"));
  opened.actions->find(QStringLiteral("event.duplicate"))->trigger();
  QCOMPARE(opened.session->event(), QStringLiteral("events/s3-put-2.json"));
  QCOMPARE(opened.find<QComboBox>("eventList")->count(), 4);
  QCOMPARE(opened.find<QComboBox>("eventList")->currentText(), QStringLiteral("s3-put-2"));
  const QString text = opened.json()->text();

  opened.actions->find(QStringLiteral("event.delete"))->trigger();
  QCOMPARE(opened.find<QComboBox>("eventList")->count(), 3);
  QCOMPARE(opened.bannerText(), QStringLiteral("events/s3-put-2.json was deleted."));
  opened.undoFromBanner();
  QCOMPARE(opened.session->event(), QStringLiteral("events/s3-put-2.json"));
  QCOMPARE(opened.json()->text(), text);
  QVERIFY(static_cast<bool>(opened.document->save()));
  QVERIFY(QFile::exists(opened.folder.filePath(QStringLiteral("events/s3-put-2.json"))));
}

void TestTestEventPage::renamesWithItsScenarios() {
  const Opened opened;
  opened.actions->find(QStringLiteral("event.rename"))->trigger();
  auto* name = opened.find<QLineEdit>("eventName");
  QVERIFY(name->isVisible());
  QCOMPARE(name->text(), QStringLiteral("put"));
  name->setText(QStringLiteral("key with spaces 🚀"));
  QTest::keyClick(name, Qt::Key_Return);
  const QString path = QStringLiteral("events/key with spaces 🚀.json");
  QCOMPARE(opened.session->event(), path);
  QCOMPARE(opened.json()->text(), QString::fromUtf8(kPut));
  QCOMPARE(QString::fromStdString(opened.document->project().scenarios.at(0).loads.at(0).event),
           path);
  opened.document->undoStack().undo();
  QCOMPARE(QString::fromStdString(opened.document->project().scenarios.at(0).loads.at(0).event),
           QStringLiteral("events/put.json"));
  QCOMPARE(opened.find<QComboBox>("eventList")->findText(QStringLiteral("put")), 1);
}

void TestTestEventPage::refusesATakenName() {
  const Opened opened;
  for (const char* taken : {"hello", "a/b"}) {
    const int steps = opened.document->undoStack().count();
    opened.actions->find(QStringLiteral("event.rename"))->trigger();
    auto* name = opened.find<QLineEdit>("eventName");
    name->setText(QString::fromLatin1(taken));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(opened.bannerText().contains(QString::fromLatin1(taken)));
    QCOMPARE(opened.session->event(), QStringLiteral("events/put.json"));
    QCOMPARE(opened.document->undoStack().count(), steps);
  }
  opened.actions->find(QStringLiteral("event.rename"))->trigger();
  QTest::keyClick(opened.find<QLineEdit>("eventName"), Qt::Key_Escape);
  QVERIFY(opened.find<QComboBox>("eventList")->isVisible());
}

void TestTestEventPage::remembersTheEventOfEachFunction() {
  const Opened opened;
  opened.session->setFunction(1);
  opened.choose("eventList", QStringLiteral("hello"));
  QCOMPARE(opened.session->event(), QStringLiteral("events/hello.json"));
  opened.session->setFunction(0);
  QCOMPARE(opened.session->event(), QStringLiteral("events/put.json"));
  opened.session->setFunction(1);
  QCOMPARE(opened.session->event(), QStringLiteral("events/hello.json"));
  QCOMPARE(opened.find<QLineEdit>("field-key1")->text(), QStringLiteral("a"));
}

void TestTestEventPage::showsTheEmptyState() {
  const Opened opened(false);
  QVERIFY(!opened.find<QComboBox>("eventPicker")->isVisible());
  QPushButton* create = nullptr;
  for (auto* button : opened.page->findChildren<QPushButton*>())
    if (button->isVisible()) create = button;
  QVERIFY(create);
  create->click();
  QCOMPARE(opened.session->event(), QStringLiteral("events/s3-put.json"));
  QVERIFY(opened.find<QComboBox>("eventPicker")->isVisible());
  QVERIFY(opened.json());
  QAction* remove = opened.actions->find(QStringLiteral("event.delete"));
  QVERIFY(remove->isEnabled());
  remove->trigger();
  QVERIFY(!opened.find<QComboBox>("eventPicker")->isVisible());
  QVERIFY(!remove->isEnabled());
}

void TestTestEventPage::largeEventsAreReadWhenTypingRests() {
  const Opened opened;
  Json large = opened.event();
  large["ballast"] = std::string(1'000'000, 'x');
  large["Records"][0]["s3"]["object"]["size"] = 7;
  opened.json()->setText(QString::fromStdString(large.dump(2)));
  QTRY_COMPARE(opened.find<QLineEdit>("field-size")->text(), QStringLiteral("7"));
}

void TestTestEventPage::sendsAsTheSwitchSays() {
  const Opened opened;
  auto* type = qobject_cast<theme::Segmented*>(opened.page->controls());
  QVERIFY(type);
  QCOMPARE(type->current(), 0);
  QVERIFY(opened.find<QLabel>("eventFormNote")->text().contains(QStringLiteral("asynchronously")));
  emit type->chosen(1);
  QVERIFY(opened.session->invocationType() == project::InvocationType::Event);
  QVERIFY(!opened.find<QLabel>("eventFormNote")->text().contains(QStringLiteral("asynchronously")));
  opened.session->setInvocationType(project::InvocationType::RequestResponse);
  QCOMPARE(type->current(), 0);
}

void TestTestEventPage::showsTheSimulatedResult() {
  const Opened opened;
  QVERIFY(!opened.find<QWidget>("testResult")->isVisible());
  opened.session->setSpeed(0);
  opened.session->testCurrent();
  QTRY_VERIFY(opened.find<QWidget>("testResult")->isVisible());
  QCOMPARE(opened.find<QLabel>("resultStatus")->text(), QStringLiteral("Status 200"));
  QCOMPARE(opened.find<QLabel>("resultOrigin")->text(),
           QStringLiteral("Simulated: the handler was not run; this is the declared response."));
  QCOMPARE(opened.find<QPlainTextEdit>("resultPayload")->toPlainText(), QStringLiteral("null"));
  const QString figures = opened.find<QLabel>("resultFigures")->text().replace(QChar::Nbsp, u' ');
  QVERIFY2(figures.contains(QStringLiteral("Duration 20.00 ms")), qPrintable(figures));
  QVERIFY2(figures.contains(QStringLiteral("Init 100.00 ms")), qPrintable(figures));
  QVERIFY2(figures.contains(QStringLiteral("Billed 120 ms")), qPrintable(figures));
}

void TestTestEventPage::aFileThatIsNoTextIsToldInline() {
  const Opened opened;
  put(opened.folder.filePath(QStringLiteral("events/picture.json")), "\xff\xd8\xff\xe0");
  QTRY_COMPARE(opened.find<QComboBox>("eventList")->count(), 3);
  opened.choose("eventList", QStringLiteral("picture"));
  QVERIFY2(opened.bannerText().contains(QStringLiteral("picture.json")),
           qPrintable(opened.bannerText()));
  QVERIFY(!opened.json()->isEnabled());
  opened.choose("eventList", QStringLiteral("put"));
  QVERIFY(opened.json()->isEnabled());
}

void TestTestEventPage::looksRight_data() {
  QTest::addColumn<bool>("dark");
  QTest::addColumn<QSize>("size");
  QTest::addColumn<int>("zoom");
  QTest::newRow("light") << false << QSize(380, 640) << 100;
  QTest::newRow("dark") << true << QSize(380, 640) << 100;
  QTest::newRow("wide") << false << QSize(900, 420) << 100;
  QTest::newRow("narrow") << true << QSize(260, 420) << 100;
  QTest::newRow("rest") << true << QSize(380, 760) << 100;
  QTest::newRow("broken") << false << QSize(380, 640) << 100;
  QTest::newRow("large") << false << QSize(760, 1000) << 200;
  QTest::newRow("short") << false << QSize(290, 216) << 100;
  QTest::newRow("short-large") << true << QSize(500, 300) << 200;
  QTest::newRow("low-wide") << false << QSize(900, 180) << 100;
}

// Nothing is clipped: every visible label and field is as wide as it needs, or wraps.
void TestTestEventPage::looksRight() {
  const QString name = QString::fromLatin1(QTest::currentDataTag());
  QFETCH(bool, dark);
  QFETCH(QSize, size);
  QFETCH(int, zoom);
  theme::Theme::instance().setScheme(dark ? theme::Scheme::Dark : theme::Scheme::Light);
  theme::Theme::instance().setZoomPercent(zoom);
  const Opened opened;
  opened.page->resize(size);
  opened.session->setSpeed(0);
  opened.session->testCurrent();
  QTRY_VERIFY(opened.find<QWidget>("testResult")->isVisible());
  QCoreApplication::processEvents();
  const QString folder = qEnvironmentVariable("COLDSTART_PICTURES");
  if (name == QStringLiteral("broken"))
    opened.json()->setText(QStringLiteral("{\n  \"key1\": ,\n}"));
  if (name == QStringLiteral("rest"))
    opened.choose("eventPicker", QStringLiteral("API Gateway · REST API (aws-proxy)"));
  QCoreApplication::processEvents();
  if (!folder.isEmpty())
    QVERIFY(opened.picture().save(folder + QStringLiteral("/event-%1.png").arg(name)));
  for (const auto* label : opened.page->findChildren<QLabel*>())
    if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty())
      QVERIFY2(label->width() >= label->sizeHint().width() &&
                   label->height() >= label->sizeHint().height(),
               qPrintable(label->text()));
  // The answer is in sight, whole or as much as there is room for, and nothing stands in its way.
  const auto* result = opened.find<QWidget>("testResult");
  const auto* split = opened.find<QWidget>("eventSplit");
  QVERIFY(result->height() >= result->layout()->minimumHeightForWidth(result->width()));
  QVERIFY(split->geometry().bottom() < result->geometry().top());
  QVERIFY(opened.json()->height() >= theme::px(80));
  QVERIFY(result->width() <= opened.page->width());
  if (name != QStringLiteral("broken") && name != QStringLiteral("rest"))
    QVERIFY(!opened.find<QLabel>("resultStatus")->visibleRegion().isEmpty());
  theme::Theme::instance().setZoomPercent(100);
}

QTEST_MAIN(TestTestEventPage)
#include "tst_test_event_page.moc"
