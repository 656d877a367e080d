// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/fields.h"

#include "core/project/decimal.h"
#include "core/project/resolver.h"

namespace coldstart::project {
namespace {

constexpr std::size_t kMostFindings = 1'000;

}  // namespace

void Findings::error(const std::string& where, Sentence text, const std::string& awsName) {
  error(Error{awsName, std::move(text), where});
}

void Findings::error(Error error) {
  if (m_out.errors.size() >= kMostFindings) {
    ++m_moreErrors;
  } else {
    m_out.errors.push_back(std::move(error));
  }
}

void Findings::close() {
  if (m_moreErrors > 0) {
    m_out.errors.push_back({"",
                            {"template",
                             SAY("template", "There are %1 more errors. Correct these first."),
                             {std::to_string(m_moreErrors)}},
                            ""});
  }
  if (m_moreNotes > 0) {
    m_out.project.notes.push_back(
        {"",
         {"template",
          SAY("template", "%1 more parts of the template are kept, but not simulated."),
          {std::to_string(m_moreNotes)}}});
  }
}

void Findings::note(const std::string& where, Sentence text) {
  if (m_notes.size() >= kMostFindings) {
    ++m_moreNotes;
    return;
  }
  if (m_notes.emplace(where, text.english()).second) {
    m_out.project.notes.push_back({where, std::move(text)});
  }
}

std::string child(const std::string& where, std::string_view key) {
  std::string path = where + "/";
  for (const char c : key) {
    if (c == '~') {
      path += "~0";
    } else if (c == '/') {
      path += "~1";
    } else {
      path += c;
    }
  }
  return path;
}

std::string kindOf(const Node& value) {
  if (value.is_null()) return "nothing";
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_number()) return decimalText(value);
  if (value.is_string()) return "\"" + value.get<std::string>().substr(0, 80) + "\"";
  return value.is_array() ? "a list" : "an object";
}

Fields::Fields(Reading& reading, const Node* value, std::string where)
    : m_reading(&reading), m_object(value), m_where(std::move(where)) {
  if (m_object == nullptr || m_object->is_object()) return;
  if (!m_object->is_null()) {
    m_reading->findings.error(
        m_where, {"template",
                  SAY("template", "Here an object in braces is needed, but the file has %1."),
                  {kindOf(*m_object)}});
  }
  m_object = nullptr;
}

const Node* Fields::find(std::string_view key) const {
  if (m_object == nullptr) return nullptr;
  const auto found = m_object->find(std::string(key));
  return found == m_object->end() ? nullptr : &*found;
}

const Node* Fields::raw(std::string_view key) {
  ignore(key);
  return find(key);
}

const Node* Fields::value(std::string_view key) {
  const Node* found = raw(key);
  if (found == nullptr || found->is_null()) return nullptr;
  if (!found->is_structured()) return found;
  Value resolved = m_reading->resolver.resolve(*found, where(key));
  if (resolved.absent || !resolved.known) return nullptr;
  m_reading->owned.push_back(std::move(resolved.json));
  return &m_reading->owned.back();
}

void Fields::mismatch(std::string_view key, const char* pattern, const Node& found) {
  m_reading->findings.error(where(key), {"template", pattern, {std::string(key), kindOf(found)}});
}

std::optional<std::string> Fields::text(std::string_view key) {
  const Node* found = raw(key);
  if (found == nullptr || found->is_null()) return std::nullopt;
  return textOf(key, *found);
}

std::optional<std::string> Fields::textOf(std::string_view key, const Node& found) {
  // Text with a part that only a deployment knows is still worth showing.
  const Value resolved = m_reading->resolver.resolve(found, where(key));
  if (resolved.absent) return std::nullopt;
  if (resolved.json.is_structured() || resolved.json.is_null()) {
    mismatch(key, SAY("template", "\"%1\" must be text, but the file has %2."), resolved.json);
    return std::nullopt;
  }
  return plainText(resolved.json);
}

std::optional<std::int64_t> Fields::integer(std::string_view key) {
  const Node* found = value(key);
  if (found == nullptr) return std::nullopt;
  if (const auto scaled = scaledDecimal(decimalText(*found), 3); scaled && *scaled % 1000 == 0) {
    return *scaled / 1000;
  }
  mismatch(key, SAY("template", "\"%1\" must be a whole number, but the file has %2."), *found);
  return std::nullopt;
}

std::optional<bool> Fields::flag(std::string_view key) {
  const Node* found = value(key);
  if (found == nullptr) return std::nullopt;
  if (found->is_boolean()) return found->get<bool>();
  if (found->is_string() && (*found == "true" || *found == "True")) return true;
  if (found->is_string() && (*found == "false" || *found == "False")) return false;
  mismatch(key, SAY("template", "\"%1\" must be true or false, but the file has %2."), *found);
  return std::nullopt;
}

std::optional<Duration> Fields::duration(std::string_view key) {
  const Node* found = value(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_string()) {
    mismatch(key,
             SAY("template",
                 "\"%1\" must be a duration in quotes with its unit, such as \"210ms\" or "
                 "\"1.5s\", but the file has %2."),
             *found);
    return std::nullopt;
  }
  const auto duration = parseDuration(found->get<std::string>());
  if (duration) return *duration;
  m_reading->findings.error(where(key), duration.error().text);
  return std::nullopt;
}

std::optional<std::int64_t> Fields::millionths(std::string_view key) {
  const Node* found = value(key);
  if (found == nullptr) return std::nullopt;
  if (const auto scaled = scaledDecimal(decimalText(*found), 6)) return scaled;
  mismatch(key, SAY("template", "\"%1\" must be a number, but the file has %2."), *found);
  return std::nullopt;
}

Fields Fields::section(std::string_view key) {
  const Node* found = raw(key);
  if (found != nullptr && isIntrinsic(*found)) found = value(key);
  return {*m_reading, found, where(key)};
}

std::vector<std::pair<std::string, Fields>> Fields::sections() {
  std::vector<std::pair<std::string, Fields>> result;
  if (m_object == nullptr) return result;
  for (const auto& [key, member] : m_object->items()) {
    const bool computed = isIntrinsic(member);
    result.emplace_back(key, computed ? section(key) : Fields(*m_reading, &member, where(key)));
  }
  return result;
}

std::vector<std::pair<std::string, std::string>> Fields::texts() {
  std::vector<std::pair<std::string, std::string>> result;
  if (m_object == nullptr) return result;
  for (const auto& [key, member] : m_object->items()) {
    if (member.is_null()) continue;
    if (auto text = textOf(key, member)) result.emplace_back(key, std::move(*text));
  }
  return result;
}

void Fields::noteUnread(const char* pattern) {
  if (m_object == nullptr) return;
  for (const auto& [key, member] : m_object->items()) {
    if (m_read.count(key) == 0) m_reading->findings.note(where(key), {"template", pattern, {key}});
  }
}

}  // namespace coldstart::project
