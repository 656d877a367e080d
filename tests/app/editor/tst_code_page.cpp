// SPDX-License-Identifier: GPL-3.0-or-later
// The Code tab over a real project folder: files, handler, what changes or goes outside.

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/editor/code_page.h"
#include "app/editor/code_view.h"
#include "app/editor/file_tabs.h"
#include "app/theme/banner.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/session.h"

using namespace coldstart;
using namespace coldstart::editor;

class TstCodePage : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { theme::Theme::instance().apply(); }
  void init();
  void cleanup();
  void showsTheHandlersFileFirst();
  void goesToTheHandler();
  void saysThatTheHandlerIsMissing();
  void offersAnotherHandler();
  void keepsWhatIsTyped();
  void offersTheEventsKeys();
  void addsRenamesDeletesAndUndoes();
  void closesAndOpensAgain();
  void startsAMissingCodeFolder();
  void saysWhyAFileCannotBeRead_data();
  void saysWhyAFileCannotBeRead();
  void asksBeforeAHugeFile();
  void refusesALineOfMegabytes();
  void takesOutsideChanges();
  void offersAConflictingChange();
  void bringsBackAVanishedFile();
  void showsRightToLeftNames();
  void makesEditorsWhenVisible();
  void findsOnlyWithTheEditorFocused();
  void fitsANarrowPane();

 private:
  void write(const QString& file, const QByteArray& text);
  void open();
  template <typename T>
  T* child(const char* name) {
    return m_page->findChild<T*>(QString::fromLatin1(name));
  }
  QString banner() { return child<theme::Banner>("banner")->sentence(); }
  void press(const char* banner, int offer) {
    child<theme::Banner>(banner)
        ->findChild<QPushButton*>(QStringLiteral("bannerOffer%1").arg(offer))
        ->click();
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<Document> m_document;
  std::unique_ptr<Session> m_session;
  std::unique_ptr<Actions> m_actions;
  std::unique_ptr<CodePage> m_page;
};

void TstCodePage::write(const QString& file, const QByteArray& text) {
  const QString path = m_folder->filePath(file);
  QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
  QFile target(path);
  QVERIFY(target.open(QIODevice::WriteOnly));
  QCOMPARE(target.write(text), text.size());
}

void TstCodePage::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)")));
  m_folder = std::make_unique<QTemporaryDir>();
  write(QStringLiteral("template.json"),
        "{\"Transform\": \"AWS::Serverless-2016-10-31\", \"Resources\": {"
        "\"Hello\": {\"Type\": \"AWS::Serverless::Function\", \"Properties\": {\"CodeUri\": "
        "\"hello/\", \"Handler\": \"main.go\", \"Runtime\": \"python3.13\"}},"
        "\"Gone\": {\"Type\": \"AWS::Serverless::Function\", \"Properties\": {\"CodeUri\": "
        "\"gone/\", \"Handler\": \"app.go\", \"Runtime\": \"python3.13\"}}}}");
  write(QStringLiteral("hello/a_helper.py"), "def help_out():\n    return 1\n");
  write(QStringLiteral("hello/main.py"),
        "import json\n\n\ndef go(event, context):\n    return {\"statusCode\": 200}\n");
  write(QStringLiteral("events/one.json"), "{\"Records\": [{\"s3\": {}}]}");
}

void TstCodePage::open() {
  auto opened = Document::open(m_folder->path());
  QVERIFY2(opened, opened ? "" : opened.error().english().c_str());
  m_document = std::move(*opened);
  m_session = std::make_unique<Session>(*m_document);
  m_actions = std::make_unique<Actions>();
  m_page = std::make_unique<CodePage>(Workbench{*m_document, *m_session, *m_actions});
  m_page->resize(560, 400);
  m_page->QWidget::show();
  m_page->showFunction(0);
}

void TstCodePage::cleanup() {
  m_page.reset();
  m_session.reset();
  m_document.reset();
}

void TstCodePage::showsTheHandlersFileFirst() {
  open();
  auto* bar = child<QTabBar>("fileTabBar");
  QCOMPARE(bar->count(), 2);
  QCOMPARE(bar->tabText(0), QStringLiteral("main.py"));
  QCOMPARE(m_page->currentFile(), QStringLiteral("hello/main.py"));
  QCOMPARE(child<QLabel>("statusSaved")->text(), QStringLiteral("Saved"));
  QVERIFY(child<theme::Banner>("handlerBanner")->isHidden());
}

void TstCodePage::goesToTheHandler() {
  open();
  m_page->openFile(QStringLiteral("hello/a_helper.py"));
  QSignalSpy moved(m_page.get(), &CodePage::cursorMoved);
  child<QToolButton>("statusHandler")->click();
  QCOMPARE(m_page->currentFile(), QStringLiteral("hello/main.py"));
  QTRY_VERIFY(!moved.isEmpty());
  QCOMPARE(moved.last().at(0).toInt(), 3);
  QTRY_COMPARE(child<QLabel>("statusPlace")->text(), QStringLiteral("Ln 4, Col 1"));
}

void TstCodePage::saysThatTheHandlerIsMissing() {
  open();
  m_page->view()->setText(QStringLiteral("x = 1\n"));
  auto* line = child<theme::Banner>("handlerBanner");
  QTRY_VERIFY(!line->isHidden());
  QVERIFY2(line->sentence().contains(QStringLiteral("Runtime.HandlerNotFound")),
           qPrintable(line->sentence()));
  press("handlerBanner", 0);  // Add it.
  QVERIFY(m_page->view()->text().contains(QStringLiteral("def go(event, context):")));
  QTRY_VERIFY(line->isHidden());
}

void TstCodePage::offersAnotherHandler() {
  open();
  m_page->view()->setText(QStringLiteral("def run(event, context):\n    return 1\n"));
  auto* line = child<theme::Banner>("handlerBanner");
  QTRY_VERIFY(!line->isHidden());
  press("handlerBanner", 1);  // Use run.
  QCOMPARE(m_document->project().functions[0].handler, std::string("main.run"));
  QTRY_VERIFY(line->isHidden());
  m_document->undoStack().undo();
  QCOMPARE(m_document->project().functions[0].handler, std::string("main.go"));
}

void TstCodePage::keepsWhatIsTyped() {
  open();
  m_page->view()->goTo(0);
  QTest::keyClicks(m_page->view(), QStringLiteral("# hi "));
  QTRY_VERIFY(m_document->modified(QStringLiteral("hello/main.py")));
  QCOMPARE(child<QLabel>("statusSaved")->text(), QStringLiteral("Edited"));
  QVERIFY(child<QTabBar>("fileTabBar")->tabText(0).contains(u'\u2022'));
  QVERIFY(m_document->save());
  QTRY_COMPARE(child<QLabel>("statusSaved")->text(), QStringLiteral("Saved"));
  QFile saved(m_folder->filePath(QStringLiteral("hello/main.py")));
  QVERIFY(saved.open(QIODevice::ReadOnly));
  QVERIFY(saved.readAll().startsWith("# hi import json"));
}

void TstCodePage::offersTheEventsKeys() {
  open();
  m_page->view()->goTo(4, 4);
  QTest::keyClicks(m_page->view(), QStringLiteral("event[\"Records\"][0][\""));
  QCOMPARE(m_page->view()->offered(), QStringList{QStringLiteral("s3")});
}

void TstCodePage::addsRenamesDeletesAndUndoes() {
  open();
  child<QToolButton>("fileAdd")->click();
  auto* name = child<QLineEdit>("fileName");
  name->setText(QStringLiteral("extra.py"));
  QTest::keyClick(name, Qt::Key_Return);
  QCOMPARE(m_page->currentFile(), QStringLiteral("hello/extra.py"));
  QTest::keyClicks(m_page->view(), QStringLiteral("y = 2"));
  child<FileTabs>("fileTabs")->askRename(QStringLiteral("hello/extra.py"));
  name->setText(QStringLiteral("more.py"));
  QTest::keyClick(name, Qt::Key_Return);
  QCOMPARE(m_page->currentFile(), QStringLiteral("hello/more.py"));
  QCOMPARE(m_page->view()->text(), QStringLiteral("y = 2"));
  QVERIFY(!m_document->filesOf(0).contains(QStringLiteral("hello/extra.py")));
  emit child<FileTabs>("fileTabs")->deleteAsked(QStringLiteral("hello/more.py"));
  QVERIFY(!m_document->filesOf(0).contains(QStringLiteral("hello/more.py")));
  QVERIFY(banner().contains(QStringLiteral("was deleted")));
  press("banner", 0);
  QCOMPARE(m_page->currentFile(), QStringLiteral("hello/more.py"));
  QCOMPARE(m_page->view()->text(), QStringLiteral("y = 2"));
  // A name that is taken is refused in one line.
  child<FileTabs>("fileTabs")->askNewName();
  name->setText(QStringLiteral("main.py"));
  QTest::keyClick(name, Qt::Key_Return);
  QVERIFY(banner().contains(QStringLiteral("exists already")));
  child<FileTabs>("fileTabs")->askNewName();
  name->setText(QStringLiteral("../../evil.py"));
  QTest::keyClick(name, Qt::Key_Return);
  QVERIFY(banner().contains(QStringLiteral("outside the project")));
}

void TstCodePage::closesAndOpensAgain() {
  open();
  emit child<FileTabs>("fileTabs")->closeAsked(QStringLiteral("hello/main.py"));
  QCOMPARE(child<QTabBar>("fileTabBar")->count(), 1);
  QCOMPARE(m_page->currentFile(), QStringLiteral("hello/a_helper.py"));
  m_page->openFile(QStringLiteral("hello/main.py"), 4);
  QCOMPARE(child<QTabBar>("fileTabBar")->count(), 2);
  QTRY_COMPARE(child<QLabel>("statusPlace")->text(), QStringLiteral("Ln 5, Col 1"));
}

void TstCodePage::startsAMissingCodeFolder() {
  open();
  m_page->showFunction(1);
  QVERIFY(!m_page->view());
  QVERIFY(
      child<QLabel>("emptyStateSentence")->text().contains(QStringLiteral("gone is not there")));
  child<QPushButton>("emptyStateButton")->click();
  QTRY_COMPARE(m_page->currentFile(), QStringLiteral("gone/app.py"));
  QVERIFY(m_page->view()->text().startsWith(QStringLiteral("def go(event, context):")));
}

void TstCodePage::saysWhyAFileCannotBeRead_data() {
  QTest::addColumn<QByteArray>("content");
  QTest::newRow("binary") << QByteArray(
      "\x7f"
      "ELF\0\0\x01",
      7);
  QTest::newRow("not UTF-8") << QByteArray("caf\xe9 = 1\n");
}

void TstCodePage::saysWhyAFileCannotBeRead() {
  QFETCH(QByteArray, content);
  write(QStringLiteral("hello/main.py"), content);
  open();
  QVERIFY(!m_page->view());
  QVERIFY(child<QLabel>("emptyStateSentence")->text().contains(QStringLiteral("not UTF-8 text")));
  write(QStringLiteral("hello/main.py"), "def go(e, c):\n    return 1\n");
  child<QPushButton>("emptyStateButton")->click();  // Try again.
  QTRY_VERIFY(m_page->view());
}

void TstCodePage::asksBeforeAHugeFile() {
  write(QStringLiteral("hello/main.py"), QByteArray("# sixteen bytes\n").repeated(393'216));
  open();
  QVERIFY(!m_page->view());
  QVERIFY(child<QLabel>("emptyStateSentence")->text().contains(QStringLiteral("has 6 MB")));
  child<QPushButton>("emptyStateButton")->click();
  QTRY_VERIFY(m_page->view());
  QCOMPARE(child<QToolButton>("statusProblems")->text(), QStringLiteral("not checked"));
}

void TstCodePage::refusesALineOfMegabytes() {
  write(QStringLiteral("hello/main.py"), QByteArray(1'000'000, '#'));
  open();
  QVERIFY(!m_page->view());
  QVERIFY(child<QLabel>("emptyStateSentence")->text().contains(QStringLiteral("has a line of 1")));
}

void TstCodePage::takesOutsideChanges() {
  open();
  write(QStringLiteral("hello/main.py"), "def go(event, context):\n    return 2\n");
  QTRY_VERIFY(m_page->view()->text().contains(QStringLiteral("return 2")));
  m_page->view()->undo();
  QVERIFY(m_page->view()->text().startsWith(QStringLiteral("import json")));
}

void TstCodePage::offersAConflictingChange() {
  open();
  QTest::keyClicks(m_page->view(), QStringLiteral("mine "));
  QTRY_VERIFY(m_document->modified(QStringLiteral("hello/main.py")));
  write(QStringLiteral("hello/main.py"), "def go(event, context):\n    return 'theirs'\n");
  QTRY_VERIFY(banner().contains(QStringLiteral("changed by another program")));
  QVERIFY(m_page->view()->text().contains(QStringLiteral("mine")));
  press("banner", 0);
  QVERIFY(m_page->view()->text().contains(QStringLiteral("theirs")));
}

void TstCodePage::bringsBackAVanishedFile() {
  open();
  QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("hello/main.py"))));
  QTRY_VERIFY(banner().contains(QStringLiteral("moved or deleted by another program")));
  press("banner", 0);
  QCOMPARE(m_page->currentFile(), QStringLiteral("hello/main.py"));
  QVERIFY(m_page->view()->text().startsWith(QStringLiteral("import json")));
  QVERIFY(m_document->save());
  QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("hello/main.py"))));
}

void TstCodePage::showsRightToLeftNames() {
  const QString name = QStringLiteral("\u05e9\u05dc\u05d5\u05dd \U0001F4F7 & co.py");
  write(QStringLiteral("hello/") + name, "text = '\u05e9\u05dc\u05d5\u05dd'\n");
  open();
  m_page->openFile(QStringLiteral("hello/") + name, 0);
  QCOMPARE(m_page->currentFile(), QStringLiteral("hello/") + name);
  auto* bar = child<QTabBar>("fileTabBar");
  QVERIFY(bar->tabText(bar->currentIndex()).contains(QStringLiteral("&& co.py")));
  m_page->view()->goTo(0);
  QTest::keyClick(m_page->view(), Qt::Key_End);
  QCOMPARE(m_page->view()->cursorOffset(), qsizetype{13});
}

void TstCodePage::makesEditorsWhenVisible() {
  auto opened = Document::open(m_folder->path());
  QVERIFY(opened);
  m_document = std::move(*opened);
  m_session = std::make_unique<Session>(*m_document);
  m_actions = std::make_unique<Actions>();
  m_page = std::make_unique<CodePage>(Workbench{*m_document, *m_session, *m_actions});
  m_page->showFunction(0);
  QCOMPARE(m_page->findChildren<CodeView*>().size(), 0);
  m_page->QWidget::show();
  QCOMPARE(m_page->findChildren<CodeView*>().size(), 1);
}

void TstCodePage::findsOnlyWithTheEditorFocused() {
  open();
  QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
  m_page->view()->setFocus();
  QTest::keyClick(m_page->view(), Qt::Key_F, Qt::ControlModifier);
  QVERIFY(child<QWidget>("findBar")->isVisible());
  QTest::keyClick(child<QLineEdit>("findText"), Qt::Key_Escape);
  child<QToolButton>("fileAdd")->setFocus();
  QTest::keyClick(child<QToolButton>("fileAdd"), Qt::Key_F, Qt::ControlModifier);
  QVERIFY(!child<QWidget>("findBar")->isVisible());
  QVERIFY(m_actions->find(QStringLiteral("editor.replace")));
}

void TstCodePage::fitsANarrowPane() {
  open();
  m_actions->find(QStringLiteral("editor.replace"))->trigger();
  QVERIFY2(m_page->minimumSizeHint().width() <= 420,
           qPrintable(QString::number(m_page->minimumSizeHint().width())));
}

QTEST_MAIN(TstCodePage)
#include "tst_code_page.moc"
