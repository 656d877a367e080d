// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The project's test events (events/*.json): which one is in front, and new, rename, duplicate,
// delete. Every change goes through the Document and can be undone there. Used by TestEventPage.

#include <QList>
#include <QWidget>

#include "app/workbench/page.h"
#include "core/base/result.h"

class QAction;
class QComboBox;
class QLineEdit;
class QStackedLayout;
class QToolButton;

namespace coldstart::event {

class EventFiles : public QWidget {
  Q_OBJECT
 public:
  EventFiles(Workbench workbench, QWidget* parent = nullptr);

  /// Creates events/NAME.json with this text, under the next free name, and puts it in front.
  void create(const QString& name, const QString& text);

 signals:
  void newAsked();  ///< The user wants a new event.
  void problem(const coldstart::Error& error);
  void removed(const QString& path, const QString& text);

 protected:
  bool eventFilter(QObject* watched, QEvent* happened) override;

 private:
  void fill();
  void startRename();
  void finishRename();
  void duplicate();
  void remove();
  void registerActions();

  Document& m_document;
  Session& m_session;
  Actions& m_actions;
  QStackedLayout* m_stack;
  QComboBox* m_list;
  QLineEdit* m_name;
  QToolButton* m_new;
  QToolButton* m_menu;
  QList<QAction*> m_forOne;  ///< Need an event in front.
};

/// Gives a test event another name: its file, and every scenario that sends it. One undo step.
Result<bool> renameEvent(Document& document, const QString& from, const QString& to);

}  // namespace coldstart::event
