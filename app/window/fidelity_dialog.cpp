// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fidelity_dialog.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "app/window/information.h"
#include "app/workbench/say.h"
#include "core/base/rule.h"

namespace coldstart::window {

using theme::px;

namespace {

constexpr int kAddressRole = Qt::UserRole + 1;

QString inWords(const char* text) {
  return say(Sentence{"rule", text, {}});
}

const RuleRow& rowAt(const QModelIndex& index) {
  return rules()[static_cast<std::size_t>(index.row())];
}

/// "oldEventsAreDropped" → "old events are dropped": a line can break in it.
QString spoken(const QString& name) {
  QString words;
  for (const QChar c : name) {
    if (c.isUpper()) words += u' ';
    words += c.toLower();
  }
  return words;
}

/// What the search leaves; a chapter's title stands only at its first rule.
class FoundRules : public QSortFilterProxyModel {
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  [[nodiscard]] QVariant data(const QModelIndex& cell, int role) const override {
    const QVariant own = QSortFilterProxyModel::data(cell, role);
    if (role != Qt::DisplayRole || cell.column() != RuleTable::Chapter || cell.row() == 0) {
      return own;
    }
    const QModelIndex above = index(cell.row() - 1, RuleTable::Chapter);
    return QSortFilterProxyModel::data(above, role) == own ? QVariant() : own;
  }
};

/// Cells with air between them.
class RoomyCells : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    QStyleOptionViewItem inner(option);
    if (!option.state.testFlag(QStyle::State_Selected)) {
      inner.rect.adjust(0, px(4), -px(8), 0);
    }
    QStyledItemDelegate::paint(painter, inner, index);
  }
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override {
    QStyleOptionViewItem inner(option);
    inner.rect.setWidth(option.rect.width() - px(8));
    return QStyledItemDelegate::sizeHint(inner, index) + QSize(0, px(8));
  }
};

}  // namespace

int RuleTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rules().size());
}

int RuleTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : Columns;
}

QVariant RuleTable::data(const QModelIndex& index, int role) const {
  const RuleRow& row = rowAt(index);
  const QString address = qs(addressOf(row.source));
  if (role == kAddressRole) return address;
  if (role == Qt::ToolTipRole && index.column() == Source && !address.isEmpty()) return address;
  if (role == Qt::ToolTipRole && index.column() == Test) return qs(row.test);
  if (role == Qt::ForegroundRole) {
    if (index.column() == Source && !address.isEmpty()) return theme::color(theme::Role::Accent);
    if (index.column() != Text) return theme::color(theme::Role::Muted);
  }
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignTop);
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case Chapter:
      return inWords(chapterOf(row.rule));
    case Text:
      return inWords(row.text);
    case Mark:
      return inWords(wordOf(row.mark));
    case Source:
      return address == qs(row.source) ? QUrl(address).host() : qs(row.source);
    default:
      return spoken(qs(row.test).section(u':', 1));
  }
}

QVariant RuleTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  const QStringList titles{tr("Chapter"), tr("Rule"), tr("Mark"), tr("Source"), tr("Test")};
  return titles.value(section);
}

FidelityDialog::FidelityDialog(QWidget* parent)
    : QDialog(parent), m_rules(new RuleTable(this)), m_found(new FoundRules(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("simulatedPage"));
  setWindowTitle(tr("What is simulated, and what is not"));
  m_found->setSourceModel(m_rules);
  m_found->setFilterKeyColumn(-1);
  m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
  auto* column = new QVBoxLayout(this);
  auto* which = new theme::Segmented({tr("In short"), tr("Every rule")}, this);
  which->setObjectName(QStringLiteral("simulatedSwitch"));
  auto* stack = new QStackedWidget(this);
  stack->addWidget(informationText(whatIsSimulatedInShort(), stack));
  stack->addWidget(makeRules());
  connect(which, &theme::Segmented::chosen, stack, &QStackedWidget::setCurrentIndex);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
  column->addWidget(which, 0, Qt::AlignLeft);
  column->addWidget(stack, 1);
  column->addWidget(buttons);
  resize(px(980), px(620));
}

QWidget* FidelityDialog::makeRules() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, px(4), 0, 0);
  auto* typed = new QLineEdit(page);
  typed->setObjectName(QStringLiteral("ruleSearch"));
  typed->setPlaceholderText(tr("Search in rules, sources and tests"));
  typed->setAccessibleName(tr("Search"));
  typed->setClearButtonEnabled(true);
  connect(typed, &QLineEdit::textChanged, this, &FidelityDialog::seek);
  m_counts = new QLabel(page);
  m_counts->setObjectName(QStringLiteral("ruleCounts"));
  m_table = new QTableView(page);
  m_table->setObjectName(QStringLiteral("ruleTable"));
  m_table->setAccessibleName(tr("Rules"));
  m_table->setModel(m_found);
  m_table->setItemDelegate(new RoomyCells(m_table));
  m_table->verticalHeader()->hide();
  m_table->setShowGrid(false);
  m_table->setFrameShape(QFrame::NoFrame);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setTabKeyNavigation(false);
  m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
  m_table->horizontalHeader()->setSectionResizeMode(RuleTable::Text, QHeaderView::Stretch);
  m_table->setColumnWidth(RuleTable::Chapter, px(120));
  m_table->setColumnWidth(RuleTable::Mark, px(110));
  m_table->setColumnWidth(RuleTable::Source, px(190));
  m_table->setColumnWidth(RuleTable::Test, px(190));
  // Rules are whole sentences: each row is as high as its own, once all columns have their width.
  connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, m_table,
          &QTableView::resizeRowsToContents, Qt::QueuedConnection);
  connect(m_table, &QTableView::activated, this, [](const QModelIndex& index) {
    const QString address = index.data(kAddressRole).toString();
    if (!address.isEmpty()) QDesktopServices::openUrl(QUrl(address));
  });
  column->addWidget(typed);
  column->addWidget(m_table, 1);
  column->addWidget(m_counts);
  seek({});
  return page;
}

void FidelityDialog::seek(const QString& words) {
  m_found->setFilterFixedString(words);
  m_counts->setText(tr("%1 of %2 rules shown. Of all, %3 are verified, %4 remembered, "
                       "%5 simplified. Enter opens a rule's source.")
                        .arg(m_found->rowCount())
                        .arg(m_rules->rowCount())
                        .arg(countOf(RuleMark::Verified))
                        .arg(countOf(RuleMark::Remembered))
                        .arg(countOf(RuleMark::Simplified)));
  m_table->resizeRowsToContents();
}

void showWhatIsSimulated(QWidget* window) {
  (new FidelityDialog(window))->open();
}

}  // namespace coldstart::window
