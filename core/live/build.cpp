// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/build.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUuid>
#include <array>

#include <unistd.h>

#include "core/live/java_launch.h"
#include "core/live/own_space.h"

namespace coldstart::live {
namespace {

constexpr const char* kFormat = "1";  // Another one forgets what was built before.
constexpr int kRememberedDays = 30;
const QString kUsed = QStringLiteral("/used");
const QString kArtifacts = QStringLiteral("/artifacts");

Error failure(const char* pattern, const std::string& id, const QString& what) {
  return {"", {"live", pattern, {id, what.toStdString()}}, ""};
}

/// What version control and builds elsewhere put there is not code.
bool isLeftOut(const QString& path) {
  for (const QString& part : path.split(u'/')) {
    for (const char* name : {".git", ".aws-sam", "__pycache__"}) {
      if (part == QLatin1String(name)) return true;
    }
  }
  return false;
}

/// Everything below the folder, links as such; relative and sorted.
QStringList filesIn(const QString& folder) {
  QStringList files;
  QDirIterator entries(folder, QDir::Files | QDir::System | QDir::Hidden,
                       QDirIterator::Subdirectories);
  while (entries.hasNext()) {
    const QString path = entries.next().mid(folder.size() + 1);
    if (!isLeftOut(path)) files << path;
  }
  files.sort();
  return files;
}

/// What a link says, not where it leads: what is outside of the folder stays out.
QByteArray linkText(const QString& path) {
  std::array<char, 4'096> text{};
  const ssize_t size = ::readlink(QFile::encodeName(path).constData(), text.data(), text.size());
  return {text.data(), static_cast<qsizetype>(std::max<ssize_t>(size, 0))};
}

void addTo(QCryptographicHash& hash, const QString& folder, const QString& path) {
  const QString whole = folder + u'/' + path;
  const QFileInfo info(whole);
  hash.addData(path.toUtf8() + '\0' + (info.isExecutable() ? 'x' : '-'));
  if (info.isSymLink()) {
    hash.addData("l" + linkText(whole) + '\0');
    return;
  }
  QFile file(whole);
  hash.addData(QByteArray::number(file.size()) + '\0');
  if (file.open(QIODevice::ReadOnly)) hash.addData(&file);
}

bool copyFile(const QString& from, const QString& to) {
  QDir().mkpath(QFileInfo(to).path());
  if (QFileInfo(from).isSymLink()) {
    return ::symlink(linkText(from).constData(), QFile::encodeName(to).constData()) == 0;
  }
  QFile copy(to);  // With its time, by which make decides.
  return QFile::copy(from, to) &&
         copy.setPermissions(copy.permissions() | QFile::ReadOwner | QFile::WriteOwner) &&
         copy.open(QIODevice::ReadWrite) &&
         copy.setFileTime(QFileInfo(from).lastModified(), QFile::FileModificationTime);
}

bool isJavaSource(const QString& path) {
  return path.endsWith(QStringLiteral(".java"));
}

const QString kMavenSources = QStringLiteral("src/main/java/");
const QString kMavenResources = QStringLiteral("src/main/resources/");

bool isMavenLayout(const QStringList& files) {
  return std::ranges::any_of(files,
                             [](const QString& path) { return path.startsWith(kMavenSources); });
}

/// Where it goes beside the classes; "" when it does not.
QString placeOfResource(const QString& path, bool maven) {
  if (isJavaSource(path)) return {};
  if (path.startsWith(QStringLiteral("lib/"))) return path;
  if (!maven) return path;
  return path.startsWith(kMavenResources) ? path.mid(kMavenResources.size()) : QString();
}

/// The list of sources that javac reads with @, and what goes beside the classes as it is.
bool prepareJava(const QString& work) {
  const QString source = work + QStringLiteral("/source");
  const QStringList files = filesIn(source);
  const bool maven = isMavenLayout(files);
  QFile list(work + QStringLiteral("/sources"));
  if (!list.open(QIODevice::WriteOnly)) return false;
  for (QString path : files) {
    const QString place = placeOfResource(path, maven);
    if (!place.isEmpty() && !copyFile(source + u'/' + path, work + kArtifacts + u'/' + place))
      return false;
    if (!isJavaSource(path) || (maven && !path.startsWith(kMavenSources))) continue;
    path.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    list.write(u'"' + path.toUtf8() + "\"\n");
  }
  return true;
}

/// What nobody has used for a month goes.
void forgetOld(const QString& remembered) {
  const QDateTime old = QDateTime::currentDateTime().addDays(-kRememberedDays);
  const auto builds = QDir(remembered).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
  for (const QFileInfo& build : builds) {
    const QFileInfo used(build.filePath() + kUsed);
    if (used.exists() && used.lastModified() < old) QDir(build.filePath()).removeRecursively();
  }
}

void noteUse(const QString& target) {
  QFile used(target + kUsed);
  if (used.open(QIODevice::WriteOnly)) used.write("\n");
}

}  // namespace

BuildMethod buildMethodOf(const project::Function& function, const QString& code) {
  if (function.buildMethod == "makefile") return BuildMethod::Makefile;
  if (!function.runtime.starts_with("java")) return BuildMethod::None;
  if (!QDir(code).entryList({QStringLiteral("*.jar")}, QDir::Files).isEmpty())
    return BuildMethod::None;
  bool sources = false;
  for (const QString& path : filesIn(code)) {
    sources = sources || isJavaSource(path);
    const bool elsewhere =  // What Maven and Gradle leave is not where Lambda looks for it.
        path.startsWith(QStringLiteral("target/")) || path.startsWith(QStringLiteral("build/"));
    if (path.endsWith(QStringLiteral(".class")) && !elsewhere) return BuildMethod::None;
  }
  return sources ? BuildMethod::Java : BuildMethod::None;
}

Build::Build(BuildOrder order, QObject* parent)
    : QObject(parent), m_order(std::move(order)), m_folder(QString()) {
  m_limit.setSingleShot(true);
  connect(&m_limit, &QTimer::timeout, this, [this] { m_process->kill(); });
  connect(&m_preparing, &QFutureWatcher<Prepared>::finished, this, &Build::prepared);
}

Build::~Build() = default;

void Build::start() {
  m_method = buildMethodOf(m_order.function, m_order.code);
  auto promise = std::make_shared<QPromise<Prepared>>();
  m_preparing.setFuture(promise->future());
  QThreadPool::globalInstance()->start([promise, order = m_order, method = m_method] {
    promise->start();
    promise->addResult(prepare(order, method));
    promise->finish();
  });
}

Build::Prepared Build::prepare(const BuildOrder& order, BuildMethod method) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  hash.addData(QByteArray(kFormat) + static_cast<char>('0' + static_cast<int>(method)));
  hash.addData(QByteArray::fromStdString(order.function.id) + '\0' +
               QByteArray::fromStdString(order.function.runtime) + '\0');
  const QStringList files = filesIn(order.code);
  for (const QString& path : files) addTo(hash, order.code, path);
  Prepared made;
  made.target = order.remembered + u'/' + QString::fromLatin1(hash.result().toHex().left(32));
  if (QFileInfo(made.target + kArtifacts).isDir()) {
    noteUse(made.target);
    made.isThere = true;
    return made;
  }
  QDir().mkpath(order.remembered);
  QFile::setPermissions(order.remembered, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  forgetOld(order.remembered);
  made.work = std::make_shared<QTemporaryDir>(order.remembered + QStringLiteral("/.build-XXXXXX"));
  const QString work = made.work->path();
  bool written = made.work->isValid() && QDir().mkpath(work + kArtifacts) &&
                 QDir().mkpath(work + QStringLiteral("/source")) &&
                 QDir().mkpath(work + QStringLiteral("/home"));
  for (const QString& path : files) {
    written =
        written && copyFile(order.code + u'/' + path, work + QStringLiteral("/source/") + path);
  }
  if (method == BuildMethod::Java) written = written && prepareJava(work);
  if (!written) {
    made.error = failure(SAY("live",
                             "%1 cannot be built, because nothing can be written to \"%2\". Make "
                             "room, or check the folder's rights."),
                         order.function.id, order.remembered);
  }
  return made;
}

QString Build::inside(const char* name) const {
  const QString work = isSandbox(m_order.walls) ? QStringLiteral("/tmp") : m_prepared.work->path();
  return work + u'/' + QLatin1String(name);
}

/// The tool and its arguments.
Result<QStringList> Build::words() const {
  const std::string& id = m_order.function.id;
  if (m_method == BuildMethod::Makefile) {
    const QString make = QStandardPaths::findExecutable(
        QStringLiteral("make"), {QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin")});
    if (make.isEmpty()) return missingTool(id, "make");
    return QStringList{make, QStringLiteral("--no-print-directory"), QStringLiteral("-C"),
                       inside("source"), QStringLiteral("build-") + QString::fromStdString(id)};
  }
  const auto java = javaFor(m_order.function.runtime, JavaPart::Compiles);
  if (!java) return missingTool(id, "javac");
  const QString runtime =
      isSandbox(m_order.walls) ? QStringLiteral("/var/runtime") : m_order.runtime;
  QStringList list{// javac has no option for the folder it works in.
                   QStringLiteral("/bin/sh"),
                   QStringLiteral("-c"),
                   QStringLiteral("cd \"$0\" && exec \"$@\""),
                   inside("source"),
                   java->home + QStringLiteral("/bin/javac"),
                   QStringLiteral("-encoding"),
                   QStringLiteral("UTF-8"),
                   QStringLiteral("-d"),
                   inside("artifacts"),
                   QStringLiteral("-cp"),
                   javaRuntimeJar(runtime) + QStringLiteral(":lib/*")};
  // So that nobody uses what his runtime does not have.
  const int wanted = javaVersion(m_order.function.runtime);
  if (wanted < java->version)
    list << QStringLiteral("--release") << QString::number(wanted)
         << QStringLiteral("-Xlint:-options");
  return list << u'@' + inside("sources");
}

void Build::prepared() {
  m_prepared = m_preparing.result();
  if (m_prepared.isThere) return finish(m_prepared.target + kArtifacts);
  if (m_prepared.error) return finish(*m_prepared.error);
  const auto list = words();
  if (!list) return finish(list.error());
  LaunchPlace place;
  place.code = m_order.code;
  place.tmp = m_prepared.work->path();
  place.runtime = m_order.runtime;
  place.walls = m_order.walls;
  if (m_order.walls == Walls::Sandbox)  // A network of its own, where nobody listens.
    place.space = std::make_shared<OwnSpace>(OwnSpace::Wanted{.network = true, .storage = {}});
  place.listensInside = true;
  const QStringList environment{
      QStringLiteral("COLDSTART_BUILD=") + QUuid::createUuid().toString(QUuid::WithoutBraces),
      QStringLiteral("ARTIFACTS_DIR=") + inside("artifacts"),
      QStringLiteral("HOME=") + inside("home"),
      QStringLiteral("TMPDIR=") + inside("home"),
      QStringLiteral("PATH=/usr/local/bin:/usr/bin:/bin"),
      QStringLiteral("LANG=C.UTF-8"),  // Compilers speak English then.
      QStringLiteral("LC_ALL=C.UTF-8")};
  m_process = std::make_unique<EnvironmentProcess>();
  connect(m_process.get(), &EnvironmentProcess::printed, this,
          [this](const std::string& line) { m_printed.push_back(line); });
  connect(m_process.get(), &EnvironmentProcess::ended, this, &Build::ended);
  if (!m_process->start(toolPlan(place, *list, environment))) {
    return finish(
        failure(SAY("live", "%1 could not be built: %2"), m_order.function.id, m_process->error()));
  }
  m_limit.start(kLimitMs);
}

void Build::ended(int status, int signal) {
  const bool tooLong = !m_limit.isActive();
  m_limit.stop();
  if (tooLong) {
    return finish(
        failure(SAY("live", "%1 could not be built: its build was ended after %2 minutes."),
                m_order.function.id, QString::number(kLimitMs / 60'000)));
  }
  if (status != 0 || signal != 0) return finish(buildError(m_order.function, m_printed));
  if (QDir(m_prepared.work->path() + kArtifacts)
          .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
    return finish(failure(SAY("live",
                              "%1 could not be built: the rule build-%1 of its Makefile put "
                              "nothing into the folder $(ARTIFACTS_DIR)."),
                          m_order.function.id, {}));
  }
  if (const auto error = keep()) return finish(*error);
  finish(m_prepared.target + kArtifacts);
}

/// The artifacts come to their place at once or not at all; whoever was quicker has made the same.
std::optional<Error> Build::keep() {
  QTemporaryDir& work = *m_prepared.work;
  for (const char* name : {"/source", "/home"})
    QDir(work.path() + QLatin1String(name)).removeRecursively();
  noteUse(work.path());
  if (QDir().rename(work.path(), m_prepared.target)) {
    work.setAutoRemove(false);
    return std::nullopt;
  }
  if (QFileInfo(m_prepared.target + kArtifacts).isDir()) return std::nullopt;
  return failure(SAY("live",
                     "%1 cannot be built, because nothing can be written to \"%2\". Make room, or "
                     "check the folder's rights."),
                 m_order.function.id, m_order.remembered);
}

void Build::finish(Result<QString> folder) {
  m_folder = std::move(folder);
  m_prepared.work.reset();
  emit finished();
}

}  // namespace coldstart::live
