// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/observe/logs.h"

namespace coldstart::observe {

namespace {

Error refused(Sentence text) {
  return {"InvalidParameterException", std::move(text), ""};
}

}  // namespace

Result<FilterPattern> FilterPattern::parse(std::string_view text) {
  FilterPattern pattern;
  std::size_t i = 0;
  while (i < text.size()) {
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    if (pattern.empty() && (text[i] == '{' || text[i] == '[')) {
      return refused({"logs",
                      SAY("logs",
                          "JSON patterns like { $.level = \"ERROR\" } and field patterns "
                          "like [ip, status] are not read yet. Use words: ERROR -Timeout, "
                          "?ERROR ?WARN or \"two words\"."),
                      {}});
    }
    std::vector<std::string>* terms = &pattern.m_all;
    if (text[i] == '-') terms = &pattern.m_none;
    if (text[i] == '?') terms = &pattern.m_any;
    if (terms != &pattern.m_all) ++i;
    std::string term;
    if (i < text.size() && text[i] == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        term += text[i];
      }
      if (i == text.size()) {
        return refused({"logs",
                        SAY("logs",
                            "The quotation mark before %1 has no partner. Close it with "
                            "another one."),
                        {term.empty() ? std::string("the end") : term}});
      }
      ++i;
    } else {
      for (; i < text.size() && text[i] != ' '; ++i) term += text[i];
    }
    if (!term.empty()) terms->push_back(std::move(term));
  }
  // CloudWatch ignores ?terms that stand beside plain ones (FilterAndPatternSyntax).
  if (!pattern.m_all.empty()) pattern.m_any.clear();
  return pattern;
}

std::vector<std::string> FilterPattern::terms() const {
  std::vector<std::string> terms = m_all;
  terms.insert(terms.end(), m_any.begin(), m_any.end());
  return terms;
}

bool FilterPattern::matches(std::string_view line) const {
  const auto occurs = [line](const std::string& term) {
    return line.find(term) != std::string_view::npos;
  };
  return std::all_of(m_all.begin(), m_all.end(), occurs) &&
         std::none_of(m_none.begin(), m_none.end(), occurs) &&
         (m_any.empty() || std::any_of(m_any.begin(), m_any.end(), occurs));
}

}  // namespace coldstart::observe
