// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/bill_tables.h"

#include <array>

#include "app/theme/theme.h"
#include "app/workbench/say.h"
#include "core/base/units.h"

namespace coldstart::cloudwatch {
namespace {

QVariant alignment(bool right) {
  return QVariant::fromValue((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

}  // namespace

void BillTable::setBill(observe::Bill bill, const project::Project& project) {
  const bool sameShape = bill.lines.size() == m_bill.lines.size();
  if (!sameShape) beginResetModel();
  m_bill = std::move(bill);
  m_functions.clear();
  for (const project::Function& function : project.functions) m_functions += qs(function.id);
  if (!sameShape) {
    endResetModel();
  } else if (!m_bill.lines.empty()) {
    emit dataChanged(index(0, 0), index(rowCount() - 1, NUM_COLUMNS - 1));
  }
}

int BillTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_bill.lines.size());
}

int BillTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : NUM_COLUMNS;
}

QString BillTable::text(int row, int column) const {
  const observe::BillLine& line = m_bill.lines[static_cast<std::size_t>(row)];
  switch (column) {
    case Item:
      return say(line.item);
    case Function:
      return line.function == observe::kWholeRun
                 ? QString()
                 : m_functions.value(static_cast<qsizetype>(line.function));
    case Quantity:
      if (line.unit == "request" && line.quantity != "1")
        return tr("%1 requests").arg(qs(line.quantity));
      return qs(line.quantity) + u' ' + qs(line.unit);
    case Amount:
      return qs(formatMoney(line.amount));
    default:
      return {};
  }
}

QVariant BillTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == Qt::DisplayRole) return text(index.row(), index.column());
  // What a narrow pane elides or leaves out.
  if (role == Qt::ToolTipRole) return text(index.row(), Item) + u'\n' + text(index.row(), Quantity);
  if (role == Qt::TextAlignmentRole) {
    return alignment(index.column() == Quantity || index.column() == Amount);
  }
  return {};
}

QVariant BillTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return alignment(section == Quantity || section == Amount);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Item:
      return tr("Item");
    case Function:
      return tr("Function");
    case Quantity:
      return tr("Quantity");
    case Amount:
      return tr("Amount");
    default:
      return {};
  }
}

int PriceTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(observe::prices().size());
}

int PriceTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant PriceTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const observe::Price& price = observe::prices()[static_cast<std::size_t>(index.row())];
  if (role == Qt::TextAlignmentRole) {
    return alignment(index.column() == Price || index.column() == UpTo);
  }
  if (role == Qt::ToolTipRole && price.remembered) {
    return tr("Written down from memory: compare it with AWS's page before relying on it.");
  }
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case Item:
      return qs(price.item);
    // Prices stand with all their digits: three figures would hide what a tier changes.
    case Price: {
      QString digits = QString::number(price.amount.dollars(), 'f', 12);
      while (digits.endsWith(u'0')) digits.chop(1);
      if (digits.endsWith(u'.')) digits += QStringLiteral("00");
      return tr("$%1 a %2").arg(digits, qs(price.unit));
    }
    case UpTo:
      return price.upTo == 0 ? QString() : qs(formatCount(price.upTo));
    case Since:
      return price.since.empty() ? QStringLiteral("–") : qs(price.since);
    case Source:
      return price.remembered ? tr("%1 (from memory)").arg(qs(price.source)) : qs(price.source);
    default:
      return {};
  }
}

QVariant PriceTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return alignment(section == Price || section == UpTo);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Item:
      return tr("Item");
    case Price:
      return tr("Price");
    case UpTo:
      return tr("up to, a month");
    case Since:
      return tr("Since");
    case Source:
      return tr("Page");
    default:
      return {};
  }
}

}  // namespace coldstart::cloudwatch
