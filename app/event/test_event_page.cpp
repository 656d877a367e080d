// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/test_event_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPointer>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/event/event_column.h"
#include "app/event/event_files.h"
#include "app/event/event_form.h"
#include "app/event/json_view.h"
#include "app/event/test_result.h"
#include "app/theme/banner.h"
#include "app/theme/empty_state.h"
#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"
#include "app/workbench/settings.h"

namespace coldstart::event {

using events::EventType;
using project::InvocationType;
using theme::px;

namespace {

constexpr int kLargeText = 200'000;  ///< Bytes; beyond, the form follows when typing rests.
constexpr int kBesideWidth = 640;    ///< From this width on, form and JSON stand side by side.
constexpr int kLeastJson = 80;       ///< Three lines are always seen,
constexpr int kLeastForm = 60;       ///< and of the form this much,
constexpr int kWholeForm = 80;       ///< or all of it, up to this height.

/// Where the last event used with a function is remembered, per project.
QString memoryKey(const Document& document, std::size_t function) {
  const QString folder = QString::fromLatin1(document.folder().toUtf8().toPercentEncoding());
  return QStringLiteral("lastEvent/%1/%2")
      .arg(folder, qs(document.project().functions[function].id));
}

bool hasEvent(const Document& document, const QString& path) {
  const auto& all = document.project().testEvents;
  return std::find(all.begin(), all.end(), path.toStdString()) != all.end();
}

std::optional<events::Recognised> typeOf(const Document& document, const QString& path) {
  const auto text = document.text(path);
  if (!text) return std::nullopt;
  const auto event = events::parseEvent(text->toStdString());
  return event ? events::recognise(*event) : std::nullopt;
}

}  // namespace

TestEventPage::TestEventPage(Workbench workbench, QWidget* parent)
    : Page(parent), m_document(workbench.document), m_session(workbench.session) {
  setObjectName(QStringLiteral("testEventPage"));
  build(workbench);
  fillPicker();
  fillWrapMenu();
  connectSession();
  chooseForFunction();
  showCurrent();
  showType();
}

TestEventPage::~TestEventPage() = default;

QWidget* TestEventPage::controls() {
  return m_invocation;
}

// --- building -------------------------------------------------------------------------------

void TestEventPage::build(Workbench workbench) {
  m_invocation = new theme::Segmented({tr("Sync"), tr("Async")}, this);
  m_invocation->setObjectName(QStringLiteral("invocationType"));
  m_invocation->setAccessibleName(tr("Invocation type"));
  m_invocation->segment(0)->setToolTip(tr("RequestResponse: the caller waits for the answer."));
  m_invocation->segment(1)->setToolTip(
      tr("Event: the queue takes the event, and failed attempts are tried again."));
  m_invocation->hide();  // The pane's header shows it.
  m_files = new EventFiles(workbench, this);
  m_banner = new theme::Banner(this);
  m_split = new LineSplitter(Qt::Vertical, this);
  m_split->setHandleWidth(px(5));
  m_split->setObjectName(QStringLiteral("eventSplit"));
  m_split->setChildrenCollapsible(false);
  m_editors = new QStackedWidget(m_split);
  m_split->addWidget(buildForm());
  m_split->addWidget(m_editors);
  m_split->setStretchFactor(1, 1);
  m_result = new TestResult(m_document, this);
  m_result->hide();
  connect(m_result, &TestResult::codeAsked, &m_session, &Session::showCode);
  connect(m_result, &TestResult::resendAsked, this, [this](const KeptResult& kept) {
    const auto function = m_document.project().functionNamed(kept.function.id);
    if (function) m_session.resend(*function, kept.event, kept.type, kept.sent);
  });

  auto* page = new Column;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* top = new QVBoxLayout;
  top->setContentsMargins(px(12), px(8), px(12), px(6));
  top->setSpacing(px(6));
  top->addWidget(m_files);
  auto* picking = new QHBoxLayout;
  picking->setSpacing(px(6));
  picking->addWidget(m_picker, 1);
  picking->addWidget(m_wrap);
  top->addLayout(picking);
  column->addLayout(top);
  column->addWidget(m_banner);
  column->addWidget(m_split, 1);
  column->addWidget(m_result);

  auto* empty = new theme::EmptyState(
      QStringLiteral("file"),
      tr("No test event yet. Create one, and press Test to send it to the function."),
      workbench.actions.find(QStringLiteral("event.new")), this);
  m_stack = new QStackedLayout(this);
  m_scroll = scrollAround(page);
  m_stack->addWidget(m_scroll);
  m_stack->addWidget(empty);
}

QWidget* TestEventPage::buildForm() {
  m_picker = new QComboBox(this);
  m_picker->setObjectName(QStringLiteral("eventPicker"));
  m_picker->setAccessibleName(tr("Kind of event"));
  m_picker->setPlaceholderText(tr("Own event"));
  m_picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_picker->setMinimumContentsLength(7);
  m_wrap = new QToolButton(this);
  m_wrap->setObjectName(QStringLiteral("eventWrap"));
  m_wrap->setText(tr("Wrap in…"));
  m_wrap->setToolTip(tr("Put this event into a message of another service"));
  m_form = new EventForm;
  m_form->setSuggestions([this](std::string_view type) { return resourcesOf(type); });
  m_form->setContentsMargins(px(12), px(2), px(12), px(8));
  return scrollAround(m_form);
}

void TestEventPage::fillPicker() {
  QString service;
  int index = 0;
  for (const EventType& type : events::catalogue()) {
    if (!service.isEmpty() && service != qs(type.service))
      m_picker->insertSeparator(m_picker->count());
    service = qs(type.service);
    m_picker->addItem(say(type.title), index++);
  }
  connect(m_picker, &QComboBox::activated, this, [this](int row) {
    const auto type = static_cast<std::size_t>(m_picker->itemData(row).toInt());
    pick(events::catalogue()[type]);
  });
}

void TestEventPage::fillWrapMenu() {
  auto* menu = new QMenu(m_wrap);
  for (const events::Wrapper& wrapper : events::wrappers()) {
    QAction* action = menu->addAction(say(wrapper.title));
    action->setObjectName(QStringLiteral("wrap-") + QString::fromLatin1(wrapper.id));
    connect(action, &QAction::triggered, this, [this, id = wrapper.id] { wrapIn(id); });
  }
  connect(m_wrap, &QToolButton::clicked, this,
          [this, menu] { menu->popup(m_wrap->mapToGlobal(m_wrap->rect().bottomLeft())); });
}

void TestEventPage::connectSession() {
  m_readLater.setSingleShot(true);
  m_readLater.setInterval(300);
  connect(&m_readLater, &QTimer::timeout, this, [this] {
    if (current() != nullptr) readText();
  });
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TestEventPage::arrange);
  connect(m_form, &EventForm::edited, this, &TestEventPage::fieldEdited);
  connect(m_form, &EventForm::unfolded, this, &TestEventPage::arrange);
  connect(m_split, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
  connect(m_files, &EventFiles::newAsked, this, &TestEventPage::createEvent);
  connect(m_files, &EventFiles::problem, this,
          [this](const Error& error) { m_banner->say(theme::Banner::Kind::Problem, say(error)); });
  connect(m_files, &EventFiles::removed, this, [this](const QString& path, const QString& text) {
    m_banner->say(theme::Banner::Kind::Note, tr("%1 was deleted.").arg(path),
                  {{tr("Undo"), [this, path, text] {
                      if (m_document.createFile(path, text)) m_session.setEvent(path);
                    }}});
  });
  connect(m_invocation, &theme::Segmented::chosen, this, [this](int index) {
    m_session.setInvocationType(index == 0 ? InvocationType::RequestResponse
                                           : InvocationType::Event);
  });
  connect(&m_session, &Session::functionChanged, this, [this] {
    m_result->hide();
    chooseForFunction();
  });
  connect(&m_session, &Session::eventChanged, this, [this] {
    showCurrent();
    showType();
  });
  connect(&m_session, &Session::testEnded, this, &TestEventPage::showResult);
  connect(&m_document, &Document::projectChanged, this, [this] {
    showCurrent();
    m_form->setType(m_form->type());  // Its suggestions are the project's resources.
    m_form->setValues(m_values);
  });
  connect(&m_document, &Document::fileChanged, this, [this](const QString& path) {
    JsonView* view = m_views.value(path);
    const auto text = m_document.text(path);
    if (view == nullptr || !text || *text == view->text()) return;
    m_writing = true;
    view->change(*text);
    m_writing = false;
    if (path == m_path) readText();
  });
}

// --- which event ----------------------------------------------------------------------------

/// The event last used with this function; else one that its triggers would send; else the first.
void TestEventPage::chooseForFunction() {
  const auto function = m_session.function();
  if (!function) return;
  const QString last = settings().value(memoryKey(m_document, *function)).toString();
  if (hasEvent(m_document, last)) return m_session.setEvent(last);
  const project::Project& project = m_document.project();
  for (const std::string& event : project.testEvents) {
    const auto read = typeOf(m_document, qs(event));
    const bool fits = read && std::any_of(project.triggers.begin(), project.triggers.end(),
                                          [&](const project::Trigger& trigger) {
                                            return trigger.function == *function &&
                                                   trigger.kind == read->type->trigger;
                                          });
    if (fits) return m_session.setEvent(qs(event));
  }
}

void TestEventPage::showCurrent() {
  for (auto view = m_views.begin(); view != m_views.end();) {
    if (hasEvent(m_document, view.key())) {
      ++view;
      continue;
    }
    if (view.key() == m_path) m_path.clear();
    view.value()->deleteLater();
    view = m_views.erase(view);
  }
  const QString path = m_session.event();
  const bool there = hasEvent(m_document, path);
  m_stack->setCurrentIndex(there ? 0 : 1);
  if (!there) return;
  JsonView* view = viewOf(path);
  m_split->setEnabled(view != nullptr);
  m_picker->setEnabled(view != nullptr);
  m_wrap->setEnabled(view != nullptr);
  if (view == nullptr || path == m_path) return;
  m_path = path;
  m_editors->setCurrentWidget(view);
  if (m_session.function()) settings().setValue(memoryKey(m_document, *m_session.function()), path);
  readText();
}

JsonView* TestEventPage::current() const {
  return m_views.value(m_path);
}

JsonView* TestEventPage::viewOf(const QString& path) {
  if (JsonView* known = m_views.value(path)) return known;
  const auto text = m_document.text(path);
  if (!text) {
    m_banner->say(theme::Banner::Kind::Problem, say(text.error()));
    return nullptr;
  }
  auto* view = new JsonView(*text, m_editors);
  view->setObjectName(QStringLiteral("eventJson"));
  view->setAccessibleName(tr("JSON of the test event"));
  connect(view, &QsciScintilla::textChanged, this, [this, path] { textEdited(path); });
  m_editors->addWidget(view);
  m_views.insert(path, view);
  return view;
}

const EventType& TestEventPage::typeForFunction() const {
  const auto function = m_session.function();
  for (const project::Trigger& trigger : m_document.project().triggers) {
    if (!function || trigger.function != *function) continue;
    for (const EventType& type : events::catalogue())
      if (type.trigger == trigger.kind) return type;
  }
  return events::catalogue().front();
}

void TestEventPage::createEvent() {
  const EventType& type = typeForFunction();
  const auto event = events::generate(type, {});
  m_files->create(qs(type.service + "-" + type.event), qs(event->dump(2) + "\n"));
}

// --- form and JSON --------------------------------------------------------------------------

void TestEventPage::textEdited(const QString& path) {
  JsonView* view = m_views.value(path);
  m_document.setText(path, view->text());
  if (m_writing || path != m_path) return;
  if (view->length() > kLargeText)
    m_readLater.start();
  else
    readText();
}

void TestEventPage::readText(std::string_view except) {
  const std::string text = current()->text().toStdString();
  const auto event = events::parseEvent(text);
  if (!event) {
    const QString sentence = say(event.error());
    m_form->setBlocked(sentence);
    return current()->markProblem(events::brokenAt(text).byte, sentence);
  }
  current()->markProblem(0, {});
  const auto read = events::recognise(*event);
  const EventType* type = read ? read->type : nullptr;
  m_values = read ? read->values : events::Values{};
  if (type != m_form->type()) m_form->setType(type);
  m_form->setValues(m_values, except);
  m_form->setBlocked({});
  const auto index = type == nullptr ? -1 : static_cast<int>(type - events::catalogue().data());
  m_picker->setCurrentIndex(index < 0 ? -1 : m_picker->findData(index));
  updateNote();
  QMetaObject::invokeMethod(this, &TestEventPage::arrange, Qt::QueuedConnection);
}

void TestEventPage::fieldEdited(const QString& flag, const QString& value) {
  const std::string name = flag.toStdString();
  const auto text = events::withFieldInText(current()->text().toStdString(), *m_form->type(), name,
                                            value.toStdString());
  if (!text) return m_form->setProblem(name, say(text.error()));
  write(qs(*text));
  m_form->setProblem(name, {});
  readText(name);
}

void TestEventPage::write(const QString& text) {
  m_writing = true;
  current()->change(text);
  m_writing = false;
}

void TestEventPage::replaceWith(const std::string& text, const QString& sentence) {
  JsonView* view = current();
  write(qs(text));
  readText();
  m_banner->say(theme::Banner::Kind::Note, sentence, {{tr("Undo"), [view = QPointer(view)] {
                                                         if (view) view->undo();
                                                       }}});
}

void TestEventPage::pick(const EventType& type) {
  if (&type == m_form->type()) return;
  events::Values kept;  // What both kinds have stays: bucket and key from put to delete.
  for (const events::Field& field : type.fields) {
    const auto value = m_values.find(field.flag);
    if (value != m_values.end() && field.kind != events::Field::Kind::Choice) kept.insert(*value);
  }
  auto event = events::generate(type, kept);
  if (!event) event = events::generate(type, {});
  replaceWith(event->dump(2) + "\n", tr("The event was replaced."));
}

void TestEventPage::wrapIn(const char* wrapper) {
  const auto event = events::parseEvent(current()->text().toStdString());
  const auto wrapped = event ? events::wrap(wrapper, *event) : event;
  if (!wrapped) return m_banner->say(theme::Banner::Kind::Problem, say(wrapped.error()));
  replaceWith(wrapped->dump(2) + "\n", tr("The event was wrapped."));
}

QStringList TestEventPage::resourcesOf(std::string_view type) const {
  QStringList names;
  for (const project::Resource& resource : m_document.project().resources)
    if (resource.type == type) names << qs(resource.name);
  return names;
}

// --- how it is sent, and what came back -----------------------------------------------------

void TestEventPage::showType() {
  m_invocation->setCurrent(m_session.invocationType() == InvocationType::RequestResponse ? 0 : 1);
  updateNote();
}

void TestEventPage::updateNote() {
  const EventType* type = m_form->type();
  QStringList sentences;
  if (type == nullptr) {
    sentences << tr("The picker does not know this kind of event; edit it as JSON.");
  } else {
    if (!type->note.empty()) sentences << say(type->note);
    if (type->invocation == InvocationType::Event &&
        m_session.invocationType() == InvocationType::RequestResponse)
      sentences << tr("The source itself sends such events asynchronously.");
  }
  m_form->setNote(sentences.join(QLatin1Char('\n')));
}

std::string TestEventPage::declaredResponse(std::size_t function, const QString& path) const {
  const std::string own = m_document.project().functions[function].defaultResponse;
  const auto read = path.isEmpty() ? std::nullopt : typeOf(m_document, path);
  return own.empty() && read ? read->type->response : own;
}

/// Where a live result came from, and what of the code on screen did not run.
QString TestEventPage::liveNote(std::size_t function) const {
  const LiveWorkbench& live = m_session.live();
  QStringList sentences{tr("Your handler ran on this machine.")};
  if (function < m_document.project().functions.size() && live.hasUnsavedCode(function))
    sentences << tr("Unsaved changes did not run: saving deploys them.");
  return sentences.join(u' ');
}

void TestEventPage::showResult(quint32 attempt) {
  const auto index = m_session.index();
  if (!index || attempt >= index->attempts().size()) return;
  const auto& source = index->run().journal.sources[index->attempts()[attempt].source];
  m_result->setLiveNote(liveNote(source.function));
  const QString event = qs(source.event);
  const bool isLive = index->run().live.has_value();
  std::string sent = "{}";
  if (!event.isEmpty())
    if (const auto text = m_document.text(event)) sent = text->toStdString();
  if (isLive) sent = m_session.live().lastSent();
  m_result->show(*index, attempt, declaredResponse(source.function, event), sent);
  // Its place is known when the column has been laid out. Its head comes first.
  QTimer::singleShot(0, m_result, [this] {
    const QRect place = m_result->geometry();
    m_scroll->verticalScrollBar()->setValue(
        std::min(place.top(), place.bottom() + 1 - m_scroll->viewport()->height()));
  });
}

void TestEventPage::resizeEvent(QResizeEvent* resized) {
  Page::resizeEvent(resized);
  arrange();
}

/// Form above or beside the JSON, each as large as it needs; a splitter that was moved stays.
void TestEventPage::arrange() {
  const bool beside = width() >= px(kBesideWidth);
  const auto orientation = beside ? Qt::Horizontal : Qt::Vertical;
  if (m_split->orientation() != orientation) m_moved = false;
  m_split->setOrientation(orientation);
  m_split->widget(0)->setMinimumHeight(px(kLeastForm));
  m_editors->setMinimumHeight(px(kLeastJson));
  const int needed = m_form->heightForWidth(m_split->width());
  m_split->setMinimumHeight(beside ? px(kLeastForm + kLeastJson)
                                   : std::min(needed, px(kWholeForm)) + px(kLeastJson));
  if (m_moved) return;
  const int all = beside ? m_split->width() : std::max(m_split->height(), m_split->minimumHeight());
  const int wanted = beside ? all * 2 / 5 : std::min(needed, all - px(kLeastJson));
  const int form = std::clamp(wanted, std::min(px(kLeastForm), all), all * 3 / 5);
  m_split->setSizes({form, all - form});
}

}  // namespace coldstart::event
