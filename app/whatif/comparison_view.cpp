// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/whatif/comparison_view.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/theme/figures.h"
#include "app/theme/theme.h"
#include "app/workbench/say.h"
#include "core/base/units.h"
#include "core/observe/words.h"

namespace coldstart::whatif {

using observe::Figures;
using observe::Spread;
using theme::px;
using theme::Role;

namespace {

QString milliseconds(double value) {
  return qs(observe::spanText(Duration::micros(std::llround(value * 1'000))));
}
QString count(double value) {
  return qs(formatCount(std::llround(value)));
}
QString percent(double value) {
  if (value == 0) return QStringLiteral("0 %");
  if (value < 0.0001) return QStringLiteral("< 0.01 %");
  return QString::number(value * 100, 'f', value < 0.1 ? 2 : 1) + QStringLiteral(" %");
}
QString dollars(double value) {
  return qs(formatMoney(Money{std::llround(value * 1e12)}));
}

/// Adds lines; those added together share a scale.
struct Lines {
  const Figures& before;
  const Figures* after;
  std::vector<ComparedFigure> all;

  template <typename Value>
  void add(const QString& label, const Value& value, QString (*text)(double), double scale = 0) {
    const double first = value(before);
    const double second = after ? value(*after) : first;
    const double whole = scale > 0 ? scale : std::max(first, second);
    const auto part = [whole](double v) { return whole > 0 ? v / whole : 0; };
    all.push_back({label, text(first), after ? text(second) : QString(),
                   after ? changeText(first, second) : QString(), part(first), part(second),
                   false});
  }
  void summarise() { all.back().summary = true; }
  template <typename Value>
  void addIfAny(const QString& label, const Value& value) {
    if (value(before) > 0 || (after && value(*after) > 0)) add(label, value, count);
  }
};

struct Words {
  Q_DECLARE_TR_FUNCTIONS(whatif)
};

/// A distribution, its parts on one scale; the first one is told in full.
template <typename SpreadOf>
void addSpread(Lines& lines, const QString& label, const SpreadOf& spread) {
  const bool first = lines.all.empty();
  const double scale =
      std::max(spread(lines.before).maximum, lines.after ? spread(*lines.after).maximum : 0);
  const auto add = [&](const QString& part, double Spread::*value) {
    lines.add(
        part, [&](const Figures& f) { return spread(f).*value; }, milliseconds, scale);
  };
  add(label, &Spread::p50);
  add(QStringLiteral("p90"), &Spread::p90);
  add(QStringLiteral("p99"), &Spread::p99);
  if (!first) return;
  lines.summarise();
  add(Words::tr("longest"), &Spread::maximum);
}

/// What callers wait for, where it is known, and how long the handler runs.
void addTimes(Lines& lines) {
  const bool response = lines.before.response && (!lines.after || lines.after->response);
  if (response)
    addSpread(lines, Words::tr("Response, p50"), [](const Figures& f) { return *f.response; });
  addSpread(lines, Words::tr("Duration, p50"), [](const Figures& f) { return f.duration; });
}

/// Of what is polled: by how many invocations, and how long messages wait.
void addMessages(Lines& lines) {
  const auto number = [](std::int64_t n) { return static_cast<double>(n); };
  if (lines.before.messages == 0) return;
  lines.add(
      Words::tr("Invocations"), [&](const Figures& f) { return number(f.invocations); }, count);
  const double scale =
      std::max(lines.before.messageAgeMaximum, lines.after ? lines.after->messageAgeMaximum : 0);
  lines.add(
      Words::tr("Messages wait, average"), [](const Figures& f) { return f.messageAgeAverage; },
      milliseconds, scale);
  lines.add(
      Words::tr("longest"), [](const Figures& f) { return f.messageAgeMaximum; }, milliseconds,
      scale);
  lines.addIfAny(Words::tr("Messages given up"),
                 [&](const Figures& f) { return number(f.givenUp); });
  lines.addIfAny(Words::tr("Messages not processed at the end"),
                 [&](const Figures& f) { return number(f.unread); });
}

}  // namespace

QString changeText(double before, double after) {
  if (before <= 0) return {};  // From nothing there is no rate.
  const double ratio = after / before;
  if (ratio >= 10) return QStringLiteral("×") + count(ratio);
  const double hundredths = (ratio - 1) * 100;
  const QString sign = hundredths < 0 ? QStringLiteral("\u2212") : QStringLiteral("+");
  const double size = std::abs(hundredths);
  if (size < 0.05) return {};
  return sign + QString::number(size, 'f', size < 10 ? 1 : 0) + QStringLiteral(" %");
}

std::vector<ComparedFigure> comparedFigures(const Figures& before, const Figures* after,
                                            const std::vector<PartOfAll>& parts) {
  const auto number = [](std::int64_t n) { return static_cast<double>(n); };
  Lines lines{before, after, {}};
  addTimes(lines);
  addMessages(lines);
  lines.add(
      Words::tr("Throttled (429)"), [&](const Figures& f) { return number(f.throttles()); }, count);
  lines.summarise();
  for (const PartOfAll& part : parts) {
    Lines own{*part.before, part.after, {}};
    own.addIfAny(QStringLiteral("\u2003") + part.name,
                 [&](const Figures& f) { return number(f.throttles()); });
    lines.all.insert(lines.all.end(), own.all.begin(), own.all.end());
  }
  lines.addIfAny(Words::tr("Errors"), [&](const Figures& f) { return number(f.errors); });
  lines.addIfAny(Words::tr("Events given up"), [&](const Figures& f) { return number(f.dropped); });
  lines.addIfAny(Words::tr("Events still waiting"),
                 [&](const Figures& f) { return number(f.waiting.value_or(0)); });
  lines.add(
      Words::tr("Cold starts"), [](const Figures& f) { return f.coldRatio(); }, percent);
  lines.add(
      Words::tr("Cost of the run"), [](const Figures& f) { return f.cost.dollars(); }, dollars);
  lines.summarise();
  return lines.all;
}

ComparisonView::ComparisonView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("whatIfComparison"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void ComparisonView::show(std::vector<ComparedFigure> figures, bool compared) {
  const QSize was = sizeHint();
  m_figures = std::move(figures);
  m_compared = compared;
  describe();
  if (sizeHint() != was) updateGeometry();
  update();
}

void ComparisonView::setPale(bool pale) {
  if (m_pale == pale) return;
  m_pale = pale;
  update();
}

void ComparisonView::describe() {
  QStringList lines;
  for (const ComparedFigure& figure : m_figures) {
    lines << (m_compared
                  ? tr("%1: %2 before, %3 after").arg(figure.label, figure.before, figure.after)
                  : QStringLiteral("%1: %2").arg(figure.label, figure.before));
  }
  setAccessibleName(tr("Before and after"));
  setAccessibleDescription(lines.join(u'\n'));
}

int ComparisonView::lineHeight() const {
  return std::max(px(18), QFontMetrics(theme::Theme::instance().interfaceFont()).height());
}
int ComparisonView::rowHeight() const {
  return lineHeight() + px(m_compared ? 17 : 11);
}

QSize ComparisonView::sizeHint() const {
  return {px(240), lineHeight() + px(4) + rowHeight() * static_cast<int>(m_figures.size())};
}
QSize ComparisonView::minimumSizeHint() const {
  return {px(170), sizeHint().height()};
}

void ComparisonView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_pale) painter.setOpacity(0.6);
  paintLegend(painter);
  int top = lineHeight() + px(4);
  for (const ComparedFigure& figure : m_figures) {
    paintFigure(painter, figure, top);
    top += rowHeight();
  }
}

void ComparisonView::paintLegend(QPainter& painter) const {
  painter.setFont(theme::Theme::instance().smallFont());
  int x = 0;
  const auto entry = [&](Role role, const QString& text) {
    const int middle = lineHeight() / 2;
    painter.fillRect(QRect(x, middle - px(2), px(12), px(5)), theme::color(role));
    painter.setPen(theme::color(Role::Muted));
    const int wide = painter.fontMetrics().horizontalAdvance(text);
    painter.drawText(QRect(x + px(17), 0, wide + 1, lineHeight()), Qt::AlignVCenter, text);
    x += px(17) + wide + px(16);
  };
  entry(Role::Frozen, tr("as it is"));
  if (m_compared) entry(Role::Accent, tr("as set here"));
}

void ComparisonView::paintFigure(QPainter& painter, const ComparedFigure& figure, int top) const {
  const theme::Theme& look = theme::Theme::instance();
  const int line = lineHeight();
  const int changeWidth = m_compared ? px(54) : 0;
  QFont strong = look.interfaceFont();
  strong.setWeight(QFont::DemiBold);
  painter.setFont(look.interfaceFont());
  painter.setPen(look.color(Role::Muted));
  if (m_compared)
    theme::drawFigures(painter, QRect(width() - changeWidth, top, changeWidth, line),
                       Qt::AlignRight | Qt::AlignVCenter, figure.change);
  int right = width() - changeWidth;
  const auto backwards = [&](const QString& text, Role role, const QFont& font) {
    painter.setFont(font);
    painter.setPen(look.color(role));
    const int wide = theme::figuresWidth(painter.fontMetrics(), text);
    theme::drawFigures(painter, QRect(right - wide, top, wide, line),
                       Qt::AlignRight | Qt::AlignVCenter, text);
    right -= wide;
  };
  if (m_compared) {
    backwards(figure.after, Role::Text, strong);
    backwards(QStringLiteral(" → "), Role::Muted, look.interfaceFont());
  }
  backwards(figure.before, m_compared ? Role::Muted : Role::Text, look.interfaceFont());
  painter.setPen(look.color(Role::Text));
  painter.drawText(QRect(0, top, right - px(6), line), Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(figure.label, Qt::ElideRight, right - px(6)));
  const auto bar = [&](double part, Role role, int y) {
    if (part <= 0) return;
    const qreal wide = std::max<qreal>(px(1.5), part * width());
    painter.fillRect(QRectF(0, y, wide, px(4)), look.color(role));
  };
  bar(figure.beforePart, Role::Frozen, top + line + px(1));
  if (m_compared) bar(figure.afterPart, Role::Accent, top + line + px(6));
}

}  // namespace coldstart::whatif
