// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A segmented switch: "Write | Watch | Teach", "1 s | 1 min | 5 min". One choice is always on.
// Arrow keys move, and a segment that cannot be chosen now stays visible and says why on hover.

#include <QList>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace coldstart::theme {

class Segmented : public QWidget {
  Q_OBJECT
 public:
  explicit Segmented(const QStringList& texts, QWidget* parent = nullptr);

  [[nodiscard]] int current() const;
  void setCurrent(int index);  ///< Without emitting chosen().
  void setTexts(const QStringList& texts);
  /// Greys one segment out; `why` is what hovering says.
  void setUnavailable(int index, const QString& why);
  [[nodiscard]] QAbstractButton* segment(int index) const;
  [[nodiscard]] QSize sizeHint() const override;

 signals:
  void chosen(int index);  ///< The user chose another segment.

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QButtonGroup* m_group;
};

}  // namespace coldstart::theme
