// SPDX-License-Identifier: GPL-3.0-or-later
// Which Java runs a Java function, and what is said when there is none.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "core/live/java_launch.h"
#include "core/live/launch.h"

using namespace coldstart;
using namespace coldstart::live;

namespace {

/// A machine's folders of Java and of libraries, made up.
struct Machine {
  void install(const char* home, const char* release, const QStringList& programs) {
    const QDir folder(root.filePath(QStringLiteral("jvm/") + QLatin1String(home)));
    QVERIFY(folder.mkpath(QStringLiteral("bin")));
    write(folder.filePath(QStringLiteral("release")), release);
    for (const QString& program : programs) {
      const QString file = folder.filePath(QStringLiteral("bin/") + program);
      write(file, "");
      QVERIFY(QFile::setPermissions(file, QFile::permissions(file) | QFile::ExeOwner));
    }
  }
  void addJackson() {
    for (const char* name : {"databind", "core", "annotations"})
      write(root.filePath(QStringLiteral("java/jackson-%1.jar").arg(QLatin1String(name))), "");
  }
  static void write(const QString& path, const char* text) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  }
  JavaPlaces places() const {
    return {root.filePath(QStringLiteral("jvm")), root.filePath(QStringLiteral("java"))};
  }
  QTemporaryDir root;
};

const QStringList kJre{QStringLiteral("java")};
const QStringList kJdk{QStringLiteral("java"), QStringLiteral("javac")};

int found(const char* runtime, JavaPart part, const Machine& machine) {
  const auto java = javaFor(runtime, part, machine.places());
  return java ? java->version : 0;
}

std::string refusal(const Machine& machine) {
  project::Function function;
  function.runtime = "java21";
  const auto command = javaCommand(function, QStringLiteral("/r"), {}, machine.places());
  return command ? "" : command.error().english();
}

}  // namespace

class TestJavaLaunch : public QObject {
  Q_OBJECT
 private slots:
  void theRuntimesOwnVersionRuns();
  void whatIsMissingIsNamed();
  void theHeapLeavesRoom();
};

void TestJavaLaunch::theRuntimesOwnVersionRuns() {
  Machine machine;
  QCOMPARE(found("java21", JavaPart::Runs, machine), 0);
  machine.install("java-17-openjdk-amd64", "JAVA_VERSION=\"17.0.15\"\n", kJdk);
  machine.install("temurin-25-jdk-amd64", "OS=x\nJAVA_VERSION=\"25\"\n", kJre);
  machine.install("java-1.8.0-openjdk", "", kJre);  // Its name has to do.
  QCOMPARE(found("java8.al2", JavaPart::Runs, machine), 8);
  QCOMPARE(found("java11", JavaPart::Runs, machine), 17);
  QCOMPARE(found("java17", JavaPart::Runs, machine), 17);
  QCOMPARE(found("java21", JavaPart::Runs, machine), 25);
  QCOMPARE(found("java21", JavaPart::Compiles, machine), 17);  // The newest that can.
}

void TestJavaLaunch::whatIsMissingIsNamed() {
  Machine machine;
  QVERIFY2(refusal(machine).find("default-jdk-headless") != std::string::npos,
           refusal(machine).c_str());
  machine.install("java-17-openjdk-amd64", "JAVA_VERSION=\"17.0.15\"\n", kJre);
  QVERIFY2(refusal(machine).find("java21 needs the library Jackson") == 0,
           refusal(machine).c_str());
  QVERIFY(refusal(machine).find("libjackson2-databind-java") != std::string::npos);
  machine.addJackson();
  if (QFile::exists(javaRuntimeJar(QStringLiteral(":/runtime"))))
    QCOMPARE(refusal(machine), std::string());
  else
    QVERIFY2(refusal(machine).find("built without") != std::string::npos, refusal(machine).c_str());
}

void TestJavaLaunch::theHeapLeavesRoom() {
  Machine machine;
  machine.install("java-17-openjdk-amd64", "JAVA_VERSION=\"17.0.15\"\n", kJre);
  machine.addJackson();
  project::Function function;
  function.runtime = "java17";
  if (!javaCommand(function, QStringLiteral("/r"), {}, machine.places()))
    QSKIP(
        "needs Debian's packages default-jdk-headless and libjackson2-databind-java when "
        "Coldstart is built");
  for (const auto& [mb, heap] :
       {std::pair{128, "-Xmx64m"}, {512, "-Xmx435m"}, {2048, "-Xmx1740m"}}) {
    function.memory = Memory{mb};
    const auto words = javaCommand(function, QStringLiteral("/r"), {}, machine.places());
    QVERIFY(words);
    QVERIFY2(words->contains(QLatin1String(heap)), qPrintable(words->join(u' ')));
  }
}

QTEST_GUILESS_MAIN(TestJavaLaunch)
#include "tst_java_launch.moc"
