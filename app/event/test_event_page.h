// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Test event tab: the project's test events, the picker, a typed form and the JSON side by
// side, and what the last Test brought. Form and JSON show the same text: a keystroke in either
// changes the other at once, and only the bytes that it is about. Which function and event are in
// front, and how the event is sent, is the Session's to know: Test uses that.

#include <QHash>
#include <QTimer>
#include <optional>

#include "app/workbench/page.h"
#include "core/events/catalogue.h"

class QComboBox;
class QLabel;
class QSplitter;
class QScrollArea;
class QStackedLayout;
class QStackedWidget;
class QToolButton;

namespace coldstart::theme {
class Banner;
class Segmented;
}  // namespace coldstart::theme

namespace coldstart::event {

class EventFiles;
class EventForm;
class JsonView;
class TestResult;

class TestEventPage : public Page {
  Q_OBJECT
 public:
  explicit TestEventPage(Workbench workbench, QWidget* parent = nullptr);
  ~TestEventPage() override;
  [[nodiscard]] QWidget* controls() override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build(Workbench workbench);
  void connectSession();
  QWidget* buildForm();
  void fillPicker();
  void fillWrapMenu();

  void chooseForFunction();
  void showCurrent();
  void showType();
  void textEdited(const QString& path);
  void readText(std::string_view except = {});
  void fieldEdited(const QString& flag, const QString& value);
  void pick(const events::EventType& type);
  void wrapIn(const char* wrapper);
  void createEvent();
  void write(const QString& text);
  void replaceWith(const std::string& text, const QString& sentence);
  [[nodiscard]] QString liveNote(std::size_t function) const;
  void showResult(quint32 attempt);
  void updateNote();
  void arrange();
  [[nodiscard]] JsonView* viewOf(const QString& path);
  [[nodiscard]] JsonView* current() const;
  [[nodiscard]] QStringList resourcesOf(std::string_view type) const;
  [[nodiscard]] const events::EventType& typeForFunction() const;
  [[nodiscard]] std::string declaredResponse(std::size_t function, const QString& path) const;

  Document& m_document;
  Session& m_session;
  EventFiles* m_files = nullptr;
  EventForm* m_form = nullptr;
  QComboBox* m_picker = nullptr;
  QToolButton* m_wrap = nullptr;
  theme::Banner* m_banner = nullptr;
  theme::Segmented* m_invocation = nullptr;
  QStackedLayout* m_stack = nullptr;  ///< The page, or its empty state.
  QScrollArea* m_scroll = nullptr;
  QSplitter* m_split = nullptr;
  QStackedWidget* m_editors = nullptr;
  TestResult* m_result = nullptr;
  QHash<QString, JsonView*> m_views;  ///< One editor a file keeps each file's undo.
  QString m_path;                     ///< The event that form and JSON show, or "".
  events::Values m_values;
  QTimer m_readLater;
  bool m_writing = false;
  bool m_moved = false;  ///< The user moved the splitter.
};

}  // namespace coldstart::event
