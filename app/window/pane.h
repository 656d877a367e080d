// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A pane of the workbench: a dock with a header of its own (caption, tabs, the controls of the page
// in front) over one page at a time. Pages are made when they are first looked at.

#include <QDockWidget>
#include <functional>

#include "app/workbench/page.h"

class QBoxLayout;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace coldstart::window {

class PaneHeader;

class Pane : public QDockWidget {
  Q_OBJECT
 public:
  /// `id` names the pane for saved layouts and tests; `caption` is what the user reads.
  Pane(const QString& id, const QString& caption, QWidget* parent);

  /// A pane about one thing is headed by its name and icon instead of a caption.
  void setSubject(const QString& iconName, const QString& name);
  void addPage(const QString& id, const QString& title, std::function<Page*()> make);
  void showPage(const QString& id);
  [[nodiscard]] QString currentPage() const;
  /// Makes the page when it was never shown.
  Page* page(const QString& id);
  /// Gives the keyboard to the page in front.
  void takeFocus();
  void setVisible(bool visible) override;

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Entry {
    QString id;
    std::function<Page*()> make;
    Page* page = nullptr;
  };
  void buildCurrent();
  void restyle();
  void fitHeader();
  void putControls(bool below);

  QList<Entry> m_entries;
  QString m_iconName;
  PaneHeader* m_header;
  QLabel* m_icon;
  QLabel* m_caption;
  QTabBar* m_tabs;
  QBoxLayout* m_row;    ///< Caption, tabs and, when they fit, the page's controls.
  QBoxLayout* m_below;  ///< Else the controls.
  QBoxLayout* m_controls;
  QStackedWidget* m_stack;
};

}  // namespace coldstart::window
