// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The workbench of one open project: its panes and the two layouts that arrange them. A new
// document makes a new bench; what the user arranged is kept as text in the settings and restored.

#include <QByteArray>
#include <QMainWindow>

#include "app/workbench/page.h"

namespace coldstart::window {

class Pane;

/// Teach is a view of its own (teach_view.h); the bench knows the other two.
enum class Layout { Write, Watch, Teach };

class Bench : public QMainWindow {
  Q_OBJECT
 public:
  explicit Bench(Workbench workbench, QWidget* parent = nullptr);

  /// Arranges the panes: as `kept` says, or in the layout's own way when it is empty or unusable.
  void arrange(Layout layout, const QByteArray& kept);
  void arrangeAfresh(Layout layout);
  [[nodiscard]] QByteArray arrangement() const;

  [[nodiscard]] Pane* pane(const QString& id) const;
  [[nodiscard]] QList<Pane*> panes() const { return m_panes; }
  /// Brings a page forward wherever it is, opening its pane: "code", "timeline", "logs" …
  void showPage(const QString& id);
  /// Moves the keyboard to the next visible pane.
  void focusNextPane();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void addPanes();
  void nameFunction();
  void place(Layout layout);
  void placeWide(Layout layout);
  void placeNarrow(Layout layout);
  void placeTiny(Layout layout);
  void giveSizes();

  Workbench m_workbench;
  QList<Pane*> m_panes;
  Pane* m_project = nullptr;
  Pane* m_function = nullptr;
  Pane* m_event = nullptr;
  Pane* m_stage = nullptr;
  Pane* m_second = nullptr;  ///< The second stage, timeline under concurrency.
  Pane* m_cloudwatch = nullptr;
  Pane* m_explain = nullptr;
  Layout m_layout = Layout::Write;
  bool m_sizesDue = false;
};

}  // namespace coldstart::window
