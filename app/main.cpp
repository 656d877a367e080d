// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QTextStream>

#include "app/command/command_line.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"

namespace {

void nameTheProgram() {
  QCoreApplication::setApplicationName(QStringLiteral("coldstart"));
  QCoreApplication::setApplicationVersion(QStringLiteral(COLDSTART_VERSION));
  QGuiApplication::setDesktopFileName(QStringLiteral("coldstart"));
}

QStringList argumentsOf(int count, char** words) {
  QStringList arguments;
  for (int i = 1; i < count; ++i) arguments << QString::fromLocal8Bit(words[i]);
  return arguments;
}

int runWithoutWindow(const QStringList& arguments, int count, char** words) {
  QTextStream out(stdout);
  QTextStream err(stderr);
  // A picture of the window needs an application of its own kind, which it makes itself.
  if (arguments.first() == QStringLiteral("screenshot"))
    return coldstart::command::runCommand(arguments, out, err);
  // GLib's event loop, which only a window needs, wakes itself up several times an invocation.
  qputenv("QT_NO_GLIB", "1");
  const QCoreApplication application(count, words);
  return coldstart::command::runCommand(arguments, out, err);
}

}  // namespace

int main(int count, char** words) {
  nameTheProgram();
  const QStringList arguments = argumentsOf(count, words);
  if (coldstart::command::isCommand(arguments)) return runWithoutWindow(arguments, count, words);

  const QApplication application(count, words);
  using namespace coldstart::window;
  preferences::applyLanguage();
  preferences::applyLook();
  MainWindow window;
  if (!arguments.isEmpty()) window.openProject(arguments.first());
  window.show();
  return QApplication::exec();
}
