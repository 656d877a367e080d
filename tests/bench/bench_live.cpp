// SPDX-License-Identifier: GPL-3.0-or-later
// Live invocations through the public Invoke endpoint: how long a warm one takes, how many ten
// environments answer a second, what a cold start costs beside the bare interpreter. With
// serverless-offline installed (COLDSTART_SERVERLESS names its node_modules), the same handlers run
// there too; with AWS's own client for Node.js (COLDSTART_AWS_RIC names the node_modules that has
// aws-lambda-ric), that runs the Node.js handler here as a custom runtime. Everything that is
// compared runs in turns, and the medians of the rounds are printed with their ratios: absolute
// figures are those of a machine that others use as well.

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QUrl>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

double millisSince(Clock::time_point from) {
  return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

/// One keep-alive connection that posts and waits.
class Client {
 public:
  Client(int port, std::string path)
      : m_path(std::move(path)), m_fd(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int one = 1;
    setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    m_connected = ::connect(m_fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Client() { ::close(m_fd); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  [[nodiscard]] bool connected() const { return m_connected; }

  bool invoke() {
    static const std::string kBody = R"({"name":"benchmark","numbers":[1,2,3,4,5,6,7]})";
    const std::string request =
        "POST " + m_path +
        " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + std::to_string(kBody.size()) +
        "\r\n\r\n" + kBody;
    if (::send(m_fd, request.data(), request.size(), MSG_NOSIGNAL) < 0) return false;
    std::string reply;
    char buffer[65'536];
    for (;;) {
      const std::size_t end = reply.find("\r\n\r\n");
      if (end != std::string::npos) {
        std::string head = reply.substr(0, end);
        std::transform(head.begin(), head.end(), head.begin(), ::tolower);
        const std::size_t at = head.find("content-length: ");
        if (at != std::string::npos &&
            reply.size() >= end + 4 + static_cast<std::size_t>(std::atoi(head.c_str() + at + 16))) {
          return reply.find(" 200 ") < 20 && head.find("x-amz-function-error") == std::string::npos;
        }
      }
      const ssize_t size = ::recv(m_fd, buffer, sizeof buffer, 0);
      if (size <= 0) return false;
      reply.append(buffer, static_cast<std::size_t>(size));
    }
  }

 private:
  std::string m_path;
  int m_fd = -1;
  bool m_connected = false;
};

struct Figures {
  double p50 = 0;
  double p99 = 0;
  double tenPerSecond = 0;  ///< Ten callers.
};

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

constexpr int kRounds = 5;
constexpr int kRequests = 1'000;  // A round.
constexpr int kOfTen = 3'000;     // Of ten callers together: each environment gets going first.
constexpr int kColdStarts = 9;

void ten(int port, const std::string& path, int each) {
  std::vector<std::thread> callers;
  callers.reserve(10);
  for (int c = 0; c < 10; ++c) {
    callers.emplace_back([&, each] {
      Client client(port, path);
      for (int i = 0; i < each; ++i) client.invoke();
    });
  }
  for (std::thread& caller : callers) caller.join();
}

Figures measure(int port, const std::string& path) {
  Figures f;
  Client one(port, path);
  for (int i = 0; i < 50; ++i) {
    if (!one.invoke()) return f;
  }
  std::vector<double> times;
  for (int i = 0; i < kRequests; ++i) {
    const auto began = Clock::now();
    one.invoke();
    times.push_back(millisSince(began));
  }
  std::sort(times.begin(), times.end());
  f.p50 = times[times.size() / 2];
  f.p99 = times[times.size() * 99 / 100];
  ten(port, path, 5);  // Ten environments are there.
  const auto from = Clock::now();
  ten(port, path, kOfTen / 10);
  f.tenPerSecond = kOfTen * 1'000.0 / millisSince(from);
  return f;
}

void write(const QString& path, const QByteArray& text) {
  QDir().mkpath(QFileInfo(path).path());
  QFile file(path);
  if (file.open(QIODevice::WriteOnly)) file.write(text);
}

struct Kind {
  const char* name;
  const char* id;
  const char* folder;
  const char* file;
  const char* handler;
  const char* runtime;
  const char* code;
  QString program;
  QStringList nothing;  ///< What the bare interpreter is given to do.
};

const Kind kKinds[] = {
    {"Python",
     "Py",
     "py",
     "app.py",
     "app.handler",
     "python3.13",
     "def handler(event, context):\n    return {'statusCode': 200, 'body': 'hello ' + "
     "event['name']}\n",
     QStringLiteral("/usr/bin/python3"),
     {QStringLiteral("-c"), QStringLiteral("pass")}},
    {"Node.js",
     "Js",
     "js",
     "index.js",
     "index.handler",
     "nodejs22.x",
     "exports.handler = async (event) => ({ statusCode: 200, body: 'hello ' + event.name });\n",
     QStringLiteral("node"),
     {QStringLiteral("-e"), QStringLiteral("0")}}};

const char* const kWithBoto =
    "import boto3\ndef handler(event, context):\n    return {'statusCode': 200, 'body': "
    "boto3.__version__}\n";

/// The same handler behind AWS's own client for Node.js, started by a file "bootstrap".
const Kind kOfficial{"aws-ric",         "Ric",          "ric", "index.js", "index.handler",
                     "provided.al2023", kKinds[1].code, {},    {}};

/// What the client needs of itself beside the handler; false when it is not to be had.
bool writeOfficial(const QTemporaryDir& place) {
  const QString modules = qEnvironmentVariable("COLDSTART_AWS_RIC");
  const QDir from(modules + QStringLiteral("/aws-lambda-ric"));
  if (modules.isEmpty() || !from.exists()) {
    std::printf("AWS's client is not measured: COLDSTART_AWS_RIC names no aws-lambda-ric.\n");
    return false;
  }
  const QString into = place.filePath(QStringLiteral("ric/node_modules/aws-lambda-ric/"));
  for (const char* file :
       {"package.json", "bin/index.mjs", "dist/index.mjs", "dist/rapid-client.node"}) {
    QDir().mkpath(QFileInfo(into + QLatin1String(file)).path());
    QFile::copy(from.filePath(QLatin1String(file)), into + QLatin1String(file));
  }
  const QString bootstrap = place.filePath(QStringLiteral("ric/bootstrap"));
  write(bootstrap,
        "#!/bin/sh\nexec node node_modules/aws-lambda-ric/bin/index.mjs \"$_HANDLER\"\n");
  return QFile::setPermissions(bootstrap, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                              QFile::ReadOther | QFile::ExeOther);
}

void writeProject(const QTemporaryDir& place, bool official) {
  QByteArray resources;
  std::vector<Kind> kinds(std::begin(kKinds), std::end(kKinds));
  if (official) kinds.push_back(kOfficial);
  for (const Kind& kind : kinds) {
    write(place.filePath(QLatin1String(kind.folder) + u'/' + QLatin1String(kind.file)), kind.code);
    for (int i = 0; i <= kColdStarts; ++i) {
      const QByteArray id = i == 0 ? QByteArray(kind.id) : kind.id + QByteArray::number(i);
      resources +=
          (resources.isEmpty() ? "\"" : ",\n\"") + id +
          "\": {\"Type\": \"AWS::Serverless::Function\", \"Properties\": {\"CodeUri\": \"" +
          kind.folder + "/\", \"Handler\": \"" + kind.handler + "\", \"Runtime\": \"" +
          kind.runtime + "\", \"MemorySize\": 1769, \"Timeout\": 30}}";
    }
  }
  write(place.filePath(QStringLiteral("boto/app.py")), kWithBoto);
  for (int i = 1; i <= kColdStarts; ++i) {
    resources += ",\n\"Boto" + QByteArray::number(i) +
                 "\": {\"Type\": \"AWS::Serverless::Function\", \"Properties\": {\"CodeUri\": "
                 "\"boto/\", \"Handler\": \"app.handler\", \"Runtime\": \"python3.13\", "
                 "\"MemorySize\": 1769, \"Timeout\": 30}}";
  }
  // An account may make ten times as many requests a second as it has concurrency; the usual one is
  // throttled for that here. (gettingstarted-limits)
  write(place.filePath(QStringLiteral("template.json")),
        R"({"Transform": "AWS::Serverless-2016-10-31",
            "Metadata": {"Coldstart": {"Account": {"ConcurrentExecutions": 100000}}},
            "Resources": {)" +
            resources + "}}");
}

std::string pathTo(const QByteArray& function) {
  return ("/2015-03-31/functions/" + function + "/invocations").toStdString();
}

/// First invocations of new environments, in turns with the interpreter that does nothing.
void coldStarts(int port, const Kind& kind) {
  std::vector<double> cold;
  std::vector<double> bare;
  for (int i = 1; i <= kColdStarts; ++i) {
    auto from = Clock::now();
    QProcess::execute(kind.program, kind.nothing);
    bare.push_back(millisSince(from));
    Client client(port, pathTo(kind.id + QByteArray::number(i)));
    from = Clock::now();
    client.invoke();
    cold.push_back(millisSince(from));
  }
  std::printf("%-8s cold start %6.1f ms, bare interpreter %6.1f ms: %.2fx (goal 1.3)\n", kind.name,
              median(cold), median(bare), median(cold) / median(bare));
}

/// What this returns is the address that the server prints when it is ready to invoke.
int serve(QProcess& server, const QStringList& arguments) {
  server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  server.start(qEnvironmentVariable("COLDSTART_PROGRAM"),
               QStringList{QStringLiteral("serve")} + arguments);
  server.waitForReadyRead(10'000);
  return QUrl(QString::fromUtf8(server.readLine()).trimmed()).port();
}

void end(QProcess& process) {
  if (process.state() == QProcess::NotRunning) return;
  process.terminate();
  if (!process.waitForFinished(5'000)) process.kill();
  process.waitForFinished(1'000);
}

/// First invocations where interpreters wait ready.
void fastStarts(const QTemporaryDir& place) {
  QProcess server;
  const int port = serve(server, {place.path(), QStringLiteral("--fast")});
  QThread::msleep(10'000);  // Until they do.
  const auto first = [port](const QByteArray& kind) {
    std::vector<double> times;
    for (int i = 1; i <= kColdStarts; ++i) {
      Client client(port, pathTo(kind + QByteArray::number(i)));
      const auto from = Clock::now();
      if (client.invoke()) times.push_back(millisSince(from));
      QThread::msleep(300);  // Another is made ready meanwhile.
    }
    return median(times);
  };
  for (const Kind& kind : kKinds)
    std::printf("%-8s fast start %5.2f ms (goal 2.5)\n", kind.name, first(kind.id));
  const double boto = first("Boto");
  if (boto > 0) std::printf("Python   fast start with boto3 imported %5.2f ms (goal 4)\n", boto);
  end(server);
}

/// Starts it on port 13002 and waits until it answers; false when it is not to be had.
bool startServerless(QProcess& other, const QTemporaryDir& place) {
  const QString modules = qEnvironmentVariable("COLDSTART_SERVERLESS");
  if (modules.isEmpty()) {
    std::printf("serverless-offline is not measured: COLDSTART_SERVERLESS is not set.\n");
    return false;
  }
  write(
      place.filePath(QStringLiteral("serverless.yml")),
      "service: bench\nprovider: {name: aws, runtime: nodejs20.x}\nplugins: [serverless-offline]\n"
      "functions:\n  Py: {handler: py/app.handler, runtime: python3.11}\n  Js: {handler: "
      "js/index.handler}\n");
  QFile::link(modules, place.filePath(QStringLiteral("node_modules")));
  other.setWorkingDirectory(place.path());
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("SLS_TELEMETRY_DISABLED"), QStringLiteral("1"));
  environment.insert(QStringLiteral("SLS_NOTIFICATIONS_MODE"), QStringLiteral("off"));
  other.setProcessEnvironment(environment);
  other.setStandardOutputFile(QProcess::nullDevice());
  other.setStandardErrorFile(QProcess::nullDevice());
  other.start(modules + QStringLiteral("/.bin/serverless"),
              {QStringLiteral("offline"), QStringLiteral("--noPrependStageInUrl"),
               QStringLiteral("--lambdaPort"), QStringLiteral("13002"),
               QStringLiteral("--httpPort"), QStringLiteral("13003")});
  for (int i = 0; i < 300; ++i) {
    if (Client(13002, "/").connected()) return true;
    QThread::msleep(200);
  }
  std::printf("serverless-offline is not measured: it does not answer.\n");
  return false;
}

struct Series {
  std::vector<double> p50, p99, tenPerSecond;
  void add(const Figures& f) {
    p50.push_back(f.p50);
    p99.push_back(f.p99);
    tenPerSecond.push_back(f.tenPerSecond);
  }
  void print(const char* who, const char* kind) const {
    std::printf("%-19s %-8s warm p50 %6.3f  p99 %6.3f ms   ten callers %6.0f/s\n", who, kind,
                median(p50), median(p99), median(tenPerSecond));
  }
};

void rounds(int ours, int theirs, const Kind& kind, const QByteArray& theirId, int goal) {
  Series our;
  Series their;
  for (int i = 0; i < kRounds; ++i) {
    our.add(measure(ours, pathTo(kind.id)));
    if (theirs != 0) their.add(measure(theirs, pathTo("bench-dev-" + theirId)));
  }
  our.print("Coldstart", kind.name);
  if (theirs == 0) return;
  their.print("serverless-offline", kind.name);
  std::printf("%-8s ratios: p50 %.2fx, p99 %.2fx, ten callers %.1fx (goals 0.5, 0.1, %d)\n",
              kind.name, median(our.p50) / median(their.p50), median(our.p99) / median(their.p99),
              median(our.tenPerSecond) / median(their.tenPerSecond), goal);
}

}  // namespace

int main(int count, char** words) {
  const QCoreApplication application(count, words);
  const QTemporaryDir place;
  const bool official = writeOfficial(place);
  writeProject(place, official);
  QProcess server;
  const auto from = Clock::now();
  const int port = serve(server, {place.path()});
  if (port <= 0) {
    std::printf("Nothing is measured: COLDSTART_PROGRAM names no coldstart that serves.\n");
    return 1;
  }
  std::printf("ready to invoke %.0f ms after the start (goal 150)\n", millisSince(from));
  QThread::msleep(1'000);  // It compiles its bootstrap meanwhile.
  for (const Kind& kind : kKinds) coldStarts(port, kind);
  fastStarts(place);
  QProcess other;
  const bool beside = startServerless(other, place);
  for (const Kind& kind : kKinds) rounds(port, beside ? 13002 : 0, kind, kind.id, 5);
  if (official) rounds(port, beside ? 13002 : 0, kOfficial, kKinds[1].id, 3);
  end(server);
  end(other);
  return 0;
}
