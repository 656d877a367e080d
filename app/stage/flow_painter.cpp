// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/flow_painter.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include "app/theme/icon.h"
#include "app/theme/theme.h"

namespace coldstart::stage {

using theme::Role;
using Phase = observe::EnvironmentState::Phase;

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Flow)
};

QFont weighted(QFont font, QFont::Weight weight) {
  font.setWeight(weight);
  return font;
}

class Painter {
 public:
  Painter(QPainter& painter, const FlowDrawing& drawing)
      : m_p(painter),
        m_d(drawing),
        m_theme(theme::Theme::instance()),
        m_hatch(m_theme.initHatch(painter.device()->devicePixelRatioF())) {}

  void paint(journal::EnvironmentIndex selected) {
    m_p.fillRect(QRectF(QPointF(), QSizeF(m_d.size.width(), m_d.contentHeight)),
                 theme::color(Role::Panel));
    m_p.setRenderHint(QPainter::Antialiasing);
    for (const FlowGroup& group : m_d.groups) {
      if (group.rect.top() > 0) divide(group.rect);
      paintArrows(group);
      paintSource(group);
      paintQueue(group);
      paintGate(group.gate);
      paintTray(group);
      paintCaption(group);
    }
    for (const FlowTile& tile : m_d.tiles)
      paintTile(tile, tile.environment != journal::kNone && tile.environment == selected);
    paintSquares(selected);
    for (const FlowDot& dot : m_d.dots) paintDot(dot);
    paintSelected();
  }

 private:
  void divide(const QRectF& rect) {
    m_p.setPen(theme::color(Role::InnerLine));
    m_p.drawLine(QPointF(0, rect.top()), QPointF(rect.right(), rect.top()));
  }

  void elided(const QRectF& rect, const QString& text,
              Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter) {
    m_p.drawText(rect, static_cast<int>(align),
                 m_p.fontMetrics().elidedText(text, Qt::ElideRight, qRound(rect.width()) + 1));
  }

  void paintSource(const FlowGroup& group) {
    const qreal side = theme::px(16);
    const QRectF& r = group.source;
    theme::icon(group.iconName, Role::Muted)
        .paint(&m_p, QRectF(r.left(), r.top() + theme::px(2), side, side).toRect());
    m_p.setFont(m_theme.headingFont());
    m_p.setPen(theme::color(Role::Text));
    elided(QRectF(r.left() + side + theme::px(6), r.top(), r.width() - side - theme::px(6),
                  theme::px(20)),
           group.name);
    m_p.setFont(m_theme.smallFont());
    m_p.setPen(theme::color(Role::Muted));
    m_p.drawText(QRectF(r.left(), r.top() + theme::px(20), r.width() + theme::px(6), theme::px(34)),
                 Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, group.detail);
  }

  void paintArrows(const FlowGroup& group) {
    const QColor grey = theme::color(Role::Muted);
    QPen pen(grey, 1.5);
    m_p.setPen(pen);
    const QPointF end = group.pathGate;
    QPointF begin = group.queue.isNull() ? QPointF(end.x() - theme::px(24), end.y())
                                         : QPointF(group.queue.right() + theme::px(3), end.y());
    if (!group.queue.isNull() && !m_d.compact) {
      m_p.drawLine(QPointF(group.queue.left() - theme::px(12), end.y()),
                   QPointF(group.queue.left() - theme::px(2), end.y()));
    }
    const qreal head = theme::px(6);
    if (begin.x() < end.x() - head) m_p.drawLine(begin, end);
    m_p.drawLine(end, end + QPointF(-head, -head));
    m_p.drawLine(end, end + QPointF(-head, head));
    m_p.setPen(QPen(theme::color(Role::Busy), 2));
    m_p.drawLine(group.pathOut, group.pathEnd);
    if (m_d.compact || group.trayEmpty) return;
    QPen dashed(theme::color(Role::Throttle), 1.5);
    dashed.setDashPattern({3, 2});
    m_p.setPen(dashed);
    const qreal x = group.gate.rect.center().x();
    m_p.drawLine(QPointF(x, group.gate.rect.bottom() + 1), QPointF(x, group.tray.top()));
  }

  void paintQueue(const FlowGroup& group) {
    if (group.queue.isNull()) return;
    m_p.setPen(QPen(theme::color(Role::Line), 1));
    m_p.setBrush(theme::color(Role::PanelHeader));
    m_p.drawRoundedRect(group.queue, theme::px(4), theme::px(4));
    m_p.setFont(weighted(m_theme.interfaceFont(), QFont::DemiBold));
    m_p.setPen(theme::color(Role::Text));
    const qreal half = group.queue.height() / 2;
    elided(group.queue.adjusted(0, 1, 0, -half + 1), group.queued, Qt::AlignCenter);
    m_p.setFont(m_theme.smallFont());
    m_p.setPen(theme::color(Role::Muted));
    elided(group.queue.adjusted(2, half - 2, -2, -1), Text::tr("in queue"), Qt::AlignCenter);
  }

  void paintGate(const FlowGate& gate) {
    const Role role = gate.full ? Role::Throttle : Role::Busy;
    const QColor colour = theme::color(role);
    m_p.setPen(QPen(colour, 2));
    m_p.setBrush(theme::color(Role::PanelHeader));
    m_p.drawRoundedRect(gate.rect, theme::px(6), theme::px(6));
    const QRectF inner =
        gate.rect.adjusted(theme::px(5), theme::px(5), -theme::px(5), -theme::px(5));
    QColor fill = colour;
    fill.setAlphaF(0.28F);
    qreal level = inner.height() * gate.fill;
    if (gate.fill > 0) level = qMax<qreal>(level, 2);
    m_p.setPen(Qt::NoPen);
    m_p.setBrush(fill);
    m_p.drawRoundedRect(QRectF(inner.left(), inner.bottom() - level, inner.width(), level),
                        theme::px(2), theme::px(2));
    m_p.setPen(theme::color(Role::Text));
    m_p.setFont(fitted(gate.inUse, inner.width(), m_d.compact ? 11.5 : 15));
    const bool low = gate.rect.height() < theme::px(74);
    const qreal line = m_p.fontMetrics().height();
    const QRectF big(inner.left(), low ? inner.top() - 2 : inner.top() + inner.height() * 0.2,
                     inner.width(), line);
    m_p.drawText(big, Qt::AlignCenter, gate.inUse);
    m_p.setFont(m_theme.smallFont());
    m_p.setPen(theme::color(Role::Muted));
    elided(QRectF(inner.left(), big.bottom() - 2, inner.width(), theme::px(16)), gate.of,
           Qt::AlignCenter);
    if (low) return;
    m_p.setFont(weighted(m_theme.smallFont(), gate.full ? QFont::DemiBold : QFont::Normal));
    m_p.setPen(theme::color(gate.full ? Role::Throttle : Role::Muted));
    elided(QRectF(inner.left() - theme::px(3), inner.bottom() - theme::px(22),
                  inner.width() + theme::px(6), theme::px(16)),
           gate.pool, Qt::AlignCenter);
  }

  /// The largest font up to `points` in which `text` fits.
  [[nodiscard]] QFont fitted(const QString& text, qreal width, qreal points) const {
    QFont font = weighted(m_theme.headingFont(), QFont::Bold);
    const qreal scale = m_theme.zoomPercent() / 100.0;
    for (; points > 8; points -= 1) {
      font.setPointSizeF(points * scale);
      if (QFontMetricsF(font).horizontalAdvance(text) <= width) break;
    }
    return font;
  }

  void paintTray(const FlowGroup& group) {
    m_p.setPen(QPen(theme::color(group.trayEmpty ? Role::InnerLine : Role::Line), 1));
    m_p.setBrush(group.trayEmpty ? Qt::NoBrush : QBrush(theme::color(Role::PanelHeader)));
    m_p.drawRoundedRect(group.tray, theme::px(4), theme::px(4));
    const qreal left = group.tray.left() + theme::px(10);
    const qreal width = group.tray.width() - theme::px(20);
    m_p.setFont(
        weighted(m_theme.interfaceFont(), group.trayEmpty ? QFont::Normal : QFont::DemiBold));
    m_p.setPen(theme::color(group.trayEmpty ? Role::Muted : Role::Throttle));
    elided(QRectF(left, group.tray.top(), width, theme::px(28)), group.trayTitle);
    m_p.setFont(m_theme.smallFont());
    qreal y = group.tray.top() + theme::px(27);
    for (const FlowTrayRow& row : group.trayRows) {
      const QRectF line(left, y, width, theme::px(18));
      const qreal number = m_p.fontMetrics().horizontalAdvance(row.count);
      m_p.setPen(theme::color(Role::Muted));
      elided(line.adjusted(0, 0, -number - theme::px(6), 0), row.reason);
      m_p.setPen(theme::color(Role::Text));
      m_p.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.count);
      y += theme::px(18);
    }
  }

  void paintCaption(const FlowGroup& group) {
    m_p.setFont(m_theme.smallFont());
    m_p.setPen(theme::color(Role::Muted));
    const qreal right = m_d.compact ? group.tray.left() : group.rect.right();
    const QRectF line(group.captionAt.x(), group.captionAt.y() - theme::px(14),
                      right - group.captionAt.x() - theme::px(10), theme::px(18));
    elided(line, group.emptyText.isEmpty() ? group.caption : group.emptyText);
    if (group.emptyText.isEmpty() || m_d.compact) return;
    QPen dashed(theme::color(Role::Frozen), 1);
    dashed.setDashPattern({3, 3});
    m_p.setPen(dashed);
    m_p.setBrush(Qt::NoBrush);
    const QRectF place(group.environments.left() + 0.5, group.captionAt.y() + theme::px(10),
                       qMin<qreal>(group.environments.width(), theme::px(190)), theme::px(64));
    m_p.drawRoundedRect(place, theme::px(6), theme::px(6));
  }

  void paintTile(const FlowTile& tile, bool selected) {
    const bool room = tile.environment == journal::kNone;
    const bool frozen = tile.phase == Phase::Frozen && !tile.provisioned;
    const QRectF r = tile.rect.adjusted(1, 1, -1, -1);
    const bool large = r.height() > theme::px(52);
    QPen pen(outline(tile, room), frozen || room ? 1.2 : 2);
    if (frozen || room) pen.setDashPattern({3, 3});
    m_p.setPen(pen);
    m_p.setBrush(frozen && !room ? QBrush(theme::color(Role::FrozenBackground))
                                 : QBrush(theme::color(Role::Panel)));
    m_p.drawRoundedRect(r, theme::px(5), theme::px(5));
    const qreal inset = theme::px(large ? 9 : 7);
    QRectF line(r.left() + inset, r.top() + theme::px(large ? 6 : 3), r.width() - 2 * inset,
                theme::px(large ? 19 : 15));
    m_p.setFont(weighted(large ? m_theme.interfaceFont() : m_theme.smallFont(), QFont::DemiBold));
    m_p.setPen(theme::color(Role::Text));
    const qreal pin = tile.provisioned ? theme::px(14) : 0;
    elided(line.adjusted(0, 0, -pin, 0), tile.title);
    if (tile.provisioned)
      theme::icon(QStringLiteral("pin"), Role::Provisioned)
          .paint(&m_p, QRectF(line.right() - pin, line.top() + theme::px(2), pin, pin).toRect());
    line.translate(0, line.height() - 1);
    m_p.setFont(m_theme.smallFont());
    m_p.setPen(theme::color(Role::Muted));
    if (room) {
      line.setBottom(r.bottom() - theme::px(4));
      m_p.drawText(line, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, tile.detail);
      return;
    }
    elided(line, tile.detail);
    if (tile.permille >= 0)
      paintProgress(tile, QRectF(r.left() + inset, r.bottom() - theme::px(large ? 12 : 6),
                                 r.width() - 2 * inset, theme::px(large ? 6 : 3)));
    if (!selected) return;
    m_p.setPen(QPen(theme::color(Role::Accent), 2));
    m_p.setBrush(Qt::NoBrush);
    m_p.drawRoundedRect(r.adjusted(-3, -3, 3, 3), theme::px(7), theme::px(7));
  }

  [[nodiscard]] static QColor outline(const FlowTile& tile, bool room) {
    if (room) return theme::color(Role::Frozen);
    if (tile.phase == Phase::Init) return theme::color(Role::Init);
    if (tile.phase == Phase::Busy) return theme::color(Role::Busy);
    return theme::color(tile.provisioned ? Role::Provisioned : Role::Frozen);
  }

  void paintProgress(const FlowTile& tile, const QRectF& track) {
    const qreal radius = track.height() / 2;
    m_p.setPen(Qt::NoPen);
    m_p.setBrush(theme::color(Role::InnerLine));
    m_p.drawRoundedRect(track, radius, radius);
    QRectF done = track;
    done.setWidth(qMax(track.height(), track.width() * qMin(tile.permille, 1000) / 1000));
    m_p.setBrush(theme::color(tile.phase == Phase::Init ? Role::Init : Role::Busy));
    m_p.drawRoundedRect(done, radius, radius);
    if (tile.phase != Phase::Init) return;
    m_p.setBrush(m_hatch);
    m_p.drawRoundedRect(done, radius, radius);
  }

  void paintSquares(journal::EnvironmentIndex selected) {
    if (m_d.squares.empty()) return;
    const bool rounded = m_d.squares.front().rect.width() >= 7;
    m_p.setRenderHint(QPainter::Antialiasing, rounded);
    m_p.setPen(Qt::NoPen);
    const QRectF* ring = nullptr;
    for (const FlowSquare& square : m_d.squares) {
      paintSquare(square, rounded);
      if (!square.text.isEmpty()) paintNumber(square);
      if (square.environment == selected) ring = &square.rect;
    }
    m_p.setRenderHint(QPainter::Antialiasing);
    if (!ring) return;
    m_p.setPen(QPen(theme::color(Role::Panel), 4));
    m_p.setBrush(Qt::NoBrush);
    m_p.drawRoundedRect(ring->adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3);
    m_p.setPen(QPen(theme::color(Role::Accent), 2));
    m_p.setBrush(Qt::NoBrush);
    m_p.drawRoundedRect(ring->adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3);
  }

  void paintSquare(const FlowSquare& square, bool rounded) {
    const bool frozen = square.phase == Phase::Frozen;
    Role role = square.phase == Phase::Init ? Role::Init : Role::Busy;
    if (frozen) role = square.provisioned ? Role::Provisioned : Role::FrozenBackground;
    if (!rounded) {
      m_p.fillRect(square.rect, theme::color(role));
      return;
    }
    if (frozen) {
      m_p.setPen(QPen(theme::color(square.provisioned ? Role::Provisioned : Role::Frozen), 1));
      if (square.provisioned) role = Role::Panel;
      m_p.setBrush(theme::color(role));
      m_p.drawRoundedRect(square.rect.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5);
      m_p.setPen(Qt::NoPen);
      return;
    }
    m_p.setBrush(theme::color(role));
    m_p.drawRoundedRect(square.rect, 1.5, 1.5);
    if (square.phase != Phase::Init) return;
    m_p.setBrush(m_hatch);
    m_p.drawRoundedRect(square.rect, 1.5, 1.5);
  }

  void paintNumber(const FlowSquare& square) {
    const bool frozen = square.phase == Phase::Frozen;
    m_p.setFont(weighted(m_theme.smallFont(), QFont::DemiBold));
    m_p.setPen(theme::color(Role::Panel));
    if (square.phase == Phase::Init)
      m_p.setPen(theme::Theme::color(Role::Text, false));
    else if (frozen)
      m_p.setPen(theme::color(Role::Muted));
    m_p.drawText(square.rect, Qt::AlignCenter, square.text);
    m_p.setPen(Qt::NoPen);
  }

  void paintDot(const FlowDot& dot) {
    Role role = Role::Accent;
    if (dot.way == FlowDot::Way::Cold) role = Role::Init;
    if (dot.way == FlowDot::Way::Warm) role = Role::Busy;
    if (dot.way == FlowDot::Way::Throttled) {
      m_p.setPen(QPen(theme::color(Role::Throttle), 2));
      const qreal r = dot.radius;
      m_p.drawLine(dot.centre + QPointF(-r, -r), dot.centre + QPointF(r, r));
      m_p.drawLine(dot.centre + QPointF(-r, r), dot.centre + QPointF(r, -r));
      return;
    }
    m_p.setPen(Qt::NoPen);
    m_p.setBrush(theme::color(role));
    m_p.drawEllipse(dot.centre, dot.radius, dot.radius);
    if (dot.text.isEmpty()) return;
    m_p.setFont(weighted(m_theme.smallFont(), QFont::Bold));
    m_p.setPen(theme::color(dot.way == FlowDot::Way::Cold ? Role::Background : Role::OnAccent));
    if (dot.way == FlowDot::Way::Cold) m_p.setPen(theme::Theme::color(Role::Text, false));
    m_p.drawText(QRectF(dot.centre.x() - dot.radius, dot.centre.y() - dot.radius, 2 * dot.radius,
                        2 * dot.radius),
                 Qt::AlignCenter, dot.text);
  }

  void paintSelected() {
    const QRectF& r = m_d.selectedRect;
    if (r.height() <= 0) return;
    m_p.setFont(m_theme.smallFont());
    m_p.setPen(theme::color(Role::Dim));
    if (m_d.selectedTitle.isEmpty()) {
      m_p.setPen(theme::color(Role::Muted));
      elided(r, Text::tr("Click an environment or a request to follow it."));
      return;
    }
    m_p.setPen(theme::color(Role::Muted));
    m_p.drawText(QRectF(r.left(), r.top(), r.width(), theme::px(16)),
                 Qt::AlignLeft | Qt::AlignVCenter, Text::tr("Selected"));
    m_p.setFont(weighted(m_theme.interfaceFont(), QFont::DemiBold));
    m_p.setPen(theme::color(Role::Text));
    const QRectF line(r.left(), r.top() + theme::px(16), r.width(), theme::px(20));
    m_p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_d.selectedTitle);
    const qreal after = m_p.fontMetrics().horizontalAdvance(m_d.selectedTitle) + theme::px(10);
    m_p.setFont(m_theme.interfaceFont());
    m_p.setPen(theme::color(Role::Muted));
    elided(line.adjusted(after, 0, 0, 0), m_d.selectedText);
  }

  QPainter& m_p;
  const FlowDrawing& m_d;
  const theme::Theme& m_theme;
  QBrush m_hatch;
};

}  // namespace

void paintFlow(QPainter& painter, const FlowDrawing& drawing, const observe::RunIndex& index,
               Selection selection) {
  journal::EnvironmentIndex selected = journal::kNone;
  if (selection.kind == Selection::Kind::Environment) selected = selection.index;
  if (selection.kind == Selection::Kind::Attempt && selection.index < index.attempts().size())
    selected = index.attempts()[selection.index].environment;
  Painter(painter, drawing).paint(selected);
}

}  // namespace coldstart::stage
