// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rule.h"

#include <algorithm>
#include <array>

namespace coldstart {
namespace {

constexpr std::array kChapters{
    RuleChapter{SAY("rule", "Concurrency"), Rule::AccountConcurrency},
    RuleChapter{SAY("rule", "Execution environments"), Rule::MostRecentlyUsed},
    RuleChapter{SAY("rule", "Asynchronous invocation"), Rule::AsyncFirstRetry},
    RuleChapter{SAY("rule", "Billing"), Rule::InitBilled},
    RuleChapter{SAY("rule", "Callers"), Rule::SdkAttempts},
    RuleChapter{SAY("rule", "Around Lambda"), Rule::ServiceOutage},
    RuleChapter{SAY("rule", "Event source mappings"), Rule::SqsReceiveTime},
};

}  // namespace

std::span<const RuleChapter> ruleChapters() {
  return kChapters;
}

const char* chapterOf(Rule rule) {
  const char* title = kChapters.front().title;
  for (const RuleChapter& chapter : kChapters) {
    if (chapter.first <= rule) title = chapter.title;
  }
  return title;
}

const char* wordOf(RuleMark mark) {
  switch (mark) {
    case RuleMark::Verified:
      return SAY("rule", "verified");
    case RuleMark::Remembered:
      return SAY("rule", "remembered");
    case RuleMark::Simplified:
      break;
  }
  return SAY("rule", "simplified");
}

int countOf(RuleMark mark) {
  const auto all = rules();
  return static_cast<int>(std::count_if(all.begin(), all.end(),
                                        [mark](const RuleRow& row) { return row.mark == mark; }));
}

std::string addressOf(std::string_view source) {
  const std::string guide = "https://docs.aws.amazon.com/lambda/latest/";
  if (source.starts_with("https://")) return std::string(source);
  if (source.starts_with("API ")) {
    return guide + "api/API_" + std::string(source.substr(4)) + ".html";
  }
  const bool page =
      source.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
  return page ? guide + "dg/" + std::string(source) + ".html" : std::string();
}

}  // namespace coldstart
