// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/fidelity.h"

#include <QTextStream>
#include <array>

#include <nlohmann/json.hpp>

#include "app/command/options.h"
#include "app/workbench/say.h"
#include "core/base/rule.h"
#include "core/project/quota.h"

namespace coldstart::command {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kMarks{RuleMark::Verified, RuleMark::Remembered, RuleMark::Simplified};

const char* const kHelp =
    "usage: coldstart fidelity [--format markdown|json]\n\n"
    "Lists every rule of AWS Lambda that Coldstart follows: what it says, where it is from, how\n"
    "sure we are of it, and the test that fails when it is broken.\n";

const char* const kOpening =
    "# What is simulated, what is not\n\n"
    "Every rule of AWS Lambda that Coldstart follows, made from the program's own table by\n"
    "`./dev fidelity`. Each is switched off in turn by a test, and the test named beside it must\n"
    "notice.\n\n"
    "- **verified**: AWS documents it, or it was measured in the service.\n"
    "- **remembered**: common knowledge without a page at hand.\n"
    "- **simplified**: an assumption where AWS publishes nothing, or less than the service does.\n";

std::string linked(const RuleRow& row) {
  const std::string address = addressOf(row.source);
  std::string_view name = row.source;
  if (name.starts_with("https://")) {
    name.remove_prefix(8);
    name = name.substr(0, name.find('/'));
  }
  return address.empty() ? std::string(name) : "[" + std::string(name) + "](" + address + ")";
}

void writeMarkdown(QTextStream& out) {
  out << kOpening << '\n' << static_cast<int>(rules().size()) << " rules:";
  const char* before = " ";
  for (const RuleMark mark : kMarks) {
    out << before << countOf(mark) << ' ' << wordOf(mark);
    before = ", ";
  }
  out << ".\n";
  const char* chapter = nullptr;
  for (const RuleRow& row : rules()) {
    if (chapterOf(row.rule) != chapter) {
      chapter = chapterOf(row.rule);
      out << "\n## " << chapter << "\n\n| Rule | Source | Mark | Test |\n|---|---|---|---|\n";
    }
    out << "| " << row.text << " | " << qs(linked(row)) << " | " << wordOf(row.mark) << " | `"
        << qs(row.test) << "` |\n";
  }
  out << "\n## Limits without a page\n\nThese numbers were not found in AWS's documentation; check "
         "them before you rely on them.\n\n";
  for (const project::Quota& quota : project::quotas()) {
    if (quota.remembered) out << "- " << qs(quota.property) << " (" << qs(quota.source) << ")\n";
  }
}

void writeJson(QTextStream& out) {
  Json tree{{"counts", Json::object()}, {"rules", Json::array()}};
  for (const RuleMark mark : kMarks) tree["counts"][wordOf(mark)] = countOf(mark);
  for (const RuleRow& row : rules()) {
    tree["rules"].push_back({{"name", row.name},
                             {"chapter", chapterOf(row.rule)},
                             {"rule", row.text},
                             {"source", row.source},
                             {"address", addressOf(row.source)},
                             {"mark", wordOf(row.mark)},
                             {"test", row.test}});
  }
  out << qs(tree.dump(2)) << '\n';
}

}  // namespace

int fidelity(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  const auto options = readOptions(arguments);
  if (!options) {
    err << say(options.error()) << '\n';
    return kWrongInput;
  }
  if (options->help) {
    out << kHelp;
    return kDone;
  }
  const QString format =
      options->value(QStringLiteral("format")).value_or(QStringLiteral("markdown"));
  const bool json = format == QStringLiteral("json");
  const qsizetype known = options->all(QStringLiteral("format")).size();
  if (!options->words.isEmpty() || options->values.size() != known ||
      (!json && format != QStringLiteral("markdown"))) {
    err << "coldstart: fidelity takes nothing but --format markdown or --format json.\n";
    return kWrongInput;
  }
  json ? writeJson(out) : writeMarkdown(out);
  return kDone;
}

}  // namespace coldstart::command
