// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The project tree: functions, triggers, test events, scenarios, resources, and what is wrong.
// Choosing a row puts it in front in every pane; the context menu and the keyboard add, rename and
// remove, each as one undoable step.

#include <QStandardItemModel>

#include "app/window/project_items.h"
#include "app/workbench/page.h"

class QTreeView;

namespace coldstart::theme {
class Banner;
}

namespace coldstart::window {

class ProjectPage : public Page {
  Q_OBJECT
 public:
  explicit ProjectPage(Workbench workbench, QWidget* parent = nullptr);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refill();
  void showCurrent();
  void choose(const QModelIndex& index);
  void open(const QModelIndex& index);
  void rename(const QModelIndex& index, const QString& name);
  void remove(const QModelIndex& index);
  void addFunction();
  void showMenu(const QPoint& position);
  void problem(const QString& sentence);
  [[nodiscard]] QModelIndex find(ItemKind kind, const QString& name) const;

  Workbench m_workbench;
  QStandardItemModel m_model;
  QTreeView* m_tree;
  theme::Banner* m_banner;
  bool m_refilling = false;
};

}  // namespace coldstart::window
