// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/launch.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <algorithm>

#include <unistd.h>

#include "core/live/java_launch.h"
#include "core/project/quota.h"

namespace coldstart::live {
namespace {

constexpr int kWrappers = 2;  // bubblewrap's own processes around a program.

// Where Debian puts interpreters. PATH is not asked: what stands in a home folder is not seen from
// inside the walls.
const QStringList kPlaces{QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin")};

QString installed(const QStringList& names) {
  for (const QString& name : names) {
    QString found = QStandardPaths::findExecutable(name, kPlaces);
    if (!found.isEmpty()) return found;
  }
  return {};
}

Error notInstalled(const std::string& runtime, const char* interpreter, const char* package) {
  return {"",
          {"live",
           SAY("live",
               "%1 needs %2, which is not installed here. Install Debian's package %3; until then "
               "the function can be simulated."),
           {runtime, interpreter, package}},
          ""};
}

struct Command {
  QString program;
  QStringList arguments;
};

/// `task` and `runtime` are the folders as the process sees them.
Result<Command> commandOf(const project::Function& function, const LaunchPlace& place,
                          const QString& task, const QString& runtime) {
  const std::string& name = function.runtime;
  if (name.starts_with("python")) {
    const QString python = pythonFor(function);
    if (python.isEmpty()) return notInstalled(name, "Python 3", "python3");
    QStringList arguments{QStringLiteral("-u"), QStringLiteral("-S"),
                          runtime + QStringLiteral("/python/start.py")};
    // On Lambda nothing can be written beside the code; without a sandbox it could.
    if (!isSandbox(place.walls)) arguments.prepend(QStringLiteral("-B"));
    return Command{python, arguments};
  }
  if (name.starts_with("nodejs")) {
    const QString node = installed({QStringLiteral("node"), QStringLiteral("nodejs")});
    if (node.isEmpty()) return notInstalled(name, "Node.js", "nodejs");
    // A process that may use more than the function has is told so before it is killed for it.
    const int heap = std::max(64, function.memory.mb);
    return Command{node,
                   {QStringLiteral("--max-old-space-size=%1").arg(heap),
                    runtime + QStringLiteral("/node/bootstrap.mjs")}};
  }
  if (name.starts_with("ruby")) {
    const QString ruby = installed({QString::fromStdString(name), QStringLiteral("ruby")});
    if (ruby.isEmpty()) return notInstalled(name, "Ruby", "ruby");
    return Command{ruby, {runtime + QStringLiteral("/ruby/bootstrap.rb")}};
  }
  if (name.starts_with("java")) {
    const bool isOutside = !isSandbox(place.walls) && !place.opt.isEmpty();
    auto words = javaCommand(function, runtime, isOutside ? place.opt : QStringLiteral("/opt"));
    if (!words) return words.error();
    const QString program = words->takeFirst();
    return Command{program, *words};
  }
  if (name.starts_with("provided")) {
    QFileInfo bootstrap(place.code + QStringLiteral("/bootstrap"));
    QString seen = task;
    if (!bootstrap.exists() && !place.opt.isEmpty()) {  // A layer may bring it.
      bootstrap.setFile(place.opt + QStringLiteral("/bootstrap"));
      seen = place.walls == Walls::Sandbox ? QStringLiteral("/opt") : place.opt;
    }
    if (!bootstrap.exists()) {
      return Error{"Runtime.InvalidEntrypoint",
                   {"live",
                    SAY("live",
                        "The code folder of %1 has no file \"bootstrap\". A custom runtime is an "
                        "executable of that name."),
                    {function.id}},
                   ""};
    }
    if (!bootstrap.isExecutable()) {
      return Error{
          "Runtime.InvalidEntrypoint",
          {"live",
           SAY("live", "The file \"bootstrap\" of %1 is not executable. Allow it with chmod +x."),
           {function.id}},
          ""};
    }
    return Command{seen + QStringLiteral("/bootstrap"), {}};
  }
  return Error{"",
               {"live",
                SAY("live",
                    "Handlers of the runtime %1 cannot be run here; Python, Node.js, Ruby, Java "
                    "and custom runtimes can. The function can still be simulated."),
                {name}},
               ""};
}

/// AWS_LAMBDA_EXEC_WRAPPER is started with the command as its arguments, except for custom
/// runtimes. (runtimes-modify) A shell starts it: one that is missing ends with status 127.
void wrap(Command& command, const project::Function& function, const LaunchPlace& place) {
  const auto wrapper = function.environment.find("AWS_LAMBDA_EXEC_WRAPPER");
  if (wrapper == function.environment.end() || function.runtime.starts_with("provided")) return;
  QString path = QString::fromStdString(wrapper->second);
  if (path.isEmpty()) return;
  if (!isSandbox(place.walls)) {  // Lambda's folders stand elsewhere then.
    if (path.startsWith(QStringLiteral("/var/task/"))) path = place.code + path.mid(9);
    if (path.startsWith(QStringLiteral("/opt/")) && !place.opt.isEmpty())
      path = place.opt + path.mid(4);
  }
  command.arguments = QStringList{QStringLiteral("-c"), QStringLiteral("exec \"$@\""),
                                  QStringLiteral("sh"), path, command.program}
                      << command.arguments;
  command.program = QStringLiteral("/bin/sh");
}

QString version(const project::Function& function) {
  return function.alias.empty() ? QStringLiteral("$LATEST") : QStringLiteral("1");
}

void setIn(QStringList& list, const char* name, const QString& value) {
  list << QLatin1String(name) + u'=' + value;
}

/// What the function's own variables may override: where programs, libraries and modules are found.
/// (configuration-envvars, packaging-layers)
QStringList searchPaths(const project::Function& function, const LaunchPlace& place,
                        const QString& task, const QString& runtime) {
  QStringList list;
  const bool walled = isSandbox(place.walls);
  const QString opt = walled || place.opt.isEmpty() ? QStringLiteral("/opt") : place.opt;
  const QString name = QString::fromStdString(function.runtime);
  setIn(list, "PATH", QStringLiteral("/usr/local/bin:/usr/bin:/bin:%1/bin").arg(opt));
  setIn(list, "LD_LIBRARY_PATH", QStringLiteral("%1:%1/lib:%2/lib").arg(task, opt));
  if (name.startsWith(QStringLiteral("python"))) {
    QString path = runtime;
    if (!walled) path += QStringLiteral(":%1/python:%1/python/lib/%2/site-packages").arg(opt, name);
    setIn(list, "PYTHONPATH", path);
  }
  if (name.startsWith(QStringLiteral("nodejs"))) {
    const QString own =
        name.left(name.indexOf(u'.')).replace(QStringLiteral("nodejs"), QStringLiteral("node"));
    setIn(list, "NODE_PATH",
          QStringLiteral("%1/nodejs/%2/node_modules:%1/nodejs/node_modules:%3/node_modules:%3:%4")
              .arg(opt, own, runtime, task));
  }
  if (name.startsWith(QStringLiteral("ruby"))) {
    setIn(list, "RUBYLIB", QStringLiteral("%1:%2/ruby/lib").arg(task, opt));
  }
  return list;
}

/// The names that begin like this are the runtime's own, but for a few. (RIE: env/customer.go)
bool isDropped(std::string_view name) {
  return name.starts_with('_') && name != "_AWS_XRAY_DAEMON_ADDRESS" &&
         name != "_AWS_XRAY_DAEMON_PORT" && name != "_LAMBDA_TELEMETRY_LOG_FD";
}

bool restoresSnapshots(const project::Function& function) {
  return function.snapStart && !function.alias.empty() && !function.provisioned;
}

/// What a handler finds in its environment: nothing of the host's. (configuration-envvars)
QStringList variables(const project::Project& project, const project::Function& function,
                      const LaunchPlace& place, const QString& task, const QString& runtime) {
  QStringList list = searchPaths(function, place, task, runtime);
  const auto set = [&list](const char* name, const QString& value) { setIn(list, name, value); };
  const auto text = [](const std::string& value) { return QString::fromStdString(value); };
  set("LANG", QStringLiteral("en_US.UTF-8"));
  set("LC_CTYPE", QStringLiteral("C.UTF-8"));
  set("TZ", QStringLiteral(":UTC"));
  set("HOME", QStringLiteral("/tmp"));
  if (place.walls == Walls::Limits) {
    set("HOME", place.tmp);
    set("TMPDIR", place.tmp);
  }
  for (const auto& [name, value] : function.environment) {
    if (!isDropped(name)) list << text(name) + u'=' + text(value);
  }
  set("_HANDLER", text(function.handler));
  set("AWS_REGION", text(project.region));
  set("AWS_DEFAULT_REGION", text(project.region));
  if (!function.runtime.starts_with("provided")) {
    set("AWS_EXECUTION_ENV", QStringLiteral("AWS_Lambda_") + text(function.runtime));
  }
  set("AWS_LAMBDA_FUNCTION_NAME", text(function.name));
  set("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", QString::number(function.memory.mb));
  set("AWS_LAMBDA_FUNCTION_VERSION", version(function));
  QString initialization = QStringLiteral("on-demand");
  if (function.provisioned) initialization = QStringLiteral("provisioned-concurrency");
  if (restoresSnapshots(function)) initialization = QStringLiteral("snap-start");
  set("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
  set("AWS_LAMBDA_LOG_GROUP_NAME", function.logGroup.empty()
                                       ? QStringLiteral("/aws/lambda/") + text(function.name)
                                       : text(function.logGroup));
  set("AWS_LAMBDA_LOG_STREAM_NAME", place.logStream);
  // Keys of nobody: a client that signs with them reaches no account.
  set("AWS_ACCESS_KEY_ID", QStringLiteral("ASIACOLDSTARTEXAMPLE"));
  set("AWS_SECRET_ACCESS_KEY", QStringLiteral("coldstart-has-no-account"));
  set("AWS_SESSION_TOKEN", QStringLiteral("coldstart-has-no-account"));
  set("AWS_LAMBDA_RUNTIME_API", place.address);
  set("LAMBDA_TASK_ROOT", task);
  set("LAMBDA_RUNTIME_DIR", runtime);
  if (function.logFormat == project::LogFormat::Json) {
    static constexpr const char* kLevels[] = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
    set("AWS_LAMBDA_LOG_FORMAT", QStringLiteral("JSON"));
    set("AWS_LAMBDA_LOG_LEVEL",
        QLatin1String(kLevels[static_cast<int>(function.applicationLogLevel)]));
  }
  return list;
}

/// bubblewrap's arguments: the machine's programs to read, the code at /var/task, a /tmp to write.
/// Each mount lengthens a cold start, so only what the runtime can use is there.
QStringList wallArguments(const project::Function& function, const LaunchPlace& place) {
  QStringList list;
  const auto bind = [&list](const char* how, const QString& from, const QString& to) {
    list << QLatin1String(how) << from << to;
  };
  for (const char* folder : {"/bin", "/lib", "/lib64"}) {
    const QString seen = QLatin1String(folder);
    char target[64];
    const ssize_t length = readlink(folder, target, sizeof target);
    if (length > 0)  // Into /usr on a Debian of today.
      bind("--symlink", QString::fromLatin1(target, length), seen);
    else
      bind("--ro-bind-try", seen, seen);
  }
  for (const char* folder :
       {"/usr", "/etc/ssl", "/etc/alternatives", "/etc/ld.so.cache", "/etc/hosts"}) {
    bind("--ro-bind-try", QLatin1String(folder), QLatin1String(folder));
  }
  if (place.walls == Walls::OpenSandbox) {
    bind("--ro-bind-try", QStringLiteral("/etc/resolv.conf"), QStringLiteral("/etc/resolv.conf"));
  }
  if (!function.runtime.starts_with("python") && !function.runtime.starts_with("nodejs")) {
    // Debian keeps the settings of Java there; builds and custom runtimes may start it too.
    for (const QString& java : QDir(QStringLiteral("/etc")).entryList({QStringLiteral("java*")})) {
      bind("--ro-bind-try", QStringLiteral("/etc/") + java, QStringLiteral("/etc/") + java);
    }
  }
  bind("--ro-bind", place.code, QStringLiteral("/var/task"));
  bind("--ro-bind", place.runtime, QStringLiteral("/var/runtime"));
  bind("--bind", place.tmp, QStringLiteral("/tmp"));
  if (!place.opt.isEmpty()) bind("--ro-bind", place.opt, QStringLiteral("/opt"));
  list << QStringLiteral("--proc") << QStringLiteral("/proc") << QStringLiteral("--dev")
       << QStringLiteral("/dev") << QStringLiteral("--unshare-pid")
       << QStringLiteral("--unshare-ipc") << QStringLiteral("--unshare-uts")
       << QStringLiteral("--die-with-parent") << QStringLiteral("--chdir")
       << QStringLiteral("/var/task") << QStringLiteral("--");
  return list;
}

QString bubblewrap() {
  return installed({QStringLiteral("bwrap")});
}

}  // namespace

Walls availableWalls(Network network) {
  static const bool works = [] {
    const QString program = bubblewrap();
    if (program.isEmpty()) return false;
    // Some machines have it and forbid what it needs.
    QProcess probe;
    probe.start(program, {QStringLiteral("--ro-bind"), QStringLiteral("/"), QStringLiteral("/"),
                          QStringLiteral("--proc"), QStringLiteral("/proc"),
                          QStringLiteral("--unshare-pid"), QStringLiteral("true")});
    return probe.waitForFinished(5'000) && probe.exitCode() == 0;
  }();
  if (!works) return Walls::Limits;
  return network == Network::Allowed ? Walls::OpenSandbox : Walls::Sandbox;
}

std::shared_ptr<OwnSpace> ownSpace(const project::Function& function, Walls walls,
                                   const QString& tmp, bool storage) {
  if (!isSandbox(walls)) return nullptr;
  OwnSpace::Wanted wanted;
  wanted.network = walls == Walls::Sandbox;
  wanted.processes = project::kMostProcesses + kWrappers;
  const std::int64_t size = std::int64_t{function.ephemeralStorage.mb} * 1024 * 1024;
  // It is memory until the machine moves it to its swap: one that is large for this machine stays
  // a folder on the disk.
  const std::int64_t machine = std::int64_t{sysconf(_SC_PHYS_PAGES)} * sysconf(_SC_PAGESIZE);
  if (storage && size <= machine / 2) {
    wanted.storage = QFile::encodeName(tmp);
    wanted.storageBytes = size;
  }
  return std::make_shared<OwnSpace>(std::move(wanted));
}

namespace {

/// The command behind the walls, with what is the same for every process of an environment.
ProcessPlan walledPlan(const project::Function& function, const LaunchPlace& place,
                       const Command& command) {
  ProcessPlan plan;
  plan.program = command.program;
  plan.arguments = command.arguments;
  plan.space = place.space;
  if (place.walls == Walls::Sandbox && !place.listensInside)
    plan.listenInside = place.address.section(u':', 1).toInt();
  if (isSandbox(place.walls)) {
    plan.arguments = wallArguments(function, place) << command.program << command.arguments;
    plan.program = bubblewrap();
    plan.wrappers = kWrappers;
  }
  plan.folder = place.code;
  plan.largestFile = std::int64_t{function.ephemeralStorage.mb} * 1024 * 1024;
  return plan;
}

}  // namespace

QStringList extensionsIn(const QString& opt) {
  if (opt.isEmpty()) return {};
  return QDir(opt + QStringLiteral("/extensions"))
      .entryList(QDir::Files | QDir::NoSymLinks | QDir::Executable, QDir::Name);
}

ProcessPlan extensionPlan(const project::Project& project, const project::Function& function,
                          const LaunchPlace& place, const QString& name) {
  const bool walled = isSandbox(place.walls);
  const QString opt = walled ? QStringLiteral("/opt") : place.opt;
  ProcessPlan plan = walledPlan(function, place, {opt + QStringLiteral("/extensions/") + name, {}});
  // What is not for them. (runtimes-extensions-api)
  static const QStringList kWithheld{QStringLiteral("AWS_EXECUTION_ENV="),
                                     QStringLiteral("AWS_LAMBDA_LOG_GROUP_NAME="),
                                     QStringLiteral("AWS_LAMBDA_LOG_STREAM_NAME="),
                                     QStringLiteral("AWS_XRAY_"),
                                     QStringLiteral("LAMBDA_RUNTIME_DIR="),
                                     QStringLiteral("LAMBDA_TASK_ROOT="),
                                     QStringLiteral("_"),
                                     QStringLiteral("AWS_LAMBDA_RUNTIME_API=")};
  for (const QString& entry : variables(project, function, place, QStringLiteral("/var/task"),
                                        QStringLiteral("/var/runtime"))) {
    const bool withheld =
        std::any_of(kWithheld.begin(), kWithheld.end(),
                    [&entry](const QString& start) { return entry.startsWith(start); });
    if (!withheld) plan.environment << entry;
  }
  // The same place by another name: so that nobody takes it for a child of the runtime.
  plan.marker = QStringLiteral("AWS_LAMBDA_RUNTIME_API=localhost") +
                place.address.mid(place.address.indexOf(u':'));
  plan.environment << plan.marker;
  return plan;
}

ProcessPlan toolPlan(const LaunchPlace& place, const QStringList& words,
                     const QStringList& environment) {
  project::Function nobody;
  nobody.runtime.clear();  // Of no language: its tools may be those of any.
  ProcessPlan plan = walledPlan(nobody, place, {words.first(), words.mid(1)});
  plan.environment = environment;
  plan.marker = environment.first();
  return plan;
}

Result<ProcessPlan> launchPlan(const project::Project& project, const project::Function& function,
                               const LaunchPlace& place) {
  const bool walled = isSandbox(place.walls);
  const QString task = walled ? QStringLiteral("/var/task") : place.code;
  const QString runtime = walled ? QStringLiteral("/var/runtime") : place.runtime;
  auto command = commandOf(function, place, task, runtime);
  if (!command) return command.error();
  wrap(*command, function, place);
  ProcessPlan plan = walledPlan(function, place, *command);
  plan.environment = variables(project, function, place, task, runtime);
  plan.marker = QStringLiteral("AWS_LAMBDA_RUNTIME_API=") + place.address;
  return plan;
}

QString layersTogether(const QStringList& layers, const QString& into) {
  if (layers.isEmpty()) return {};
  if (layers.size() == 1) return layers.first();
  for (const QString& layer : layers) {
    QDirIterator files(layer, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString from = files.next();
      const QString to = into + from.mid(layer.size());
      QDir().mkpath(QFileInfo(to).path());
      QFile::remove(to);
      QFile::copy(from, to);
    }
  }
  return into;
}

QString pythonFor(const project::Function& function) {
  if (!function.runtime.starts_with("python")) return {};
  return installed({QString::fromStdString(function.runtime), QStringLiteral("python3")});
}

std::optional<Sentence> otherInterpreter(const project::Function& function) {
  if (function.runtime.starts_with("java")) return otherJava(function);
  const QString runtime = QString::fromStdString(function.runtime);
  const bool python = runtime.startsWith(QStringLiteral("python"));
  if (!python && !runtime.startsWith(QStringLiteral("nodejs"))) return std::nullopt;
  const QString program =
      python ? pythonFor(function) : installed({QStringLiteral("node"), QStringLiteral("nodejs")});
  if (program.isEmpty()) return std::nullopt;
  QProcess ask;
  ask.start(program, {QStringLiteral("--version")});
  if (!ask.waitForFinished(5'000)) return std::nullopt;
  // "Python 3.11.2" or "v20.20.2"
  const QString answer = QString::fromUtf8(ask.readAllStandardOutput()).trimmed();
  const QString wanted = python ? QStringLiteral("Python ") + runtime.mid(6) + u'.'
                                : u'v' + runtime.mid(6, runtime.indexOf(u'.') - 6) + u'.';
  if (answer.startsWith(wanted)) return std::nullopt;
  return Sentence{
      "live",
      SAY("live",
          "The runtime %1 is not installed on this machine; %2 runs its handlers. What "
          "differs between the two differs from Lambda."),
      {function.runtime, (python ? answer : QStringLiteral("Node.js ") + answer).toStdString()}};
}

std::optional<Error> unpackRuntime(const QString& folder) {
  const QString carried = QStringLiteral(":/runtime");
  QDirIterator files(carried, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QString from = files.next();
    const QString to = folder + from.mid(carried.size());
    QDir().mkpath(QFileInfo(to).path());
    QFile::remove(to);
    if (!QFile::copy(from, to)) {
      return Error{
          "",
          {"live",
           SAY("live", "\"%1\" cannot be written. Make room, or check its folder's rights."),
           {to.toStdString()}},
          ""};
    }
    QFile::setPermissions(
        to, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther | QFile::WriteOwner);
  }
  return std::nullopt;
}

}  // namespace coldstart::live
