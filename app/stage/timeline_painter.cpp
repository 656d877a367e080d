// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/timeline_painter.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <array>
#include <cstring>

#include "app/stage/legend.h"
#include "app/stage/unrecorded.h"
#include "app/theme/picture.h"
#include "app/theme/theme.h"

namespace coldstart::stage {

using observe::LaneColumn;
using observe::LaneKind;
using theme::Role;

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QRgb mixed(const QColor& under, const QColor& over, int share) {
  const auto part = [share](int a, int b) { return a + (b - a) * share / 255; };
  return qRgb(part(under.red(), over.red()), part(under.green(), over.green()),
              part(under.blue(), over.blue()));
}

/// The colours of folded columns, computed once a painting.
struct Palette {
  std::array<QRgb, 256> busy{};
  QRgb frozen = 0;
  QRgb provisioned = 0;
  QRgb init = 0;
  QRgb initStripe = 0;
  QRgb error = 0;
  QRgb panel = 0;

  Palette() {
    const QColor under = theme::color(Role::FrozenBackground);
    const QColor over = theme::color(Role::Busy);
    // One short request in a wide pixel must still be seen: a third of the colour is the least.
    for (int share = 0; share < 256; ++share)
      busy[static_cast<std::size_t>(share)] = mixed(under, over, 84 + share * 171 / 255);
    frozen = under.rgb();
    provisioned = mixed(theme::color(Role::Panel), theme::color(Role::Provisioned), 64);
    init = theme::color(Role::Init).rgb();
    initStripe = mixed(theme::color(Role::Init), Qt::white, 97);
    error = theme::color(Role::Error).rgb();
    panel = theme::color(Role::Panel).rgb();
  }

  [[nodiscard]] QRgb of(const LaneColumn& column) const {
    if ((column.marks & (observe::kColumnError | observe::kColumnTimedOut)) != 0) return error;
    if ((column.marks & observe::kColumnInit) != 0) return init;
    return busy[column.busy];
  }
};

/// One lane's scan line, in device pixels: its life, the folded columns, then the bars.
void fillLine(std::vector<QRgb>& line, const TimelineDrawing& drawing, const TimelineRow& row,
              std::span<const TimelineBar> bars, const Palette& palette, qreal dpr) {
  std::fill(line.begin(), line.end(), palette.panel);
  const auto columnOf = [&](qreal x) {
    const std::int64_t c = std::lround((x - drawing.plot.left()) * dpr);
    return std::clamp<std::int64_t>(c, 0, static_cast<std::int64_t>(line.size()));
  };
  const auto fill = [&](qreal left, qreal right, QRgb colour) {
    const std::int64_t first = columnOf(left);
    const std::int64_t past =
        std::max(columnOf(right), std::min<std::int64_t>(first + 1, std::ssize(line)));
    std::fill(line.begin() + first, line.begin() + past, colour);
  };
  fill(row.bar.left(), row.bar.right(), row.provisioned ? palette.provisioned : palette.frozen);
  for (const TimelineBar& bar : bars) {
    if (bar.kind == LaneKind::Frozen) continue;
    fill(bar.rect.left(), bar.rect.right(),
         bar.kind == LaneKind::Init ? palette.init : palette.busy[255]);
    const bool failed = bar.kind == LaneKind::Error || bar.kind == LaneKind::TimedOut;
    if (failed)
      fill(std::max(bar.rect.left(), bar.rect.right() - theme::px(4)), bar.rect.right(),
           palette.error);
  }
  for (std::size_t c = 0; c < line.size(); ++c) {
    const LaneColumn& column = drawing.columns[row.firstColumn + c];
    if (column.marks != 0) line[c] = palette.of(column);
  }
  // A failure among hundreds of lanes is given a second pixel, so that an eye finds it.
  for (std::size_t c = line.size(); c-- > 1;)
    if (line[c - 1] == palette.error) line[c] = palette.error;
}

/// Lanes too low for text are written as scan lines: the cost is pixels, whatever the number of
/// requests.
void writeCompactRows(QImage& image, const TimelineDrawing& drawing) {
  const qreal dpr = image.devicePixelRatio();
  const Palette palette;
  const int left = qRound(drawing.plot.left() * dpr);
  const int width = qMin(drawing.window.columns, image.width() - left);
  const int first = qRound(drawing.plot.top() * dpr);
  const int past = qMin(image.height(), qRound(drawing.plot.bottom() * dpr));
  std::vector<QRgb> line(static_cast<std::size_t>(drawing.window.columns));
  std::vector<int> init;  // Columns that are hatched.
  const auto bytes = static_cast<std::size_t>(width) * sizeof(QRgb);
  auto firstBar = drawing.bars.begin();
  const int stripe = qMax(3, qRound(theme::px(6) * dpr));
  for (const TimelineRow& row : drawing.rows) {
    auto pastBar = firstBar;
    while (pastBar != drawing.bars.end() && pastBar->environment == row.environment) ++pastBar;
    fillLine(line, drawing, row, std::span(firstBar, pastBar), palette, dpr);
    firstBar = pastBar;
    init.clear();
    for (int x = 0; x < width; ++x)
      if (line[static_cast<std::size_t>(x)] == palette.init) init.push_back(x);
    const int top = qMax(first, qRound(row.bar.top() * dpr));
    const int bottom = qMin(past, qRound(row.bar.bottom() * dpr));
    for (int y = top; y < bottom; ++y) {
      QRgb* out = theme::pixelRow(image, y) + left;
      std::memcpy(out, line.data(), bytes);
      for (const int x : init)
        if ((x + y) % stripe < stripe / 3) out[x] = palette.initStripe;
    }
  }
}

class RowPainter {
 public:
  RowPainter(QPainter& painter, const TimelineDrawing& drawing, qreal dpr)
      : m_p(painter), m_d(drawing), m_dpr(dpr), m_hatch(theme::Theme::instance().initHatch(dpr)) {}

  void paint() {
    m_p.setRenderHint(QPainter::Antialiasing);
    for (const TimelineRow& row : m_d.rows) paintLife(row);
    for (const TimelineBar& bar : m_d.bars)
      if (bar.kind == LaneKind::Frozen) paintLabel(bar);
    for (const TimelineRow& row : m_d.rows) paintFolds(row);
    for (const TimelineBar& bar : m_d.bars)
      if (bar.kind != LaneKind::Frozen) paintBar(bar);
    m_p.setRenderHint(QPainter::Antialiasing, false);
  }

 private:
  void paintLife(const TimelineRow& row) {
    const QColor outline = theme::color(row.provisioned ? Role::Provisioned : Role::Frozen);
    QColor fill = theme::color(row.provisioned ? Role::Provisioned : Role::FrozenBackground);
    if (row.provisioned) fill.setAlphaF(0.16F);
    m_p.setBrush(fill);
    QPen pen(outline, row.provisioned ? 1.5 : 1);
    if (!row.provisioned) pen.setDashPattern({3, 3});
    m_p.setPen(pen);
    // An edge outside the window is not an end: it is drawn beyond the clip.
    const QRectF life = row.bar.adjusted(row.begins ? 0.5 : -8, 0.5, row.ends ? -0.5 : 8, -0.5);
    m_p.save();
    m_p.setClipRect(row.bar);
    m_p.drawRoundedRect(life, theme::px(3), theme::px(3));
    m_p.restore();
  }

  void paintFolds(const TimelineRow& row) {
    const Palette palette;
    const auto count = static_cast<std::size_t>(m_d.window.columns);
    m_p.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t c = 0; c < count; ++c) {
      const LaneColumn& column = m_d.columns[row.firstColumn + c];
      if (column.marks == 0) continue;
      const qreal x = m_d.plot.left() + static_cast<qreal>(c) / m_dpr;
      m_p.fillRect(QRectF(x, row.bar.top(), 1 / m_dpr, row.bar.height()),
                   QColor::fromRgb(palette.of(column)));
    }
    m_p.setRenderHint(QPainter::Antialiasing);
  }

  void paintBar(const TimelineBar& bar) {
    const qreal radius = qMin<qreal>(theme::px(2), bar.rect.width() / 3);
    m_p.setPen(Qt::NoPen);
    m_p.setBrush(theme::color(bar.kind == LaneKind::Init ? Role::Init : Role::Busy));
    m_p.drawRoundedRect(bar.rect, radius, radius);
    if (bar.kind == LaneKind::Init) {
      m_p.setBrush(m_hatch);
      m_p.drawRoundedRect(bar.rect, radius, radius);
    }
    if (bar.kind == LaneKind::Error || bar.kind == LaneKind::TimedOut) paintFailure(bar);
    paintLabel(bar);
  }

  /// The purple end of a bar, with its "!".
  void paintFailure(const TimelineBar& bar) {
    const qreal width = qMin<qreal>(bar.rect.width(), theme::px(14));
    const QRectF end(bar.rect.right() - width, bar.rect.top(), width, bar.rect.height());
    m_p.setBrush(theme::color(Role::Error));
    m_p.drawRoundedRect(end, theme::px(2), theme::px(2));
    if (width < theme::px(8)) return;
    m_p.setPen(theme::color(Role::Panel));
    QFont bold = theme::Theme::instance().smallFont();
    bold.setWeight(QFont::Bold);
    m_p.setFont(bold);
    m_p.drawText(end, Qt::AlignCenter, QStringLiteral("!"));
  }

  void paintLabel(const TimelineBar& bar) {
    if (bar.label.isEmpty()) return;
    QFont font = theme::Theme::instance().smallFont();
    font.setWeight(QFont::DemiBold);
    m_p.setFont(font);
    Role role = Role::Muted;
    if (bar.kind != LaneKind::Frozen) role = Role::Panel;
    QColor colour = theme::color(role);
    // Amber is light in both themes, so its text is always dark.
    if (bar.kind == LaneKind::Init) colour = theme::Theme::color(Role::Text, false);
    m_p.setPen(colour);
    m_p.drawText(bar.rect.adjusted(theme::px(6), 0, -theme::px(3), 0),
                 Qt::AlignVCenter | Qt::AlignLeft, bar.label);
  }

  QPainter& m_p;
  const TimelineDrawing& m_d;
  qreal m_dpr;
  QBrush m_hatch;
};

void paintRowLabels(QPainter& painter, const TimelineDrawing& drawing) {
  const theme::Theme& theme = theme::Theme::instance();
  QFont name = theme.interfaceFont();
  name.setWeight(QFont::DemiBold);
  const qreal left = theme::px(10);
  const qreal width = drawing.plot.left() - left - theme::px(6);
  painter.save();
  painter.setClipRect(QRectF(0, drawing.plot.top(), drawing.plot.left(), drawing.plot.height()));
  for (const TimelineRow& row : drawing.rows) {
    if (row.label.isEmpty()) continue;
    painter.setPen(theme::color(drawing.compact ? Role::Muted : Role::Text));
    painter.setFont(drawing.compact ? theme.smallFont() : name);
    QRectF rect(left, row.bar.center().y() - theme::px(9), width, theme::px(18));
    if (!row.detail.isEmpty()) rect.translate(0, -theme::px(7));
    if (drawing.compact)
      rect.moveTop(qMax(drawing.plot.top() - theme::px(2), row.bar.center().y() - theme::px(8)));
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.label, Qt::ElideRight, qRound(width)));
    if (row.detail.isEmpty()) continue;
    painter.setFont(theme.smallFont());
    painter.setPen(theme::color(Role::Muted));
    painter.drawText(rect.translated(0, theme::px(15)), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.detail, Qt::ElideRight, qRound(width)));
  }
  painter.restore();
}

void paintAxis(QPainter& painter, const TimelineDrawing& drawing) {
  painter.setFont(theme::Theme::instance().smallFont());
  const QFontMetricsF metrics(painter.font());
  qreal free = 0;
  for (const TimelineTick& tick : drawing.ticks) {
    painter.setPen(theme::color(Role::InnerLine));
    painter.drawLine(
        QPointF(tick.x, drawing.ruler.bottom()),
        QPointF(tick.x, drawing.legend.isNull() ? drawing.plot.bottom() : drawing.legend.top()));
    const qreal width = metrics.horizontalAdvance(tick.label);
    if (tick.x + theme::px(3) < free || tick.x + theme::px(3) + width > drawing.size.width())
      continue;
    free = tick.x + width + theme::px(12);
    painter.setPen(theme::color(Role::Dim));
    painter.drawText(
        QPointF(tick.x + theme::px(3), drawing.ruler.center().y() + metrics.ascent() / 2 - 1),
        tick.label);
  }
}

void paintThrottles(QPainter& painter, const TimelineDrawing& drawing) {
  if (drawing.throttleTrack.isNull()) return;
  const theme::Theme& theme = theme::Theme::instance();
  const QRectF& track = drawing.throttleTrack;
  const QColor colour = theme::color(Role::Throttle);
  painter.setFont(theme.smallFont());
  painter.setPen(drawing.throttledInWindow > 0 ? colour : theme::color(Role::Muted));
  painter.drawText(QRectF(theme::px(10), track.top(), track.left() - theme::px(14), track.height()),
                   Qt::AlignVCenter | Qt::AlignLeft, drawing.trackTitle);
  QColor soft = colour;
  soft.setAlphaF(0.28F);
  for (const TimelineThrottle& mark : drawing.throttles) {
    painter.fillRect(QRectF(mark.left, track.top() + theme::px(2), mark.right - mark.left,
                            track.height() - theme::px(4)),
                     mark.right - mark.left > theme::px(3) ? soft : colour);
    painter.fillRect(QRectF(mark.left, track.bottom() - theme::px(4),
                            qMax<qreal>(mark.right - mark.left, theme::px(1)), theme::px(2)),
                     colour);
    painter.setPen(colour);
    painter.drawText(QRectF(mark.left + theme::px(3), track.top(), track.right() - mark.left,
                            track.height() - theme::px(2)),
                     Qt::AlignVCenter | Qt::AlignLeft, mark.text);
  }
}

void paintRareTrack(QPainter& painter, const TimelineDrawing& drawing, qreal dpr) {
  if (drawing.rareTrack.isNull()) return;
  const QRectF& track = drawing.rareTrack;
  painter.setFont(theme::Theme::instance().smallFont());
  painter.setPen(theme::color(Role::Muted));
  painter.drawText(QRectF(theme::px(10), track.top(), track.left() - theme::px(14), track.height()),
                   Qt::AlignVCenter | Qt::AlignLeft, Text::tr("cold · failed"));
  const qreal half = track.height() / 2;
  const qreal mark = qMax<qreal>(1 / dpr, theme::px(1));
  for (std::size_t c = 0; c < drawing.rare.size(); ++c) {
    const qreal x = track.left() + static_cast<qreal>(c) / dpr;
    if ((drawing.rare[c] & observe::kColumnInit) != 0)
      painter.fillRect(QRectF(x, track.top(), mark, half - 1), theme::color(Role::Init));
    if ((drawing.rare[c] & observe::kColumnError) != 0)
      painter.fillRect(QRectF(x, track.top() + half, mark, half - 1), theme::color(Role::Error));
  }
}

void paintFlags(QPainter& painter, const TimelineDrawing& drawing) {
  QFont font = theme::Theme::instance().smallFont();
  font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  painter.setRenderHint(QPainter::Antialiasing);
  for (const TimelineFlag& flag : drawing.flags) {
    const QColor colour = theme::color(flag.cold ? Role::InitText : Role::BusyText);
    painter.setPen(QPen(colour, 1.2));
    painter.drawLine(QPointF(flag.foot.x() + 0.5, flag.top), flag.foot + QPointF(0.5, 0));
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(flag.foot.x() + 0.5, flag.top), theme::px(3), theme::px(3));
    if (flag.text.isEmpty()) continue;
    painter.setPen(colour);
    painter.drawText(QRectF(flag.foot.x() + theme::px(8), flag.top - theme::px(10),
                            drawing.size.width(), theme::px(20)),
                     Qt::AlignVCenter | Qt::AlignLeft, flag.text);
  }
  QPen dotted(theme::color(Role::Muted), 1.4, Qt::DotLine);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(dotted);
  for (const TimelineLink& link : drawing.links) {
    QPainterPath path(link.from);
    const qreal middle = (link.from.x() + link.to.x()) / 2;
    path.cubicTo({middle, link.from.y() - theme::px(16)}, {middle, link.to.y() - theme::px(16)},
                 link.to);
    painter.drawPath(path);
  }
  painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace

void paintTimeline(QImage& image, const TimelineDrawing& drawing) {
  const qreal dpr = image.devicePixelRatio();
  image.fill(theme::color(Role::Panel));
  if (drawing.compact) {
    QPainter under(&image);
    paintAxis(under, drawing);
    under.end();
    writeCompactRows(image, drawing);
  }
  QPainter painter(&image);
  if (!drawing.compact) paintAxis(painter, drawing);
  paintThrottles(painter, drawing);
  paintRareTrack(painter, drawing, dpr);
  if (!drawing.compact) {
    painter.save();
    painter.setClipRect(drawing.plot.adjusted(0, 0, theme::px(12), 0));
    RowPainter(painter, drawing, dpr).paint();
    paintFlags(painter, drawing);
    painter.restore();
  }
  paintUnrecorded(painter, drawing.unrecorded);
  paintRowLabels(painter, drawing);
  paintLegend(painter, drawing.legend);
  if (drawing.sentence.isEmpty()) return;
  painter.setFont(theme::Theme::instance().interfaceFont());
  painter.setPen(theme::color(Role::Muted));
  constexpr int kFlow = Qt::AlignLeft | Qt::TextWordWrap;
  // Under the plot, else across the rows' names too; half a sentence is worse than none.
  QRectF room = drawing.sentenceRect;
  const auto taken = [&] {
    return painter.boundingRect(QRectF(room.topLeft(), QSizeF(room.width(), 0)), kFlow,
                                drawing.sentence);
  };
  QRectF text = taken();
  if (text.height() > room.height()) {
    room.setLeft(theme::px(10));
    text = taken();
  }
  if (text.height() > room.height()) return;
  painter.fillRect(text.adjusted(-2, 0, 2, 0), theme::color(Role::Panel));  // No grid behind it.
  painter.drawText(room, kFlow, drawing.sentence);
}

}  // namespace coldstart::stage
