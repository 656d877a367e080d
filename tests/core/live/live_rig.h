// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A project with one function whose code the test writes, run by a host of its own.

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "core/live/java_launch.h"
#include "core/live/live_host.h"

namespace coldstart::livetest {

/// Processes that carry this text in their command line.
inline int runningWith(const QByteArray& text) {
  int found = 0;
  const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
  for (const QString& entry : entries) {
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(entry));
    if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) ++found;
  }
  return found;
}

/// Whether Java handlers can be run here: Java and Jackson are installed, and were at build time.
inline bool hasJava() {
  project::Function function;
  function.runtime = "java17";
  return bool(live::javaCommand(function, QStringLiteral(":/runtime"), {}));
}

struct Rig {
  explicit Rig(const char* runtime, const QString& folderName = QStringLiteral("code"))
      : code(folderName) {
    project::Function f;
    f.id = f.name = "Tested";
    f.runtime = runtime;
    f.handler = f.runtime.starts_with("node") ? "index.handler" : "app.handler";
    f.codeUri = code.toStdString() + "/";
    f.memory = Memory{256};
    f.timeout = Duration::seconds(5);
    f.idleTimeout = {project::Distribution::Kind::Constant, Duration::minutes(10).us, 0, {}};
    project.functions.push_back(f);
    QDir(folder.path()).mkpath(code);
  }

  project::Function& function() { return project.functions[0]; }

  /// In the code folder; "../layer/lib/x" is beside it.
  void write(const char* file, const char* text, bool executable = false) {
    QFile to(QDir::cleanPath(folder.filePath(code + u'/' + QLatin1String(file))));
    QDir().mkpath(QFileInfo(to).path());
    QVERIFY(to.open(QIODevice::WriteOnly));
    to.write(text);
    to.close();
    if (executable) to.setPermissions(to.permissions() | QFile::ExeOwner | QFile::ExeOther);
  }

  live::LiveHost& host() {
    if (!m_host) {
      m_host = std::make_unique<live::LiveHost>(
          project, live::LiveHost::Settings{.folder = folder.path(),
                                            .walls = live::availableWalls(network),
                                            .artifacts = artifacts,
                                            .fast = fast,
                                            .initLimit = initLimit,
                                            .shutdownLimit = Duration::seconds(30),
                                            .wallClock = wallClock});
    }
    return *m_host;
  }
  void close() { m_host.reset(); }

  /// A synchronous request and its answer; fails after two minutes without one: a compiler may
  /// have to work first.
  live::LiveAnswer invoke(const std::string& payload = "{}") {
    QEventLoop loop;
    live::LiveAnswer answer{.status = 0, .functionError = {}, .payload = {}};
    QTimer::singleShot(120'000, &loop, &QEventLoop::quit);
    live::LiveHost::Request request;
    request.payload = payload;
    request.answered = [&](const live::LiveAnswer& given) {
      answer = given;
      loop.quit();
    };
    host().invoke(std::move(request));
    if (answer.status == 0) loop.exec();
    return answer;
  }

  const journal::Attempt& attempt(const live::LiveAnswer& answer) {
    return host().run()->journal.attempts[answer.attempt];
  }
  std::string printed() {
    std::string all;
    for (const journal::PrintedLine& line : host().printed()) all += line.text + '\n';
    return all;
  }

  QTemporaryDir folder;
  QString artifacts = folder.filePath(QStringLiteral("artifacts"));  ///< Of what is built.
  live::Network network = live::Network::Cut;
  Duration initLimit = Duration::seconds(10);
  bool fast = false;
  std::function<WallTime()> wallClock;
  QString code;
  project::Project project;

 private:
  std::unique_ptr<live::LiveHost> m_host;
};

}  // namespace coldstart::livetest
