// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/live_workbench.h"

#include <QCoreApplication>
#include <QDir>
#include <QThread>
#include <algorithm>
#include <utility>

#include "app/workbench/attach_session.h"
#include "app/workbench/debug_session.h"
#include "app/workbench/document.h"
#include "app/workbench/on_worker.h"
#include "app/workbench/presses.h"
#include "app/workbench/say.h"
#include "core/live/build.h"

namespace coldstart {
namespace {

/// Whether the file belongs to the function's code, as CodeUri names it.
bool owns(const project::Function& function, const QString& file) {
  const QString folder = QDir::cleanPath(qs(function.codeUri));
  if (folder == QStringLiteral(".") || folder.isEmpty())
    return !file.startsWith(QStringLiteral("events/"));
  return file.startsWith(folder + u'/');
}

}  // namespace

LiveWorkbench::LiveWorkbench(Document& document, QObject* parent)
    : QObject(parent),
      m_document(document),
      m_desk(new LiveDesk),
      m_debug(new DebugSession(document, *m_desk, this)),
      m_attach(new AttachSession(document, *m_desk, this)),
      m_atOnce(usualAtOnce()) {
  m_desk->moveToThread(hostThread());
  connect(m_attach, &AttachSession::wanted, this, &LiveWorkbench::prepareToAttach);
  connect(m_debug, &DebugSession::failed, this, &LiveWorkbench::failed);
  connect(this, &LiveWorkbench::busyChanged, m_debug, [this] {
    if (!busy()) m_debug->endRunTo();
  });
  connect(m_desk, &LiveDesk::shown, this, &LiveWorkbench::take);
  connect(&document, &Document::saved, this, &LiveWorkbench::deployOwners);
  connect(&document, &Document::fileChanged, this, [this](const QString& file) {
    if (!m_document.modified(file)) deployOwners({file});  // Another program wrote it.
  });
}

/// It ends with the program: the kernel ends a child with the thread that started it.
QThread* LiveWorkbench::hostThread() {
  static QThread* thread = nullptr;
  if (thread != nullptr) return thread;
  thread = new QThread;
  thread->setObjectName(QStringLiteral("live"));
  thread->start();
  qAddPostRoutine([] {
    thread->quit();
    thread->wait();
    delete std::exchange(thread, nullptr);
  });
  return thread;
}

LiveWorkbench::~LiveWorkbench() {
  m_desk->deleteLater();  // In its thread, which ends its processes.
}

int LiveWorkbench::usualAtOnce() {
  return std::clamp(2 * QThread::idealThreadCount(), 10, 100);
}

void LiveWorkbench::setTrusted(bool trusted) {
  if (!trusted && m_trusted) stop();
  m_trusted = trusted;
}

bool LiveWorkbench::test(std::size_t function, const QString& event, project::InvocationType type,
                         int count) {
  if (!m_trusted) {
    emit trustAsked();
    return false;
  }
  if (const auto& errors = m_document.errors(); !errors.empty()) {
    emit failed(tr("The project has a problem that has to be solved before it can run. %1")
                    .arg(say(errors.front())));
    return false;
  }
  if (const auto sent = checkEvent(m_document, event); !sent) {
    emit failed(say(sent.error()));
    return false;
  }
  return send(function, event.isEmpty() ? "{}" : m_document.text(event)->toStdString(), type,
              count);
}

bool LiveWorkbench::send(std::size_t function, const std::string& payload,
                         project::InvocationType type, int count) {
  if (!m_trusted) {
    emit trustAsked();
    return false;
  }
  if (function >= m_document.project().functions.size()) return false;
  live::LaunchPlace place;
  place.code = codeOf(function);
  const auto& functions = m_document.project().functions;
  const bool starts = !m_attach->isOpen() || !m_attach->waits(qs(functions[function].id));
  const bool isMade = live::buildMethodOf(functions[function], place.code) ==
                      live::BuildMethod::Makefile;  // What it makes nobody knows.
  const auto plan = live::launchPlan(m_document.project(), functions[function], place);
  if (starts && !plan && !isMade) {  // No interpreter, no bootstrap: nothing would begin.
    emit failed(say(plan.error()));
    return false;
  }
  LiveOrder order = orderFor(function);
  order.type = type;
  order.count = count;
  order.payload = payload;
  m_sent = ++m_command;
  QMetaObject::invokeMethod(
      m_desk, [desk = m_desk, number = m_command, order] { desk->send(number, order); });
  emit busyChanged();
  return true;
}

LiveOrder LiveWorkbench::orderFor(std::size_t function) const {
  LiveOrder order;
  order.project = m_document.project();
  order.folder = m_document.folder();
  order.function = function;
  order.atOnce = static_cast<std::size_t>(std::max(1, m_atOnce));
  order.network = m_network;
  order.fast = m_fast;
  order.attaching = m_attach->wish();
  return order;
}

/// The port is there before the first Test, and again after a Stop.
void LiveWorkbench::prepareToAttach() {
  if (!m_document.errors().empty()) return;
  QMetaObject::invokeMethod(m_desk, [desk = m_desk, order = orderFor(0)] { desk->prepare(order); });
}

QString LiveWorkbench::codeOf(std::size_t function) const {
  return QDir::cleanPath(
      QDir(m_document.folder()).filePath(qs(m_document.project().functions[function].codeUri)));
}

void LiveWorkbench::letTimePass(Duration span) {
  QMetaObject::invokeMethod(m_desk, [desk = m_desk, span] { desk->letTimePass(span); });
}

void LiveWorkbench::stop() {
  QMetaObject::invokeMethod(m_desk, [desk = m_desk, number = ++m_command] { desk->stop(number); });
  if (m_attach->isOpen()) prepareToAttach();
}

void LiveWorkbench::forget() {
  m_forgotten = ++m_command;
  m_sent = 0;
  m_standing = {};
  QMetaObject::invokeMethod(m_desk, [desk = m_desk, number = m_command] { desk->forget(number); });
  emit busyChanged();
}

void LiveWorkbench::take(const LiveDesk::Shown& index, const LiveStanding& standing, quint32 ended,
                         const std::string& sent) {
  if (standing.command < m_forgotten) return;
  const bool was = busy();
  const bool changed = standing != std::exchange(m_standing, standing);
  if (ended != journal::kNone) m_lastSent = sent;
  emit shown(index, ended);
  if (changed || was != busy()) emit busyChanged();
}

void LiveWorkbench::deployOwners(const QStringList& files) {
  const auto& functions = m_document.project().functions;
  for (std::size_t i = 0; i < functions.size(); ++i) {
    const bool own = std::any_of(files.begin(), files.end(),
                                 [&](const QString& file) { return owns(functions[i], file); });
    if (!own) continue;
    QMetaObject::invokeMethod(m_desk, [desk = m_desk, id = functions[i].id] { desk->deploy(id); });
  }
}

bool LiveWorkbench::hasUnsavedCode(std::size_t function) const {
  const QStringList files = m_document.filesOf(function);
  return std::any_of(files.begin(), files.end(),
                     [this](const QString& file) { return m_document.modified(file); });
}

void LiveWorkbench::setNetwork(live::Network network, std::size_t function) {
  if (std::exchange(m_network, network) != network && m_walls) lookAround(function);
}

void LiveWorkbench::setFast(bool fast) {
  if (std::exchange(m_fast, fast) != fast) emit surroundingsChanged();
}

void LiveWorkbench::lookAround(std::size_t function) {
  const auto& functions = m_document.project().functions;
  if (function >= functions.size()) return;
  onWorker(
      this,
      [asked = functions[function], network = m_network] {
        return std::pair(live::availableWalls(network), live::otherInterpreter(asked));
      },
      [this](const auto& found) {
        m_walls = found.first;
        m_interpreter = found.second ? say(*found.second) : QString();
        emit surroundingsChanged();
      });
}

}  // namespace coldstart
