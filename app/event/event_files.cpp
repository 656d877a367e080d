// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/event_files.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QStackedLayout>
#include <QToolButton>
#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"

namespace coldstart::event {

using theme::px;
using Json = nlohmann::ordered_json;

namespace {

const QString kFolder = QStringLiteral("events/");
const QString kEnding = QStringLiteral(".json");

/// "events/put.json" as "put".
QString nameOf(const QString& path) {
  QString name = path;
  if (name.startsWith(kFolder)) name.remove(0, kFolder.size());
  if (name.endsWith(kEnding)) name.chop(kEnding.size());
  return name;
}

QString pathOf(const QString& name) {
  return kFolder + name.trimmed() + kEnding;
}

bool exists(const Document& document, const QString& path) {
  const auto& events = document.project().testEvents;
  return std::find(events.begin(), events.end(), path.toStdString()) != events.end();
}

/// "put", or "put-2", "put-3" … where that is taken.
QString freeName(const Document& document, const QString& wanted) {
  QString name = wanted;
  for (int n = 2; exists(document, pathOf(name)); ++n)
    name = wanted + QLatin1Char('-') + QString::number(n);
  return name;
}

/// The pointers of all scenario loads that send this event.
std::vector<std::string> loadsOf(const Json& tree, const std::string& event) {
  std::vector<std::string> pointers;
  const Json::json_pointer root("/Metadata/Coldstart/Scenarios");
  if (!tree.contains(root) || !tree.at(root).is_object()) return pointers;
  for (const auto& [name, scenario] : tree.at(root).items()) {
    const Json::json_pointer load = Json::json_pointer("/Load");
    if (!scenario.is_object() || !scenario.contains(load) || !scenario.at(load).is_array())
      continue;
    for (std::size_t i = 0; i < scenario.at(load).size(); ++i) {
      const Json& entry = scenario.at(load)[i];
      if (entry.is_object() && entry.contains("Event") && entry["Event"] == event)
        pointers.push_back((root / name / "Load" / i / "Event").to_string());
    }
  }
  return pointers;
}

}  // namespace

Result<bool> renameEvent(Document& document, const QString& from, const QString& to) {
  const auto text = document.text(from);
  if (!text) return text.error();
  if (nameOf(to).contains(QLatin1Char('/')) || exists(document, to))
    return Error{
        "",
        {"test events",
         SAY("test events", "\"%1\" cannot be the name: it is taken or has a slash in it."),
         {nameOf(to).toStdString()}},
        ""};
  const auto loads = loadsOf(document.tree(), from.toStdString());
  document.undoStack().beginMacro(EventFiles::tr("Rename %1").arg(nameOf(from)));
  auto done = document.createFile(to, *text);
  if (done) {
    for (const std::string& pointer : loads)
      document.setValue(pointer, to.toStdString(), EventFiles::tr("Rename %1").arg(nameOf(from)));
    done = document.removeFile(from);
  }
  document.undoStack().endMacro();
  return done;
}

EventFiles::EventFiles(Workbench workbench, QWidget* parent)
    : QWidget(parent),
      m_document(workbench.document),
      m_session(workbench.session),
      m_actions(workbench.actions),
      m_list(new QComboBox(this)),
      m_name(new QLineEdit(this)),
      m_new(new QToolButton(this)),
      m_menu(new QToolButton(this)) {
  setObjectName(QStringLiteral("eventFiles"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(6));
  m_stack = new QStackedLayout;
  m_stack->addWidget(m_list);
  m_stack->addWidget(m_name);
  row->addLayout(m_stack, 1);
  row->addWidget(m_new);
  row->addWidget(m_menu);

  m_list->setObjectName(QStringLiteral("eventList"));
  m_list->setAccessibleName(tr("Test event"));
  m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_list->setMinimumContentsLength(8);
  m_name->setObjectName(QStringLiteral("eventName"));
  m_name->setAccessibleName(tr("New name of the test event"));
  m_name->installEventFilter(this);
  m_menu->setObjectName(QStringLiteral("eventMenu"));
  m_menu->setIcon(theme::icon(QStringLiteral("more")));
  m_menu->setToolTip(tr("Rename, duplicate or delete this test event"));
  m_menu->setAccessibleName(m_menu->toolTip());
  registerActions();

  connect(m_list, &QComboBox::activated, this,
          [this](int index) { m_session.setEvent(m_list->itemData(index).toString()); });
  connect(m_name, &QLineEdit::returnPressed, this, &EventFiles::finishRename);
  connect(&m_document, &Document::projectChanged, this, &EventFiles::fill);
  connect(&m_document, &Document::filesChanged, this, &EventFiles::fill);
  connect(&m_session, &Session::eventChanged, this, &EventFiles::fill);
  fill();
}

void EventFiles::registerActions() {
  const auto add = [this](const char* id, const QString& text, auto run) {
    // The command outlives the page of a document that was closed.
    return m_actions.add(QString::fromLatin1(id), text, {}, [page = QPointer(this), run] {
      if (page) (page->*run)();
    });
  };
  QAction* create = add("event.new", tr("New test event"), &EventFiles::newAsked);
  m_new->setDefaultAction(create);
  m_new->setIcon(theme::icon(QStringLiteral("plus")));
  m_new->setObjectName(QStringLiteral("eventNew"));
  auto* menu = new QMenu(m_menu);
  m_forOne = {add("event.rename", tr("Rename test event"), &EventFiles::startRename),
              add("event.duplicate", tr("Duplicate test event"), &EventFiles::duplicate),
              add("event.delete", tr("Delete test event"), &EventFiles::remove)};
  menu->addActions(m_forOne);
  connect(m_menu, &QToolButton::clicked, this,
          [this, menu] { menu->popup(m_menu->mapToGlobal(m_menu->rect().bottomLeft())); });
}

void EventFiles::fill() {
  m_list->clear();
  for (const std::string& path : m_document.project().testEvents)
    m_list->addItem(nameOf(qs(path)), qs(path));
  m_list->setCurrentIndex(m_list->findData(m_session.event()));
  m_list->setToolTip(m_session.event());
  const bool any = m_list->currentIndex() >= 0;
  m_menu->setEnabled(any);
  for (QAction* action : m_forOne) {
    action->setEnabled(any);
    action->setToolTip(any ? action->text() : tr("There is no test event in front."));
  }
  if (m_stack->currentWidget() == m_name) m_stack->setCurrentWidget(m_list);
}

void EventFiles::create(const QString& name, const QString& text) {
  const QString path = pathOf(freeName(m_document, name));
  if (const auto done = m_document.createFile(path, text); !done) return emit problem(done.error());
  m_session.setEvent(path);
}

void EventFiles::startRename() {
  m_name->setText(nameOf(m_session.event()));
  m_stack->setCurrentWidget(m_name);
  m_name->setFocus();
  m_name->selectAll();
}

void EventFiles::finishRename() {
  const QString from = m_session.event();
  const QString to = pathOf(m_name->text());
  m_stack->setCurrentWidget(m_list);
  if (m_name->text().trimmed().isEmpty() || to == from) return;
  if (const auto done = renameEvent(m_document, from, to); !done) return emit problem(done.error());
  m_session.setEvent(to);
}

void EventFiles::duplicate() {
  const auto text = m_document.text(m_session.event());
  if (!text) return emit problem(text.error());
  create(nameOf(m_session.event()), *text);
}

void EventFiles::remove() {
  const QString path = m_session.event();
  const auto text = m_document.text(path);
  if (!text) return emit problem(text.error());
  if (const auto done = m_document.removeFile(path); !done) return emit problem(done.error());
  emit removed(path, *text);
}

bool EventFiles::eventFilter(QObject* watched, QEvent* happened) {
  if (watched == m_name) {
    const bool escape = happened->type() == QEvent::KeyPress &&
                        static_cast<QKeyEvent*>(happened)->key() == Qt::Key_Escape;
    if (escape || happened->type() == QEvent::FocusOut) m_stack->setCurrentWidget(m_list);
    return escape;
  }
  return QWidget::eventFilter(watched, happened);
}

}  // namespace coldstart::event
