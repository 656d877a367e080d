// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A rig whose handler is held by the debugger: a request that stops, and what may be asked then.

#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <map>

#include "tests/core/live/live_rig.h"

namespace coldstart::livetest {

/// A request under way, and where its handler was held at first.
struct Held {
  explicit Held(Rig& of) : rig(of), stops(&of.host(), &live::LiveHost::stoppedAt) {}

  void send(const std::string& payload) {
    live::LiveHost::Request request;
    request.payload = payload;
    request.answered = [this](const live::LiveAnswer& given) { answer = given; };
    rig.host().invoke(std::move(request));
  }
  /// Waits until the debugger has stopped it once more.
  debug::Stop next() {
    if (!QTest::qWaitFor([&] { return stops.size() > seen; }, 30'000)) {
      QTest::qFail("nothing was held", __FILE__, __LINE__);
      return {.why = {}, .text = {}, .frames = {{}}};
    }
    return stops.at(seen++).at(1).value<debug::Stop>();
  }
  debug::Stop sendAndStop(const std::string& payload) {
    send(payload);
    return next();
  }
  debug::Debugger& debugger() { return *rig.host().heldDebugger(); }
  std::string evaluate(const debug::Stop& stop, const std::string& expression) {
    std::string value;
    bool isAnswered = false;
    debugger().evaluate(stop.frames[0].id, expression,
                        [&](const debug::Debugger::Evaluated& given) {
                          value = (given.isError ? "! " : "") + given.value.value;
                          isAnswered = true;
                        });
    if (!QTest::qWaitFor([&] { return isAnswered; }, 10'000))
      QTest::qFail("no answer", __FILE__, 1);
    return value;
  }
  std::map<std::string, debug::Variable> locals(const debug::Stop& stop) {
    std::map<std::string, debug::Variable> found;
    bool isAnswered = false;
    debugger().askLocals(stop.frames[0].id, [&](const std::vector<debug::Variable>& variables) {
      for (const debug::Variable& each : variables) found[each.name] = each;
      isAnswered = true;
    });
    if (!QTest::qWaitFor([&] { return isAnswered; }, 10'000))
      QTest::qFail("no answer", __FILE__, 2);
    return found;
  }
  /// Lets it go on, and waits for its answer.
  live::LiveAnswer finish() {
    debugger().resume();
    return wait();
  }
  live::LiveAnswer wait() {
    if (!QTest::qWaitFor([&] { return answer.status != 0; }, 30'000))
      QTest::qFail("no answer", __FILE__, 3);
    return std::exchange(answer, {.status = 0, .functionError = {}, .payload = {}});
  }

  Rig& rig;
  QSignalSpy stops;
  qsizetype seen = 0;
  live::LiveAnswer answer{.status = 0, .functionError = {}, .payload = {}};
};

inline void stopAt(Rig& rig, std::vector<debug::Breakpoint> breakpoints) {
  rig.host().setDebugging(live::LiveHost::Debugging{std::move(breakpoints)});
}

}  // namespace coldstart::livetest
