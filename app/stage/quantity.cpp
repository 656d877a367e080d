// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/quantity.h"

#include <QCoreApplication>

#include "app/workbench/say.h"
#include "core/base/units.h"

namespace coldstart::stage {
namespace {

constexpr std::int64_t kMinute = 60'000'000;
constexpr std::int64_t kHour = 60 * kMinute;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Quantity)
};

/// n / 10^exponent with `decimals` decimals, rounded; whole numbers only, so it is exact.
QString fixed(std::int64_t n, int exponent, int decimals) {
  std::int64_t drop = 1;
  for (int i = decimals; i < exponent; ++i) drop *= 10;
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const std::int64_t rounded = (n + drop / 2) / drop;
  QString text = QString::number(rounded / scale);
  if (decimals > 0)
    text += QLatin1Char('.') +
            QStringLiteral("%1").arg(rounded % scale, decimals, 10, QLatin1Char('0'));
  return text;
}

int decimalsFor(std::int64_t stepUs) {
  int decimals = 6;
  while (decimals > 0 && stepUs % 10 == 0) {
    stepUs /= 10;
    --decimals;
  }
  return decimals;
}

}  // namespace

QString durationText(Duration d) {
  const std::int64_t us = d.us;
  if (us < 0) return QStringLiteral("−") + durationText(Duration{-us});
  if (us == 0) return Text::tr("0 ms");
  if (us < 1'000) return Text::tr("%1 µs").arg(us);
  if (us < 9'995) return Text::tr("%1 ms").arg(fixed(us, 3, 2));
  if (us < 999'500)
    return Text::tr("%1 ms").arg(fixed(us, 3, us < 99'950 && us % 1'000 != 0 ? 1 : 0));
  if (us < 9'995'000) return Text::tr("%1 s").arg(fixed(us, 6, 2));
  if (us < kMinute - 50'000) return Text::tr("%1 s").arg(fixed(us, 6, 1));
  if (us < kHour) {
    const std::int64_t seconds = (us + 500'000) / 1'000'000;
    return Text::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
  }
  const std::int64_t minutes = (us + kMinute / 2) / kMinute;
  return Text::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString momentText(Instant t, Duration step) {
  const int decimals = decimalsFor(step.us);
  if (t.us < 0) return QStringLiteral("−") + momentText(Instant{-t.us}, step);
  if (t.us < kMinute) return Text::tr("%1 s").arg(fixed(t.us, 6, decimals));
  const QString seconds = fixed(t.us % kMinute, 6, decimals);
  const QString padded = t.us % kMinute < 10'000'000 ? QStringLiteral("0") + seconds : seconds;
  if (t.us < kHour) return QStringLiteral("%1:%2").arg(t.us / kMinute).arg(padded);
  return QStringLiteral("%1:%2:%3")
      .arg(t.us / kHour)
      .arg(t.us % kHour / kMinute, 2, 10, QLatin1Char('0'))
      .arg(padded);
}

QString exactMomentText(Instant t) {
  return momentText(t, t.us % 1'000 == 0 ? Duration::millis(1) : Duration{1});
}

QString countText(std::int64_t n) {
  return qs(formatCount(n));
}

}  // namespace coldstart::stage
