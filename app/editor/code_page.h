// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in app/editor: the Code tab of a function. Its files as tabs, one CodeView for
// each that was shown, find bar, status line, and one line across the top when the handler is not
// in the code or a file changed outside. Editors are made when they are first visible; opening a
// file never runs code.

#include <QHash>
#include <QTimer>
#include <functional>

#include <nlohmann/json_fwd.hpp>

#include "app/editor/handler_place.h"
#include "app/workbench/page.h"

class QAction;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace coldstart::theme {
class Banner;
}

namespace coldstart::editor {

class CodeView;
class FileTabs;
class FindBar;
class StatusLine;

class CodePage : public Page {
  Q_OBJECT
 public:
  explicit CodePage(Workbench workbench, QWidget* parent = nullptr);
  ~CodePage() override;

  /// The files of this function; the page follows Session::function() by itself.
  void showFunction(std::size_t function);
  /// Shows a file of the project, at a line (from 0) if one is given.
  void openFile(const QString& relative, int line = -1);
  void goToHandler();
  [[nodiscard]] QString currentFile() const { return m_file; }
  /// The editor in front; null while a sentence stands in its place.
  [[nodiscard]] CodeView* view() const;
  [[nodiscard]] QWidget* controls() override;

 signals:
  void cursorMoved(int line, int column);
  void fileShown(const QString& relative);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  enum class Size { Checked, Any };
  void arrange();
  void registerActions();
  void command(const char* id, const QString& text, const QKeySequence& shortcut,
               std::function<void()> run);
  void refresh();
  void showFile(const QString& file, Size size = Size::Checked);
  CodeView* makeView(const QString& file, const QString& text);
  void dropView(const QString& file);
  void say(const QString& icon, const QString& sentence, const QString& offer,
           std::function<void()> run);
  void sayNoFiles();
  void registerDebugActions();
  void connectDebugger();
  void showBreakpoints(CodeView& view, const QString& file);
  void showHeld();
  void keep(const QString& file);  ///< Hands the view's text to the document.
  void takeOutsideChange(const QString& file);
  void offerOutsideChange(const QString& file);
  void createWith(const QString& file, const QString& text);
  void restyle();
  void noteFiles();
  void addFile(const QString& name);
  void renameFile(const QString& file, const QString& name);
  void deleteFile(const QString& file);
  void closeFile(const QString& file);
  [[nodiscard]] HandlerPlace handlerPlace() const;
  void checkHandler();
  void sayHandler(const HandlerPlace& place);
  void tellStatus();
  void askLine();
  void onView(void (CodeView::*run)());  ///< Only while an editor is in front.
  [[nodiscard]] const project::Function* function() const;
  [[nodiscard]] QString codeFolder() const;
  [[nodiscard]] nlohmann::ordered_json testEvent() const;
  [[nodiscard]] QString textOf(const QString& file) const;

  struct Open {
    CodeView* view = nullptr;
    bool onDisk = false;
    bool unkept = false;  ///< Typed since the document was told.
  };

  Workbench m_workbench;
  std::size_t m_function = 0;
  QString m_file;
  QHash<QString, Open> m_open;
  QHash<std::size_t, QString> m_lastFile;  ///< Of each function.
  QStringList m_closed;
  QString m_handlerSaid;  ///< The sentence in the handler's line, so that closing it lasts.
  QTimer m_keep;
  QTimer m_handlerTimer;
  FileTabs* m_tabs;
  theme::Banner* m_banner;
  theme::Banner* m_handlerBanner;
  QStackedWidget* m_stack;
  FindBar* m_find;
  StatusLine* m_status;
  QWidget* m_state = nullptr;
  QLineEdit* m_line;
  QList<QAction*> m_commands;  ///< Given to every editor, so that their keys work there only.
  QLabel* m_runtime;
};

}  // namespace coldstart::editor
