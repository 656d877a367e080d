// SPDX-License-Identifier: GPL-3.0-or-later
// coldstart package and coldstart unpack, from folder to .zip and back, as a user calls them.
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <nlohmann/json.hpp>

#include "app/command/command_line.h"
#include "app/command/options.h"
#include "app/workbench/deployment_package.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using namespace coldstart::command;

namespace {

struct Ran {
  int status = -1;
  QString out;
  QString err;
};

Ran run(const QStringList& arguments) {
  Ran ran;
  QTextStream out(&ran.out);
  QTextStream err(&ran.err);
  ran.status = runCommand(arguments, out, err);
  return ran;
}

QStringList everythingIn(const QString& folder) {
  QStringList found;
  QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
  while (entries.hasNext()) found << QDir(folder).relativeFilePath(entries.next());
  found.sort();
  return found;
}

void makeExecutable(const QString& path) {
  QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOwner));
}

/// One file, "a", pointing at what the row is about; made by Python, which zips anything.
void zipWith(const QString& path, const QString& name) {
  QProcess python;
  python.start(QStringLiteral("python3"),
               {QStringLiteral("-c"),
                QStringLiteral("import sys, zipfile\n"
                               "with zipfile.ZipFile(sys.argv[1], 'w') as z:\n"
                               "    z.writestr('ok.txt', 'ok')\n"
                               "    z.writestr(sys.argv[2], 'evil')\n"),
                path, name});
  QVERIFY(python.waitForFinished());
  QCOMPARE(python.exitCode(), 0);
}

}  // namespace

class TestPackageCommands : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void thereAndBack();
  void theHashIsAsAwsComputesIt();
  void versionControlAndCachesStayOut();
  void linksThatLeaveAreRefused();
  void aBootstrapMustBeExecutable();
  void whatIsBuiltIsPackaged();
  void codeIsNotReplacedUnasked();
  void aRefusedPackageLeavesNothing();
  void aNewProjectIsMadeAroundIt();
  void wrongInputIsRefused();

 private:
  QString zip(const char* name = "code.zip") const { return m_folder + u'/' + QLatin1String(name); }
  QTemporaryDir m_place;
  QString m_folder;
  QString m_project;
  QString m_code;
};

void TestPackageCommands::init() {
  m_folder = m_place.filePath(QString::fromLatin1(QTest::currentTestFunction()));
  m_project =
      tests::copySample(QStringLiteral("hello-python"), m_folder + QStringLiteral("/project"));
  m_code = m_project + QStringLiteral("/hello");
}

void TestPackageCommands::thereAndBack() {
  const QString odd = QStringLiteral("data dir/\U0001F600 grün.txt");
  tests::writeFile(m_code + u'/' + odd, "smile");
  tests::writeFile(m_code + QStringLiteral("/bin/tool"), "#!/bin/sh\n");
  makeExecutable(m_code + QStringLiteral("/bin/tool"));
  QVERIFY(QFile::link(QStringLiteral("tool"), m_code + QStringLiteral("/bin/alias")));
  const QStringList before = everythingIn(m_code);
  Ran ran = run({QStringLiteral("package"), m_project, QStringLiteral("Hello"),
                 QStringLiteral("--out"), zip()});
  QVERIFY2(ran.status == kDone, qPrintable(ran.err));
  const QByteArray bytes = tests::readFile(zip());
  QVERIFY(ran.out.contains(QStringLiteral("Size: %1 bytes\n").arg(bytes.size())));

  QVERIFY(QDir(m_code).removeRecursively());
  ran = run({QStringLiteral("unpack"), zip(), QStringLiteral("--into"), m_project,
             QStringLiteral("Hello")});
  QVERIFY2(ran.status == kDone, qPrintable(ran.err));
  QVERIFY(ran.out.contains(odd));
  QCOMPARE(everythingIn(m_code), before);
  QCOMPARE(tests::readFile(m_code + u'/' + odd), QByteArray("smile"));
  QVERIFY(QFileInfo(m_code + QStringLiteral("/bin/tool")).isExecutable());
  QVERIFY(!QFileInfo(m_code + u'/' + odd).isExecutable());
  QVERIFY(QFileInfo(m_code + QStringLiteral("/bin/alias")).isSymLink());
  QCOMPARE(QFileInfo(m_code + QStringLiteral("/bin/alias")).canonicalFilePath(),
           QFileInfo(m_code + QStringLiteral("/bin/tool")).canonicalFilePath());
  // The same code is the same package, whenever its files were written.
  QCOMPARE(run({QStringLiteral("package"), m_project, QStringLiteral("Hello"),
                QStringLiteral("--out"), zip("again.zip")})
               .status,
           kDone);
  QCOMPARE(tests::readFile(zip("again.zip")), bytes);
}

void TestPackageCommands::theHashIsAsAwsComputesIt() {
  // printf 'abc' | openssl dgst -sha256 -binary | base64
  QCOMPARE(codeSha256("abc"), QStringLiteral("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="));
  const Ran ran = run({QStringLiteral("package"), m_project, QStringLiteral("Hello"),
                       QStringLiteral("--out"), zip()});
  QVERIFY(
      ran.out.contains(QStringLiteral("CodeSha256: %1\n").arg(codeSha256(tests::readFile(zip())))));
}

void TestPackageCommands::versionControlAndCachesStayOut() {
  QVERIFY(run({QStringLiteral("package"), m_project, QStringLiteral("Hello"),
               QStringLiteral("--out"), zip()})
              .status == kDone);
  tests::writeFile(m_code + QStringLiteral("/.git/config"), "x");
  tests::writeFile(m_code + QStringLiteral("/lib/__pycache__/a.pyc"), "x");
  QVERIFY(run({QStringLiteral("package"), m_project, QStringLiteral("Hello"),
               QStringLiteral("--out"), zip("again.zip")})
              .status == kDone);
  QCOMPARE(tests::readFile(zip("again.zip")), tests::readFile(zip()));
}

void TestPackageCommands::linksThatLeaveAreRefused() {
  for (const char* target : {"/etc/hostname", "../template.json", "nowhere"}) {
    QVERIFY(QFile::link(QString::fromLatin1(target), m_code + QStringLiteral("/link")));
    const Ran ran = run({QStringLiteral("package"), m_project, QStringLiteral("Hello"),
                         QStringLiteral("--out"), zip()});
    QCOMPARE(ran.status, kWrongInput);
    QVERIFY2(ran.err.contains(
                 QStringLiteral("\"link\" is a link to \"%1\"").arg(QString::fromLatin1(target))),
             qPrintable(ran.err));
    QVERIFY(!QFile::exists(zip()));
    QVERIFY(QFile::remove(m_code + QStringLiteral("/link")));
  }
}

void TestPackageCommands::aBootstrapMustBeExecutable() {
  const QString path = m_project + QStringLiteral("/template.json");
  QByteArray text = tests::readFile(path);
  auto tree = nlohmann::ordered_json::parse(text.toStdString());
  tree["Resources"]["Hello"]["Properties"]["Runtime"] = "provided.al2023";
  tests::writeFile(path, QByteArray::fromStdString(tree.dump()));
  const QStringList command{QStringLiteral("package"), m_project, QStringLiteral("Hello"),
                            QStringLiteral("--out"), zip()};
  QVERIFY(run(command).err.contains(QStringLiteral("has none")));
  tests::writeFile(m_code + QStringLiteral("/bootstrap"), "#!/bin/sh\n");
  QVERIFY(run(command).err.contains(QStringLiteral("not executable")));
  makeExecutable(m_code + QStringLiteral("/bootstrap"));
  QCOMPARE(run(command).status, kDone);
}

void TestPackageCommands::whatIsBuiltIsPackaged() {
  if (!QFileInfo::exists(QStringLiteral("/usr/bin/make"))) QSKIP("needs Debian's package make");
  qputenv("XDG_CACHE_HOME", QFile::encodeName(m_folder));  // Where builds are remembered.
  const QString path = m_project + QStringLiteral("/template.json");
  auto tree = nlohmann::ordered_json::parse(tests::readFile(path).toStdString());
  tree["Resources"]["Hello"]["Properties"]["Runtime"] = "provided.al2023";
  tree["Resources"]["Hello"]["Metadata"]["BuildMethod"] = "makefile";
  tests::writeFile(path, QByteArray::fromStdString(tree.dump()));
  tests::writeFile(m_code + QStringLiteral("/Makefile"),
                   "build-Hello:\n\tprintf '#!/bin/sh\\n' >$(ARTIFACTS_DIR)/bootstrap\n"
                   "\tchmod +x $(ARTIFACTS_DIR)/bootstrap\n");
  const QStringList before = everythingIn(m_code);
  const QStringList command{QStringLiteral("package"), m_project, QStringLiteral("Hello"),
                            QStringLiteral("--out"), zip()};
  Ran ran = run(command);
  QVERIFY2(ran.status == kDone, qPrintable(ran.err));
  QVERIFY2(ran.out.startsWith(QStringLiteral("Files: 1\n")), qPrintable(ran.out));
  QCOMPARE(everythingIn(m_code), before);
  const QString into = m_folder + QStringLiteral("/into");
  const auto unpacked = unpack(tests::readFile(zip()), into, Existing::Refuse);
  QVERIFY(unpacked);
  QCOMPARE(unpacked->files, QStringList{QStringLiteral("bootstrap")});
  // What fails says why, and writes nothing.
  tests::writeFile(m_code + QStringLiteral("/Makefile"), "build-Hello:\n\tgo-nowhere x\n");
  ran = run(command);
  QCOMPARE(ran.status, kWrongInput);
  QVERIFY2(ran.err.contains(QStringLiteral("go-nowhere, which its Makefile calls")),
           qPrintable(ran.err));
  qunsetenv("XDG_CACHE_HOME");
}

void TestPackageCommands::codeIsNotReplacedUnasked() {
  QVERIFY(run({QStringLiteral("package"), m_project, QStringLiteral("Hello"),
               QStringLiteral("--out"), zip()})
              .status == kDone);
  tests::writeFile(m_code + QStringLiteral("/lambda_function.py"), "mine");
  tests::writeFile(m_code + QStringLiteral("/extra.py"), "mine");
  QStringList command{QStringLiteral("unpack"), zip(), QStringLiteral("--into"), m_project,
                      QStringLiteral("Hello")};
  const Ran ran = run(command);
  QCOMPARE(ran.status, kWrongInput);
  QVERIFY2(ran.err.contains(QStringLiteral("--replace")), qPrintable(ran.err));
  QCOMPARE(tests::readFile(m_code + QStringLiteral("/lambda_function.py")), QByteArray("mine"));
  QCOMPARE(run(command << QStringLiteral("--replace")).status, kDone);
  QVERIFY(tests::readFile(m_code + QStringLiteral("/lambda_function.py")) != "mine");
  QVERIFY(!QFile::exists(m_code + QStringLiteral("/extra.py")));
  // Beside the template nothing is replaced, asked or not.
  const QString path = m_project + QStringLiteral("/template.json");
  tests::writeFile(path, tests::readFile(path).replace("\"hello/\"", "\".\""));
  const Ran root = run(command);
  QCOMPARE(root.status, kWrongInput);
  QVERIFY2(root.err.contains(QStringLiteral("no folder of its own")), qPrintable(root.err));
}

void TestPackageCommands::aRefusedPackageLeavesNothing() {
  const QStringList before = everythingIn(m_folder) << QStringLiteral("code.zip");
  zipWith(zip(), QStringLiteral("../../evil.txt"));
  const Ran into = run({QStringLiteral("unpack"), zip(), QStringLiteral("--into"), m_project,
                        QStringLiteral("Hello"), QStringLiteral("--replace")});
  QCOMPARE(into.status, kWrongInput);
  QVERIFY2(into.err.contains(QStringLiteral("would lie outside")), qPrintable(into.err));
  const Ran fresh = run({QStringLiteral("unpack"), zip(), QStringLiteral("--new"),
                         m_folder + QStringLiteral("/new"), QStringLiteral("--runtime"),
                         QStringLiteral("python3.13"), QStringLiteral("--handler"),
                         QStringLiteral("ok.handler")});
  QCOMPARE(fresh.status, kWrongInput);
  QStringList after = everythingIn(m_folder);
  QStringList expected = before;
  expected.sort();
  QCOMPARE(after, expected);
}

void TestPackageCommands::aNewProjectIsMadeAroundIt() {
  QVERIFY(run({QStringLiteral("package"), m_project, QStringLiteral("Hello"),
               QStringLiteral("--out"), zip("resize images.zip")})
              .status == kDone);
  const QString folder = m_folder + QStringLiteral("/new");
  const Ran made =
      run({QStringLiteral("unpack"), zip("resize images.zip"), QStringLiteral("--new"), folder});
  QVERIFY2(made.status == kDone, qPrintable(made.err));
  const auto tree = nlohmann::json::parse(
      tests::readFile(folder + QStringLiteral("/template.json")).toStdString());
  const auto& properties = tree["Resources"]["ResizeImages"]["Properties"];
  QCOMPARE(properties["Handler"].get<std::string>(), std::string("lambda_function.lambda_handler"));
  QCOMPARE(properties["Runtime"].get<std::string>(), std::string("python3.13"));
  // The package of the new project is the one that it came from.
  QCOMPARE(run({QStringLiteral("package"), folder, QStringLiteral("ResizeImages"),
                QStringLiteral("--out"), zip()})
               .status,
           kDone);
  QCOMPARE(tests::readFile(zip()), tests::readFile(zip("resize images.zip")));

  zipWith(zip("odd.zip"), QStringLiteral("app.txt"));
  const QString odd = m_folder + QStringLiteral("/odd");
  const QStringList command{QStringLiteral("unpack"), zip("odd.zip"), QStringLiteral("--new"), odd};
  QVERIFY(run(command).err.contains(QStringLiteral("Name its runtime")));
  QVERIFY(!QFile::exists(odd));
  QCOMPARE(run(command + QStringList{QStringLiteral("--runtime"), QStringLiteral("nodejs22.x"),
                                     QStringLiteral("--handler"), QStringLiteral("app.go")})
               .status,
           kDone);
  QVERIFY(
      tests::readFile(odd + QStringLiteral("/template.json")).contains("\"Handler\": \"app.go\""));
}

void TestPackageCommands::wrongInputIsRefused() {
  const auto refused = [](const QStringList& arguments, const char* sentence) {
    const Ran ran = run(arguments);
    QCOMPARE(ran.status, kWrongInput);
    QVERIFY2(ran.err.contains(QString::fromLatin1(sentence)), qPrintable(ran.err));
  };
  const QString package = QStringLiteral("package");
  const QString unpack = QStringLiteral("unpack");
  const QString out = QStringLiteral("--out");
  refused({package, m_project, QStringLiteral("Hello")}, "--out FILE.zip");
  refused({package, m_project, QStringLiteral("Nobody"), out, zip()}, "no function \"Nobody\"");
  refused({package, m_project, QStringLiteral("Hello"), out, m_code + QStringLiteral("/a.zip")},
          "lies in the code folder");
  refused({unpack, zip()}, "--new FOLDER");
  refused({unpack, zip("none.zip"), QStringLiteral("--new"), m_folder + QStringLiteral("/n")},
          "cannot be read");
  refused({unpack, m_code + QStringLiteral("/lambda_function.py"), QStringLiteral("--new"),
           m_folder + QStringLiteral("/n")},
          "not a .zip");
}

QTEST_GUILESS_MAIN(TestPackageCommands)
#include "tst_package_commands.moc"
