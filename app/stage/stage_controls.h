// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands at the right of the stage's header for views over time: the function shown, the span
// in view and the buttons that change it. Also the context menu all stage views share.

#include <QWidget>
#include <optional>

#include "app/workbench/page.h"
#include "app/workbench/session.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace coldstart::stage {

class StageControls : public QWidget {
  Q_OBJECT
 public:
  /// Without zoom there is only the function chooser.
  enum class Zoom { No, Yes };
  StageControls(Session& session, Zoom zoom, QWidget* parent = nullptr);
  [[nodiscard]] std::optional<std::size_t> function() const;

 signals:
  void functionChosen();

 private:
  void fillFunctions();
  void showSpan();
  void restyle();
  void zoom(int numerator, int denominator);
  Session& m_session;
  QComboBox* m_functions;
  QLabel* m_span = nullptr;
  QToolButton* m_out = nullptr;
  QToolButton* m_in = nullptr;
  QToolButton* m_whole = nullptr;
};

/// Copy and "show in …" for what is selected.
void showSelectionMenu(QWidget* parent, const Workbench& workbench, QPoint globalPosition);

}  // namespace coldstart::stage
