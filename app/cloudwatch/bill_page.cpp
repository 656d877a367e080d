// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/bill_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include "app/cloudwatch/bill_tables.h"
#include "app/theme/empty_state.h"
#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"
#include "core/base/units.h"

namespace coldstart::cloudwatch {

using theme::px;
using theme::Role;

namespace {

/// While the run plays, the bill is reckoned this often; figures that change faster cannot be read.
constexpr int kReckonEveryMs = 100;

/// Columns with air between them.
class RoomyCells : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(px(20), 0);
  }
};

QTableView* makeView(QAbstractTableModel* model, const QString& name, const QString& says) {
  auto* view = new QTableView;
  view->setObjectName(name);
  view->setAccessibleName(says);
  view->setModel(model);
  view->setItemDelegate(new RoomyCells(view));
  view->verticalHeader()->hide();
  view->setShowGrid(false);
  view->setFrameShape(QFrame::NoFrame);
  view->setSelectionBehavior(QAbstractItemView::SelectRows);
  view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view->setWordWrap(false);
  view->setTabKeyNavigation(false);
  view->horizontalHeader()->setHighlightSections(false);
  view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  return view;
}

}  // namespace

BillPage::BillPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_controls(new QWidget(this)),
      m_stack(new QStackedWidget(this)),
      m_bill(new BillTable(this)),
      m_prices(new PriceTable(this)),
      m_soon(new QTimer(this)) {
  setObjectName(QStringLiteral("billPage"));
  auto* outer = new QHBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_stack);
  m_stack->addWidget(
      new theme::EmptyState(QStringLiteral("bill"),
                            tr("Nothing has cost anything yet. Press Test to make the first bill."),
                            workbench.actions.find(QStringLiteral("run.test"))));
  m_stack->addWidget(makeBill());
  m_priceView = makeView(m_prices, QStringLiteral("priceTable"), tr("Prices"));
  m_priceView->setContentsMargins(px(9), 0, px(9), 0);
  m_stack->addWidget(m_priceView);
  makeControls();
  m_soon->setSingleShot(true);
  m_soon->setInterval(kReckonEveryMs);
  connect(m_soon, &QTimer::timeout, this, &BillPage::reckon);
  Session& session = workbench.session;
  connect(&session, &Session::runChanged, this, &BillPage::reckon);
  connect(&session, &Session::playheadChanged, this, [this] {
    if (!m_soon->isActive()) m_soon->start();
  });
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &BillPage::restyle);
  restyle();
  reckon();
}

QWidget* BillPage::makeBill() {
  auto* page = new QWidget;
  m_row = new QBoxLayout(QBoxLayout::LeftToRight, page);
  m_billView = makeView(m_bill, QStringLiteral("billTable"), tr("Lines of the bill"));
  m_row->addWidget(m_billView, 2);
  auto* side = new QVBoxLayout;
  m_total = new QLabel;
  m_total->setObjectName(QStringLiteral("billTotal"));
  m_details = new QLabel;
  m_details->setObjectName(QStringLiteral("billDetails"));
  m_details->setWordWrap(true);
  m_details->setTextFormat(Qt::PlainText);
  m_details->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  side->addWidget(m_total);
  side->addWidget(m_details, 1);
  m_row->addLayout(side, 1);
  auto* scroll = new QScrollArea;
  page->setAutoFillBackground(true);
  page->setBackgroundRole(QPalette::Base);
  scroll->setBackgroundRole(QPalette::Base);
  scroll->setWidget(page);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  return scroll;
}

/// In a narrow pane the sum and its words stand below the lines.
void BillPage::fit() {
  const bool narrow = width() < px(560);
  m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  m_row->setContentsMargins(px(9), 0, narrow ? px(9) : 0, 0);
  QLayout* side = m_row->itemAt(1)->layout();
  side->setContentsMargins(px(narrow ? 3 : 12), px(8), px(12), px(8));
  m_row->setStretch(1, narrow ? 0 : 1);
  m_details->setMinimumWidth(narrow ? 0 : px(260));
  m_details->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : px(420));
  m_billView->setMinimumHeight(narrow ? px(22) * (qBound(1, m_bill->rowCount(), 5) + 1) + px(6)
                                      : 0);
  m_billView->setColumnHidden(BillTable::Quantity, width() < px(400));
  const bool one = !m_workbench.session.index() ||
                   m_workbench.session.index()->run().project.functions.size() == 1;
  m_billView->setColumnHidden(BillTable::Function, narrow && one);
}

void BillPage::makeControls() {
  auto* row = new QHBoxLayout(m_controls);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(6));
  auto* copy = new QToolButton(m_controls);
  copy->setObjectName(QStringLiteral("billCopy"));
  copy->setText(tr("Copy as CSV"));
  copy->setToolTip(tr("Copies the lines with all digits, for a spreadsheet"));
  connect(copy, &QToolButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(asCsv()); });
  m_switch = new theme::Segmented({tr("Bill"), tr("Prices")}, m_controls);
  m_switch->setObjectName(QStringLiteral("billSwitch"));
  connect(m_switch, &theme::Segmented::chosen, this, &BillPage::reckon);
  row->addWidget(copy);
  row->addWidget(m_switch);
}

void BillPage::restyle() {
  const theme::Theme& look = theme::Theme::instance();
  QFont total = look.headingFont();
  total.setPointSizeF(total.pointSizeF() * 1.4);
  m_total->setFont(total);
  m_details->setFont(look.smallFont());
  for (QTableView* view : {m_billView, m_priceView}) {
    view->verticalHeader()->setDefaultSectionSize(px(22));
    view->verticalHeader()->setMinimumSectionSize(px(22));
    view->horizontalHeader()->setMinimumSectionSize(px(56));
  }
  fit();
}

void BillPage::reckon() {
  const Session& session = m_workbench.session;
  const auto index = session.index();
  const bool prices = m_switch->current() == 1;
  m_stack->setCurrentIndex(prices ? 2 : index ? 1 : 0);
  if (!index || prices || !isVisible()) return;
  m_bill->setBill(observe::billAt(*index, session.playhead()), index->run().project);
  fit();
  const observe::Bill& bill = m_bill->bill();
  m_total->setText(qs(formatMoney(bill.total)));
  QStringList details{tr("up to the playhead, in US dollars, prices of %1, region %2, before the "
                         "free tier.")
                          .arg(qs(observe::pricesAsOf()), qs(index->run().project.region))};
  if (bill.ofItInit.picoDollars > 0) {
    details += tr("%1 of it is init time, billed since 1 August 2025.")
                   .arg(qs(formatMoney(bill.ofItInit)));
  }
  if (bill.freeTier.picoDollars > 0) {
    details += tr("The monthly free tier would take off %1 if nothing else used it.")
                   .arg(qs(formatMoney(bill.freeTier)));
  }
  constexpr std::int64_t kMonth = Duration::hours(24 * 30).us;
  if (!session.workbench() && session.end().us > 0 && session.playhead() >= session.end()) {
    const auto month = static_cast<std::int64_t>(
        static_cast<double>(bill.total.picoDollars) *
        (static_cast<double>(kMonth) / static_cast<double>(session.end().us)));
    details += tr("If this run of %1 repeated for 30 days: about %2.")
                   .arg(qs(formatDuration(Duration{session.end().us})), qs(formatMoney({month})));
  }
  if (!bill.note.empty()) details += say(bill.note);
  m_details->setText(details.join(QStringLiteral("\n")));
}

QString BillPage::asCsv() const {
  QString csv = QStringLiteral("item,function,quantity,unit,usd\n");
  const auto quoted = [](QString text) -> QString {
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
  };
  for (int row = 0; row < m_bill->rowCount(); ++row) {
    const observe::BillLine& line = m_bill->bill().lines[static_cast<std::size_t>(row)];
    csv += quoted(m_bill->text(row, BillTable::Item)) + u',' +
           quoted(m_bill->text(row, BillTable::Function)) + u',' +
           QString::number(static_cast<double>(line.millionths) / 1e6, 'f', 6) + u',' +
           quoted(qs(line.unit)) + u',' + QString::number(line.amount.dollars(), 'f', 12) + u'\n';
  }
  return csv;
}

void BillPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  fit();
}

void BillPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  reckon();
}

}  // namespace coldstart::cloudwatch
