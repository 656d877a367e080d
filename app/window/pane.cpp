// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/pane.h"

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

class Header : public QWidget {
 public:
  using QWidget::QWidget;
  [[nodiscard]] QSize sizeHint() const override { return {QWidget::sizeHint().width(), px(32)}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {px(80), px(32)}; }

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
};

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
      m_header(new Header(this)),
      m_icon(new QLabel(m_header)),
      m_caption(new QLabel(caption, m_header)),
      m_tabs(new QTabBar(m_header)),
      m_controls(new QHBoxLayout),
      m_stack(new QStackedWidget) {
  setObjectName(id);
  setAccessibleName(caption);
  setFeatures(DockWidgetMovable | DockWidgetFloatable | DockWidgetClosable);
  auto* row = new QHBoxLayout(m_header);
  row->addWidget(m_icon);
  row->addWidget(m_caption);
  row->addWidget(m_tabs);
  row->addStretch(1);
  row->addLayout(m_controls);
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

/// The tabs' words matter more than the caption, which the tabs and their pages also tell, and than
/// the air around them.
void Pane::fitHeader() {
  const auto needed = [this](bool tight) {
    int words = 0;
    QFont bold = m_tabs->font();
    bold.setWeight(QFont::DemiBold);
    for (int i = 0; i < m_tabs->count(); ++i)
      words += QFontMetrics(bold).horizontalAdvance(m_tabs->tabText(i)) + px(tight ? 12 : 24);
    return words + m_controls->sizeHint().width() + px(32);
  };
  const int caption = m_caption->sizeHint().width() + (m_iconName.isEmpty() ? 0 : px(22));
  const bool several = m_tabs->count() > 1;
  bool told = false;  // By a tab of the same name.
  for (int i = 0; i < m_tabs->count(); ++i) told = told || m_tabs->tabText(i) == m_caption->text();
  m_caption->setVisible(!several || (!told && needed(false) + caption <= width()));
  m_icon->setVisible(!m_iconName.isEmpty() && m_caption->isVisibleTo(m_header));
  const bool tight = several && needed(false) > width();
  if (tight == m_tabs->property("tight").toBool()) return;
  m_tabs->setProperty("tight", tight);
  m_tabs->setElideMode(Qt::ElideRight);  // Makes the tab bar lay itself out again.
  m_tabs->updateGeometry();
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
  m_header->layout()->setSpacing(px(6));
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
