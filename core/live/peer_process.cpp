// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/peer_process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QList>

#include <unistd.h>

#include "core/live/environment_process.h"

namespace coldstart::live {
namespace {

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray ofProcess(std::int64_t pid, const char* file) {
  return contents(QStringLiteral("/proc/%1/").arg(pid) + QLatin1String(file));
}

/// "comm", the state and what else stands in /proc/PID/stat.
struct Standing {
  QByteArray program;
  char state = '?';
  std::int64_t parent = 0;
};

Standing standingOf(std::int64_t pid) {
  const QByteArray stat = ofProcess(pid, "stat");
  const qsizetype open = stat.indexOf('(');
  const qsizetype close = stat.lastIndexOf(')');  // A name may hold one.
  if (open < 0 || close < open) return {};
  const QList<QByteArray> rest = stat.mid(close + 2).split(' ');
  if (rest.size() < 2 || rest[0].isEmpty()) return {};
  return {stat.mid(open + 1, close - open - 1), rest[0][0], rest[1].toLongLong()};
}

struct SocketRow {
  bool found = false;
  uid_t user = 0;
  QByteArray inode;
};

/// Their end of the connection. A client's socket may be one of IPv6 that reached 127.0.0.1.
SocketRow rowOf(std::uint16_t theirs, std::uint16_t ours) {
  const QByteArray local = "0100007F:" + QByteArray::number(theirs, 16).rightJustified(4, '0');
  const QByteArray remote = "0100007F:" + QByteArray::number(ours, 16).rightJustified(4, '0');
  for (const char* file : {"/proc/net/tcp", "/proc/net/tcp6"}) {
    for (const QByteArray& line : contents(QLatin1String(file)).split('\n')) {
      const QList<QByteArray> parts = line.simplified().split(' ');
      if (parts.size() < 10) continue;
      const bool same = parts[1].toLower().endsWith(local.toLower()) &&
                        parts[2].toLower().endsWith(remote.toLower());
      if (same) return {true, parts[7].toUInt(), parts[9]};
    }
  }
  return {};
}

bool holdsSocket(const QString& pid, const QString& link) {
  const QDir folder(QStringLiteral("/proc/%1/fd").arg(pid));
  for (const QString& fd : folder.entryList(QDir::Files | QDir::System | QDir::Hidden)) {
    std::array<char, 64> target{};
    const ssize_t size =
        ::readlink(qPrintable(folder.filePath(fd)), target.data(), target.size() - 1);
    if (size > 0 && link == QLatin1String(target.data())) return true;
  }
  return false;
}

std::int64_t holderOf(const QByteArray& inode) {
  const QString link = QStringLiteral("socket:[%1]").arg(QString::fromLatin1(inode));
  QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs, QDir::NoSort);
  std::reverse(processes.begin(), processes.end());  // The youngest are at the end, often.
  for (const QString& pid : processes) {
    if (pid[0].isDigit() && pid.toLongLong() != getpid() && holdsSocket(pid, link)) {
      return pid.toLongLong();
    }
  }
  return 0;
}

/// The script that called a tool: its parent, or the one that this is a subshell of.
std::int64_t scriptAround(std::int64_t tool) {
  std::int64_t script = standingOf(tool).parent;
  const QByteArray line = ofProcess(script, "cmdline");
  while (true) {
    const std::int64_t above = standingOf(script).parent;
    if (above <= 1 || ofProcess(above, "cmdline") != line) return script;
    script = above;
  }
}

}  // namespace

PeerProcess peerProcess(std::uint16_t theirs, std::uint16_t ours) {
  const SocketRow row = rowOf(theirs, ours);
  if (!row.found || row.user != geteuid()) return {};
  PeerProcess peer{true, holderOf(row.inode), {}};
  if (peer.pid == 0) return peer;
  QByteArray program = standingOf(peer.pid).program;
  if (program == "curl" || program == "wget") {
    peer.pid = scriptAround(peer.pid);
    program = standingOf(peer.pid).program;
  }
  peer.program = program.toStdString();
  return peer;
}

bool isStopped(std::int64_t pid) {
  const char state = standingOf(pid).state;
  return state == 't' || state == 'T';
}

Memory residentMemory(std::int64_t pid) {
  std::int64_t pages = 0;
  for (const std::int64_t each : processTree(pid)) {
    const QList<QByteArray> parts = ofProcess(each, "statm").split(' ');
    if (parts.size() > 1) pages += parts[1].toLongLong();
  }
  constexpr std::int64_t kMb = 1024 * 1024;
  return Memory{static_cast<std::int32_t>((pages * sysconf(_SC_PAGESIZE) + kMb - 1) / kMb)};
}

}  // namespace coldstart::live
