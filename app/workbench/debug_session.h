// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stepping through a handler, as the window sees it: which breakpoints there are, where the handler
// is held, and what to do next. Answers come later, by call, in the window's thread. Made by
// LiveWorkbench; the editor's margin, the Debug pane and the stage follow it.

#include <QList>
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

  /// Lines (from 1) of a file of the project, in order.
  [[nodiscard]] QList<int> breakpoints(const QString& file) const { return m_lines.value(file); }
  void toggle(const QString& file, int line);
  /// After an edit moved them.
  void setBreakpoints(const QString& file, const QList<int>& lines);

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
  void send();
  void command(std::function<void(debug::Debugger&)> run);

  Document& m_document;
  LiveDesk& m_desk;
  QMap<QString, QList<int>> m_lines;
  bool m_on = false;
  std::optional<debug::Stop> m_stop;
  journal::EnvironmentIndex m_environment = journal::kNone;
  std::size_t m_frame = 0;
};

}  // namespace coldstart
