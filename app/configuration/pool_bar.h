// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The account's concurrency as one bar: what this function reserves, what others reserve, what is
// left for all who reserve nothing, and the 100 that must stay so. Also the meter of the
// environment variables.

#include <QString>
#include <QWidget>

#include "core/project/project.h"

namespace coldstart::configuration {

class PoolBar : public QWidget {
  Q_OBJECT
 public:
  explicit PoolBar(QWidget* parent = nullptr);
  void present(const project::Project& project, std::size_t function);
  [[nodiscard]] QString text() const { return m_text; }
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::int64_t m_all = 1;
  std::int64_t m_own = 0;
  std::int64_t m_others = 0;
  QString m_text;
};

/// A part of a whole with its figures: "312 of 4 096 bytes".
class Meter : public QWidget {
  Q_OBJECT
 public:
  explicit Meter(QWidget* parent = nullptr);
  void present(std::int64_t used, std::int64_t limit, const QString& text);
  [[nodiscard]] QString text() const { return m_text; }
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::int64_t m_used = 0;
  std::int64_t m_limit = 1;
  QString m_text;
};

}  // namespace coldstart::configuration
