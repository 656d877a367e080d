// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explain/explanation_view.h"

#include <QCoreApplication>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/explain/badge.h"
#include "app/theme/theme.h"
#include "app/workbench/say.h"

namespace coldstart::explain {

using theme::Role;

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/lambda/latest/dg/%1.html";

/// Long identifiers lose their middle; copying the explanation gives all of it.
QString elided(const QString& text) {
  constexpr int kLongest = 30;
  if (text.size() <= kLongest || text.contains(u' ')) return text;
  return text.left(kLongest - 9) + u'…' + text.right(8);
}

/// A number stays with its unit, and its groups of three stay together.
QString unbroken(QString text) {
  constexpr int kLongest = 16;
  if (text.size() > kLongest) return text;
  return text.replace(QChar(0x2009), QChar(0x202F)).replace(u' ', QChar(QChar::Nbsp));
}

/// A long word of AWS's may break before its capitals: "Concurrent|Invocation|LimitExceeded".
QString breakable(const QString& text) {
  if (text.size() < 24 || text.contains(u' ')) return text.toHtmlEscaped();
  QString broken;
  for (const QChar c : text) {
    if (c.isUpper() && !broken.isEmpty()) broken += QChar(0x200B);
    broken += c;
  }
  return broken.toHtmlEscaped();
}

}  // namespace

QString richText(const Sentence& sentence) {
  if (sentence.empty()) return {};
  if (qstrcmp(sentence.pattern, "%1") == 0)
    return qs(sentence.english()).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
  const QString pattern =
      QCoreApplication::translate(sentence.context, sentence.pattern).toHtmlEscaped();
  std::vector<std::string> bold;
  for (const std::string& argument : sentence.arguments)
    bold.push_back("<b>" + unbroken(elided(qs(argument))).toHtmlEscaped().toStdString() + "</b>");
  return qs(fill(pattern.toStdString(), bold));
}

QString plainText(const observe::Explanation& explanation) {
  QStringList lines{say(explanation.subject), say(explanation.question), {}};
  for (const Sentence& sentence : explanation.answer) lines << say(sentence);
  lines << QString();
  for (const observe::Figure& figure : explanation.figures)
    lines << QStringLiteral("%1: %2").arg(say(figure.label), say(figure.value));
  for (const Sentence& sentence : explanation.more) lines << QString() << say(sentence);
  if (!explanation.ruleName.empty()) lines << QString() << say(explanation.ruleName);
  return lines.join(u'\n');
}

ExplanationView::ExplanationView(const observe::Explanation& explanation, QWidget* parent)
    : QWidget(parent), m_explanation(explanation), m_column(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("explanation"));
  const int inset = theme::px(12);
  m_column->setContentsMargins(inset, inset, inset, 0);
  m_column->setSpacing(theme::px(8));
  addHead();
  addFigures();
  addMore();
  addLinks();
  addRemedies();
}

QLabel* ExplanationView::addText(const QString& html, const QFont& font, const QColor& ink) {
  auto* label = new QLabel(html);
  label->setTextFormat(Qt::RichText);
  label->setWordWrap(true);
  label->setMinimumWidth(1);  // It wraps as narrow as the pane is.
  label->setFont(font);
  label->setTextInteractionFlags(Qt::TextBrowserInteraction);
  label->setContextMenuPolicy(Qt::NoContextMenu);  // The page's own menu copies all of it.
  QPalette colours = label->palette();
  colours.setColor(QPalette::WindowText, ink);
  colours.setColor(QPalette::Text, ink);
  colours.setColor(QPalette::Link, theme::color(Role::Accent));
  label->setPalette(colours);
  m_column->addWidget(label);
  return label;
}

void ExplanationView::addRule() {
  auto* line = new QFrame;
  line->setFixedHeight(1);
  line->setAutoFillBackground(true);
  QPalette colours = line->palette();
  colours.setColor(QPalette::Window, theme::color(Role::Line));
  line->setPalette(colours);
  m_column->addWidget(line);
}

void ExplanationView::addHead() {
  const theme::Theme& look = theme::Theme::instance();
  auto* row = new QHBoxLayout;
  row->setSpacing(theme::px(8));
  row->addWidget(new Badge(m_explanation.badge), 0, Qt::AlignTop);
  QStringList words = say(m_explanation.subject).split(u' ');
  for (QString& word : words) word = breakable(word);
  auto* subject = addText(words.join(u' '), look.interfaceFont(), theme::color(Role::Muted));
  m_column->removeWidget(subject);
  subject->setObjectName(QStringLiteral("explainSubject"));
  row->addWidget(subject, 1);
  m_column->addLayout(row);
  QLabel* question = addText(say(m_explanation.question).toHtmlEscaped(), look.headingFont(),
                             theme::color(Role::Text));
  question->setObjectName(QStringLiteral("explainQuestion"));
  QStringList answer;
  for (const Sentence& sentence : m_explanation.answer) answer << richText(sentence);
  if (answer.isEmpty()) return;
  addText(answer.join(u' '), look.interfaceFont(), theme::color(Role::Text))
      ->setObjectName(QStringLiteral("explainAnswer"));
}

void ExplanationView::addFigures() {
  if (m_explanation.figures.empty()) return;
  addRule();
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(theme::px(12));
  grid->setVerticalSpacing(theme::px(5));
  grid->setColumnStretch(0, 1);
  const theme::Theme& look = theme::Theme::instance();
  int row = 0;
  int figureNumber = 0;
  for (const observe::Figure& figure : m_explanation.figures) {
    const bool isLong = say(figure.value).size() >= 24;
    QLabel* label =
        addText(say(figure.label).toHtmlEscaped(), look.interfaceFont(), theme::color(Role::Text));
    QLabel* value = addText(QStringLiteral("<b>%1</b>").arg(breakable(say(figure.value))),
                            look.interfaceFont(), theme::color(Role::Text));
    for (QLabel* cell : {label, value}) m_column->removeWidget(cell);
    value->setAlignment(Qt::AlignRight | Qt::AlignTop);
    value->setObjectName(QStringLiteral("explainFigure%1").arg(figureNumber++));
    value->setWordWrap(isLong);
    if (!isLong) value->setMinimumWidth(value->sizeHint().width());
    grid->addWidget(label, row, 0, Qt::AlignTop);
    if (isLong) ++row;  // A long name gets the whole width below its label.
    grid->addWidget(value, row, isLong ? 0 : 1, 1, isLong ? 2 : 1);
    ++row;
  }
  m_column->addLayout(grid);
  addRule();
}

void ExplanationView::addMore() {
  const theme::Theme& look = theme::Theme::instance();
  for (const Sentence& sentence : m_explanation.more)
    addText(richText(sentence), look.interfaceFont(), theme::color(Role::Muted));
  if (!m_explanation.ruleName.empty()) {
    const QString page = QLatin1String(kGuide);
    QLabel* rule = addText(tr("Rule: %1")
                               .arg(QStringLiteral("<a href=\"%1\">%2</a>")
                                        .arg(page.arg(qs(m_explanation.ruleSource)),
                                             say(m_explanation.ruleName).toHtmlEscaped())),
                           look.interfaceFont(), theme::color(Role::Muted));
    rule->setOpenExternalLinks(true);
    rule->setObjectName(QStringLiteral("explainRule"));
    rule->setToolTip(tr("AWS Lambda Developer Guide: %1").arg(qs(m_explanation.ruleSource)));
  }
  if (m_explanation.nextQuestion.empty()) return;
  m_column->addSpacing(theme::px(4));
  addText(say(m_explanation.nextQuestion).toHtmlEscaped(), look.headingFont(),
          theme::color(Role::Text));
  for (const Sentence& sentence : m_explanation.nextAnswer)
    addText(richText(sentence), look.interfaceFont(), theme::color(Role::Text));
}

void ExplanationView::addRemedies() {
  if (m_explanation.remedies.empty()) return;
  m_column->addSpacing(theme::px(4));
  addText(tr("What would have helped?"), theme::Theme::instance().headingFont(),
          theme::color(Role::Text));
  for (std::size_t i = 0; i < m_explanation.remedies.size(); ++i) {
    auto* button = new QPushButton(say(m_explanation.remedies[i].label));
    button->setObjectName(QStringLiteral("remedy%1").arg(i));
    button->setMinimumWidth(1);
    connect(button, &QPushButton::clicked, this,
            [this, i] { emit remedyChosen(static_cast<int>(i)); });
    m_column->addWidget(button);
  }
  setRemediesAvailable(true);
}

void ExplanationView::setRemediesAvailable(bool available) {
  const auto buttons = findChildren<QPushButton*>();
  for (QPushButton* button : buttons) {
    button->setEnabled(available);
    button->setToolTip(available ? tr("Makes this run again with that one change, beside it.")
                                 : tr("A run is being made. Wait for it, or cancel it."));
  }
}

void ExplanationView::addLinks() {
  if (m_explanation.links.empty()) return;
  QStringList items;
  for (std::size_t i = 0; i < m_explanation.links.size(); ++i) {
    items << QStringLiteral("<a href=\"%1\">%2</a>")
                 .arg(i)
                 .arg(say(m_explanation.links[i].label).toHtmlEscaped());
  }
  m_column->addSpacing(theme::px(4));
  QLabel* links = addText(items.join(QStringLiteral("<br>")),
                          theme::Theme::instance().interfaceFont(), theme::color(Role::Muted));
  links->setObjectName(QStringLiteral("explainLinks"));
  connect(links, &QLabel::linkActivated, this,
          [this](const QString& number) { emit linkFollowed(number.toInt()); });
}

}  // namespace coldstart::explain
