// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/window_states.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <array>
#include <functional>

#include <nlohmann/json.hpp>

#include "app/editor/code_page.h"
#include "app/theme/segmented.h"
#include "app/whatif/what_if_page.h"
#include "app/window/main_window.h"
#include "app/workbench/attach_session.h"
#include "app/workbench/debug_session.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/project_files.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"
#include "core/observe/stage_state.h"

namespace coldstart::command {
namespace {

using window::Layout;
using window::MainWindow;

constexpr int kPatienceMs = 60'000;

void trigger(MainWindow& window, const char* action) {
  window.actions().find(QString::fromLatin1(action))->trigger();
  settle(window);
}

void test(MainWindow& window) {
  trigger(window, "run.test");
}

/// A cold start, a warm one, and the first of them chosen: the newcomer's minute.
void newcomer(MainWindow& window) {
  window.setLayoutChoice(Layout::Write);
  test(window);
  test(window);
  window.session()->select({Selection::Kind::Attempt, 0});
}

void runScenario(MainWindow& window) {
  if (!window.session()->scenario().isEmpty()) trigger(window, "run.scenario");
}

void playheadAt(MainWindow& window, int percent) {
  window.session()->setPlayhead(Instant{window.session()->end().us * percent / 100});
}

/// The newcomer's minute with one page in front.
template <const char* const* Page>
void page(MainWindow& window) {
  newcomer(window);
  trigger(window, *Page);
}

template <typename Find>
void selectAttempt(MainWindow& window, const Find& find) {
  const auto index = window.session()->index();
  if (!index) return;
  const auto all = index->attempts();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!find(all[i])) continue;
    window.session()->select({Selection::Kind::Attempt, static_cast<std::uint32_t>(i)});
    return;
  }
}

void empty(MainWindow& window) {
  window.setLayoutChoice(Layout::Write);
}
void watch(MainWindow& window) {
  window.setLayoutChoice(Layout::Watch);
  runScenario(window);
  playheadAt(window, 60);
  selectAttempt(window, [](const journal::Attempt& a) { return journal::isCold(a.decision); });
}
void teach(MainWindow& window) {
  window.setLayoutChoice(Layout::Teach);
  runScenario(window);
  playheadAt(window, 60);
}
/// The moment at which most are busy.
void atThePeak(MainWindow& window) {
  const auto index = window.session()->index();
  if (!index) return;
  const Instant end = window.session()->end();
  Instant peak;
  std::int32_t most = -1;
  for (int step = 1; step < 200; ++step) {
    const Instant t{end.us / 200 * step};
    const auto state = observe::stageAt(*index, t);
    if (state.busy <= most) continue;
    most = state.busy;
    peak = t;
  }
  window.session()->setPlayhead(peak);
}
void burst(MainWindow& window) {
  window.setLayoutChoice(Layout::Watch);
  runScenario(window);
  atThePeak(window);
  selectAttempt(window, [](const journal::Attempt& a) { return journal::isThrottle(a.decision); });
}
void thousand(MainWindow& window) {
  window.setLayoutChoice(Layout::Watch);
  runScenario(window);
  atThePeak(window);
  window.session()->select({Selection::Kind::Environment, 417});
}
void teachBurst(MainWindow& window) {
  window.setLayoutChoice(Layout::Teach);
  runScenario(window);
  atThePeak(window);
}
void error(MainWindow& window) {
  window.setLayoutChoice(Layout::Write);
  const auto& functions = window.document()->project().functions;
  if (functions.empty()) return;
  window.document()->setValue(project::pointerTo(functions.front().id, "MemorySize"), 64,
                              QString());
  test(window);
}
void palette(MainWindow& window) {
  newcomer(window);
  trigger(window, "view.palette");
  if (auto* typed = window.findChild<QLineEdit*>(QStringLiteral("commandPaletteInput")))
    typed->setText(QStringLiteral("lay"));
}
/// The What if page with a function's settings turned, its figures counted.
whatif::WhatIfPage* turned(MainWindow& window, std::size_t function, whatif::Knob knob,
                           std::int64_t value) {
  window.setLayoutChoice(Layout::Watch);
  runScenario(window);
  window.session()->setFunction(function);
  trigger(window, "view.whatIf");
  auto* page = window.findChild<whatif::WhatIfPage*>();
  whatif::Settings settings = page->settings();
  at(settings, knob) = value;
  page->setSettings(settings);
  return page;
}
void await(const whatif::WhatIfPage& page) {
  const QDeadlineTimer patience(kPatienceMs);
  while (page.busy() && !patience.hasExpired())
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
}
void whatIf(MainWindow& window) {
  auto* page = turned(window, 0, whatif::Knob::Memory, 1'024);
  page->tune();
  await(*page);
}
void whatIfNeighbour(MainWindow& window) {
  await(*turned(window, 1, whatif::Knob::Reserved, 50));
}
/// The project's code in a copy, as a user would have it: nobody has been asked about it yet.
void openCopy(MainWindow& window, const QString& code) {
  static const QTemporaryDir place;
  static int count = 0;  // What is remembered of a folder is not in the next picture.
  const QString folder = place.filePath(QStringLiteral("%1/greeter").arg(++count));
  if (!files::copyFolder(window.document()->folder(), folder)) return;
  if (!code.isEmpty()) {
    const QString file = window.document()->filesOf(0).value(0);
    if (!files::writeAll(folder, {{file, code}})) return;
  }
  window.openProject(folder);
  settle(window);
}
void goLive(MainWindow& window) {
  window.setLayoutChoice(Layout::Write);
  window.session()->setMode(Session::Mode::Live);
  const QDeadlineTimer patience(kPatienceMs);
  while (!window.session()->live().walls() && !patience.hasExpired())
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
  settle(window);
}
void liveCold(MainWindow& window) {
  goLive(window);
  test(window);
}
void liveWarm(MainWindow& window) {
  liveCold(window);
  test(window);
}
void liveOwn(MainWindow& window, const QString& code) {
  openCopy(window, code);
  window.session()->live().setTrusted(true);
  window.document()->setValue(
      project::pointerTo(window.document()->project().functions.front().id, "Timeout"), 1,
      QString());
  liveCold(window);
  trigger(window, "view.timeline");
}
void liveError(MainWindow& window) {
  liveOwn(window,
          QStringLiteral("import json\n\n\ndef price_of(order):\n    return order[\"price\"] * "
                         "order[\"count\"]\n\n\ndef lambda_handler(event, context):\n    "
                         "print(\"event:\", json.dumps(event))\n    return price_of(event)\n"));
}
void liveTimeout(MainWindow& window) {
  liveOwn(window, QStringLiteral("import time\n\n\ndef lambda_handler(event, context):\n    "
                                 "print(\"waiting for the database\")\n    time.sleep(60)\n"));
}
void liveOutOfMemory(MainWindow& window) {
  liveOwn(window, QStringLiteral("def lambda_handler(event, context):\n    rows = []\n    while "
                                 "True:\n        rows.append(bytearray(1_000_000))\n"));
}
void liveBurst(MainWindow& window) {
  liveOwn(window, QStringLiteral("import time\n\n\ndef lambda_handler(event, context):\n    "
                                 "time.sleep(0.3)\n"));
  window.session()->live().setAtOnce(4);
  window.session()->burst(12);
  settle(window);
}
/// A runtime that nothing on this machine can run.
void liveUnknown(MainWindow& window) {
  openCopy(window, {});
  window.session()->live().setTrusted(true);
  window.document()->setValue(
      project::pointerTo(window.document()->project().functions.front().id, "Runtime"), "dotnet8",
      QString());
  liveCold(window);
}
void profileDialog(MainWindow& window) {
  window.session()->live().setTrusted(true);
  trigger(window, "run.profile");
  window.findChild<QAbstractButton*>(QStringLiteral("profileStart"))->click();
  const auto* write = window.findChild<QAbstractButton*>(QStringLiteral("profileWrite"));
  const QDeadlineTimer patience(kPatienceMs);
  while (!write->isEnabled() && !patience.hasExpired())
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
  settle(window);
}
void compareResults(MainWindow& window) {
  liveWarm(window);
  window.findChild<QAbstractButton*>(QStringLiteral("resultCompare"))->click();
  settle(window);
}
void awaitThat(const std::function<bool()>& reached) {
  const QDeadlineTimer patience(kPatienceMs);
  while (!reached() && !patience.hasExpired())
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
}
/// Held at a breakpoint, with the stack, the variables and an answer.
void heldAt(MainWindow& window, const QString& code, int line, const QString& condition,
            const QString& expression) {
  openCopy(window, code);
  window.session()->live().setTrusted(true);
  DebugSession& debug = window.session()->live().debugging();
  const QString file = window.document()->filesOf(0).value(0);
  debug.toggle(file, line);
  debug.setCondition(file, line - 1, condition);
  window.actions().find(QStringLiteral("run.debug"))->trigger();
  awaitThat([&] { return debug.stop().has_value(); });
  auto* question = window.findChild<QLineEdit*>(QStringLiteral("debugQuestion"));
  const auto* answers = window.findChild<QPlainTextEdit*>(QStringLiteral("debugAnswers"));
  if (question == nullptr) return;
  question->setText(expression);
  emit question->returnPressed();
  awaitThat([&] { return !answers->toPlainText().isEmpty(); });
}
/// A runtime client of somebody else's that is attached and has answered twice.
void attach(MainWindow& window) {
  window.session()->live().setTrusted(true);
  window.setLayoutChoice(Layout::Write);
  trigger(window, "run.attach");
  const AttachSession& attaching = window.session()->live().attaching();
  awaitThat([&] { return !attaching.address(0).isEmpty(); });
  auto* process = new QProcess(&window);
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("AWS_LAMBDA_RUNTIME_API"), attaching.address(0));
  process->setProcessEnvironment(environment);
  process->start(
      QStringLiteral("python3"),
      {QStringLiteral("-c"),
       QStringLiteral("import http.client, os\n"
                      "h, _, n = os.environ['AWS_LAMBDA_RUNTIME_API'].partition('/')\n"
                      "c = http.client.HTTPConnection(h)\n"
                      "while True:\n"
                      "    c.request('GET', f'/{n}/2018-06-01/runtime/invocation/next')\n"
                      "    r = c.getresponse(); r.read()\n"
                      "    i = r.headers['lambda-runtime-aws-request-id']\n"
                      "    c.request('POST', f'/{n}/2018-06-01/runtime/invocation/{i}/response',\n"
                      "              '{\"message\": \"Hello from my own process!\"}')\n"
                      "    c.getresponse().read()\n")});
  awaitThat([&] { return !attaching.processes(0).isEmpty(); });
  test(window);
  test(window);
}
void debugger(MainWindow& window) {
  heldAt(window,
         QStringLiteral("import json\n\n\ndef price_of(order):\n    total = order[\"price\"] * "
                        "order[\"count\"]\n    return total\n\n\ndef lambda_handler(event, "
                        "context):\n    order = {\"price\": 7, \"count\": 6}\n    return "
                        "price_of(order)\n"),
         6, QStringLiteral("order[\"count\"] > 100"), QStringLiteral("order[\"price\"] + 1"));
}
void debuggerNode(MainWindow& window) {
  heldAt(
      window,
      QStringLiteral("const rates = new Map([[\"EUR\", 1], [\"USD\", 1.1]]);\n\nfunction "
                     "priceOf(order) {\n  const rate = rates.get(order.currency);\n  const total "
                     "= order.price * order.count * rate;\n  return { total, currency: "
                     "order.currency };\n}\n\nexport const handler = async (event) => {\n  const "
                     "order = { price: 7, count: 6, currency: \"EUR\", tags: [\"new\"] };\n  "
                     "return priceOf(order);\n};\n"),
      6, QStringLiteral("order.count > 100"), QStringLiteral("rates"));
}
/// The condition of a breakpoint while it is written.
void breakpointCondition(MainWindow& window) {
  debuggerNode(window);
  auto* page = window.findChild<editor::CodePage*>();
  page->openFile(page->currentFile(), 4);
  trigger(window, "editor.condition");
  settle(window);
}
void trust(MainWindow& window) {
  openCopy(window, {});
  goLive(window);
  test(window);
}
void whatIfBatches(MainWindow& window) {
  await(*turned(window, 0, whatif::Knob::BatchSize, 1));
}
void none(MainWindow& /*window*/) {}

#define COLDSTART_PAGE(id)                          \
  constexpr const char* const k_##id = "view." #id; \
  constexpr auto* show_##id = page<&k_##id>

COLDSTART_PAGE(code);
COLDSTART_PAGE(configuration);
COLDSTART_PAGE(permissions);
COLDSTART_PAGE(event);
COLDSTART_PAGE(flow);
COLDSTART_PAGE(timeline);
COLDSTART_PAGE(concurrency);
COLDSTART_PAGE(logs);
COLDSTART_PAGE(metrics);
COLDSTART_PAGE(bill);

template <const char* const* Action>
void dialog(MainWindow& window) {
  newcomer(window);
  trigger(window, *Action);
}

/// Every rule of the service.
void rules(MainWindow& window) {
  trigger(window, "help.simulated");
  auto* which = window.findChild<theme::Segmented*>(QStringLiteral("simulatedSwitch"));
  if (which) which->segment(1)->click();
}

constexpr const char* const kSettings = "edit.settings";
constexpr const char* const kShortcuts = "help.shortcuts";
constexpr const char* const kSimulated = "help.simulated";
constexpr const char* const kAbout = "help.about";
constexpr const char* const kNewProject = "file.new";
constexpr const char* const kNewScenario = "run.newScenario";

constexpr QSize kUsual(1440, 900);
constexpr QSize kSmall(1024, 768);

constexpr std::array kStates{
    WindowState{"welcome", nullptr, kUsual, false, 100, "en", none},
    WindowState{"empty", nullptr, kUsual, false, 100, "en", empty},
    WindowState{"write", nullptr, kUsual, false, 100, "en", newcomer},
    WindowState{"write-dark", nullptr, kUsual, true, 100, "en", newcomer},
    WindowState{"watch", nullptr, kUsual, false, 100, "en", watch},
    WindowState{"teach", nullptr, kSmall, false, 100, "en", teach},
    WindowState{"code", nullptr, kUsual, false, 100, "en", show_code},
    WindowState{"event", "s3-upload", kUsual, false, 100, "en", show_event},
    WindowState{"configuration", nullptr, kUsual, false, 100, "en", show_configuration},
    WindowState{"permissions", nullptr, kUsual, false, 100, "en", show_permissions},
    WindowState{"flow", nullptr, kUsual, false, 100, "en", show_flow},
    WindowState{"timeline", nullptr, kUsual, false, 100, "en", show_timeline},
    WindowState{"concurrency", nullptr, kUsual, false, 100, "en", show_concurrency},
    WindowState{"logs", nullptr, kUsual, false, 100, "en", show_logs},
    WindowState{"metrics", nullptr, kUsual, false, 100, "en", show_metrics},
    WindowState{"bill", nullptr, kUsual, false, 100, "en", show_bill},
    WindowState{"burst", "burst-of-3000", kUsual, true, 100, "en", burst},
    WindowState{"thousand", "burst-of-3000", kUsual, false, 100, "en", thousand},
    WindowState{"teach-burst", "burst-of-3000", kSmall, true, 100, "en", teachBurst},
    WindowState{"error", nullptr, kUsual, false, 100, "en", error},
    WindowState{"what-if", "image-resize", kUsual, false, 100, "en", whatIf},
    WindowState{"what-if-neighbour", "noisy-neighbour", kUsual, true, 100, "en", whatIfNeighbour},
    WindowState{"what-if-batches", "sqs-worker", kUsual, false, 100, "en", whatIfBatches},
    WindowState{"palette", nullptr, kUsual, false, 100, "en", palette},
    WindowState{"settings", nullptr, kUsual, false, 100, "en", dialog<&kSettings>},
    WindowState{"shortcuts", nullptr, kUsual, false, 100, "en", dialog<&kShortcuts>},
    WindowState{"simulated", nullptr, kUsual, false, 100, "en", dialog<&kSimulated>},
    WindowState{"rules", nullptr, kUsual, false, 100, "en", rules},
    WindowState{"about", nullptr, kUsual, true, 100, "en", dialog<&kAbout>},
    WindowState{"new-project", nullptr, kUsual, false, 100, "en", dialog<&kNewProject>},
    WindowState{"new-scenario", nullptr, kUsual, false, 100, "en", dialog<&kNewScenario>},
    WindowState{"small", nullptr, kSmall, false, 100, "en", newcomer},
    WindowState{"small-watch", nullptr, kSmall, true, 100, "en", watch},
    WindowState{"scale-200", nullptr, QSize(1920, 1200), false, 200, "en", newcomer},
    WindowState{"live-cold", "hello-python", kUsual, false, 100, "en", liveCold},
    WindowState{"live-warm", "hello-python", kUsual, false, 100, "en", liveWarm},
    WindowState{"live-error", "hello-python", kUsual, false, 100, "en", liveError},
    WindowState{"live-timeout", "hello-python", kUsual, true, 100, "en", liveTimeout},
    WindowState{"live-out-of-memory", "hello-python", kUsual, false, 100, "en", liveOutOfMemory},
    WindowState{"live-not-runnable", "hello-python", kUsual, false, 100, "en", liveUnknown},
    WindowState{"live-burst", "hello-python", kUsual, false, 100, "en", liveBurst},
    WindowState{"profile", "hello-python", kUsual, false, 100, "en", profileDialog},
    WindowState{"compare-results", "hello-python", kUsual, false, 100, "en", compareResults},
    WindowState{"debugger", "hello-python", kUsual, false, 100, "en", debugger},
    WindowState{"debugger-node", "hello-node", kUsual, false, 100, "en", debuggerNode},
    WindowState{"breakpoint-condition", "hello-node", kUsual, false, 100, "en",
                breakpointCondition},
    WindowState{"attach", "hello-python", kUsual, false, 100, "en", attach},
    WindowState{"trust", "hello-python", kUsual, false, 100, "en", trust},
    WindowState{"german", nullptr, kUsual, false, 100, "de", newcomer},
};

}  // namespace

std::span<const WindowState> windowStates() {
  return kStates;
}

void settle(window::MainWindow& window) {
  const QDeadlineTimer patience(kPatienceMs);
  const auto busy = [&window] {
    if (window.reading()) return true;
    Session* session = window.session();
    return session && session->busy() && !session->live().debugging().stop();
  };
  do {
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    if (busy()) QThread::msleep(1);
  } while (busy() && !patience.hasExpired());
  // What is put off to the next turn of the loop, several deep: first frames, layouts, samples.
  for (int turn = 0; turn < 10; ++turn) QCoreApplication::processEvents();
}

}  // namespace coldstart::command
