// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/metric_chart.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/theme/figures.h"
#include "app/workbench/say.h"
#include "core/base/units.h"

namespace coldstart::cloudwatch {

using observe::Datapoint;
using theme::px;
using theme::Role;

namespace {

const observe::MetricInfo& infoOf(observe::Metric metric) {
  const auto& all = observe::metricCatalogue();
  return *std::find_if(all.begin(), all.end(),
                       [metric](const observe::MetricInfo& info) { return info.metric == metric; });
}

/// The smallest of 1, 2, 5 × 10^n at or above `value`: where a chart's axis ends.
double roundedUp(double value) {
  if (value <= 0) return 1;
  const double decade = std::pow(10.0, std::floor(std::log10(value)));
  for (const double step : {1.0, 1.5, 2.0, 3.0, 5.0, 7.5}) {
    if (value <= step * decade) return step * decade;
  }
  return 10 * decade;
}

QString clock(WallTime t) {
  return qs(formatIso8601Millis(t)).mid(11, 8);
}

/// The ink thinned with the pane's colour, so many parts of a hundred being ink.
QRgb thinned(const QColor& ink, int parts) {
  const QColor pane = theme::color(Role::Panel);
  const auto mixed = [parts](int a, int b) { return (a * parts + b * (100 - parts)) / 100; };
  return qRgb(mixed(ink.red(), pane.red()), mixed(ink.green(), pane.green()),
              mixed(ink.blue(), pane.blue()));
}

/// "1 s", "5 min": as the switch in the header writes it.
QString periodText(Duration period) {
  return period < Duration::minutes(1)
             ? MetricChart::tr("%1 s").arg(period.us / Duration::seconds(1).us)
             : MetricChart::tr("%1 min").arg(period.us / Duration::minutes(1).us);
}

/// "1 234", "12.3", "0.412": three figures below a thousand.
QString number(double value) {
  if (value >= 1000 || value == std::floor(value)) {
    return qs(formatCount(static_cast<std::int64_t>(std::llround(value))));
  }
  return QString::number(value, 'f', value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

}  // namespace

MetricChart::MetricChart(observe::Metric metric, QWidget* parent)
    : QWidget(parent), m_metric(metric) {
  setObjectName(QStringLiteral("chart") + qs(infoOf(metric).name));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
    updateGeometry();
    invalidate();
  });
  describe();
}

void MetricChart::setLines(std::vector<ChartLine> lines, Duration period) {
  m_lines = std::move(lines);
  m_period = period;
  m_counting = false;
  invalidate();
  describe();
}

void MetricChart::setCounting(bool counting) {
  if (m_counting == counting) return;
  m_counting = counting;
  invalidate();
}

void MetricChart::append(std::size_t line, Datapoint point) {
  m_lines[line].series.append(point);
  invalidate();
}

void MetricChart::setWindow(TimeWindow window) {
  if (window == m_window) return;
  m_window = window;
  invalidate();
}

void MetricChart::setPlayhead(Instant t) {
  if (t == m_playhead) return;
  m_playhead = t;
  describe();
  update();
}

QString MetricChart::amount(double value) const {
  const auto& info = infoOf(m_metric);
  if (info.unit == "Milliseconds") {
    return value >= 1000 ? tr("%1 s").arg(QString::number(value / 1000, 'f', 2))
                         : tr("%1 ms").arg(number(value));
  }
  return number(value);
}

QString MetricChart::valueText(Instant t) const {
  QStringList values;
  for (const ChartLine& line : m_lines) {
    const auto point = line.series.at(t);
    values += point ? amount(point->value) : QStringLiteral("–");
  }
  return values.join(QStringLiteral(" · "));
}

void MetricChart::describe() {
  setAccessibleName(qs(infoOf(m_metric).name));
  setAccessibleDescription(
      tr("At the playhead: %1, periods of %2").arg(valueText(m_playhead), periodText(m_period)));
}

QString MetricChart::cardAt(QPointF point) const {
  const QRect area = plot();
  if (m_lines.empty() || point.x() < area.left() || point.x() > area.right()) return {};
  const Instant t = timeAt(point.x());
  QStringList rows{qs(infoOf(m_metric).name)};
  const std::int64_t begins = t.us / m_period.us * m_period.us;
  rows += tr("from %1, for %2").arg(clock(m_start + Duration{begins}), periodText(m_period));
  for (const ChartLine& line : m_lines) {
    const auto found = line.series.at(t);
    rows += found ? tr("%1: %2").arg(line.label, amount(found->value))
                  : tr("%1: no datapoint, because nothing happened").arg(line.label);
  }
  return rows.join(u'\n');
}

QRect MetricChart::plot() const {
  return {px(12), px(32), width() - px(24), height() - px(32) - px(22)};
}

Instant MetricChart::timeAt(qreal x) const {
  const QRect area = plot();
  const double part = (x - area.left()) / std::max(1, area.width());
  const double span = static_cast<double>((m_window.to - m_window.from).us);
  return m_window.from + Duration{static_cast<std::int64_t>(std::clamp(part, 0.0, 1.0) * span)};
}

qreal MetricChart::xOf(Instant t) const {
  const QRect area = plot();
  const double span = std::max(1.0, static_cast<double>((m_window.to - m_window.from).us));
  return area.left() + area.width() * static_cast<double>((t - m_window.from).us) / span;
}

QSize MetricChart::sizeHint() const {
  return {px(260), px(150)};
}

QSize MetricChart::minimumSizeHint() const {
  return {px(180), px(110)};
}

void MetricChart::invalidate() {
  m_picture.drop();
  update();
}

/// Written as scan lines: the cost is pixels, whatever the number of datapoints.
void MetricChart::writeLine(QImage& image, const ChartLine& line, double top) const {
  const qreal dpr = image.devicePixelRatio();
  const QRect logical = plot();
  const QRect area(qRound(logical.left() * dpr), qRound(logical.top() * dpr),
                   qRound(logical.width() * dpr), qRound(logical.height() * dpr));
  const auto width = static_cast<std::size_t>(std::max(0, area.width()));
  const auto columns = line.series.columns(m_window.from, m_window.to, width);
  const int stroke = std::max(1, qRound(px(1.5) * dpr));
  const auto yOf = [&](double value) {
    return area.bottom() - static_cast<int>(std::lround(value / top * (area.height() - 1)));
  };
  // OPTIMIZATION: three lists instead of one of structs, so that pixels are chosen four at a time.
  constexpr int kNowhere = std::numeric_limits<int>::max();
  std::vector<int> tops(width, kNowhere);
  std::vector<int> bottoms(width, 0);
  std::vector<int> washes(width, kNowhere);
  const bool first = &line == &m_lines.front();
  int before = -1;  // The line's height in the column before, so that steps are joined.
  for (std::size_t x = 0; x < width; ++x) {
    if (!columns[x].any) {
      before = -1;
      continue;
    }
    const int most = yOf(columns[x].most);
    const int least = yOf(columns[x].least);
    const int high = before >= 0 ? std::min(most, before) : most;
    const int low = before >= 0 ? std::max(least, before) : least;
    tops[x] = high - stroke / 2;
    bottoms[x] = low - stroke / 2 + stroke;
    if (first) washes[x] = most;
    before = most;
  }
  const QColor role = theme::color(line.role);
  const QRgb ink = m_counting ? thinned(role, 35) : role.rgb();
  const QRgb wash = thinned(role, 18);
  const int past = std::min(image.height(), area.bottom() + 1 + stroke);
  for (int y = std::max(0, area.top() - stroke); y < past; ++y) {
    QRgb* out = theme::pixelRow(image, y) + area.left();
    const int washed = y <= area.bottom() ? y : -1;
    for (std::size_t x = 0; x < width; ++x) {
      const QRgb under = washed >= washes[x] ? wash : out[x];
      out[x] = (y >= tops[x]) & (y < bottoms[x]) ? ink : under;
    }
  }
}

bool MetricChart::isEmpty() const {
  return std::all_of(m_lines.begin(), m_lines.end(),
                     [](const ChartLine& line) { return line.series.empty(); });
}

void MetricChart::paintPicture(QImage& image) const {
  image.fill(theme::color(Role::Panel));
  const QRect area = plot();
  double top = 0;
  for (const ChartLine& line : m_lines) top = std::max(top, line.series.greatest());
  const bool empty = top <= 0 && isEmpty();
  top = roundedUp(top);
  for (int i = 0; i <= 2; ++i) {
    const int y = area.top() + (area.height() - 1) * i / 2;
    QPainter(&image).fillRect(area.left(), y, area.width(), 1,
                              theme::color(i == 2 ? Role::Line : Role::InnerLine));
  }
  for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
    writeLine(image, *line, top);
  }
  QPainter painter(&image);
  painter.setFont(theme::Theme::instance().smallFont());
  painter.setPen(theme::color(Role::Dim));
  if (empty) {
    painter.setPen(theme::color(Role::Muted));
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap,
                     m_counting ? tr("Counting…") : tr("No datapoints: nothing of this happened."));
  } else {
    painter.drawText(QRect(area.left() + px(2), area.top() + px(1), area.width(), px(14)),
                     Qt::AlignLeft | Qt::AlignTop, amount(top));
  }
  const QRect foot(area.left(), area.bottom() + px(5), area.width(), px(15));
  painter.setPen(theme::color(Role::Dim));
  painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                   clock(m_start + Duration{m_window.from.us}));
  painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                   clock(m_start + Duration{m_window.to.us}));
  if (foot.width() > px(190)) {
    painter.drawText(foot, Qt::AlignCenter, tr("%1 periods").arg(periodText(m_period)));
  }
}

void MetricChart::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  m_picture.draw(painter, *this, [this](QImage& image) { paintPicture(image); });
  const QRect head(px(12), px(6), width() - px(24), px(22));
  const theme::Theme& look = theme::Theme::instance();
  QFont strong = look.interfaceFont();
  strong.setWeight(QFont::DemiBold);
  const QString value = valueText(m_playhead);
  painter.setFont(strong);
  const int valueWidth = theme::figuresWidth(painter.fontMetrics(), value);
  painter.setPen(theme::color(Role::Text));
  theme::drawFigures(painter, head, Qt::AlignRight | Qt::AlignVCenter, value);
  painter.setFont(look.interfaceFont());
  painter.setPen(theme::color(Role::Muted));
  QString title = qs(infoOf(m_metric).name);
  QStringList labels;
  for (const ChartLine& line : m_lines) labels += line.label;
  if (m_lines.size() > 1) title += u' ' + labels.join(QStringLiteral(" · "));
  const int titleWidth = std::max(0, head.width() - valueWidth - px(8));
  painter.drawText(QRect(head.left(), head.top(), titleWidth, head.height()),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(title, Qt::ElideRight, titleWidth));
  // Across the words of an empty chart the playhead says nothing.
  if (m_playhead >= m_window.from && m_playhead <= m_window.to && !isEmpty()) {
    const QRect area = plot();
    painter.fillRect(QRectF(xOf(m_playhead) - 0.75, area.top() - px(2), 1.5, area.height() + px(2)),
                     theme::color(Role::Text));
  }
  if (hasFocus()) {
    painter.setPen(QPen(theme::color(Role::Accent), 2));
    painter.drawRect(QRectF(1, 1, width() - 2, height() - 2));
  }
}

bool MetricChart::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), cardAt(help->pos()), this);
    return true;
  }
  return QWidget::event(event);
}

void MetricChart::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit playheadAsked(timeAt(event->position().x()));
}

void MetricChart::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons().testFlag(Qt::LeftButton)) emit playheadAsked(timeAt(event->position().x()));
}

void MetricChart::wheelEvent(QWheelEvent* event) {
  const int turn = event->angleDelta().y();
  if (turn == 0 || !event->modifiers().testFlag(Qt::ControlModifier)) {
    event->ignore();  // Without Ctrl the wheel scrolls the page of charts.
    return;
  }
  const Instant about = timeAt(event->position().x());
  const auto scaled = [turn](Duration d) {
    return Duration{turn > 0 ? d.us * 2 / 3 : d.us * 3 / 2};
  };
  TimeWindow wanted{about - scaled(about - m_window.from), about + scaled(m_window.to - about)};
  wanted.from = std::max(wanted.from, Instant{0});
  if ((wanted.to - wanted.from).us >= 1000) emit windowAsked(wanted);
}

void MetricChart::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      emit playheadAsked(std::max(Instant{0}, m_playhead - m_period));
      break;
    case Qt::Key_Right:
      emit playheadAsked(m_playhead + m_period);
      break;
    case Qt::Key_Home:
      emit playheadAsked(m_window.from);
      break;
    case Qt::Key_End:
      emit playheadAsked(m_window.to);
      break;
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace coldstart::cloudwatch
