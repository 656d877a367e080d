// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words after a command's name, split into those with a dash and those without: "--count 3" and
// "--count=3" are the same. What a command does with them is its own business.

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <optional>

#include "core/base/result.h"

namespace coldstart::command {

struct Options {
  QStringList words;                      ///< In order: "s3", "put".
  QList<QPair<QString, QString>> values;  ///< In order, without the dashes: ("bucket", "photos").
  bool help = false;                      ///< --help or -h was there.

  /// The last value given for this option.
  [[nodiscard]] std::optional<QString> value(const QString& name) const;
  /// Every value given for it, in order.
  [[nodiscard]] QStringList all(const QString& name) const;
};

/// Every option takes a value, except --help. Errors: an option without its value.
Result<Options> readOptions(const QStringList& arguments);

// Exit status, the same for every command.
inline constexpr int kDone = 0;
inline constexpr int kNo = 1;
inline constexpr int kWrongInput = 2;
inline constexpr int kFailed = 3;

}  // namespace coldstart::command
