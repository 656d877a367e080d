// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/words.h"

#include "core/base/units.h"
#include "core/observe/log_text.h"

namespace coldstart::observe {

namespace {

/// "1.42" from 1 423 with 1 000 to the unit: three figures.
std::string threeFigures(std::int64_t value, std::int64_t unit) {
  std::int64_t decimals = value >= 100 * unit ? 0 : value >= 10 * unit ? 1 : 2;
  std::int64_t scale = 1;
  for (std::int64_t i = 0; i < decimals; ++i) scale *= 10;
  const std::int64_t rounded = (value * scale + unit / 2) / unit;
  std::string text = std::to_string(rounded / scale);
  if (decimals == 0) return text;
  std::string fraction = std::to_string(scale + rounded % scale).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return fraction.empty() ? text : text + "." + fraction;
}

std::string two(std::int64_t n) {
  return std::to_string(100 + n).substr(1);
}

}  // namespace

std::string spanText(Duration d) {
  constexpr std::int64_t kMinute = 60'000'000;
  if (d.us < 0) return "-" + spanText(Duration{-d.us});
  if (d.us < 999'500) return threeFigures(d.us, 1'000) + " ms";
  if (d.us < kMinute) return threeFigures(d.us, 1'000'000) + " s";
  const std::int64_t seconds = d.us / 1'000'000;
  if (seconds < 3'600) {
    const std::string minutes = std::to_string(seconds / 60) + " min";
    return seconds % 60 == 0 ? minutes : minutes + " " + std::to_string(seconds % 60) + " s";
  }
  const std::string hours = formatCount(seconds / 3'600) + " h";
  const std::int64_t minutes = seconds / 60 % 60;
  return minutes == 0 ? hours : hours + " " + std::to_string(minutes) + " min";
}

std::string millisText(std::int64_t us) {
  std::string text;
  appendMillis(text, us);
  const std::size_t point = text.find('.');
  return formatCount((us + 5) / 10 / 100) + text.substr(point) + " ms";
}

std::string clockText(Instant t) {
  const std::int64_t ms = t.us / 1'000;
  const std::string rest = "." + std::to_string(1'000 + ms % 1'000).substr(1);
  const std::int64_t seconds = ms / 1'000;
  if (seconds < 60) return std::to_string(seconds) + rest + " s";
  const std::string clock = two(seconds / 60 % 60) + ":" + two(seconds % 60) + rest;
  return seconds < 3'600 ? clock : formatCount(seconds / 3'600) + ":" + clock;
}

std::string requestText(std::uint32_t request) {
  return "#" + formatCount(std::int64_t{request} + 1);
}

std::string environmentText(journal::EnvironmentIndex environment) {
  return formatCount(std::int64_t{environment} + 1);
}

Sentence tell(const char* pattern, std::initializer_list<std::string> arguments) {
  return {"explain", pattern, arguments};
}

Sentence plain(std::string text) {
  return {"explain", "%1", {std::move(text)}};
}

}  // namespace coldstart::observe
