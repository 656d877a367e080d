// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/rules.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <array>
#include <optional>

#include "tests/support/paths.h"

namespace coldstart::tests {
namespace {

struct Room {
  const char* folder;
  int floor;
};

// A room includes itself and rooms of lower floors; rooms of one floor do not know each other.
constexpr std::array kRooms{
    Room{"core/base", 0},       Room{"core/debug", 1},         Room{"core/project", 1},
    Room{"core/events", 2},     Room{"core/traces", 2},        Room{"core/package", 2},
    Room{"core/journal", 3},    Room{"core/engine", 4},        Room{"core/observe", 4},
    Room{"core/simulate", 5},   Room{"core/live", 6},          Room{"app/theme", 10},
    Room{"app/debug", 12},      Room{"app/workbench", 11},     Room{"app/editor", 12},
    Room{"app/event", 12},      Room{"app/configuration", 12}, Room{"app/stage", 12},
    Room{"app/cloudwatch", 12}, Room{"app/explain", 12},       Room{"app/whatif", 12},
    Room{"app/window", 13},     Room{"app/command", 14},
};

constexpr int kMaximumColumns = 100;
constexpr int kMaximumFile = 500;
constexpr int kMaximumHeader = 200;
constexpr int kMaximumFunction = 70;

QString at(const SourceFile& file, qsizetype index, const QString& sentence) {
  return QStringLiteral("%1:%2: %3").arg(file.path).arg(index + 1).arg(sentence);
}

bool isHeader(const SourceFile& file) {
  return file.path.endsWith(u".h");
}
bool isSource(const SourceFile& file) {
  return isHeader(file) || file.path.endsWith(u".cpp");
}
bool isCore(const SourceFile& file) {
  return file.path.startsWith(u"core/");
}
bool isScript(const SourceFile& file) {
  return !file.lines.isEmpty() && file.lines.first().startsWith(u"#!");
}

/// The room a path lies in; nothing when it is not in the table.
std::optional<Room> roomOf(const QString& path) {
  for (const Room& room : kRooms) {
    if (path.startsWith(QLatin1String(room.folder) + u'/')) return room;
  }
  return std::nullopt;
}

/// The path of a #include, with its brackets or quotes: "<QString>"; empty when there is none.
QString includeOf(const QString& line) {
  static const QRegularExpression pattern(QStringLiteral(R"(^\s*#\s*include\s*([<"][^>"]+[>"]))"));
  return pattern.match(line).captured(1);
}

std::optional<QString> wrongFloor(const SourceFile& file, const QString& included) {
  const auto from = roomOf(file.path);
  const auto to = roomOf(included);
  if (!to) return QStringLiteral("%1 is in no room of the table in rules.cpp").arg(included);
  if (!from) return std::nullopt;  // app/main.cpp stands above all rooms, tests beside them.
  const bool same = qstrcmp(from->folder, to->folder) == 0;
  if (same || to->floor < from->floor) return std::nullopt;
  return QStringLiteral(
             "%1 may not include %2: it is not on a lower floor. Move what is needed down, or hand "
             "it in from above (%3)")
      .arg(QLatin1String(from->folder), QLatin1String(to->folder), floorsInWords());
}

QStringList checkFloors(const SourceFile& file) {
  QStringList found;
  if (!isSource(file)) return found;
  const bool inRooms = isCore(file) || file.path.startsWith(u"app/");
  if (inRooms && file.path != u"app/main.cpp" && !roomOf(file.path)) {
    found += at(file, 0, QStringLiteral("this folder is in no room of the table in rules.cpp"));
  }
  for (qsizetype i = 0; i < file.lines.size(); ++i) {
    const QString include = includeOf(file.lines[i]);
    if (include.isEmpty()) continue;
    const QString path = include.mid(1, include.size() - 2);
    if (isCore(file) && !file.path.startsWith(u"core/live/") && path.startsWith(u'Q')) {
      found += at(file, i, QStringLiteral("core knows no Qt but in live; move this to app"));
    }
    if (file.path.startsWith(u"tests/core/") && path.startsWith(u"app/")) {
      found += at(file, i, QStringLiteral("a test of core may not need app; move it to tests/app"));
    }
    if (include.startsWith(u'<') || path.endsWith(u".moc")) continue;
    if (path.startsWith(u"tests/")) continue;
    if (!path.startsWith(u"core/") && !path.startsWith(u"app/")) {
      found += at(file, i, QStringLiteral("write the path from the repository's folder"));
    } else if (const auto sentence = wrongFloor(file, path)) {
      found += at(file, i, *sentence);
    }
  }
  return found;
}

QStringList checkLicenceLine(const SourceFile& file) {
  const bool build = file.path.endsWith(u"CMakeLists.txt") || file.path.endsWith(u".cmake");
  if (!isSource(file) && !build && !isScript(file)) return {};
  const qsizetype line = isScript(file) ? 1 : 0;
  const QString comment = isSource(file) ? QStringLiteral("// ") : QStringLiteral("# ");
  const QString wanted = comment + QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later");
  if (file.lines.value(line) == wanted) return {};
  return {at(file, line, QStringLiteral("this line must be: %1").arg(wanted))};
}

QStringList checkHeader(const SourceFile& file) {
  if (!isHeader(file)) return {};
  QStringList found;
  if (file.lines.value(1) != u"#pragma once") {
    found += at(file, 1, QStringLiteral("the second line of a header must be: #pragma once"));
  }
  if (!file.lines.value(2).startsWith(u"// ")) {
    found += at(file, 2, QStringLiteral("say here, in a comment, what this header is for"));
  }
  return found;
}

QStringList checkLines(const SourceFile& file) {
  static const QRegularExpression kRawText(QStringLiteral(R"re(R"([a-z]*)\()re"));
  QStringList found;
  if (!isSource(file)) return found;
  QString rawEnd;  // What ends the raw text that this line is in; empty outside of one.
  for (qsizetype i = 0; i < file.lines.size(); ++i) {
    const QString& line = file.lines[i];
    const auto raw = kRawText.match(line);
    const bool isRaw = !rawEnd.isEmpty() || raw.hasMatch();
    if (rawEnd.isEmpty() && raw.hasMatch()) rawEnd = u')' + raw.captured(1) + u'"';
    if (!rawEnd.isEmpty() && line.indexOf(rawEnd, qMax(0, raw.capturedEnd())) >= 0) rawEnd.clear();
    if (isRaw) continue;  // clang-format leaves it as it is, and so must we.
    if (line.size() > kMaximumColumns) {
      found += at(file, i, QStringLiteral("longer than 100 columns; run clang-format"));
    }
    if (line.contains(u'\t') || line.endsWith(u' ')) {
      found += at(file, i, QStringLiteral("a tab or a blank at the end; run clang-format"));
    }
  }
  return found;
}

QStringList checkSizes(const SourceFile& file) {
  if (!isSource(file)) return {};
  const int maximum = isHeader(file) ? kMaximumHeader : kMaximumFile;
  if (file.lines.size() <= maximum) return {};
  return {at(file, maximum,
             QStringLiteral("%1 lines are more than %2; give a part that stands alone its own file")
                 .arg(file.lines.size())
                 .arg(maximum))};
}

// clang-format writes functions from column 0 to a closing brace in column 0, with everything
// between indented: the last line before the brace that starts in column 0 begins the function.
QStringList checkFunctions(const SourceFile& file) {
  QStringList found;
  if (!isSource(file)) return found;
  qsizetype start = 0;
  for (qsizetype i = 0; i < file.lines.size(); ++i) {
    const QString& line = file.lines[i];
    if (line == u"}" && i - start + 1 > kMaximumFunction) {
      found += at(file, start,
                  QStringLiteral("a function of %1 lines; more than 70 hide what it does")
                      .arg(i - start + 1));
    }
    if (!line.isEmpty() && line[0] != u' ' && line[0] != u'#' && line != u"}") start = i;
  }
  return found;
}

struct Ban {
  const char* folders;  ///< Where it holds: the beginning of the path, as a regular expression.
  const char* pattern;
  const char* remedy;
};

// The patterns are split where this file would otherwise break its own rule.
constexpr std::array kBans{
    Ban{"(core|app|tests)/",
        R"(\b(?!Q)[A-Za-z]*(Man)"
        "ager|Hel"
        "pers?|Ut"
        R"(ils?)\b)",
        "name what it does: a thing that only manages or helps has no meaning of its own"},
    Ban{"(core/(journal|engine|observe|simulate)|app|tests/app)/",
        R"(\b[Cc]ont)"
        R"(ainers?\b(?! image))",
        "AWS calls it an execution environment; for a C++ type, say which"},
    Ban{"(core|app|tests|samples)/",
        R"(\b(TO)"
        "DO|FIX"
        "ME|XX"
        R"(X)\b)",
        "finish it now, or make an issue of it"},
    Ban{"core/",
        R"(std::\w+_distrib)"
        R"(ution\b|std::random_dev)"
        "ice",
        "the standard's distributions differ between libraries; draw from core/base"},
    Ban{"core/",
        R"(\bunord)"
        R"(ered_map\b)",
        "its order is not the same everywhere; use a sorted vector or std::map"},
    Ban{"core/(?!simulate/)",
        R"(std::chrono::\w+_cl)"
        R"(ock|\bstd::time\()",
        "core reads no clock; take the time as an argument"},
    Ban{"core/simulate/",
        R"(std::chrono::system_cl)"
        R"(ock|\bstd::time\()",
        "a run must not depend on the time of day; take the time as an argument"},
    Ban{"core/",
        R"(#include <(fst)"
        "ream|iost"
        "ream|filesys"
        "tem|thr"
        R"(ead)>)",
        "core does no I/O and starts no thread; let the caller do it"},
    Ban{"core/(base|journal|engine|simulate)/",
        R"(std::(exp|log|pow|sin|cos|tan|erf|tgamma|lgamma|cbrt|hypot)[a-z0-9]*\()",
        "libm differs between machines; draw and compute with core/base (only sqrt is exact)"},
    Ban{"app/", R"re(translate\("(?!coldstart::)\w+", text\))re",
        "a free tr() is filed under its namespace: write translate(\"coldstart::ROOM\", text)"},
    Ban{"app/(?!theme/)", R"re(QColor\([^)]*("#|0x|\d+ *,)|\bQColor\(u?"#)re",
        "take colours from theme::color(Role)"},
};

QStringList checkBans(const SourceFile& file) {
  QStringList found;
  for (const Ban& ban : kBans) {
    const QRegularExpression folders(u'^' + QLatin1String(ban.folders));
    if (!folders.match(file.path).hasMatch()) continue;
    const QRegularExpression pattern{QLatin1String(ban.pattern)};
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
      const auto match = pattern.match(file.lines[i]);
      if (!match.hasMatch()) continue;
      found += at(file, i,
                  QStringLiteral("\"%1\": %2").arg(match.captured(), QLatin1String(ban.remedy)));
    }
  }
  return found;
}

QStringList checkExecutableBit(const SourceFile& file) {
  if (isScript(file) == file.executable) return {};
  return {at(file, 0,
             file.executable ? QStringLiteral("executable without a #! line: chmod -x it")
                             : QStringLiteral("a script that cannot be run: chmod +x it"))};
}

/// Pictures and pages that a document points to, inside the repository.
QStringList checkLinks(const SourceFile& file) {
  static const QRegularExpression kLink(QStringLiteral(R"(\]\(([^):#]+)\))"));
  QStringList found;
  if (!file.path.endsWith(u".md")) return found;
  for (qsizetype i = 0; i < file.lines.size(); ++i) {
    for (const auto& match : kLink.globalMatch(file.lines[i])) {
      const QString path = sourceDir() + u'/' + match.captured(1);
      if (QFileInfo::exists(path)) continue;
      found += at(file, i, QStringLiteral("there is no %1").arg(match.captured(1)));
    }
  }
  return found;
}

QStringList checkTitle(const SourceFile& file) {
  if (!file.path.endsWith(u".md")) return {};
  int titles = 0;
  bool code = false;
  for (const QString& line : file.lines) {
    if (line.startsWith(u"```")) code = !code;
    if (!code && line.startsWith(u"# ")) ++titles;
  }
  if (titles == 1 && file.lines.first().startsWith(u"# ")) return {};
  return {at(file, 0,
             QStringLiteral("a document begins with its one # title, here are %1").arg(titles))};
}

constexpr std::array kRules{
    Rule{"floors", checkFloors},         Rule{"licence line", checkLicenceLine},
    Rule{"header opening", checkHeader}, Rule{"lines", checkLines},
    Rule{"file size", checkSizes},       Rule{"function size", checkFunctions},
    Rule{"banned words", checkBans},     Rule{"executable bit", checkExecutableBit},
    Rule{"one title", checkTitle},       Rule{"links", checkLinks},
};

}  // namespace

std::span<const Rule> rules() {
  return kRules;
}

QString floorsInWords() {
  QString words;
  int floor = -1;
  for (const Room& room : kRooms) {
    if (floor >= 0) words += room.floor == floor ? QStringLiteral(" | ") : QStringLiteral(" < ");
    words += QLatin1String(room.folder);
    floor = room.floor;
  }
  return words;
}

}  // namespace coldstart::tests
