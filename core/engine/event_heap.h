// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What happens next: a 4-ary implicit heap of (time, what). Ties are settled by `what`, never by
// the order of insertion, so that any other queue with the same rule gives the same run.

#include <cstdint>
#include <vector>

#include "core/base/time.h"

namespace coldstart::engine {

class EventHeap {
 public:
  [[nodiscard]] bool empty() const { return m_keys.empty(); }
  [[nodiscard]] std::size_t size() const { return m_keys.size(); }
  [[nodiscard]] Instant nextTime() const {
    return m_keys.empty() ? kNever : Instant{static_cast<std::int64_t>(m_keys[0] >> 64)};
  }
  [[nodiscard]] std::uint64_t nextWhat() const { return static_cast<std::uint64_t>(m_keys[0]); }

  void push(Instant at, std::uint64_t what) {
    std::size_t hole = m_keys.size();
    m_keys.push_back(0);
    const Key key = keyOf(at, what);
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (m_keys[parent] <= key) break;
      m_keys[hole] = m_keys[parent];
      hole = parent;
    }
    m_keys[hole] = key;
  }

  void pop() {
    const Key last = m_keys.back();
    m_keys.pop_back();
    if (!m_keys.empty()) sink(last);
  }

  /// pop() and push() in one walk.
  void replaceTop(Instant at, std::uint64_t what) { sink(keyOf(at, what)); }

 private:
  // Signed, so that moments before the run (provisioned environments) sort first.
  __extension__ using Key = __int128;

  static Key keyOf(Instant at, std::uint64_t what) {
    return (static_cast<Key>(at.us) << 64) | static_cast<Key>(what);
  }

  /// Puts `key` where it belongs, starting with a hole at the top.
  void sink(Key key) {
    const std::size_t size = m_keys.size();
    std::size_t hole = 0;
    for (std::size_t child = 1; child < size; child = hole * 4 + 1) {
      std::size_t least = child;
      if (child + 4 <= size) {
        const std::size_t left = m_keys[child + 1] < m_keys[child] ? child + 1 : child;
        const std::size_t right = m_keys[child + 3] < m_keys[child + 2] ? child + 3 : child + 2;
        least = m_keys[right] < m_keys[left] ? right : left;
      } else {
        for (std::size_t c = child + 1; c < size; ++c) {
          if (m_keys[c] < m_keys[least]) least = c;
        }
      }
      if (key <= m_keys[least]) break;
      m_keys[hole] = m_keys[least];
      hole = least;
    }
    m_keys[hole] = key;
  }

  std::vector<Key> m_keys;
};

}  // namespace coldstart::engine
