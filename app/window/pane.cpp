// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/pane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QStackedWidget>
#include <QTabBar>

#include "app/theme/icon.h"
#include "app/theme/theme.h"

namespace coldstart::window {
namespace {

using theme::color;
using theme::px;
using theme::Role;

/// The pane's outline, of which header and body each paint their part.
void paintOutline(QPainter& painter, const QRectF& rect) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(color(Role::Line));
  painter.setBrush(color(Role::Panel));
  painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
}

}  // namespace

class PaneHeader : public QWidget {
 public:
  using QWidget::QWidget;
  [[nodiscard]] QSize sizeHint() const override {
    return {QWidget::sizeHint().width(), px(32) * m_lines};
  }
  [[nodiscard]] QSize minimumSizeHint() const override { return {px(80), px(32) * m_lines}; }
  void setLines(int lines) {
    m_lines = lines;
    updateGeometry();
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    paintOutline(painter, QRectF(0, 0, width(), height() + px(10)));
    QPainterPath inside;
    inside.addRoundedRect(QRectF(1, 1, width() - 2, height() + px(10)), px(5), px(5));
    painter.fillPath(inside, color(Role::PanelHeader));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRect(1, height() - 1, width() - 2, 1), color(Role::Line));
  }

 private:
  int m_lines = 1;
};

namespace {

/// Rounds a lower corner over whatever the page paints there.
class Corner : public QWidget {
 public:
  Corner(Qt::Corner corner, QWidget* parent) : QWidget(parent), m_corner(corner) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal r = width();
    const bool left = m_corner == Qt::BottomLeftCorner;
    const QRectF circle(left ? 0.5 : -r - 0.5, -r - 0.5, 2 * r, 2 * r);
    QPainterPath outside;
    outside.addRect(rect());
    QPainterPath round;
    round.addEllipse(circle);
    painter.fillPath(outside.subtracted(round), color(Role::Background));
    painter.setPen(color(Role::Line));
    painter.drawArc(circle, (left ? 180 : 270) * 16, 90 * 16);
  }

 private:
  Qt::Corner m_corner;
};

class Body : public QWidget {
 public:
  explicit Body(QWidget* parent)
      : QWidget(parent),
        m_left(new Corner(Qt::BottomLeftCorner, this)),
        m_right(new Corner(Qt::BottomRightCorner, this)) {}
  // Pages scroll; a page that asks for much room may not make the window larger than the screen.
  [[nodiscard]] QSize minimumSizeHint() const override { return {px(120), px(60)}; }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    paintOutline(painter, QRectF(0, -px(10), width(), height() + px(10)));
  }
  void resizeEvent(QResizeEvent* /*event*/) override {
    const int side = px(6);
    m_left->setGeometry(0, height() - side, side, side);
    m_right->setGeometry(width() - side, height() - side, side, side);
    m_left->raise();
    m_right->raise();
  }

 private:
  Corner* m_left;
  Corner* m_right;
};

void setInk(QWidget* widget, Role role) {
  QPalette palette = widget->palette();
  palette.setColor(QPalette::WindowText, color(role));
  widget->setPalette(palette);
}

}  // namespace

Pane::Pane(const QString& id, const QString& caption, QWidget* parent)
    : QDockWidget(caption, parent),
      m_header(new PaneHeader(this)),
      m_icon(new QLabel(m_header)),
      m_caption(new QLabel(caption, m_header)),
      m_tabs(new QTabBar(m_header)),
      m_row(new QHBoxLayout),
      m_below(new QHBoxLayout),
      m_controls(new QHBoxLayout),
      m_stack(new QStackedWidget) {
  setObjectName(id);
  setAccessibleName(caption);
  setFeatures(DockWidgetMovable | DockWidgetFloatable | DockWidgetClosable);
  auto* lines = new QVBoxLayout(m_header);
  lines->setSpacing(0);
  lines->addLayout(m_row, 1);
  lines->addLayout(m_below);
  m_row->addWidget(m_icon);
  m_row->addWidget(m_caption);
  m_row->addWidget(m_tabs);
  m_row->addStretch(1);
  m_row->addLayout(m_controls);
  m_below->addStretch(1);
  m_header->installEventFilter(this);
  m_icon->hide();
  m_caption->setObjectName(id + QStringLiteral("Caption"));
  m_tabs->setObjectName(id + QStringLiteral("Tabs"));
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  m_tabs->setFocusPolicy(Qt::TabFocus);
  m_tabs->setElideMode(Qt::ElideRight);
  m_tabs->setAccessibleName(caption);
  connect(m_tabs, &QTabBar::currentChanged, this, &Pane::buildCurrent);
  setTitleBarWidget(m_header);

  auto* body = new Body(this);
  body->setMinimumSize(body->minimumSizeHint());
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(1, 0, 1, 1);
  column->addWidget(m_stack);
  setWidget(body);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &Pane::restyle);
  restyle();
}

void Pane::setSubject(const QString& iconName, const QString& name) {
  m_iconName = iconName;
  m_caption->setText(name);
  restyle();
  fitHeader();
}

void Pane::addPage(const QString& id, const QString& title, std::function<Page*()> make) {
  m_entries.append({id, std::move(make), nullptr});
  m_stack->addWidget(new QWidget);  // Its place until it is looked at.
  m_tabs->addTab(title);
  m_tabs->setVisible(m_tabs->count() > 1 || title != windowTitle());
}

void Pane::showPage(const QString& id) {
  for (qsizetype i = 0; i < m_entries.size(); ++i) {
    if (m_entries[i].id == id) m_tabs->setCurrentIndex(static_cast<int>(i));
  }
}

QString Pane::currentPage() const {
  const int current = m_tabs->currentIndex();
  return current < 0 ? QString() : m_entries[current].id;
}

Page* Pane::page(const QString& id) {
  for (qsizetype i = 0; i < m_entries.size(); ++i) {
    Entry& entry = m_entries[i];
    if (entry.id != id) continue;
    if (!entry.page) {
      entry.page = entry.make();
      entry.page->setObjectName(id);
      QWidget* place = m_stack->widget(static_cast<int>(i));
      m_stack->insertWidget(static_cast<int>(i), entry.page);
      m_stack->removeWidget(place);
      delete place;
      if (QWidget* controls = entry.page->controls()) {
        controls->hide();
        m_controls->addWidget(controls, 0, Qt::AlignVCenter);
      }
    }
    return entry.page;
  }
  return nullptr;
}

void Pane::takeFocus() {
  if (QWidget* front = m_stack->currentWidget()) {
    QWidget* inside = front->focusWidget();
    if (!inside) {
      for (QWidget* child : front->findChildren<QWidget*>()) {
        if (child->isVisible() && child->focusPolicy() & Qt::TabFocus) {
          inside = child;
          break;
        }
      }
    }
    (inside ? inside : front)->setFocus(Qt::TabFocusReason);
  }
}

/// The page is made before the pane is seen: made while seen, it would be laid out twice.
void Pane::setVisible(bool visible) {
  if (visible && m_tabs->currentIndex() >= 0) page(m_entries[m_tabs->currentIndex()].id);
  QDockWidget::setVisible(visible);
}

void Pane::showEvent(QShowEvent* event) {
  buildCurrent();
  m_tabs->updateGeometry();  // While hidden it told its layout that it needs no room.
  QDockWidget::showEvent(event);
}

void Pane::resizeEvent(QResizeEvent* event) {
  QDockWidget::resizeEvent(event);
  fitHeader();
}

bool Pane::eventFilter(QObject* watched, QEvent* event) {
  // A page's controls come, go and change their words.
  if (watched == m_header && event->type() == QEvent::LayoutRequest) fitHeader();
  return QDockWidget::eventFilter(watched, event);
}

/// The tabs' words matter more than the caption, which the tabs and their pages also tell, and than
/// the air around them. What does not fit beside them then stands below them.
void Pane::fitHeader() {
  const bool several = m_tabs->count() > 1;
  const int caption = m_caption->sizeHint().width() + (m_iconName.isEmpty() ? 0 : px(22));
  const auto words = [&](bool tight) {
    if (!several) return caption;
    int sum = 0;
    QFont font = m_tabs->font();
    if (!tight) font.setWeight(QFont::DemiBold);
    for (int i = 0; i < m_tabs->count(); ++i)
      sum += QFontMetrics(font).horizontalAdvance(m_tabs->tabText(i)) + px(tight ? 6 : 24);
    return sum;
  };
  const int room = width() - px(18);
  const int controls = m_controls->sizeHint().width();
  const bool below = controls > 0 && words(true) + px(6) + controls > room;
  putControls(below);
  const int beside = room - px(14) - (below ? 0 : controls);
  bool told = false;  // By a tab of the same name.
  for (int i = 0; i < m_tabs->count(); ++i) told = told || m_tabs->tabText(i) == m_caption->text();
  m_caption->setVisible(!several || (!told && words(false) + caption <= beside));
  m_icon->setVisible(!m_iconName.isEmpty() && m_caption->isVisibleTo(m_header));
  const bool tight = several && words(false) > beside;
  if (tight == m_tabs->property("tight").toBool()) return;
  m_tabs->setProperty("tight", tight);
  m_tabs->setElideMode(Qt::ElideRight);  // Makes the tab bar lay itself out again.
  m_tabs->updateGeometry();
}

void Pane::putControls(bool below) {
  QBoxLayout* to = below ? m_below : m_row;
  if (to->indexOf(m_controls) >= 0) return;
  QBoxLayout* from = below ? m_row : m_below;
  from->removeItem(m_controls);
  m_controls->setParent(nullptr);
  to->insertLayout(below ? 0 : to->count(), m_controls);
  auto* lines = qobject_cast<QBoxLayout*>(m_header->layout());
  lines->setStretchFactor(m_below, below ? 1 : 0);
  m_header->setLines(below ? 2 : 1);
}

void Pane::buildCurrent() {
  const int current = m_tabs->currentIndex();
  if (current < 0) return;
  // Until the pane is seen there is no need to make its page.
  if (isVisible()) page(m_entries[current].id);
  m_stack->setCurrentIndex(current);
  for (qsizetype i = 0; i < m_entries.size(); ++i) {
    if (!m_entries[i].page) continue;
    if (QWidget* controls = m_entries[i].page->controls()) controls->setVisible(i == current);
  }
  fitHeader();
}

void Pane::restyle() {
  const theme::Theme& look = theme::Theme::instance();
  m_header->layout()->setContentsMargins(px(10), 0, px(8), 0);
  m_row->setSpacing(px(6));
  const bool subject = !m_iconName.isEmpty();
  QFont bold = look.interfaceFont();
  bold.setWeight(QFont::DemiBold);
  m_caption->setFont(subject ? bold : look.captionFont());
  setInk(m_caption, subject ? Role::Text : Role::Muted);
  if (subject) {
    m_icon->setPixmap(
        theme::icon(m_iconName, Role::Init).pixmap(QSize(px(16), px(16)), devicePixelRatioF()));
  }
  widget()->setMinimumSize(widget()->minimumSizeHint());
  m_header->updateGeometry();
  update();
}

}  // namespace coldstart::window
