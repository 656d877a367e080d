// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of the project tree and how they are drawn: captions of groups, then one row a thing,
// its detail right-aligned. The page (project_page.h) decides what choosing one does.

#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace coldstart {
class Document;
}

namespace coldstart::window {

enum class ItemKind { Group, Function, Trigger, TestEvent, Scenario, Resource, Problem, Note };
enum ItemRole { KindRole = Qt::UserRole + 1, NameRole, IndexRole, DetailRole, WhereRole };

/// A model with the project's rows; NameRole is the name by which the thing is found again.
void fillProjectItems(QStandardItemModel& model, const Document& document);

class ProjectDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const override;
  void setEditorData(QWidget* editor, const QModelIndex& index) const override;
};

}  // namespace coldstart::window
