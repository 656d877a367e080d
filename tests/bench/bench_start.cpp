// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to the first painted frame, and the memory then: the window on a
// sample beside a bare QMainWindow with QScintilla and four docks. Both are this program, started
// again with an argument, in turns; medians and their ratio are printed.

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolBar>
#include <QTreeWidget>
#include <algorithm>
#include <cstdio>
#include <vector>

#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>

#include "app/window/main_window.h"
#include "app/window/preferences.h"

namespace {

constexpr int kRounds = 11;

double residentMiB() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  const QList<QByteArray> lines = status.readAll().split('\n');
  for (const QByteArray& line : lines) {
    if (line.startsWith("VmRSS:")) return line.simplified().split(' ').value(1).toDouble() / 1024;
  }
  return 0;
}

/// Tells the parent when the first frame has been painted and flushed, and ends.
class FirstFrame : public QObject {
 public:
  explicit FirstFrame(QWidget& window) : QObject(&window) { window.installEventFilter(this); }

  bool eventFilter(QObject* /*watched*/, QEvent* event) override {
    if (event->type() == QEvent::Paint && !m_seen) {
      m_seen = true;
      QTimer::singleShot(0, this, [] {
        std::printf("%.1f\n", residentMiB());
        std::fflush(stdout);
        QCoreApplication::quit();
      });
    }
    return false;
  }

 private:
  bool m_seen = false;
};

void fillBare(QMainWindow& window) {
  for (const char* name : {"File", "Edit", "View", "Run", "Help"})
    window.menuBar()->addMenu(QString::fromLatin1(name))->addAction(QStringLiteral("Something"));
  window.addToolBar(QStringLiteral("Tools"))->addAction(QStringLiteral("Test"));
  auto* editor = new QsciScintilla(&window);
  editor->setLexer(new QsciLexerPython(editor));
  editor->setText(QStringLiteral("def lambda_handler(event, context):\n    return {}\n"));
  window.setCentralWidget(editor);
  for (const Qt::DockWidgetArea area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea,
                                        Qt::BottomDockWidgetArea, Qt::RightDockWidgetArea}) {
    auto* dock = new QDockWidget(QStringLiteral("Pane"), &window);
    dock->setWidget(new QTreeWidget(dock));
    window.addDockWidget(area, dock);
  }
  window.resize(1440, 900);
}

int showBare(int count, char** words) {
  QApplication application(count, words);
  QMainWindow window;
  fillBare(window);
  new FirstFrame(window);
  window.show();
  return QApplication::exec();
}

/// The same steps as app/main.cpp.
int showOurs(int count, char** words, const QString& project) {
  QApplication application(count, words);
  using namespace coldstart::window;
  preferences::applyLanguage();
  preferences::applyLook();
  MainWindow window;
  new FirstFrame(window);
  if (!window.openProject(project)) return 1;
  window.show();
  return QApplication::exec();
}

struct Measured {
  std::vector<double> milliseconds;
  std::vector<double> mebibytes;
};

void measure(const QStringList& arguments, Measured& into) {
  QProcess child;
  QElapsedTimer clock;
  clock.start();
  child.start(QCoreApplication::applicationFilePath(), arguments);
  if (!child.waitForReadyRead(60'000)) qFatal("the window painted nothing");
  into.milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
  into.mebibytes.push_back(child.readAllStandardOutput().trimmed().toDouble());
  child.waitForFinished();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int count, char** words) {
  QCoreApplication::setApplicationName(QStringLiteral("coldstart-bench"));
  const QString mode = QString::fromLocal8Bit(count > 1 ? words[1] : "");
  if (mode == QStringLiteral("--bare")) return showBare(count, words);
  if (mode == QStringLiteral("--ours"))
    return showOurs(count, words, QString::fromLocal8Bit(count > 2 ? words[2] : "."));

  const QCoreApplication application(count, words);
  const QTemporaryDir settings;
  qputenv("XDG_CONFIG_HOME", settings.path().toLocal8Bit());
  qputenv("XDG_CACHE_HOME", settings.path().toLocal8Bit());
  const QString project = qEnvironmentVariable("COLDSTART_SOURCE_DIR", QStringLiteral(".")) +
                          QStringLiteral("/samples/cold-vs-warm");
  Measured bare;
  Measured ours;
  for (int round = 0; round < kRounds; ++round) {
    measure({QStringLiteral("--bare")}, bare);
    measure({QStringLiteral("--ours"), project}, ours);
  }
  const double bareMs = median(bare.milliseconds);
  const double oursMs = median(ours.milliseconds);
  std::printf("start  first painted frame  %.0f ms, bare window %.0f ms: ratio %.2f (goal <= 2)\n",
              oursMs, bareMs, oursMs / bareMs);
  std::printf("start  resident memory      %.0f MiB, bare window %.0f MiB (goal <= 80 MiB)\n",
              median(ours.mebibytes), median(bare.mebibytes));
  return 0;
}
