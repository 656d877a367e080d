// SPDX-License-Identifier: GPL-3.0-or-later
// What a student is told when a build fails: one sentence that says where to look.
#include <QRegularExpression>
#include <array>

#include "core/live/build.h"

namespace coldstart::live {
namespace {

Error because(const char* pattern, std::vector<std::string> arguments) {
  return {"", {"live", pattern, std::move(arguments)}, ""};
}

struct Tool {
  const char* name;
  const char* package;  ///< Debian's.
};
constexpr std::array kTools{
    Tool{"make", "make"},
    Tool{"g++", "g++"},
    Tool{"c++", "g++"},
    Tool{"gcc", "gcc"},
    Tool{"cc", "gcc"},
    Tool{"clang", "clang"},
    Tool{"clang++", "clang"},
    Tool{"cmake", "cmake"},
    Tool{"ninja", "ninja-build"},
    Tool{"go", "golang-go"},
    Tool{"rustc", "rustc"},
    Tool{"cargo", "cargo"},
    Tool{"javac", "default-jdk-headless"},
    Tool{"jar", "default-jdk-headless"},
    Tool{"mvn", "maven"},
    Tool{"gradle", "gradle"},
    Tool{"npm", "npm"},
    Tool{"node", "nodejs"},
    Tool{"pip", "python3-pip"},
    Tool{"pip3", "python3-pip"},
    Tool{"python3", "python3"},
    Tool{"zip", "zip"},
    Tool{"unzip", "unzip"},
    Tool{"pkg-config", "pkg-config"},
};

const char* packageOf(const std::string& tool) {
  for (const Tool& each : kTools) {
    if (tool == each.name) return each.package;
  }
  return nullptr;
}

struct Complaint {
  std::string file;
  std::string line;
  std::string text;
};

std::string nameOf(const QString& path) {
  return (path.startsWith(QStringLiteral("./")) ? path.mid(2) : path).toStdString();
}

/// The first error of a C or C++ compiler, javac, Go's or Rust's.
std::optional<Complaint> firstComplaint(const QStringList& lines) {
  // "main.cpp:12:5: error: …", "src/App.java:7: error: …", "./main.go:9:2: undefined: x"
  static const QRegularExpression kUsual(
      QStringLiteral(R"(^(\S[^:]*):(\d+)(?::\d+)?: (?:fatal )?error: (.*)$)"));
  static const QRegularExpression kGo(QStringLiteral(R"(^(\S[^:]*\.go):(\d+)(?::\d+)?: (.*)$)"));
  static const QRegularExpression kRust(QStringLiteral(R"(^error(?:\[E\d+\])?: (.*)$)"));
  static const QRegularExpression kRustPlace(QStringLiteral(R"(^\s*--> ([^:]+):(\d+):\d+$)"));
  for (qsizetype i = 0; i < lines.size(); ++i) {
    for (const auto& pattern : {kUsual, kGo}) {
      const auto match = pattern.match(lines[i]);
      if (match.hasMatch()) {
        return Complaint{nameOf(match.captured(1)), match.captured(2).toStdString(),
                         match.captured(3).toStdString()};
      }
    }
    const auto rust = kRust.match(lines[i]);
    const auto place = kRustPlace.match(lines.value(i + 1));
    if (rust.hasMatch() && place.hasMatch()) {
      return Complaint{nameOf(place.captured(1)), place.captured(2).toStdString(),
                       rust.captured(1).toStdString()};
    }
  }
  return std::nullopt;
}

}  // namespace

Error missingTool(const std::string& functionId, const std::string& tool) {
  const char* package = packageOf(tool);
  if (package == nullptr) {
    return because(SAY("live",
                       "%1 cannot be built: %2, which its Makefile calls, is not installed here. "
                       "Until it is, the function can be simulated."),
                   {functionId, tool});
  }
  return because(SAY("live",
                     "%1 cannot be built: %2 is not installed here. Install Debian's package %3; "
                     "until then the function can be simulated."),
                 {functionId, tool, package});
}

Error buildError(const project::Function& function, const std::vector<std::string>& printed) {
  // "make: g++: No such file or directory", "/bin/sh: 1: go: not found"
  static const QRegularExpression kMissing(
      QStringLiteral(R"(^(?:make(?:\[\d+\])?|\S*sh: (?:line )?\d+): (\S+): )"
                     R"((?:No such file or directory|(?:command )?not found)$)"));
  QStringList lines;
  for (const std::string& line : printed) lines << QString::fromStdString(line);
  for (const QString& line : lines) {
    const auto match = kMissing.match(line);
    if (match.hasMatch()) return missingTool(function.id, match.captured(1).toStdString());
  }
  if (const auto found = firstComplaint(lines)) {
    return because(SAY("live", "%1 could not be built: %2, line %3: %4"),
                   {function.id, found->file, found->line, found->text});
  }
  const QString rule = QStringLiteral("'build-%1'").arg(QString::fromStdString(function.id));
  for (const QString& line : lines) {
    if (!line.contains(QStringLiteral("No rule to make target ")) || !line.contains(rule)) continue;
    return because(SAY("live",
                       "%1 could not be built: its code folder has no Makefile with the rule "
                       "build-%1, which its BuildMethod asks for."),
                   {function.id});
  }
  return because(SAY("live", "%1 could not be built: %2"),
                 {function.id, printed.empty() ? "" : printed.back()});
}

}  // namespace coldstart::live
