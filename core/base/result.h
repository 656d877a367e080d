// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Expected failures are values: a Result holds what was asked for or one Error. Exceptions stop at
// the parser that threw them and never cross a room's edge.

#include <cassert>
#include <string>
#include <utility>
#include <variant>

#include "core/base/sentence.h"

namespace coldstart {

/// What went wrong, in words a student understands: what, where, what to do.
struct Error {
  std::string
      name;  ///< AWS's error name where AWS has one ("InvalidParameterValueException"), else "".
  Sentence text;      ///< What is wrong and the way out.
  std::string where;  ///< "template.yaml:12:5", a JSON path such as "/Resources/Hello", or "".

  /// "where: text" in English, as the command line prints it.
  [[nodiscard]] std::string english() const {
    return where.empty() ? text.english() : where + ": " + text.english();
  }
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_state(std::move(value)) {}      // NOLINT: implicit by intent
  Result(Error error) : m_state(std::move(error)) {}  // NOLINT: implicit by intent

  explicit operator bool() const { return m_state.index() == 0; }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& value() {
    assert(m_state.index() == 0);
    return *std::get_if<0>(&m_state);
  }
  const T& value() const {
    assert(m_state.index() == 0);
    return *std::get_if<0>(&m_state);
  }
  const Error& error() const {
    assert(m_state.index() == 1);
    return *std::get_if<1>(&m_state);
  }

 private:
  std::variant<T, Error> m_state;
};

}  // namespace coldstart
