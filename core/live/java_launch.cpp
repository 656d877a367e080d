// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/java_launch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <vector>

namespace coldstart::live {
namespace {

/// What the virtual machine itself uses beside the heap: its own code, classes, compiled methods,
/// stacks. As measured with a small function.
constexpr int kBesideHeapMb = 64;
constexpr int kLeastHeapMb = 32;

Error missing(const char* pattern, std::vector<std::string> arguments) {
  return {"", {"live", pattern, std::move(arguments)}, ""};
}

/// "17.0.15" is 17, "1.8.0_362" is 8. Where there is no such file, the folder's name has to do.
int versionOf(const QDir& home) {
  static const QRegularExpression kRelease(QStringLiteral(R"(JAVA_VERSION="(?:1\.)?(\d+))"));
  static const QRegularExpression kName(QStringLiteral(R"((?:java|jdk|jre)-(?:1\.)?(\d+))"));
  QFile release(home.filePath(QStringLiteral("release")));
  if (release.open(QIODevice::ReadOnly)) {
    const auto match = kRelease.match(QString::fromUtf8(release.readAll()));
    if (match.hasMatch()) return match.captured(1).toInt();
  }
  return kName.match(home.dirName()).captured(1).toInt();
}

std::vector<Java> installedIn(const QString& machines, JavaPart part) {
  const QString program =
      part == JavaPart::Runs ? QStringLiteral("bin/java") : QStringLiteral("bin/javac");
  std::vector<Java> found;
  const auto homes =
      QDir(machines).entryInfoList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
  for (const QFileInfo& home : homes) {
    const QDir folder(home.filePath());
    if (!QFileInfo(folder.filePath(program)).isExecutable()) continue;
    if (const int version = versionOf(folder)) found.push_back({folder.path(), version});
  }
  std::ranges::stable_sort(found, {}, &Java::version);
  return found;
}

}  // namespace

int javaVersion(const std::string& runtime) {
  return QString::fromStdString(runtime).section(u'.', 0, 0).mid(4).toInt();
}

std::optional<Java> javaFor(const std::string& runtime, JavaPart part, const JavaPlaces& places) {
  const auto all = installedIn(places.machines, part);
  if (all.empty()) return std::nullopt;
  const auto enough = std::ranges::lower_bound(all, javaVersion(runtime), {}, &Java::version);
  return enough == all.end() ? all.back() : *enough;
}

QString javaRuntimeJar(const QString& runtime) {
  return runtime + QStringLiteral("/java/coldstart-runtime.jar");
}

Result<QStringList> javaCommand(const project::Function& function, const QString& runtime,
                                const QString& opt, const JavaPlaces& places) {
  const auto java = javaFor(function.runtime, JavaPart::Runs, places);
  if (!java) {
    return missing(SAY("live",
                       "%1 needs Java, which is not installed here. Install Debian's packages "
                       "default-jdk-headless and libjackson2-databind-java; until then the "
                       "function can be simulated."),
                   {function.runtime});
  }
  QStringList json{runtime + QStringLiteral("/java/coldstart-json.jar")};
  for (const char* name : {"jackson-databind", "jackson-core", "jackson-annotations"}) {
    const QString jar = QStringLiteral("%1/%2.jar").arg(places.libraries, QLatin1String(name));
    if (!QFile::exists(jar)) {
      return missing(SAY("live",
                         "%1 needs the library Jackson, which is not installed here. Install "
                         "Debian's package libjackson2-databind-java; until then the function can "
                         "be simulated."),
                     {function.runtime});
    }
    json << jar;
  }
  if (!QFile::exists(javaRuntimeJar(QStringLiteral(":/runtime")))) {
    return missing(SAY("live",
                       "%1 cannot be run by this copy of Coldstart, which was built without "
                       "Java. Build it again where default-jdk-headless and "
                       "libjackson2-databind-java are installed."),
                   {function.runtime});
  }
  // Code that needs more than the heap is told so, as OutOfMemoryError, before it is killed.
  const int heap = std::max(
      kLeastHeapMb, std::min(function.memory.mb - kBesideHeapMb, function.memory.mb * 85 / 100));
  return QStringList{java->home + QStringLiteral("/bin/java"),
                     // For a quick start. (java-customization)
                     QStringLiteral("-XX:TieredStopAtLevel=1"), QStringLiteral("-Xshare:auto"),
                     QStringLiteral("-XX:+UseSerialGC"), QStringLiteral("-XX:-UsePerfData"),
                     QStringLiteral("-Xmx%1m").arg(heap), QStringLiteral("-Dfile.encoding=UTF-8"),
                     QStringLiteral("-Dcoldstart.json=") + json.join(u':'),
                     QStringLiteral("-Dcoldstart.layers=") + opt, QStringLiteral("-cp"),
                     javaRuntimeJar(runtime), QStringLiteral("coldstart.Bootstrap")};
}

std::optional<Sentence> otherJava(const project::Function& function) {
  const auto java = javaFor(function.runtime, JavaPart::Runs);
  if (!java || java->version == javaVersion(function.runtime)) return std::nullopt;
  return Sentence{"live",
                  SAY("live",
                      "The runtime %1 is not installed on this machine; %2 runs its handlers. What "
                      "differs between the two differs from Lambda."),
                  {function.runtime, "Java " + std::to_string(java->version)}};
}

}  // namespace coldstart::live
