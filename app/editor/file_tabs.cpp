// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/file_tabs.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTabBar>
#include <QToolButton>

#include "app/theme/icon.h"
#include "app/theme/theme.h"

namespace coldstart::editor {

using theme::color;
using theme::px;
using theme::Role;

FileTabs::FileTabs(QWidget* parent)
    : QWidget(parent),
      m_bar(new QTabBar(this)),
      m_plus(new QToolButton(this)),
      m_name(new QLineEdit(this)) {
  setObjectName(QStringLiteral("fileTabs"));
  m_bar->setObjectName(QStringLiteral("fileTabBar"));
  m_bar->setAccessibleName(tr("Files of the function"));
  m_bar->setExpanding(false);
  m_bar->setDrawBase(false);
  m_bar->setElideMode(Qt::ElideMiddle);
  m_bar->setUsesScrollButtons(true);
  m_bar->setContextMenuPolicy(Qt::CustomContextMenu);
  m_bar->installEventFilter(this);
  m_plus->setObjectName(QStringLiteral("fileAdd"));
  m_plus->setAutoRaise(true);
  m_plus->setToolTip(tr("Add a file, or open one that was closed"));
  m_plus->setAccessibleName(m_plus->toolTip());
  m_name->setObjectName(QStringLiteral("fileName"));
  m_name->setAccessibleName(tr("Name of the file"));
  m_name->installEventFilter(this);
  m_name->hide();

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, px(4), 0);
  row->setSpacing(px(2));
  row->addWidget(m_bar);
  row->addWidget(m_plus);
  row->addWidget(m_name);
  row->addStretch(1);

  connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
    if (index >= 0) emit chosen(m_files.value(index));
  });
  connect(m_bar, &QTabBar::tabBarDoubleClicked, this, [this](int index) {
    if (index >= 0) askRename(m_files.value(index));
  });
  connect(m_bar, &QWidget::customContextMenuRequested, this, &FileTabs::tabMenu);
  connect(m_plus, &QToolButton::clicked, this, &FileTabs::plusMenu);
  connect(m_name, &QLineEdit::returnPressed, this, [this] { finishName(true); });
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &FileTabs::restyle);
  restyle();
}

void FileTabs::restyle() {
  m_plus->setIcon(theme::icon(QStringLiteral("plus"), Role::Muted));
  m_name->setMinimumWidth(px(140));
}

QString FileTabs::shown(const QString& file) const {
  const bool below = !m_root.isEmpty() && file.startsWith(m_root + u'/');
  return below ? file.mid(m_root.size() + 1) : file;
}

void FileTabs::setFiles(const QStringList& files, const QString& root) {
  const QString before = current();
  const QSignalBlocker quiet(m_bar);
  m_files = files;
  m_root = root;
  while (m_bar->count() > files.size()) m_bar->removeTab(m_bar->count() - 1);
  while (m_bar->count() < files.size()) m_bar->addTab(QString());
  for (int i = 0; i < m_bar->count(); ++i) {
    // An ampersand would mark a shortcut.
    m_bar->setTabText(i, shown(files[i]).replace(u'&', QStringLiteral("&&")));
    m_bar->setTabToolTip(i, files[i]);
  }
  m_bar->setVisible(!files.isEmpty());
  setCurrent(before);
}

void FileTabs::setHidden(const QStringList& files) {
  m_hidden = files;
}

void FileTabs::setCurrent(const QString& file) {
  const QSignalBlocker quiet(m_bar);
  if (const qsizetype index = m_files.indexOf(file); index >= 0)
    m_bar->setCurrentIndex(static_cast<int>(index));
}

QString FileTabs::current() const {
  return m_files.value(m_bar->currentIndex());
}

void FileTabs::setEdited(const QString& file, bool edited) {
  const auto index = static_cast<int>(m_files.indexOf(file));
  if (index < 0) return;
  QString text = shown(file).replace(u'&', QStringLiteral("&&"));
  if (edited) text += QStringLiteral(" \u2022");
  if (m_bar->tabText(index) != text) m_bar->setTabText(index, text);
}

void FileTabs::tabMenu(const QPoint& at) {
  const int index = m_bar->tabAt(at);
  if (index < 0) return;
  const QString file = m_files.value(index);
  QMenu menu(this);
  menu.addAction(tr("Rename…"), this, [this, file] { askRename(file); });
  menu.addAction(tr("Close"), this, [this, file] { emit closeAsked(file); });
  menu.addSeparator();
  menu.addAction(tr("Delete"), this, [this, file] { emit deleteAsked(file); });
  menu.exec(m_bar->mapToGlobal(at));
}

void FileTabs::plusMenu() {
  if (m_hidden.isEmpty()) return askNewName();
  QMenu menu(this);
  menu.addAction(tr("New file…"), this, &FileTabs::askNewName);
  menu.addSeparator();
  for (const QString& file : std::as_const(m_hidden))
    menu.addAction(shown(file), this, [this, file] { emit chosen(file); });
  menu.exec(m_plus->mapToGlobal(QPoint(0, m_plus->height())));
}

void FileTabs::askNewName() {
  const QString ending =
      m_files.isEmpty() ? QStringLiteral("py") : m_files.first().section(u'.', -1);
  askName(QStringLiteral("new.") + ending, QString());
}

void FileTabs::askRename(const QString& file) {
  askName(shown(file), file);
}

void FileTabs::askName(const QString& proposed, const QString& renamed) {
  m_renamed = renamed;
  m_name->setText(proposed);
  m_name->show();
  m_plus->hide();
  m_name->setFocus(Qt::OtherFocusReason);
  const qsizetype slash = proposed.lastIndexOf(u'/') + 1;
  const qsizetype dot = proposed.lastIndexOf(u'.');
  m_name->setSelection(static_cast<int>(slash), static_cast<int>(dot > slash ? dot - slash : -1));
}

void FileTabs::finishName(bool taken) {
  if (m_name->isHidden()) return;
  const QString name = m_name->text().trimmed();
  const QString renamed = m_renamed;
  m_name->hide();
  m_plus->show();
  if (!taken || name.isEmpty()) return;
  if (renamed.isEmpty())
    emit addAsked(name);
  else if (name != shown(renamed))
    emit renameAsked(renamed, name);
}

bool FileTabs::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_name) {
    if (event->type() == QEvent::FocusOut) finishName(false);
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {  // NOLINT: the type says so
      finishName(false);
      return true;
    }
  }
  if (watched == m_bar && event->type() == QEvent::MouseButtonRelease) {
    const auto* mouse = static_cast<QMouseEvent*>(event);  // NOLINT: the type says so
    const int index = m_bar->tabAt(mouse->pos());
    if (mouse->button() == Qt::MiddleButton && index >= 0) emit closeAsked(m_files.value(index));
  }
  if (watched == m_bar && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);  // NOLINT: the type says so
    if (key->key() == Qt::Key_F2 && !current().isEmpty()) {
      askRename(current());
      return true;
    }
    if (key->key() == Qt::Key_Delete && !current().isEmpty()) {
      emit deleteAsked(current());
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void FileTabs::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Role::Panel));
  painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::InnerLine));
}

}  // namespace coldstart::editor
