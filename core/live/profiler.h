// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Measures a handler: so many cold starts and warm invocations with each event, one after the other
// on an otherwise idle host, so that the simulator can play the function afterwards. Lives in a
// thread with an event loop, as LiveHost does. Used by `coldstart profile` and the window.

#include <QObject>
#include <memory>
#include <string>
#include <vector>

#include "core/live/live_host.h"

namespace coldstart::live {

struct ProfilePlan {
  std::size_t function = 0;
  std::vector<std::string> payloads;
  int cold = 5;   ///< With each payload.
  int warm = 20;  ///< Likewise, after the last of the cold ones.
};

/// What was measured, in the form in which it can be taken anywhere.
struct Profile {
  std::string reports;  ///< REPORT lines, one for each invocation.
  int invocations = 0;
  int failed = 0;
  /// What the handler prints in one invocation, with %requestId in place of its request's: what was
  /// printed most often where it is not always the same.
  std::vector<std::string> logLines;
  bool alwaysPrintsThat = true;
  std::string response;  ///< Of the last success; "" when there was none.
  bool operator==(const Profile&) const = default;
};

class Profiler : public QObject {
  Q_OBJECT
 public:
  Profiler(project::Project project, LiveHost::Settings settings, ProfilePlan plan);

  /// In the thread in which it is to run.
  void start();
  /// Ends every process; finished() does not come any more.
  void stop();

 signals:
  void progress(int done, int total);
  void finished(const coldstart::live::Profile& profile);

 private:
  void next();
  [[nodiscard]] Profile measured();

  project::Project m_project;
  LiveHost::Settings m_settings;
  ProfilePlan m_plan;
  std::unique_ptr<LiveHost> m_host;
  int m_done = 0;
  int m_total = 0;
};

}  // namespace coldstart::live
