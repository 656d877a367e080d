// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/settings.h"

#include <QStandardPaths>

namespace coldstart {

QSettings& settings() {
  static QSettings file(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                            QStringLiteral("/coldstart.conf"),
                        QSettings::IniFormat);
  return file;
}

}  // namespace coldstart
