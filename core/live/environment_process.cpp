// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/environment_process.h"

#include <QDir>
#include <QFile>
#include <QSocketNotifier>
#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace coldstart::live {
namespace {

void limit(__rlimit_resource_t what, rlim_t value) {
  const rlimit both{value, value};
  setrlimit(what, &both);
}

/// The children of a process: every thread of it knows those it started.
void addChildren(std::int64_t pid, std::vector<std::int64_t>& tree) {
  const QString tasks = QStringLiteral("/proc/%1/task").arg(pid);
  const QStringList threads = QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
  for (const QString& thread : threads) {
    QFile file(tasks + u'/' + thread + QStringLiteral("/children"));
    if (!file.open(QIODevice::ReadOnly)) continue;
    const QList<QByteArray> children = file.readAll().split(' ');
    for (const QByteArray& child : children) {
      if (!child.isEmpty()) tree.push_back(child.toLongLong());
    }
  }
}

/// Processes that left the tree by forking twice: they still carry the environment's own address.
std::vector<std::int64_t> strays(const QByteArray& marker) {
  std::vector<std::int64_t> found;
  const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
  for (const QString& entry : entries) {
    bool isNumber = false;
    const std::int64_t pid = entry.toLongLong(&isNumber);
    if (!isNumber || pid == getpid()) continue;
    QFile file(QStringLiteral("/proc/%1/environ").arg(pid));
    if (file.open(QIODevice::ReadOnly) && file.readAll().split('\0').contains(marker)) {
      found.push_back(pid);
    }
  }
  return found;
}

std::int64_t residentPages(std::int64_t pid) {
  QFile file(QStringLiteral("/proc/%1/statm").arg(pid));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  const QList<QByteArray> fields = file.readAll().split(' ');
  return fields.size() > 1 ? fields[1].toLongLong() : 0;
}

}  // namespace

std::vector<std::int64_t> processTree(std::int64_t root) {
  std::vector<std::int64_t> tree{root};
  for (std::size_t i = 0; i < tree.size(); ++i) addChildren(tree[i], tree);
  return tree;
}

EnvironmentProcess::EnvironmentProcess(QObject* parent) : QObject(parent) {}

EnvironmentProcess::~EnvironmentProcess() {
  if (m_process) disconnect(m_process.get(), nullptr, this, nullptr);
  kill();
  if (m_process) m_process->waitForFinished(2'000);
  closeStreams();
}

bool EnvironmentProcess::start(const ProcessPlan& plan) {
  closeStreams();
  m_process = std::make_unique<QProcess>();
  m_peak = {};
  m_frozen = false;
  m_marker = plan.marker.toUtf8();
  std::array<int, 2> pipe{};
  if (pipe2(pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    m_error = QStringLiteral("No pipe could be opened: the program has too many files open.");
    return false;
  }
  m_out.fd = pipe[0];
  const int write = pipe[1];
  const ProcessPlan copy = plan;
  m_process->setChildProcessModifier([copy, write] {
    // Its own session: it has no terminal, and one signal reaches the whole group.
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    fcntl(write, F_SETFL, 0);  // What prints waits for us instead of losing lines.
    dup2(write, STDOUT_FILENO);
    dup2(write, STDERR_FILENO);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, static_cast<rlim_t>(copy.openFiles));
    limit(RLIMIT_FSIZE, static_cast<rlim_t>(copy.largestFile));
  });
  m_process->setProgram(plan.program);
  m_process->setArguments(plan.arguments);
  QProcessEnvironment environment;
  for (const QString& entry : plan.environment) {
    const qsizetype equals = entry.indexOf(u'=');
    environment.insert(entry.left(equals), entry.mid(equals + 1));
  }
  m_process->setProcessEnvironment(environment);
  m_process->setWorkingDirectory(plan.folder);
  m_process->setStandardInputFile(QProcess::nullDevice());
  m_process->setStandardOutputFile(QProcess::nullDevice());
  m_process->setStandardErrorFile(QProcess::nullDevice());
  connect(m_process.get(), &QProcess::finished, this, &EnvironmentProcess::finished);
  m_process->start();
  const bool started = m_process->waitForStarted();
  ::close(write);
  if (!started) {
    m_error = m_process->errorString();
    disconnect(m_process.get(), nullptr, this, nullptr);
    return false;
  }
  m_pid = m_process->processId();
  m_out.notifier = std::make_unique<QSocketNotifier>(m_out.fd, QSocketNotifier::Read);
  connect(m_out.notifier.get(), &QSocketNotifier::activated, this, [this] { read(m_out); });
  return true;
}

/// One portion, so that a process that never stops printing does not keep the thread busy; false
/// when there is nothing more for now.
bool EnvironmentProcess::read(Stream& stream) {
  std::array<char, 65'536> buffer{};
  const ssize_t size = ::read(stream.fd, buffer.data(), buffer.size());
  if (size <= 0) {
    if (size == 0 || (errno != EAGAIN && errno != EINTR)) {
      if (stream.notifier) stream.notifier->setEnabled(false);
    }
    return false;
  }
  std::string_view bytes(buffer.data(), static_cast<std::size_t>(size));
  const auto room = static_cast<std::size_t>(std::max<std::int64_t>(0, kOutputLimit - m_kept));
  if (bytes.size() > room) {
    m_dropped += static_cast<std::int64_t>(bytes.size() - room);
    bytes = bytes.substr(0, room);
  }
  m_kept += static_cast<std::int64_t>(bytes.size());
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    stream.partial += bytes.substr(0, end);
    if (end == std::string_view::npos) break;
    emit printed(std::exchange(stream.partial, {}));
    bytes.remove_prefix(end + 1);
  }
  return true;
}

void EnvironmentProcess::drainOutput() {
  if (m_out.fd < 0) return;
  // At most what a pipe holds: more has come since, and belongs to later.
  for (int portions = 0; portions < 16 && read(m_out); ++portions) {
  }
  if (!m_out.partial.empty()) emit printed(std::exchange(m_out.partial, {}));
  if (m_dropped > 0) {
    emit printed("[Coldstart left out " + std::to_string(m_dropped) +
                 " bytes: it keeps 1 MiB of output for each invocation.]");
    m_dropped = 0;
  }
}

void EnvironmentProcess::closeStreams() {
  m_out.notifier.reset();
  if (m_out.fd >= 0) ::close(m_out.fd);
  m_out.fd = -1;
  m_out.partial.clear();
}

void EnvironmentProcess::finished(int code, QProcess::ExitStatus how) {
  drainOutput();
  // What it started goes with it.
  if (m_pid > 0) ::kill(static_cast<pid_t>(-m_pid), SIGKILL);
  for (const std::int64_t pid : strays(m_marker)) ::kill(static_cast<pid_t>(pid), SIGKILL);
  m_pid = 0;
  const bool crashed = how == QProcess::CrashExit;
  emit ended(crashed ? 0 : code, crashed ? std::max(1, code) : 0);
}

void EnvironmentProcess::signalAll(int signal) const {
  if (m_pid <= 0) return;
  for (const std::int64_t pid : processTree(m_pid)) ::kill(static_cast<pid_t>(pid), signal);
}

bool EnvironmentProcess::isRunning() const {
  if (m_pid <= 0) return false;
  QFile file(QStringLiteral("/proc/%1/stat").arg(m_pid));
  if (!file.open(QIODevice::ReadOnly)) return false;
  const QByteArray text = file.readAll();
  return text.mid(text.lastIndexOf(')') + 2, 1) != "Z";
}

void EnvironmentProcess::freeze() {
  if (m_frozen || m_pid <= 0) return;
  signalAll(SIGSTOP);
  m_frozen = true;
}

void EnvironmentProcess::thaw() {
  if (!m_frozen) return;
  signalAll(SIGCONT);
  m_frozen = false;
}

void EnvironmentProcess::kill() {
  if (m_pid <= 0) return;
  const auto tree = processTree(m_pid);
  ::kill(static_cast<pid_t>(-m_pid), SIGKILL);
  for (const std::int64_t pid : tree) ::kill(static_cast<pid_t>(pid), SIGKILL);
}

Memory EnvironmentProcess::memoryNow() {
  if (m_pid <= 0) return {};
  std::int64_t pages = 0;
  for (const std::int64_t pid : processTree(m_pid)) pages += residentPages(pid);
  const std::int64_t bytes = pages * sysconf(_SC_PAGESIZE);
  const Memory now{static_cast<std::int32_t>((bytes + 1024 * 1024 - 1) / (1024 * 1024))};
  if (now.mb > m_peak.mb) m_peak = now;
  return now;
}

}  // namespace coldstart::live
