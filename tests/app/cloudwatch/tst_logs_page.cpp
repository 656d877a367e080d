// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/cloudwatch/log_list.h"
#include "app/cloudwatch/logs_page.h"
#include "app/theme/theme.h"
#include "tests/support/made_runs.h"
#include "tests/support/opened_sample.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::cloudwatch;
using tests::OpenedSample;

class TestLogsPage : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void init();
  void rowsEqualANaiveChoice_data();
  void rowsEqualANaiveChoice();
  void emptyPaneOffersTest();
  void linesAppearAsThePlayheadPasses();
  void selectionIsShared();
  void filterFindsAndClears();
  void refusedPatternSaysWhy();
  void streamsAreOneEnvironmentEach();
  void copiesExactlyWhatCloudWatchHolds();
  void keysMoveAndExtend();
  void wrapsLongLines();
  void exportWritesEveryMatch();
  void exportSaysWhatWentWrong();
  void thirtyThousandLinesScrollToTheEnd();

 private:
  struct Shown {
    explicit Shown(const QString& sample, const QString& scenario = {}) : opened(sample) {
      page = std::make_unique<LogsPage>(opened.workbench());
      page->resize(1'000, 200);
      page->show();
      list = page->findChild<LogList*>();
      if (scenario.isEmpty()) return;
      QSignalSpy changed(&opened.session(), &Session::runChanged);
      opened.session().runScenario(scenario);
      changed.wait(20'000);
      opened.session().pause();
      opened.session().setPlayhead(opened.session().end());
    }
    [[nodiscard]] QString status() const {
      return page->findChild<QLabel*>(QStringLiteral("logStatus"))->text();
    }
    template <typename T>
    T* find(const char* name) {
      T* found = page->findChild<T*>(QLatin1String(name));
      return found != nullptr ? found : page->controls()->findChild<T*>(QLatin1String(name));
    }
    OpenedSample opened;
    std::unique_ptr<LogsPage> page;
    LogList* list = nullptr;
  };
};

void TestLogsPage::initTestCase() {
  theme::Theme::instance().apply();
}

void TestLogsPage::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)")));
}

void TestLogsPage::rowsEqualANaiveChoice_data() {
  QTest::addColumn<quint32>("seed");
  QTest::addColumn<bool>("filtered");
  for (quint32 seed = 1; seed <= 4; ++seed) {
    QTest::addRow("seed %u", seed) << seed << false;
    QTest::addRow("seed %u, filtered", seed) << seed << true;
  }
}

void TestLogsPage::rowsEqualANaiveChoice() {
  QFETCH(quint32, seed);
  QFETCH(bool, filtered);
  const auto index = std::make_shared<const observe::RunIndex>(tests::randomRun(seed, 400, 2));
  const auto view = std::make_shared<const observe::LogView>(index, std::nullopt);
  LogRows rows;
  rows.setView(view);
  std::vector<std::uint32_t> matches;
  if (filtered) {
    for (std::size_t i = 0; i < view->size(); ++i) {
      if (view->line(i).kind == observe::LineKind::Report)
        matches.push_back(static_cast<std::uint32_t>(i));
    }
    rows.startMatches();
    rows.addMatches(matches);
  }
  for (int k = 0; k <= 25; ++k) {
    const Instant t{index->run().end.us / 25 * k};
    rows.setUntil(t);
    std::vector<std::size_t> expected;
    for (std::size_t i = 0; i < view->size(); ++i) {
      const observe::LogLine line = view->line(i);
      // What an environment writes for a request it has not been given yet is not there either.
      const bool arrived = index->attempts()[line.attempt].arrived <= t;
      if (!arrived || line.at > t) continue;
      if (!filtered || line.kind == observe::LineKind::Report) expected.push_back(i);
    }
    QCOMPARE(rows.size(), expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) {
      QCOMPARE(rows.lineAt(row), expected[row]);
      QCOMPARE(rows.rowOf(expected[row]), row);
    }
  }
}

void TestLogsPage::emptyPaneOffersTest() {
  Shown s(QStringLiteral("cold-vs-warm"));
  const auto* stack = s.page->findChild<QStackedWidget*>();
  QCOMPARE(stack->currentIndex(), 0);
}

void TestLogsPage::linesAppearAsThePlayheadPasses() {
  Shown s(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  const auto index = s.opened.session().index();
  const journal::Attempt& first = index->attempts()[0];
  s.opened.session().setPlayhead(first.arrived - Duration{1});
  QCOMPARE(s.list->rows().size(), std::size_t{0});
  s.opened.session().setPlayhead(first.arrived);
  QCOMPARE(s.list->rows().size(), std::size_t{1});
  QVERIFY(s.list->rowText(0).startsWith(u"INIT_START"));
  s.opened.session().setPlayhead(first.began());
  QCOMPARE(s.list->rows().size(), std::size_t{2});
  s.opened.session().setPlayhead(first.ended());
  QCOMPARE(s.list->rows().size(), std::size_t{5});
  QVERIFY(s.list->rowText(4).startsWith(u"REPORT"));
  s.find<QToolButton>("logFollow")->setChecked(false);
  QCOMPARE(s.list->rows().size(), std::size_t{2 + 7 * 4});
}

void TestLogsPage::selectionIsShared() {
  Shown s(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  QTest::mouseClick(s.list->viewport(), Qt::LeftButton, {}, s.list->rowRect(27).center());
  const auto line = s.list->rows().view()->line(s.list->rows().lineAt(27));
  QCOMPARE(s.opened.session().selection(), (Selection{Selection::Kind::Attempt, line.attempt}));
  s.opened.session().select({Selection::Kind::Attempt, 0});
  QVERIFY(s.list->rowRect(0).isValid());  // Scrolled to it.
  const QImage picture = s.list->viewport()->grab().toImage();
  const QColor band = theme::color(theme::Role::Selection);
  const int x = picture.width() - 5;
  QCOMPARE(picture.pixelColor(x, s.list->rowRect(0).center().y()), band);
  QVERIFY(picture.pixelColor(x, s.list->rowRect(6).center().y()) != band);
}

void TestLogsPage::filterFindsAndClears() {
  Shown s(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  auto* pattern = s.find<QLineEdit>("logFilter");
  QTest::keyClicks(pattern, QStringLiteral("\"Init Duration\""));
  QTRY_COMPARE(s.status(), QStringLiteral("2 of 30 lines match"));
  QCOMPARE(s.list->rows().size(), std::size_t{2});
  QVERIFY(s.list->rowText(1).startsWith(u"REPORT"));
  QTest::keyClick(pattern, Qt::Key_Escape);
  QCOMPARE(s.list->rows().size(), std::size_t{30});
  QTest::keyClicks(pattern, QStringLiteral("nonsense"));
  QTRY_COMPARE(s.status(), QStringLiteral("0 of 30 lines match"));
}

void TestLogsPage::refusedPatternSaysWhy() {
  Shown s(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  s.find<QLineEdit>("logFilter")->setText(QStringLiteral("{ $.level = \"ERROR\" }"));
  QVERIFY(s.find<QLabel>("logProblem")->text().startsWith(u"JSON patterns"));
  QVERIFY(s.find<QLabel>("logProblem")->isVisible());
  QCOMPARE(s.list->rows().size(), std::size_t{30});
}

void TestLogsPage::streamsAreOneEnvironmentEach() {
  Shown s(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  QCOMPARE(s.find<QComboBox>("logGroup")->currentText(), QStringLiteral("/aws/lambda/Greeter"));
  auto* streams = s.find<QComboBox>("logStream");
  QCOMPARE(streams->count(), 3);
  streams->setCurrentIndex(2);
  emit streams->activated(2);
  const auto own = s.opened.session().index()->attemptsOf(1);
  QCOMPARE(s.list->rows().size(), own.size() * 4 + 1);
}

void TestLogsPage::copiesExactlyWhatCloudWatchHolds() {
  Shown s(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  s.opened.session().select({Selection::Kind::Attempt, 0});
  QTest::mouseClick(s.list->viewport(), Qt::LeftButton, {}, s.list->rowRect(1).center());
  QTest::mouseClick(s.list->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                    s.list->rowRect(4).center());
  QTest::keyClick(s.list, Qt::Key_C, Qt::ControlModifier);
  const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
  QCOMPARE(lines.size(), 4);
  QVERIFY(lines[0].startsWith(u"START RequestId: "));
  QVERIFY(lines[3].contains(u"ms\tBilled Duration: "));
}

void TestLogsPage::keysMoveAndExtend() {
  Shown s(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  QTest::keyClick(s.list, Qt::Key_Home);
  QCOMPARE(s.list->currentRow(), std::optional<std::size_t>(0));
  QTest::keyClick(s.list, Qt::Key_Down);
  QTest::keyClick(s.list, Qt::Key_Down, Qt::ShiftModifier);
  QCOMPARE(s.list->selectedText().count(u'\n'), 1);
  QVERIFY(s.list->accessibleDescription().startsWith(u"Line 3 of 30"));
  QTest::keyClick(s.list, Qt::Key_End);
  QCOMPARE(s.list->currentRow(), std::optional<std::size_t>(29));
  QVERIFY(s.list->rowRect(29).isValid());
}

void TestLogsPage::wrapsLongLines() {
  Shown s(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  s.page->resize(500, 240);
  QTest::keyClick(s.list, Qt::Key_Home);
  const int single = s.list->rowRect(0).height();
  s.find<QToolButton>("logWrap")->setChecked(true);
  QVERIFY(s.list->rowRect(0).height() >= 2 * single);
  QTest::keyClick(s.list, Qt::Key_End);
  QVERIFY(s.list->rowRect(29).isValid());
  QVERIFY(s.list->rowRect(29).bottom() <= s.list->viewport()->height());
  QCOMPARE(s.list->horizontalScrollBar()->maximum(), 0);
}

void TestLogsPage::exportWritesEveryMatch() {
  Shown s(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("log.txt"));
  LogJob job;
  QSignalSpy ended(&job, &LogJob::ended);
  job.exportTo(s.list->rows().view(), *observe::FilterPattern::parse("REPORT"), path);
  QVERIFY(ended.wait());
  QCOMPARE(ended.first().first().toString(), QString());
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
  QCOMPARE(lines.size(), 7);
  QVERIFY(lines[0].startsWith("2026-01-05T09:00:01."));
  QVERIFY(lines[0].contains("Z\tREPORT RequestId: "));
}

void TestLogsPage::exportSaysWhatWentWrong() {
  Shown s(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  LogJob job;
  QSignalSpy ended(&job, &LogJob::ended);
  job.exportTo(s.list->rows().view(), {}, QStringLiteral("/nowhere/log.txt"));
  QVERIFY(ended.wait());
  QVERIFY(ended.first().first().toString().startsWith(u"/nowhere/log.txt could not be written"));
}

void TestLogsPage::thirtyThousandLinesScrollToTheEnd() {
  const auto index = std::make_shared<const observe::RunIndex>(tests::randomRun(3, 10'000));
  LogList list;
  list.resize(800, 300);
  list.rows().setView(std::make_shared<const observe::LogView>(index, std::nullopt));
  list.show();
  list.rowsChanged();
  const std::size_t last = list.rows().size() - 1;
  QVERIFY(last > 25'000);
  QVERIFY(list.rowRect(last).isValid());
  list.verticalScrollBar()->setValue(1'234);
  list.rowsChanged();  // Rows were added: who has scrolled up stays there.
  QCOMPARE(list.verticalScrollBar()->value(), 1'234);
}

QTEST_MAIN(TestLogsPage)
#include "tst_logs_page.moc"
