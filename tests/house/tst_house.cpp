// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the house rules: every rule of rules.h over every file, and every rule over a good and a
// bad snippet, so that a rule that has stopped finding anything is noticed.
#include <QDirIterator>
#include <QTest>

#include "tests/house/rules.h"
#include "tests/support/paths.h"

using namespace coldstart::tests;

namespace {

#define SPDX "SPDX-License-Identifier: GPL-3.0-or-later"

struct Snippet {
  const char* title;
  const char* rule;
  const char* path;
  const char* text;
  const char* found;  ///< Part of what is said; empty: nothing may be found.
};

// Words are split where this file would otherwise break the rule that it shows.
constexpr std::array kSnippets{
    Snippet{"downwards", "floors", "core/engine/a.cpp", "#include \"core/base/time.h\"", ""},
    Snippet{"upwards", "floors", "core/base/a.cpp", "#include \"core/engine/engine.h\"",
            "a.cpp:1: core/base may not include core/engine"},
    Snippet{"sideways", "floors", "core/observe/a.h", "#include \"core/engine/engine.h\"",
            "may not include core/engine"},
    Snippet{"app sideways", "floors", "app/stage/a.h", "#include \"app/explain/page.h\"",
            "may not include app/explain"},
    Snippet{"app on core", "floors", "app/theme/a.h", "#include \"core/simulate/simulate.h\"", ""},
    Snippet{"Qt in core", "floors", "core/base/a.h", "#include <QString>", "core knows no Qt"},
    Snippet{"relative", "floors", "core/base/a.cpp", "#include \"time.h\"", "write the path"},
    Snippet{"unknown room", "floors", "core/attic/a.cpp", "", "a.cpp:1: this folder is in no room"},
    Snippet{"licence", "licence line", "core/base/a.cpp", "// " SPDX, ""},
    Snippet{"no licence", "licence line", "core/base/a.cpp", "int a;", "a.cpp:1: this line must"},
    Snippet{"script licence", "licence line", "dev", "#!/bin/sh\n# " SPDX, ""},
    Snippet{"header", "header opening", "core/base/a.h", "//\n#pragma once\n// What for.", ""},
    Snippet{"no pragma", "header opening", "core/base/a.h", "//\n#ifndef A\n// What for.",
            "a.h:2: the second line"},
    Snippet{"silent header", "header opening", "core/base/a.h", "//\n#pragma once\n",
            "a.h:3: say here"},
    Snippet{"tab", "lines", "core/base/a.h", "\tint a;", "a tab"},
    Snippet{"banned name", "banned words", "app/stage/a.h",
            "class LayerMan"
            "ager;",
            "name what it does"},
    Snippet{"Qt's own name", "banned words", "app/stage/a.h",
            "QNetworkAccessMan"
            "ager m;",
            ""},
    Snippet{"environment", "banned words", "core/engine/a.h",
            "// a cont"
            "ainer starts",
            "execution environment"},
    Snippet{"image", "banned words", "core/engine/a.h",
            "// as a cont"
            "ainer image",
            ""},
    Snippet{"to do", "banned words", "core/base/a.cpp",
            "// TO"
            "DO: later",
            "finish it now"},
    Snippet{"distribution", "banned words", "core/base/a.cpp",
            "std::exponential_distrib"
            "ution<double> d;",
            "differ between libraries"},
    Snippet{"hash order", "banned words", "core/engine/a.h",
            "#include <unord"
            "ered_map>",
            "its order"},
    Snippet{"clock", "banned words", "core/engine/a.cpp",
            "std::chrono::steady_cl"
            "ock::now()",
            "core reads no clock"},
    Snippet{"progress", "banned words", "core/simulate/a.cpp",
            "std::chrono::steady_cl"
            "ock::now()",
            ""},
    Snippet{"I/O", "banned words", "core/project/a.cpp",
            "#include <fst"
            "ream>",
            "no I/O"},
    Snippet{"libm", "banned words", "core/engine/a.cpp", "std::log1p(x)", "libm differs"},
    Snippet{"exact", "banned words", "core/engine/a.cpp", "std::sqrt(x)", ""},
    Snippet{"colour", "banned words", "app/stage/a.cpp", "QColor(u\"#FF0000\"_s)", "theme::color"},
    Snippet{"free tr", "banned words", "app/stage/a.cpp", "translate(\"Stage\", text)",
            "filed under"},
    Snippet{"executable", "executable bit", "dev", "#!/bin/sh", "chmod +x"},
    Snippet{"link", "links", "README.md", "[so](CHANGELOG.md), [then](https://example.com)", ""},
    Snippet{"dead link", "links", "README.md", "![so](attic.png)", "README.md:1: there is no"},
    Snippet{"title", "one title", "README.md", "# A\n```\n# comment\n```\n## B", ""},
    Snippet{"two titles", "one title", "README.md", "# A\n# B", "here are 2"},
};

const Rule* ruleNamed(const QByteArray& name) {
  for (const Rule& rule : rules()) {
    if (name == rule.name) return &rule;
  }
  return nullptr;
}

SourceFile readFile(const QDir& root, const QString& path) {
  QFile file(root.filePath(path));
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
  QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
  if (lines.last().isEmpty()) lines.removeLast();
  return {path, lines, QFileInfo(file).isExecutable()};
}

/// Every text file of the project, without what a build leaves behind.
QList<SourceFile> projectFiles() {
  static const QStringList kText{
      QStringLiteral("*.cpp"), QStringLiteral("*.h"),      QStringLiteral("*.md"),
      QStringLiteral("*.txt"), QStringLiteral("*.cmake"),  QStringLiteral("*.json"),
      QStringLiteral("*.py"),  QStringLiteral("*.mjs"),    QStringLiteral("*.yaml"),
      QStringLiteral("*.ts"),  QStringLiteral("*.desktop")};
  const QDir root(sourceDir());
  QList<SourceFile> files;
  for (const char* name : {"dev", ".ci/run", "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
                           "CMakeLists.txt", "CMakePresets.json"}) {
    files += readFile(root, QLatin1String(name));
  }
  for (const char* folder : {"core", "app", "tests", "samples", "resources", "translations"}) {
    if (!root.exists(QLatin1String(folder))) continue;
    QDirIterator it(root.filePath(QLatin1String(folder)), kText, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) files += readFile(root, root.relativeFilePath(it.next()));
  }
  return files;
}

QStringList repeated(const QString& line, int times) {
  const QStringList lines(static_cast<qsizetype>(times), line);
  return lines;
}

}  // namespace

class TestHouse : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void keepsEveryRule_data();
  void keepsEveryRule();
  void rulesFindWhatTheyForbid_data();
  void rulesFindWhatTheyForbid();
  void buildsEverySourceFile();
  void listsWhatChanged();

 private:
  QList<SourceFile> m_files;
};

void TestHouse::initTestCase() {
  m_files = projectFiles();
  QVERIFY2(m_files.size() > 100, "most of the project was not found");
}

void TestHouse::keepsEveryRule_data() {
  QTest::addColumn<QByteArray>("name");
  for (const Rule& rule : rules()) QTest::newRow(rule.name) << QByteArray(rule.name);
}

void TestHouse::keepsEveryRule() {
  QFETCH(QByteArray, name);
  QStringList found;
  for (const SourceFile& file : m_files) found += ruleNamed(name)->check(file);
  QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void TestHouse::rulesFindWhatTheyForbid_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<QString>("path");
  QTest::addColumn<QStringList>("lines");
  QTest::addColumn<QString>("found");
  const auto row = [](const char* title, const char* rule, const char* path,
                      const QStringList& lines, const char* found) {
    QTest::newRow(title) << QByteArray(rule) << QString::fromLatin1(path) << lines
                         << QString::fromLatin1(found);
  };
  for (const Snippet& s : kSnippets) {
    row(s.title, s.rule, s.path, QString::fromLatin1(s.text).split(u'\n'), s.found);
  }
  row("100 columns", "lines", "core/base/a.h", {QString(100, u'x')}, "");
  row("101 columns", "lines", "core/base/a.h", {QString(101, u'x')}, "longer than 100");
  const QString start = QStringLiteral("auto a = R\"x(");
  row("raw text", "lines", "core/base/a.h", {start, QString(101, u'x'), QStringLiteral(")x\";")},
      "");
  row("after raw text", "lines", "core/base/a.h",
      {start, QStringLiteral(")x\";"), QString(101, u'x')}, "a.h:3: longer");
  row("500 lines", "file size", "core/base/a.cpp", repeated(QString(), 500), "");
  row("501 lines", "file size", "core/base/a.cpp", repeated(QString(), 501), "501 lines");
  row("201 lines of header", "file size", "core/base/a.h", repeated(QString(), 201), "201 lines");
  const QStringList begin{QStringLiteral("int f(int a,"), QStringLiteral("      int b) {")};
  const QStringList end{QStringLiteral("}")};
  const QString step = QStringLiteral("  step();");
  row("70 lines", "function size", "core/base/a.cpp", begin + repeated(step, 67) + end, "");
  row("71 lines", "function size", "core/base/a.cpp", begin + repeated(step, 68) + end,
      "a.cpp:1: a function of 71 lines");
}

void TestHouse::rulesFindWhatTheyForbid() {
  QFETCH(QByteArray, name);
  QFETCH(QString, path);
  QFETCH(QStringList, lines);
  QFETCH(QString, found);
  const Rule* rule = ruleNamed(name);
  QVERIFY(rule != nullptr);
  const QStringList said = rule->check({path, lines, false});
  if (found.isEmpty()) {
    QVERIFY2(said.isEmpty(), qPrintable(said.join(u'\n')));
  } else {
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().contains(found), qPrintable(said.first()));
  }
}

/// A source file that no CMakeLists.txt names is dead: nobody would notice it breaking.
void TestHouse::buildsEverySourceFile() {
  QStringList dead;
  for (const SourceFile& file : std::as_const(m_files)) {
    if (!file.path.endsWith(u".cpp")) continue;
    if (file.path.startsWith(u"samples/")) continue;  // Built when it is run, by its own Makefile.
    const QString folder = file.path.section(u'/', 0, -2);
    const QString list = folder + QStringLiteral("/CMakeLists.txt");
    const auto found = std::find_if(m_files.cbegin(), m_files.cend(),
                                    [&](const SourceFile& f) { return f.path == list; });
    const QRegularExpression name(
        QStringLiteral(R"((^|[\s/])%1($|[\s)]))")
            .arg(QRegularExpression::escape(file.path.section(u'/', -1))));
    if (found == m_files.cend() || !found->lines.join(u'\n').contains(name)) {
      dead += file.path + QStringLiteral(": name it in ") + list + QStringLiteral(", or delete it");
    }
  }
  QVERIFY2(dead.isEmpty(), qPrintable(u'\n' + dead.join(u'\n')));
}

void TestHouse::listsWhatChanged() {
  const SourceFile log = readFile(QDir(sourceDir()), QStringLiteral("CHANGELOG.md"));
  QVERIFY(log.lines.contains(QStringLiteral("## Unreleased")));
}

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
