// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/environment_process.h"

#include <QDir>
#include <QFile>
#include <QSocketNotifier>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <ctime>
#include <string_view>

#include <dirent.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/live/child_stack.h"
#include "core/live/own_space.h"

namespace coldstart::live {
namespace {

void limit(__rlimit_resource_t what, rlim_t value) {
  const rlimit both{value, value};
  setrlimit(what, &both);
}

/// A hundred environments take more files than a program may open unless it asks.
bool allowManyFiles() {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return false;
  files.rlim_cur = files.rlim_max;
  return setrlimit(RLIMIT_NOFILE, &files) == 0;
}

/// What /proc says in this file, as far as one read gives it. It is asked many times a second.
std::string_view contents(const std::string& path, std::array<char, 4'096>& buffer) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return {};
  const ssize_t size = ::read(fd, buffer.data(), buffer.size());
  ::close(fd);
  return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

/// The numbers in a text, whatever stands between them.
std::vector<std::int64_t> numbersIn(std::string_view text) {
  std::vector<std::int64_t> numbers;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end; ++at) {
    std::int64_t number = 0;
    const auto [after, error] = std::from_chars(at, end, number);
    if (error == std::errc()) {
      numbers.push_back(number);
      at = after;
    }
  }
  return numbers;
}

/// The children of a process: every thread of it knows those it started.
void addChildren(std::int64_t pid, std::vector<std::int64_t>& tree) {
  const std::string tasks = "/proc/" + std::to_string(pid) + "/task";
  DIR* const folder = ::opendir(tasks.c_str());
  if (folder == nullptr) return;
  std::array<char, 4'096> buffer{};
  while (const dirent* entry = ::readdir(folder)) {
    if (entry->d_name[0] == '.') continue;
    const auto children = numbersIn(contents(tasks + "/" + entry->d_name + "/children", buffer));
    tree.insert(tree.end(), children.begin(), children.end());
  }
  ::closedir(folder);
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

/// The second number of /proc/PID/statm. The file stays open: it is read after every invocation.
std::int64_t residentPages(int statm) {
  std::array<char, 128> buffer{};
  const ssize_t size = ::pread(statm, buffer.data(), buffer.size(), 0);
  if (size <= 0) return 0;
  const auto numbers = numbersIn({buffer.data(), static_cast<std::size_t>(size)});
  return numbers.size() > 1 ? numbers[1] : 0;
}

/// `write`: where it prints; `handover`: where it tells of its space.
void prepare(QProcess& process, const ProcessPlan& plan, int write, int handover) {
  prepareChildStack();
  const auto begin = [plan, write, handover] {
    if (plan.space && !plan.space->enter(plan.listenInside, handover)) _exit(126);
    // Its own session: it has no terminal, and one signal reaches the whole group.
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    fcntl(write, F_SETFL, 0);  // What prints waits for us instead of losing lines.
    dup2(write, STDOUT_FILENO);
    dup2(write, STDERR_FILENO);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, static_cast<rlim_t>(plan.openFiles));
    // Where /tmp as a whole has that size, it is full before.
    const bool isFull = plan.space && plan.space->hasStorage();
    limit(RLIMIT_FSIZE, static_cast<rlim_t>(plan.largestFile) * (isFull ? 2 : 1));
  };
  process.setChildProcessModifier([begin] { onChildStack(begin); });
  process.setProgram(plan.program);
  process.setArguments(plan.arguments);
  QProcessEnvironment environment;
  for (const QString& entry : plan.environment) {
    const qsizetype equals = entry.indexOf(u'=');
    environment.insert(entry.left(equals), entry.mid(equals + 1));
  }
  process.setProcessEnvironment(environment);
  process.setWorkingDirectory(plan.folder);
  process.setStandardInputFile(QProcess::nullDevice());
  process.setStandardOutputFile(QProcess::nullDevice());
  process.setStandardErrorFile(QProcess::nullDevice());
}

}  // namespace

std::vector<std::int64_t> processTree(std::int64_t root) {
  std::vector<std::int64_t> tree{root};
  for (std::size_t i = 0; i < tree.size(); ++i) addChildren(tree[i], tree);
  return tree;
}

EnvironmentProcess::EnvironmentProcess(QObject* parent) : QObject(parent) {
  m_rest.setSingleShot(true);
  m_rest.setTimerType(Qt::PreciseTimer);
  connect(&m_rest, &QTimer::timeout, this, &EnvironmentProcess::stopAll);
}

EnvironmentProcess::~EnvironmentProcess() {
  if (m_process) disconnect(m_process.get(), nullptr, this, nullptr);
  kill();
  if (m_process) m_process->waitForFinished(2'000);
  if (m_listener >= 0) ::close(m_listener);
  closeStreams();
  forgetMembers();
}

bool EnvironmentProcess::start(const ProcessPlan& plan) {
  static const bool raised = allowManyFiles();
  Q_UNUSED(raised);
  closeStreams();
  forgetMembers();
  m_rest.stop();
  m_process = std::make_unique<QProcess>();
  m_peak = {};
  m_frozen = m_held = false;
  m_marker = plan.marker.toUtf8();
  m_wrappers = static_cast<std::size_t>(plan.wrappers);
  std::array<int, 2> pipe{};
  if (pipe2(pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    m_error = QStringLiteral("No pipe could be opened: the program has too many files open.");
    return false;
  }
  m_space = plan.space;
  std::array<int, 2> handover{-1, -1};
  if (m_space && ::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, handover.data()) != 0) {
    handover = {-1, -1};
  }
  m_out.fd = pipe[0];
  const int write = pipe[1];
  prepare(*m_process, plan, write, handover[1]);
  connect(m_process.get(), &QProcess::finished, this, &EnvironmentProcess::finished);
  m_process->start();
  const bool started = m_process->waitForStarted();
  ::close(write);
  if (m_space) ::close(handover[1]);
  const bool entered = !m_space || enterSpace(handover[0]);
  if (!started) {
    m_error = m_process->errorString();
    disconnect(m_process.get(), nullptr, this, nullptr);
    return false;
  }
  m_pid = m_process->processId();
  if (!entered) {
    m_error = QStringLiteral(
        "This machine does not allow a process a network of its own. Allow handlers the network, "
        "in Settings or with --network, to run them in a sandbox that has one.");
    disconnect(m_process.get(), nullptr, this, nullptr);
    kill();
    return false;
  }
  m_out.notifier = std::make_unique<QSocketNotifier>(m_out.fd, QSocketNotifier::Read);
  connect(m_out.notifier.get(), &QSocketNotifier::activated, this, [this] { read(m_out); });
  m_admitted.fd = m_space ? m_space->admit(m_pid) : -1;
  if (m_admitted.fd >= 0) {
    m_admitted.notifier = std::make_unique<QSocketNotifier>(m_admitted.fd, QSocketNotifier::Read);
    connect(m_admitted.notifier.get(), &QSocketNotifier::activated, this,
            &EnvironmentProcess::admitted);
  }
  return true;
}

bool EnvironmentProcess::enterSpace(int handover) {
  const bool entered = m_space->take(handover, m_listener);
  ::close(handover);
  return entered;
}

void EnvironmentProcess::admitted() {
  m_admitted.notifier->setEnabled(false);
  m_admitted.notifier.release()->deleteLater();  // It is on the stack.
  m_admitted.close();
  beCounted(m_pid, {});
}

/// Until nobody new is met: those who were counted before they forked have counted children. To
/// stop the group meanwhile is no way out: whoever is being forked then may never go on. Where
/// there is no end of them, the host's thread has other things to do in between.
void EnvironmentProcess::beCounted(qint64 pid, std::set<std::int64_t> counted) {
  constexpr int kRounds = 3;
  constexpr int kAgainMs = 10;
  if (m_pid <= 0 || pid != m_pid) return;
  for (int i = 0; i < kRounds; ++i) {
    auto tree = processTree(m_pid);
    std::erase_if(tree, [&counted](std::int64_t each) { return !counted.insert(each).second; });
    if (tree.empty()) return;
    m_space->count(tree);
  }
  QTimer::singleShot(kAgainMs, this,
                     [this, pid, counted = std::move(counted)] { beCounted(pid, counted); });
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

void EnvironmentProcess::Stream::close() {
  notifier.reset();
  if (fd >= 0) ::close(fd);
  fd = -1;
  partial.clear();
}

void EnvironmentProcess::closeStreams() {
  m_out.close();
  m_admitted.close();
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

bool EnvironmentProcess::isRunning() const {
  if (m_pid <= 0) return false;
  siginfo_t info{};
  // Whoever has ended is only looked at: QProcess fetches its status.
  const int asked = ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT);
  return asked == 0 && info.si_pid == 0;
}

void EnvironmentProcess::freeze() {
  if (m_frozen || m_pid <= 0) return;
  m_rest.start(m_restMs);
}

/// The group at once, so that nobody starts another meanwhile; then those that left it.
void EnvironmentProcess::stopAll() {
  if (m_frozen || m_pid <= 0) return;
  m_frozen = true;
  m_stopped.start();
  m_held = false;
  ::kill(static_cast<pid_t>(-m_pid), SIGSTOP);
  findMembers();
  for (const Member& member : m_members) ::kill(static_cast<pid_t>(member.pid), SIGSTOP);
}

/// The group, and those of its members that have left it.
void EnvironmentProcess::signalAll(int signal) {
  ::kill(static_cast<pid_t>(-m_pid), signal);
  for (const Member& member : m_members) {
    if (::getpgid(static_cast<pid_t>(member.pid)) != m_pid) {
      ::kill(static_cast<pid_t>(member.pid), signal);
    }
  }
}

void EnvironmentProcess::hold() {
  if (m_frozen || m_pid <= 0 || std::exchange(m_held, true)) return;
  signalAll(SIGSTOP);
}

void EnvironmentProcess::goOn() {
  if (std::exchange(m_held, false) && m_pid > 0) signalAll(SIGCONT);
}

Duration EnvironmentProcess::processorTime() {
  if (m_pid > 0 && m_members.empty()) findMembers();
  Duration sum;
  for (const Member& member : m_members) {
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(static_cast<pid_t>(member.pid), &clock) == 0 &&
        ::clock_gettime(clock, &time) == 0) {
      sum += Duration{time.tv_sec * 1'000'000 + time.tv_nsec / 1'000};
    }
  }
  return sum;
}

void EnvironmentProcess::thaw() {
  m_rest.stop();
  goOn();
  if (!std::exchange(m_frozen, false) || m_pid <= 0) return;
  m_restMs = m_stopped.elapsed() < kBusyRestMs ? kBusyRestMs : kRestMs;
  signalAll(SIGCONT);
}

void EnvironmentProcess::terminate() {
  if (m_pid <= 0) return;
  const auto tree = processTree(m_pid);
  for (std::size_t i = m_wrappers; i < tree.size(); ++i)
    ::kill(static_cast<pid_t>(tree[i]), SIGTERM);
}

void EnvironmentProcess::kill() {
  if (m_pid <= 0) return;
  const auto tree = processTree(m_pid);
  ::kill(static_cast<pid_t>(-m_pid), SIGKILL);
  for (const std::int64_t pid : tree) ::kill(static_cast<pid_t>(pid), SIGKILL);
}

void EnvironmentProcess::forgetMembers() {
  for (const Member& member : m_members) ::close(member.statm);
  m_members.clear();
}

void EnvironmentProcess::findMembers() {
  auto tree = processTree(m_pid);
  // What belongs to the sandbox is not the environment's.
  tree.erase(tree.begin(),
             tree.begin() + static_cast<std::ptrdiff_t>(std::min(m_wrappers, tree.size() - 1)));
  const bool same = std::equal(tree.begin(), tree.end(), m_members.begin(), m_members.end(),
                               [](std::int64_t pid, const Member& m) { return pid == m.pid; });
  if (same) return;
  forgetMembers();
  for (const std::int64_t pid : tree) {
    const std::string path = "/proc/" + std::to_string(pid) + "/statm";
    const int statm = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (statm >= 0) m_members.push_back({pid, statm});
  }
}

Memory EnvironmentProcess::measure() {
  if (m_pid <= 0) return {};
  findMembers();
  return memoryNow();
}

Memory EnvironmentProcess::memoryNow() {
  if (m_pid <= 0) return {};
  if (m_members.empty()) findMembers();
  std::int64_t pages = 0;
  for (const Member& member : m_members) pages += residentPages(member.statm);
  const std::int64_t bytes = pages * sysconf(_SC_PAGESIZE);
  const Memory now{static_cast<std::int32_t>((bytes + 1024 * 1024 - 1) / (1024 * 1024))};
  if (now.mb > m_peak.mb) m_peak = now;
  return now;
}

}  // namespace coldstart::live
