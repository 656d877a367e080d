// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/project_page.h"

#include <QAction>
#include <QMenu>
#include <QResizeEvent>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include "app/theme/banner.h"
#include "app/theme/theme.h"
#include "app/window/template_edits.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"

namespace coldstart::window {
namespace {

ItemKind kindOf(const QModelIndex& index) {
  return static_cast<ItemKind>(index.data(KindRole).toInt());
}
QString nameOf(const QModelIndex& index) {
  return index.data(NameRole).toString();
}

/// A tree whose Enter key opens a row and whose rows are chosen by the arrow keys.
QTreeView* makeTree(QWidget* parent) {
  auto* tree = new QTreeView(parent);
  tree->setObjectName(QStringLiteral("projectTree"));
  tree->setFrameShape(QFrame::NoFrame);
  tree->setHeaderHidden(true);
  tree->setRootIsDecorated(false);
  tree->setIndentation(0);
  tree->setItemsExpandable(false);
  tree->setMouseTracking(true);
  tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  tree->setContextMenuPolicy(Qt::CustomContextMenu);
  tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
  tree->setItemDelegate(new ProjectDelegate(tree));
  return tree;
}

}  // namespace

ProjectPage::ProjectPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_tree(makeTree(this)),
      m_banner(new theme::Banner(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_banner);
  column->addWidget(m_tree, 1);
  m_tree->setAccessibleName(tr("Project"));
  setFocusProxy(m_tree);
  m_tree->setModel(&m_model);
  refill();
  connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& now) {
            if (!m_refilling) choose(now);
          });
  connect(m_tree, &QTreeView::clicked, this, &ProjectPage::choose);
  connect(m_tree, &QTreeView::activated, this, &ProjectPage::open);
  connect(m_tree, &QTreeView::customContextMenuRequested, this, &ProjectPage::showMenu);
  connect(&m_model, &QStandardItemModel::itemChanged, this, [this](QStandardItem* item) {
    if (m_refilling || item->text().isEmpty()) return;
    // The rows are made again by a rename, so not while the view is still in its editor.
    QTimer::singleShot(0, this,
                       [this, kind = kindOf(item->index()), old = nameOf(item->index()),
                        name = item->text()] { rename(find(kind, old), name); });
  });
  connect(&workbench.document, &Document::projectChanged, this, &ProjectPage::refill);
  connect(&workbench.session, &Session::functionChanged, this, &ProjectPage::showCurrent);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
    m_tree->doItemsLayout();
    m_tree->viewport()->update();
  });
  workbench.actions.add(QStringLiteral("file.addFunction"), tr("&Add a function"), {},
                        [this] { addFunction(); });
}

/// Sentences wrap: their height follows the pane's width.
void ProjectPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) m_tree->doItemsLayout();
}

void ProjectPage::refill() {
  const QModelIndex before = m_tree->currentIndex();
  const ItemKind kind = before.isValid() ? kindOf(before) : ItemKind::Group;
  const QString name = before.isValid() ? nameOf(before) : QString();
  m_refilling = true;
  fillProjectItems(m_model, m_workbench.document);
  for (int row = 0; row < m_model.rowCount(); ++row) {
    m_tree->setFirstColumnSpanned(row, {}, true);
    // A group without rows says nothing, except those in which something can be made.
    const QString group = m_model.item(row)->text();
    const bool empty = m_model.item(row)->rowCount() == 0;
    m_tree->setRowHidden(row, {}, empty && row > 0);
  }
  m_tree->expandAll();
  const QModelIndex same = find(kind, name);
  if (same.isValid()) m_tree->setCurrentIndex(same);
  m_refilling = false;
  if (!same.isValid()) showCurrent();
}

QModelIndex ProjectPage::find(ItemKind kind, const QString& name) const {
  for (int group = 0; group < m_model.rowCount(); ++group) {
    const QModelIndex parent = m_model.index(group, 0);
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
      const QModelIndex index = m_model.index(row, 0, parent);
      if (kindOf(index) == kind && nameOf(index) == name) return index;
    }
  }
  return {};
}

void ProjectPage::showCurrent() {
  const auto function = m_workbench.session.function();
  if (!function) return;
  const QString name = qs(m_workbench.document.project().functions[*function].id);
  m_refilling = true;
  m_tree->setCurrentIndex(find(ItemKind::Function, name));
  m_refilling = false;
}

void ProjectPage::choose(const QModelIndex& index) {
  if (!index.isValid()) return;
  Session& session = m_workbench.session;
  const project::Project& project = m_workbench.document.project();
  const auto row = static_cast<std::size_t>(index.data(IndexRole).toInt());
  switch (kindOf(index)) {
    case ItemKind::Function:
      session.setFunction(row);
      break;
    case ItemKind::Trigger:
      if (row < project.triggers.size()) session.setFunction(project.triggers[row].function);
      break;
    case ItemKind::TestEvent:
      session.setEvent(nameOf(index));
      break;
    case ItemKind::Scenario:
      session.setScenario(nameOf(index));
      break;
    default:
      break;
  }
}

void ProjectPage::open(const QModelIndex& index) {
  choose(index);
  const auto trigger = [this](const QString& id) {
    if (QAction* action = m_workbench.actions.find(id)) action->trigger();
  };
  switch (kindOf(index)) {
    case ItemKind::Function:
      return trigger(QStringLiteral("view.code"));
    case ItemKind::TestEvent:
      return trigger(QStringLiteral("view.event"));
    case ItemKind::Scenario:
      return m_workbench.session.runScenario(nameOf(index));
    case ItemKind::Problem:
    case ItemKind::Note: {
      // "/Resources/Thumbnail/Properties/MemorySize": where it can be put right.
      const QString resource = index.data(WhereRole).toString().section(u'/', 2, 2);
      const auto function = m_workbench.document.project().functionNamed(resource.toStdString());
      if (!function) return;
      m_workbench.session.setFunction(*function);
      return trigger(QStringLiteral("view.configuration"));
    }
    default:
      break;
  }
}

void ProjectPage::problem(const QString& sentence) {
  m_banner->say(theme::Banner::Kind::Problem, sentence);
  refill();
}

void ProjectPage::rename(const QModelIndex& index, const QString& name) {
  if (!index.isValid()) return;
  Document& document = m_workbench.document;
  const QString old = nameOf(index);
  const std::string from = old.toStdString();
  const std::string to = name.trimmed().toStdString();
  switch (kindOf(index)) {
    case ItemKind::Function:
      if (to == from) return;
      if (!edits::isLogicalId(to)) {
        return problem(tr("\"%1\" cannot be a function's logical id: CloudFormation allows letters "
                          "and digits only.")
                           .arg(name));
      }
      if (edits::freeResourceName(document.tree(), to) != to)
        return problem(tr("There is already a resource named %1.").arg(name));
      return document.setTree(edits::renamedResource(document.tree(), from, to),
                              tr("Rename %1").arg(old));
    case ItemKind::Scenario:
      if (to == from || to.empty()) return;
      if (document.project().scenarioNamed(to))
        return problem(tr("There is already a scenario named %1.").arg(name));
      return document.setTree(edits::renamedScenario(document.tree(), from, to),
                              tr("Rename %1").arg(old));
    case ItemKind::TestEvent: {
      QString path = QStringLiteral("events/") + name.trimmed();
      if (!path.endsWith(QStringLiteral(".json"))) path += QStringLiteral(".json");
      if (path == old) return;
      const auto text = document.text(old);
      if (!text) return problem(say(text.error()));
      document.undoStack().beginMacro(tr("Rename %1").arg(old));
      const auto made = document.createFile(path, *text);
      if (made) {
        std::ignore = document.removeFile(old);
        document.setTree(edits::renamedEvent(document.tree(), from, path.toStdString()), {});
      }
      document.undoStack().endMacro();
      if (!made) return problem(say(made.error()));
      return m_workbench.session.setEvent(path);
    }
    default:
      return;
  }
}

void ProjectPage::remove(const QModelIndex& index) {
  Document& document = m_workbench.document;
  const QString name = nameOf(index);
  const std::string key = name.toStdString();
  switch (kindOf(index)) {
    case ItemKind::Function:
      document.setTree(edits::withoutResource(document.tree(), key), tr("Remove %1").arg(name));
      m_banner->say(
          theme::Banner::Kind::Note,
          tr("%1 was removed from the template. Its code folder is still on the disk.").arg(name),
          {{tr("Undo"), [&document] { document.undoStack().undo(); }}});
      return;
    case ItemKind::Scenario:
      return document.setTree(edits::withoutScenario(document.tree(), key),
                              tr("Remove %1").arg(name));
    case ItemKind::TestEvent: {
      document.undoStack().beginMacro(tr("Remove %1").arg(name));
      const auto removed = document.removeFile(name);
      if (removed) document.setTree(edits::renamedEvent(document.tree(), key, ""), {});
      document.undoStack().endMacro();
      if (!removed) problem(say(removed.error()));
      return;
    }
    default:
      return;
  }
}

void ProjectPage::addFunction() {
  Document& document = m_workbench.document;
  const auto& known = document.project().functions;
  const bool node = !known.empty() && known.front().runtime.starts_with("nodejs");
  const auto& blueprints = project::blueprints();
  const project::Blueprint* chosen = blueprints.empty() ? nullptr : &blueprints.front();
  for (const project::Blueprint& blueprint : blueprints) {
    if (node && std::string_view(blueprint.id).find("node") != std::string_view::npos) {
      chosen = &blueprint;
      break;
    }
  }
  if (!chosen) return;
  const std::string name = edits::freeResourceName(document.tree(), "Function");
  const auto files = project::instantiate(chosen->id, name);
  const auto made = project::parseTemplate(files.front().text, files.front().path);
  if (!made || !made->contains("Resources") || !(*made)["Resources"].contains(name)) return;
  document.undoStack().beginMacro(tr("Add %1").arg(qs(name)));
  for (const project::NewFile& file : files) {
    const QString path = qs(file.path);
    const bool code = path != qs(files.front().path) && !path.startsWith(QStringLiteral("events/"));
    if (code) std::ignore = document.createFile(path, qs(file.text));
  }
  document.setTree(edits::withResource(document.tree(), name, (*made)["Resources"][name]), {});
  document.undoStack().endMacro();
  const QModelIndex row = find(ItemKind::Function, qs(name));
  if (!row.isValid()) return;
  m_tree->setCurrentIndex(row);
  m_tree->edit(row);
}

void ProjectPage::showMenu(const QPoint& position) {
  const QModelIndex index = m_tree->indexAt(position);
  const ItemKind kind = index.isValid() ? kindOf(index) : ItemKind::Group;
  QMenu menu;
  const auto own = [&](const QString& id) {
    if (QAction* action = m_workbench.actions.find(id)) menu.addAction(action);
  };
  switch (kind) {
    case ItemKind::Function:
      choose(index);
      own(QStringLiteral("run.test"));
      own(QStringLiteral("view.code"));
      own(QStringLiteral("view.configuration"));
      menu.addSeparator();
      break;
    case ItemKind::TestEvent:
      choose(index);
      own(QStringLiteral("run.test"));
      own(QStringLiteral("view.event"));
      menu.addSeparator();
      break;
    case ItemKind::Scenario:
      choose(index);
      own(QStringLiteral("run.scenario"));
      own(QStringLiteral("run.editScenario"));
      menu.addSeparator();
      break;
    default:
      break;
  }
  if (kind == ItemKind::Function || kind == ItemKind::TestEvent || kind == ItemKind::Scenario) {
    connect(menu.addAction(tr("Rename")), &QAction::triggered, this,
            [this, index] { m_tree->edit(index); });
    connect(menu.addAction(tr("Remove")), &QAction::triggered, this,
            [this, index] { remove(index); });
    menu.addSeparator();
  }
  own(QStringLiteral("file.addFunction"));
  own(QStringLiteral("run.newScenario"));
  menu.exec(m_tree->viewport()->mapToGlobal(position));
}

}  // namespace coldstart::window
