// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/screenshot.h"

#include <QApplication>
#include <QDialog>
#include <QPainter>
#include <QTemporaryDir>
#include <QTextStream>
#include <array>

#include "app/command/options.h"
#include "app/command/window_states.h"
#include "app/theme/theme.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/window/samples.h"
#include "app/workbench/say.h"

namespace coldstart::command {
namespace {

const char* const kHelp =
    "usage: coldstart screenshot PROJECT --state NAME --out FILE.png [--size WxH]\n"
    "                 [--theme light|dark] [--scale PERCENT]\n"
    "       coldstart screenshot --list\n\n"
    "Brings the window into a state and writes its picture. Needs no display.\n";

struct Wish {
  WindowState state;
  QString project;
  QString out;
};

const WindowState* find(const QString& name) {
  for (const WindowState& state : windowStates()) {
    if (name == QLatin1String(state.name)) return &state;
  }
  return nullptr;
}

std::optional<Wish> readWish(const Options& options, QTextStream& err) {
  const QString name = options.value(QStringLiteral("state")).value_or(QStringLiteral("write"));
  const WindowState* known = find(name);
  if (!known) {
    err << "coldstart: there is no state \"" << name << "\". \"coldstart screenshot --list\" lists "
        << "them.\n";
    return std::nullopt;
  }
  Wish wish{*known, options.words.value(0),
            options.value(QStringLiteral("out")).value_or(QString())};
  if (wish.project.isEmpty() || wish.out.isEmpty()) {
    err << "coldstart: screenshot needs a project and --out FILE.png.\n";
    return std::nullopt;
  }
  if (const auto size = options.value(QStringLiteral("size"))) {
    const QStringList sides = size->split(u'x');
    wish.state.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || wish.state.size.width() < 300 || wish.state.size.height() < 200 ||
        wish.state.size.width() > 10'000 || wish.state.size.height() > 10'000) {
      err << "coldstart: --size " << *size << " is not a size. Write 1440x900.\n";
      return std::nullopt;
    }
  }
  if (const auto scheme = options.value(QStringLiteral("theme"))) {
    if (*scheme != QStringLiteral("light") && *scheme != QStringLiteral("dark")) {
      err << "coldstart: --theme is light or dark, not \"" << *scheme << "\".\n";
      return std::nullopt;
    }
    wish.state.dark = *scheme == QStringLiteral("dark");
  }
  if (const auto scale = options.value(QStringLiteral("scale"))) {
    wish.state.zoomPercent = scale->toInt();
    if (wish.state.zoomPercent < 50 || wish.state.zoomPercent > 300) {
      err << "coldstart: --scale " << *scale << " is not between 50 and 300.\n";
      return std::nullopt;
    }
  }
  return wish;
}

/// Drops what the offscreen platform says about itself; the rest goes to standard error.
void quietly(QtMsgType /*type*/, const QMessageLogContext& /*context*/, const QString& text) {
  if (text.startsWith(u"This plugin") || text.startsWith(u"QStandardPaths")) return;
  QTextStream(stderr) << text << '\n';
}

/// The window with its dialogs over it, as the desktop would show them.
QPixmap pictureOf(window::MainWindow& window) {
  QPixmap picture = window.grab();
  QPainter painter(&picture);
  for (QWidget* top : QApplication::topLevelWidgets()) {
    if (!top->isVisible() || !qobject_cast<QDialog*>(top)) continue;
    const QPixmap dialog = top->grab();
    QRect place(QPoint(), dialog.deviceIndependentSize().toSize());
    place.moveCenter(window.rect().center());
    painter.drawPixmap(place.topLeft(), dialog);
    painter.setPen(theme::color(theme::Role::Dim));
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
  }
  return picture;
}

int take(const Wish& wish, QTextStream& err) {
  using namespace window;
  preferences::setValue(QStringLiteral("theme"),
                        wish.state.dark ? QStringLiteral("dark") : QStringLiteral("light"));
  preferences::setValue(QStringLiteral("zoom"), wish.state.zoomPercent);
  preferences::setValue(QStringLiteral("reducedMotion"), true);
  preferences::setValue(QStringLiteral("language"), QString::fromLatin1(wish.state.language));
  preferences::applyLanguage();
  preferences::applyLook();
  MainWindow window;
  window.resize(wish.state.size);
  window.show();
  settle(window);
  if (QLatin1String(wish.state.name) != QLatin1String("welcome")) {
    QString project = wish.project;
    if (wish.state.sample)
      project = samplesFolder() + u'/' + QString::fromLatin1(wish.state.sample);
    if (!window.openProject(project)) {
      err << "coldstart: " << window.banner()->sentence() << '\n';
      return kWrongInput;
    }
    settle(window);
    if (!window.session()) {  // A large one that could not be read.
      err << "coldstart: " << window.banner()->sentence() << '\n';
      return kWrongInput;
    }
  }
  wish.state.reach(window);
  settle(window);
  if (!pictureOf(window).save(wish.out)) {
    err << "coldstart: \"" << wish.out << "\" cannot be written.\n";
    return kFailed;
  }
  return kDone;
}

}  // namespace

int screenshot(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  if (arguments.contains(QStringLiteral("--list"))) {
    for (const WindowState& state : windowStates()) out << state.name << '\n';
    return kDone;
  }
  const auto options = readOptions(arguments);
  if (!options) {
    err << "coldstart: " << qs(options.error().english()) << '\n';
    return kWrongInput;
  }
  if (options->help) {
    out << kHelp;
    return kDone;
  }
  const auto wish = readWish(*options, err);
  if (!wish) return kWrongInput;
  // Nothing of the user's settings may show, and nothing of this may stay.
  const QTemporaryDir folder;
  qputenv("XDG_CONFIG_HOME", folder.path().toLocal8Bit());
  qputenv("XDG_CACHE_HOME", folder.path().toLocal8Bit());
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_SCALE_FACTOR", "1");
  int count = 1;
  std::array<char, 10> name{"coldstart"};
  std::array<char*, 2> words{name.data(), nullptr};
  qInstallMessageHandler(quietly);
  QApplication application(count, words.data());
  QApplication::setCursorFlashTime(0);
  return take(*wish, err);
}

}  // namespace coldstart::command
