// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which lines of a log view are shown, row by row: all of them or those that match a filter, and of
// those only what has been written by the playhead. Lines of requests still in flight are left out
// one by one, so that rows appear in the order in which a log would grow.

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/observe/logs.h"

namespace coldstart::cloudwatch {

class LogRows {
 public:
  void setView(std::shared_ptr<const observe::LogView> view);
  [[nodiscard]] const std::shared_ptr<const observe::LogView>& view() const { return m_view; }
  /// Only these lines, ascending; addMatches() appends more of them as a search goes on.
  void startMatches();
  void addMatches(const std::vector<std::uint32_t>& lines);
  void showAllLines();
  [[nodiscard]] bool filtered() const { return m_filtered; }
  [[nodiscard]] std::size_t matchCount() const { return m_matches.size(); }
  /// Only what has been written by t; nothing: the whole run.
  void setUntil(std::optional<Instant> t);

  [[nodiscard]] std::size_t size() const { return m_size; }
  /// The number in the view of the line in this row.
  [[nodiscard]] std::size_t lineAt(std::size_t row) const;
  /// The row of this line, or of the next one shown.
  [[nodiscard]] std::size_t rowOf(std::size_t line) const;

 private:
  /// Lines left out: so many rows from `row` on are shifted by `removed` in all.
  struct Gap {
    std::size_t row = 0;
    std::size_t removed = 0;
  };
  void recount();
  [[nodiscard]] std::size_t positionOf(std::size_t line) const;
  std::shared_ptr<const observe::LogView> m_view;
  bool m_filtered = false;
  std::vector<std::uint32_t> m_matches;
  std::optional<Instant> m_until;
  std::vector<Gap> m_gaps;
  std::size_t m_size = 0;
};

}  // namespace coldstart::cloudwatch
