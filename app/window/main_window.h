// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in app/window: the one window. It owns the open document, its session and the
// bench of panes, registers the program's commands and says what has to be said inline.

#include <QMainWindow>
#include <QPointer>
#include <functional>
#include <memory>

#include "app/theme/banner.h"
#include "app/window/bench.h"
#include "app/workbench/actions.h"

class QMenu;
class QProgressBar;
class QStackedWidget;

namespace coldstart {
class Document;
class Session;
}  // namespace coldstart

namespace coldstart::window {

class CommandPalette;
class RunProgress;
class TeachView;
class ToolStrip;
class Welcome;

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  MainWindow();
  ~MainWindow() override;

  /// Opens a project's folder or template; false: not. What goes wrong is said in the window. A
  /// large template is read meanwhile: true says then that it is being read, and what is open
  /// stays open until it is there.
  bool openProject(const QString& path);
  [[nodiscard]] bool reading() const { return !m_reading.isEmpty(); }
  /// Back to the welcome page. Asks once about unsaved changes; false: stay.
  bool closeProject();
  void setLayoutChoice(Layout layout);
  [[nodiscard]] Layout layoutChoice() const { return m_layout; }

  [[nodiscard]] Actions& actions() { return m_actions; }
  [[nodiscard]] Document* document() const { return m_document.get(); }
  [[nodiscard]] Session* session() const { return m_session.get(); }
  [[nodiscard]] Bench* bench() const { return m_bench; }
  [[nodiscard]] theme::Banner* banner() const { return m_banner; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void addActions();
  void addFileActions();
  void addEditActions();
  void addViewActions();
  void addRunActions();
  void addHelpActions();
  void buildMenus();
  void putInMenu(QAction* action);
  void connectDocument();
  void connectSession();
  void connectLive();
  void dropDocument();
  void readLarge(const QString& path);
  void stopReading();
  bool take(std::unique_ptr<Document> document);
  void showWelcome();
  [[nodiscard]] bool mayLeave();
  bool save();
  bool saveAs();
  void openAsked();
  void exportPackage();
  void importPackage();
  void takePackage(const QString& file);
  [[nodiscard]] bool filesAreSaved();
  void newProject();
  void newScenario();
  void editScenario();
  void showSettings();
  void showMode();
  void sayWhereItRuns();
  void applyLivePreferences();
  void askTrust();
  void whenTrusted(std::function<void()> then);
  void askBurst();
  void attach();
  void profile();
  void debug();
  void showTitle();
  void zoomBy(int percent);
  void applyZoom();
  void keepArrangement();
  void restyle();

  Actions m_actions;
  QString m_reading;  ///< The large template being read, or "".
  std::unique_ptr<Document> m_document;
  std::unique_ptr<Session> m_session;
  std::function<void()> m_afterTrust;  ///< What trust was asked for, when it is not Test.
  Layout m_layout = Layout::Write;
  QHash<QString, QMenu*> m_menus;
  QWidget* m_top;
  ToolStrip* m_tools = nullptr;
  theme::Banner* m_banner;
  RunProgress* m_progress;
  QStackedWidget* m_stack;
  Welcome* m_welcome = nullptr;
  Bench* m_bench = nullptr;
  TeachView* m_teach = nullptr;
  CommandPalette* m_palette = nullptr;
};

}  // namespace coldstart::window
