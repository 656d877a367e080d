// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Messages of the Debug Adapter Protocol as bytes: a Content-Length header and JSON. Those of V8's
// inspector travel in the same frame. Only core/debug uses it.
// https://microsoft.github.io/debug-adapter-protocol/overview#base-protocol

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace coldstart::debug {

std::string adapterMessage(const nlohmann::ordered_json& message);

class AdapterReader {
 public:
  void feed(std::string_view bytes) { m_pending += bytes; }
  /// The next whole message; nothing until more has come, or after broken().
  std::optional<nlohmann::ordered_json> next();
  /// What came is not of this protocol.
  [[nodiscard]] bool broken() const { return m_broken; }

 private:
  std::string m_pending;
  bool m_broken = false;
};

}  // namespace coldstart::debug
