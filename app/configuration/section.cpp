// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/section.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace coldstart::configuration {

using theme::color;
using theme::px;
using theme::Role;
using theme::Theme;

namespace {

class Rule : public QWidget {
 public:
  explicit Rule(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter(this).fillRect(rect(), color(Role::InnerLine));
  }
};

}  // namespace

void setInk(QLabel& label, Role role) {
  // A label on the pane's own colour takes Text, on the window's WindowText.
  QPalette palette = label.palette();
  palette.setColor(QPalette::WindowText, color(role));
  palette.setColor(QPalette::Text, color(role));
  label.setPalette(palette);
}

QWidget* makeSection(const QString& title, const QString& sentence, QWidget* parent) {
  auto* section = new QWidget(parent);
  auto* column = new QVBoxLayout(section);
  column->setContentsMargins(0, px(14), 0, px(4));
  column->setSpacing(px(4));
  auto* caption = new QLabel(title, section);
  auto* words = new QLabel(sentence, section);
  words->setWordWrap(true);
  words->setVisible(!sentence.isEmpty());
  column->addWidget(caption);
  column->addWidget(new Rule(section));
  column->addWidget(words);
  const auto restyle = [caption, words] {
    caption->setFont(Theme::instance().captionFont());
    words->setFont(Theme::instance().smallFont());
    setInk(*caption, Role::Muted);
    setInk(*words, Role::Muted);
  };
  restyle();
  QObject::connect(&Theme::instance(), &Theme::changed, section, restyle);
  return section;
}

}  // namespace coldstart::configuration
