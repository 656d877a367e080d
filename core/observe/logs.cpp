// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/logs.h"

#include <algorithm>

#include "core/base/identifiers.h"
#include "core/observe/log_text.h"

namespace coldstart::observe {

using journal::AttemptIndex;
using journal::EnvironmentIndex;

namespace {
constexpr std::size_t kStride = 64;
constexpr std::size_t kDateLength = 10;
}  // namespace

std::string logGroupName(const journal::Run& run, std::size_t function) {
  const project::Function& f = run.project.functions[function];
  return f.logGroup.empty() ? "/aws/lambda/" + f.name : f.logGroup;
}

void addLogStreamName(Letters& out, const journal::Run& run, EnvironmentIndex environment) {
  const journal::Environment& e = run.journal.environments[environment];
  const project::Function& f = run.project.functions[e.function];
  const std::size_t begin = out.size();
  addIso8601Millis(out, run.wall(e.started));
  out.shorten(begin + kDateLength);
  out.replace(begin, '-', '/');
  out += '/';
  if (!f.logGroup.empty()) out += f.name;  // A shared group: facts §2.10.
  out += '[';
  if (e.version == 0)
    out += "$LATEST";
  else
    out.number(e.version);
  out += ']';
  addLogStreamHex(out, run.seed, environment);
}

std::string logStreamName(const journal::Run& run, EnvironmentIndex environment) {
  Letters name;
  addLogStreamName(name, run, environment);
  return std::string(name.text());
}

LogView::LogView(std::shared_ptr<const RunIndex> index, std::optional<std::size_t> function)
    : m_index(std::move(index)), m_text(std::make_shared<const LogText>(*m_index)) {
  const journal::Journal& journal = m_index->run().journal;
  m_everything = !function || m_index->run().project.functions.size() == 1;
  if (!m_everything) {
    const auto all = m_index->attempts();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].ran() && journal.functionOf(all[i]) == *function)
        m_attempts.push_back(static_cast<AttemptIndex>(i));
    }
  }
  countLines();
}

LogView LogView::stream(std::shared_ptr<const RunIndex> index, EnvironmentIndex environment) {
  LogView view;
  view.m_index = std::move(index);
  view.m_text = std::make_shared<const LogText>(*view.m_index);
  const auto own = view.m_index->attemptsOf(environment);
  view.m_attempts.assign(own.begin(), own.end());
  view.countLines();
  if (own.empty()) {
    view.m_idle = environment;
    view.m_size = view.m_text->idleLinesOf(environment).size();
  }
  return view;
}

void LogView::countLines() {
  const std::size_t count = attemptCount();
  m_checkpoints.reserve(count / kStride + 1);
  m_size = 0;
  for (std::size_t position = 0; position < count; ++position) {
    if (position % kStride == 0) m_checkpoints.push_back(m_size);
    m_size += m_text->linesOf(attemptAt(position)).size();
  }
}

std::size_t LogView::attemptCount() const {
  return m_everything ? m_index->attempts().size() : m_attempts.size();
}

AttemptIndex LogView::attemptAt(std::size_t position) const {
  return m_everything ? static_cast<AttemptIndex>(position) : m_attempts[position];
}

std::size_t LogView::linesBefore(std::size_t position) const {
  if (position >= attemptCount()) return m_size;
  std::size_t lines = m_checkpoints[position / kStride];
  for (std::size_t p = position / kStride * kStride; p < position; ++p)
    lines += m_text->linesOf(attemptAt(p)).size();
  return lines;
}

template <class Seen>
void LogView::each(std::size_t from, std::size_t to, Seen&& seen) const {
  to = std::min(to, m_size);
  if (from >= to) return;
  const auto after = std::upper_bound(m_checkpoints.begin(), m_checkpoints.end(), from);
  const auto block = static_cast<std::size_t>(after - m_checkpoints.begin()) - 1;
  std::size_t i = m_checkpoints[block];
  for (std::size_t position = block * kStride; i < to; ++position) {
    const AttemptIndex attempt = attemptAt(position);
    const std::vector<LogSlot>& lines = m_text->linesOf(attempt);
    for (std::size_t slot = i < from ? from - i : 0; slot < lines.size() && i + slot < to; ++slot) {
      if (!seen(i + slot, attempt, lines[slot])) return;
    }
    i += lines.size();
  }
}

void LogView::visit(std::size_t from, std::size_t to,
                    const std::function<bool(std::size_t, const LogLine&)>& seen) const {
  LogLine line;
  Letters text;
  const auto show = [&](std::size_t i, Instant at, LineKind kind) {
    line.at = at;
    line.kind = kind;
    line.text = text.text();
    text.clear();
    return seen(i, line);
  };
  if (m_idle) {
    line.environment = *m_idle;
    for (std::size_t i = from; i < std::min(to, m_size); ++i) {
      const LogSlot what = m_text->idleLinesOf(*m_idle)[i];
      m_text->renderIdle(*m_idle, what, text);
      if (!show(i, m_text->idleAt(*m_idle, what), what.kind)) return;
    }
    return;
  }
  each(from, to, [&](std::size_t i, AttemptIndex attempt, LogSlot what) {
    line.attempt = attempt;
    line.environment = m_index->attempts()[attempt].environment;
    m_text->render(attempt, what, text);
    return show(i, m_text->at(attempt, what), what.kind);
  });
}

void LogView::append(std::size_t from, std::size_t to, LogRow row, Letters& out) const {
  const journal::Run& run = m_index->run();
  Letters stream;
  std::optional<EnvironmentIndex> shown;
  const auto begin = [&](Instant at, EnvironmentIndex environment) {
    addIso8601Millis(out, run.wall(at));
    if (row == LogRow::Timed) {
      out += '\t';
      return;
    }
    if (shown != environment) {
      shown = environment;
      stream.clear();
      stream += ' ';
      addLogStreamName(stream, run, environment);
      stream += ' ';
    }
    out += stream.text();
  };
  for (std::size_t i = from; m_idle && i < std::min(to, m_size); ++i) {
    const LogSlot what = m_text->idleLinesOf(*m_idle)[i];
    begin(m_text->idleAt(*m_idle, what), *m_idle);
    m_text->renderIdle(*m_idle, what, out);
    out += '\n';
  }
  if (m_idle) return;
  each(from, to, [&](std::size_t, AttemptIndex attempt, LogSlot what) {
    begin(m_text->at(attempt, what), run.journal.attempts[attempt].environment);
    m_text->render(attempt, what, out);
    out += '\n';
    return true;
  });
}

LogLine LogView::line(std::size_t i) const {
  LogLine found;
  visit(i, i + 1, [&found](std::size_t, const LogLine& line) {
    found = line;
    return false;
  });
  return found;
}

std::optional<std::size_t> LogView::firstLineOf(AttemptIndex attempt) const {
  if (attempt >= m_index->attempts().size() || m_text->linesOf(attempt).empty())
    return std::nullopt;
  if (m_everything) return linesBefore(attempt);
  const auto found = std::lower_bound(m_attempts.begin(), m_attempts.end(), attempt);
  if (found == m_attempts.end() || *found != attempt) return std::nullopt;
  return linesBefore(static_cast<std::size_t>(found - m_attempts.begin()));
}

std::size_t LogView::linesOf(AttemptIndex attempt) const {
  return firstLineOf(attempt) ? m_text->linesOf(attempt).size() : 0;
}

Instant LogView::timeOf(AttemptIndex attempt, std::size_t number) const {
  return m_text->at(attempt, m_text->linesOf(attempt)[number]);
}

std::size_t LogView::linesBy(Instant t) const {
  if (m_idle) return m_index->run().journal.environments[*m_idle].started <= t ? m_size : 0;
  const std::size_t arrived = m_index->arrivedBy(t);
  if (m_everything) return linesBefore(arrived);
  const auto after = std::lower_bound(m_attempts.begin(), m_attempts.end(), arrived);
  return linesBefore(static_cast<std::size_t>(after - m_attempts.begin()));
}

}  // namespace coldstart::observe
