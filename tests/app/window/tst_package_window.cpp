// SPDX-License-Identifier: GPL-3.0-or-later
// A deployment package out of the window and into it again.
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

#include "app/theme/banner.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/window/trust.h"
#include "app/workbench/deployment_package.h"
#include "app/workbench/session.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using namespace coldstart::window;

class TestPackageWindow : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void outAndInAgain();
  void withoutAProjectThereIsNothingToExport();

 private:
  void trigger(const char* action) {
    m_window->actions().find(QString::fromLatin1(action))->trigger();
  }
  void choose(const QString& file) {
    auto* dialog = m_window->findChild<QFileDialog*>(QStringLiteral("packageDialog"));
    QVERIFY(dialog);
    dialog->selectFile(file);
    qobject_cast<QDialog*>(dialog)->accept();
    QTRY_VERIFY(!m_window->findChild<QFileDialog*>(QStringLiteral("packageDialog")));
  }
  bool says(const QString& text) {
    const auto banners = m_window->findChildren<theme::Banner*>();
    return std::ranges::any_of(
        banners, [&](theme::Banner* banner) { return banner->sentence().contains(text); });
  }

  tests::PrivateFolders m_folders;
  QTemporaryDir m_place;
  std::unique_ptr<MainWindow> m_window;
};

void TestPackageWindow::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin)")));
  QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
  preferences::applyLook();
  m_window = std::make_unique<MainWindow>();
  m_window->resize(1440, 900);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestPackageWindow::outAndInAgain() {
  const QString folder =
      tests::copySample(QStringLiteral("hello-python"), m_place.filePath(QStringLiteral("mine")));
  const QString code = folder + QStringLiteral("/hello/lambda_function.py");
  const QByteArray before = tests::readFile(code);
  const QString zip = m_place.filePath(QStringLiteral("hello.zip"));
  QVERIFY(m_window->openProject(folder));
  trigger("file.export");
  choose(zip);
  QTRY_VERIFY(QFile::exists(zip));
  QTRY_VERIFY(says(codeSha256(tests::readFile(zip))));

  trust::setTrusted(folder, true);
  tests::writeFile(code, "mine");
  trigger("file.import");
  choose(zip);
  auto* question = m_window->findChild<QMessageBox*>(QStringLiteral("importQuestion"));
  QVERIFY(question);
  QCOMPARE(tests::readFile(code), QByteArray("mine"));
  QTest::mouseClick(question->findChild<QPushButton*>(QStringLiteral("replaceCode")),
                    Qt::LeftButton);
  QTRY_COMPARE(tests::readFile(code), before);
  QTRY_VERIFY(says(QStringLiteral("is now that of the package")));
  QVERIFY(!trust::isTrusted(folder));
}

void TestPackageWindow::withoutAProjectThereIsNothingToExport() {
  QVERIFY(!m_window->actions().find(QStringLiteral("file.export"))->isEnabled());
  QVERIFY(!m_window->actions().find(QStringLiteral("file.import"))->isEnabled());
}

QTEST_MAIN(TestPackageWindow)
#include "tst_package_window.moc"
