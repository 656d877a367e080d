// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small line in the code where the condition of a breakpoint is written. Enter takes it, Esc and
// a click elsewhere leave it as it was. For CodeView, which owns one.

#include <QFrame>

class QLineEdit;

namespace coldstart::editor {

class ConditionLine : public QFrame {
  Q_OBJECT
 public:
  explicit ConditionLine(QWidget* parent);

  /// Within the parent, under what stands from `top` to `bottom`, or above it.
  void open(const QString& condition, int left, int top, int bottom);

 signals:
  void given(const QString& condition);
  void closed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void dismiss();

  QLineEdit* m_text;
};

}  // namespace coldstart::editor
