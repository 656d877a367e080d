// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stepping through a handler, as the window sees it: which breakpoints there are, where the handler
// is held, and what to do next. Answers come later, by call, in the window's thread. Made by
// LiveWorkbench; the editor's margin, the Debug pane and the stage follow it.

#include <QMap>
#include <QObject>
#include <QString>
#include <functional>
#include <optional>

#include "core/debug/debugger.h"
#include "core/journal/attempt.h"

namespace coldstart {

class Document;
class LiveDesk;

class DebugSession : public QObject {
  Q_OBJECT
 public:
  DebugSession(Document& document, LiveDesk& desk, QObject* parent = nullptr);

  /// The condition at each line (from 1) of a file of the project, "" where it always stops. They
  /// are remembered for the project's folder until the program runs again.
  using Lines = QMap<int, QString>;
  [[nodiscard]] Lines breakpoints(const QString& file) const { return m_lines.value(file); }
  void toggle(const QString& file, int line);
  /// Stops there only where this is true, an expression of the handler's language; "" is always.
  void setCondition(const QString& file, int line, const QString& condition);
  /// After an edit moved them.
  void setBreakpoints(const QString& file, const Lines& lines);
  /// Lets a held handler go on to this line; without one, the next that is tested stops there. The
  /// next stop ends it, and so does the end of the request.
  void runTo(const QString& file, int line);
  void endRunTo();

  /// Whether processes are started for the debugger. Changing it makes environments stale.
  [[nodiscard]] bool on() const { return m_on; }
  void setOn(bool on);

  /// Where the handler is held, and in which environment; nothing while it runs.
  [[nodiscard]] const std::optional<debug::Stop>& stop() const { return m_stop; }
  [[nodiscard]] journal::EnvironmentIndex environment() const { return m_environment; }
  /// The frame in front: its place in stop().frames.
  [[nodiscard]] std::size_t frame() const { return m_frame; }
  void chooseFrame(std::size_t frame);
  /// A frame's file in the project, or "".
  [[nodiscard]] QString fileOf(const debug::Frame& frame) const;
  /// "Environment 1 is held by the debugger at hello/app.py, line 5 …"
  [[nodiscard]] QString inWords() const;

  void resume();
  void step(debug::Step step);
  using Variables = std::function<void(const std::vector<debug::Variable>&)>;
  void askLocals(Variables answer);
  void askInside(const std::string& reference, Variables answer);
  void evaluate(const QString& expression,
                std::function<void(const debug::Debugger::Evaluated&)> answer);

 signals:
  void breakpointsChanged(const QString& file);
  void changed();  ///< on(), stop() or frame().
  void failed(const QString& sentence);

 private:
  struct Place {
    QString file;
    int line = 0;
  };
  void send();
  void recall();
  void remember() const;
  void command(std::function<void(debug::Debugger&)> run);

  Document& m_document;
  LiveDesk& m_desk;
  QMap<QString, Lines> m_lines;
  std::optional<Place> m_runTo;
  bool m_on = false;
  std::optional<debug::Stop> m_stop;
  journal::EnvironmentIndex m_environment = journal::kNone;
  std::size_t m_frame = 0;
};

}  // namespace coldstart
