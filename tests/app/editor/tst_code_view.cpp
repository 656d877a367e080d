// SPDX-License-Identifier: GPL-3.0-or-later
// The editor and its find bar, driven with real keys.

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <Qsci/qscilexer.h>
#include <nlohmann/json.hpp>

#include "app/editor/code_view.h"
#include "app/editor/find_bar.h"
#include "app/theme/theme.h"

using namespace coldstart;
using namespace coldstart::editor;

namespace {

/// An editor with its find bar, as the page stacks them.
struct Pane {
  explicit Pane(const QString& text, Language language = Language::Python)
      : bar(new FindBar(&window)), view(new CodeView(language, text, &window)) {
    auto* column = new QVBoxLayout(&window);
    column->addWidget(bar);
    column->addWidget(view);
    bar->setView(view);
    window.resize(500, 400);
    window.show();
    view->setFocus();
  }
  template <typename T>
  T* child(const char* name) {
    return window.findChild<T*>(QString::fromLatin1(name));
  }
  QWidget window;
  FindBar* bar;
  CodeView* view;
};

}  // namespace

class TstCodeView : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { theme::Theme::instance().apply(); }
  void init() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)")));
  }
  void completesFromTheEvent();
  void showsATipForTheRemainingTime();
  void underlinesProblemsAndGoesToThem();
  void togglesComments();
  void editsAtSeveralCarets();
  void takesAnotherTextAsOneStep();
  void leavesWithEscapeThenTab();
  void followsTheTheme();
  void findsAndCounts();
  void replacesAllAsOneStep();
  void replacesOneByOne();
  void explainsABadExpression();
  void breakpointsMoveWithTheirLines();
  void aConditionIsWrittenUnderItsLine();
};

void TstCodeView::completesFromTheEvent() {
  Pane pane(QStringLiteral("def handler(event, context):\n    key = event"));
  pane.view->setEventSource([] {
    return nlohmann::ordered_json::parse(R"J({"Records":[{"s3":{"bucket":{"name":"ü 🪣"}}}]})J");
  });
  pane.view->goTo(1, 15);
  QTest::keyClicks(pane.view, QStringLiteral("[\""));
  QCOMPARE(pane.view->offered(), QStringList{QStringLiteral("Records")});
  QTest::keyClicks(pane.view, QStringLiteral("Re"));
  QTest::keyClick(pane.view, Qt::Key_Return);
  QCOMPARE(pane.view->text(1), QStringLiteral("    key = event[\"Records\"]"));
  QTest::keyClicks(pane.view, QStringLiteral("[0][\"s3\"][\"bucket\"][\""));
  QTest::keyClick(pane.view, Qt::Key_Tab);
  QVERIFY(pane.view->text().endsWith(QStringLiteral("[\"bucket\"][\"name\"]")));
}

void TstCodeView::showsATipForTheRemainingTime() {
  Pane pane(QStringLiteral("def handler(event, context):\n    left = context"));
  pane.view->goTo(1, 18);
  QTest::keyClicks(pane.view, QStringLiteral(".get_re"));
  QCOMPARE(pane.view->offered(), QStringList{QStringLiteral("get_remaining_time_in_millis")});
  QTest::keyClick(pane.view, Qt::Key_Escape);
  QTest::keyClicks(pane.view, QStringLiteral("maining_time_in_millis("));
  QVERIFY(pane.view->isCallTipActive());
}

void TstCodeView::underlinesProblemsAndGoesToThem() {
  Pane pane(QStringLiteral("x = 1\nif x == 1\n    y = (2\n"));
  QCOMPARE(pane.view->problems().size(), std::size_t{1});
  QVERIFY(pane.view->annotation(2).contains(QStringLiteral("never closed")));
  pane.view->goToNextProblem();
  int line = 0;
  int column = 0;
  pane.view->getCursorPosition(&line, &column);
  QCOMPARE(line, 2);
  QCOMPARE(column, 8);
  // Mended, the next problem shows by itself.
  pane.view->goTo(2, 10);
  QTest::keyClicks(pane.view, QStringLiteral(")"));
  QTRY_VERIFY(pane.view->problems().size() == 1 &&
              pane.view->problems()[0].text.contains(QStringLiteral("colon")));
}

void TstCodeView::togglesComments() {
  Pane pane(QStringLiteral("if a:\n    b = 1\n\n    c = 2\n"));
  pane.view->setSelection(1, 0, 4, 0);
  pane.view->toggleComment();
  QCOMPARE(pane.view->text(), QStringLiteral("if a:\n    # b = 1\n\n    # c = 2\n"));
  pane.view->toggleComment();
  QCOMPARE(pane.view->text(), QStringLiteral("if a:\n    b = 1\n\n    c = 2\n"));
  pane.view->undo();
  QCOMPARE(pane.view->text(), QStringLiteral("if a:\n    # b = 1\n\n    # c = 2\n"));
}

void TstCodeView::editsAtSeveralCarets() {
  Pane pane(QStringLiteral("name = 1\nprint(name)\n"));
  pane.view->setSelection(0, 0, 0, 4);
  pane.view->addNextOccurrence();
  QTest::keyClicks(pane.view, QStringLiteral("id"));
  QCOMPARE(pane.view->text(), QStringLiteral("id = 1\nprint(id)\n"));
}

void TstCodeView::takesAnotherTextAsOneStep() {
  Pane pane(QStringLiteral("one\ntwo\n"));
  pane.view->goTo(1, 1);
  pane.view->replaceAll(QStringLiteral("three\nfour\n"));
  int line = 0;
  int column = 0;
  pane.view->getCursorPosition(&line, &column);
  QCOMPARE(line, 1);
  pane.view->undo();
  QCOMPARE(pane.view->text(), QStringLiteral("one\ntwo\n"));
}

void TstCodeView::leavesWithEscapeThenTab() {
  Pane pane(QStringLiteral("x"));
  QVERIFY(QTest::qWaitForWindowActive(&pane.window));
  QTRY_VERIFY(pane.view->hasFocus());
  pane.bar->open(FindBar::Mode::Find);
  pane.view->setFocus();
  QTest::keyClick(pane.view, Qt::Key_Escape);
  QTest::keyClick(pane.view, Qt::Key_Tab);
  QVERIFY(!pane.view->hasFocus());
  QCOMPARE(pane.view->text(), QStringLiteral("x"));
}

void TstCodeView::followsTheTheme() {
  Pane pane(QStringLiteral("# comment\n"));
  theme::Theme::instance().setScheme(theme::Scheme::Dark);
  QCOMPARE(pane.view->lexer()->paper(1), theme::color(theme::Role::Panel));
  const int small = pane.view->textHeight(0);
  theme::Theme::instance().setZoomPercent(200);
  QVERIFY(pane.view->textHeight(0) > small * 3 / 2);
  theme::Theme::instance().setZoomPercent(100);
  theme::Theme::instance().setScheme(theme::Scheme::Light);
  QCOMPARE(pane.view->lexer()->paper(1), theme::color(theme::Role::Panel));
}

void TstCodeView::findsAndCounts() {
  Pane pane(QStringLiteral("Key key keys \u05e9key\nkey"));
  pane.bar->open(FindBar::Mode::Find);
  auto* what = pane.child<QLineEdit>("findText");
  QTest::keyClicks(what, QStringLiteral("key"));
  QCOMPARE(pane.bar->count(), 5);
  QCOMPARE(pane.child<QLabel>("findCount")->text(), QStringLiteral("1 of 5"));
  pane.child<QToolButton>("findCase")->click();
  QCOMPARE(pane.bar->count(), 4);
  pane.child<QToolButton>("findWord")->click();
  QCOMPARE(pane.bar->count(), 2);
  QTest::keyClick(what, Qt::Key_Return);
  int line = 0;
  int column = 0;
  pane.view->getCursorPosition(&line, &column);
  QCOMPARE(line, 1);
  QTest::keyClick(what, Qt::Key_Return);  // Wraps round.
  QCOMPARE(pane.child<QLabel>("findCount")->text(), QStringLiteral("1 of 2"));
  QTest::keyClick(what, Qt::Key_Return, Qt::ShiftModifier);
  QCOMPARE(pane.child<QLabel>("findCount")->text(), QStringLiteral("2 of 2"));
  QTest::keyClick(what, Qt::Key_Escape);
  QVERIFY(!pane.bar->isVisible());
}

void TstCodeView::replacesAllAsOneStep() {
  const QString before = QStringLiteral("äöü a1 = a2\na3 = 😀a4\n");
  Pane pane(before);
  pane.bar->open(FindBar::Mode::Replace);
  pane.child<QToolButton>("findExpression")->setChecked(true);
  QTest::keyClicks(pane.child<QLineEdit>("findText"), QStringLiteral("a(\\d)"));
  QTest::keyClicks(pane.child<QLineEdit>("replaceText"), QStringLiteral("key[\\1]"));
  pane.child<QPushButton>("replaceAll")->click();
  QCOMPARE(pane.view->text(), QStringLiteral("äöü key[1] = key[2]\nkey[3] = 😀key[4]\n"));
  QCOMPARE(pane.child<QLabel>("findCount")->text(), QStringLiteral("4 replaced"));
  pane.view->undo();
  QCOMPARE(pane.view->text(), before);
}

void TstCodeView::replacesOneByOne() {
  Pane pane(QStringLiteral("a a a"));
  pane.bar->open(FindBar::Mode::Replace);
  QTest::keyClicks(pane.child<QLineEdit>("findText"), QStringLiteral("a"));
  QTest::keyClicks(pane.child<QLineEdit>("replaceText"), QStringLiteral("ab"));
  auto* replace = pane.child<QPushButton>("replaceOne");
  replace->click();
  QCOMPARE(pane.view->text(), QStringLiteral("ab a a"));
  replace->click();
  QCOMPARE(pane.view->text(), QStringLiteral("ab ab a"));
}

void TstCodeView::explainsABadExpression() {
  Pane pane(QStringLiteral("a(b"));
  pane.bar->open(FindBar::Mode::Find);
  pane.child<QToolButton>("findExpression")->setChecked(true);
  QTest::keyClicks(pane.child<QLineEdit>("findText"), QStringLiteral("a("));
  QCOMPARE(pane.bar->count(), 0);
  QVERIFY(pane.child<QLabel>("findCount")->toolTip().contains(QStringLiteral("not complete")));
}

void TstCodeView::breakpointsMoveWithTheirLines() {
  Pane pane(QStringLiteral("a = 1\nb = 2\nc = 3\n"));
  const QMap<int, QString> before{{2, QString()}, {3, QStringLiteral("a > 1")}};
  pane.view->setBreakpoints(before);
  QCOMPARE(pane.view->breakpoints(), before);
  // A condition is a shape, not only a colour.
  QVERIFY(pane.view->markersAtLine(1) != pane.view->markersAtLine(2));
  pane.view->insertAt(QStringLiteral("# first\n"), 0, 0);
  QCOMPARE(pane.view->breakpoints(),
           (QMap<int, QString>{{3, QString()}, {4, QStringLiteral("a > 1")}}));
}

void TstCodeView::aConditionIsWrittenUnderItsLine() {
  Pane pane(QStringLiteral("a = 1\nb = 2\nc = 3\n"));
  QSignalSpy given(pane.view, &CodeView::conditionGiven);
  auto* text = pane.child<QLineEdit>("conditionText");
  pane.view->askCondition(2, QStringLiteral("a > 1"));
  QVERIFY(text->isVisible());
  QCOMPARE(text->text(), QStringLiteral("a > 1"));
  QTest::keyClick(text, Qt::Key_Escape);
  QVERIFY(!text->isVisible());
  QCOMPARE(given.count(), 0);
  pane.view->askCondition(2, QStringLiteral("a > 1"));
  QTest::keyClicks(text, QStringLiteral(" a > 2 "));
  QTest::keyClick(text, Qt::Key_Return);
  QVERIFY(!text->isVisible());
  QCOMPARE(given.count(), 1);
  QCOMPARE(given[0][0].toInt(), 2);
  QCOMPARE(given[0][1].toString(), QStringLiteral("a > 2"));
  QCOMPARE(pane.view->text(), QStringLiteral("a = 1\nb = 2\nc = 3\n"));  // Enter was the line's.
}

QTEST_MAIN(TstCodeView)
#include "tst_code_view.moc"
