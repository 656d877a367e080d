// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/attach_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include "app/theme/theme.h"
#include "app/workbench/attach_session.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"

namespace coldstart::window {

using theme::px;

AttachDialog::AttachDialog(Document& document, Session& session, QWidget* parent)
    : QDialog(parent),
      m_document(document),
      m_session(session),
      m_functions(new QComboBox(this)),
      m_waits(new QCheckBox(tr("Requests &wait for a process; none is started here"), this)),
      m_deadline(new QCheckBox(tr("The &deadline waits: no time-out ends its invocations"), this)),
      m_processes(new QLabel(this)) {
  setObjectName(QStringLiteral("attachDialog"));
  setWindowTitle(tr("Attach your own process"));
  auto* form = new QFormLayout(this);
  auto* what = new QLabel(
      tr("Start your program with this variable, in a terminal or in a debugger: it becomes an "
         "execution environment of the function. Every runtime client that works on Lambda works "
         "here, in any language."),
      this);
  what->setWordWrap(true);
  form->addRow(what);
  m_functions->setObjectName(QStringLiteral("attachFunction"));
  for (const project::Function& each : document.project().functions)
    m_functions->addItem(qs(each.id));
  m_functions->setCurrentIndex(static_cast<int>(session.function().value_or(0)));
  auto* label = new QLabel(tr("&Function"), this);
  label->setBuddy(m_functions);
  form->addRow(label, m_functions);
  m_address = addCopied("attachAddress", tr("Address"));
  m_line = addCopied("attachLine", tr("In a shell"));
  m_waits->setObjectName(QStringLiteral("attachWaits"));
  form->addRow(m_waits);
  m_deadline->setObjectName(QStringLiteral("attachDeadline"));
  m_deadline->setToolTip(
      tr("A debugger of a language holds the handler without stopping its process: from outside it "
         "only looks asleep. A process that is stopped outright keeps its deadline either way."));
  form->addRow(m_deadline);
  m_processes->setObjectName(QStringLiteral("attachProcesses"));
  m_processes->setWordWrap(true);
  m_processes->setMinimumSize(px(520), px(44));
  m_processes->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  form->addRow(m_processes);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  QPushButton* end =
      buttons->addButton(tr("Cut off, and close the port"), QDialogButtonBox::DestructiveRole);
  end->setObjectName(QStringLiteral("attachEnd"));
  form->addRow(buttons);
  AttachSession& attaching = session.live().attaching();
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(end, &QPushButton::clicked, this, [this, &attaching] {
    attaching.setOpen(false);
    reject();
  });
  connect(m_functions, &QComboBox::currentIndexChanged, this, &AttachDialog::refresh);
  connect(m_waits, &QCheckBox::toggled, this,
          [this, &attaching](bool on) { attaching.setWaits(function(), on); });
  connect(m_deadline, &QCheckBox::toggled, this,
          [&attaching](bool on) { attaching.setDeadlineWaits(on); });
  connect(&attaching, &AttachSession::changed, this, &AttachDialog::refresh);
  if (!attaching.isOpen()) {
    attaching.setWaits(function(), true);
    attaching.setOpen(true);
  }
  refresh();
}

/// A line to read and to copy.
QLineEdit* AttachDialog::addCopied(const char* name, const QString& label) {
  auto* line = new QLineEdit(this);
  line->setObjectName(QLatin1String(name));
  line->setReadOnly(true);
  line->setFont(theme::Theme::instance().codeFont());
  line->setAccessibleName(label);
  auto* copy = new QPushButton(tr("Copy"), this);
  copy->setObjectName(QLatin1String(name) + QStringLiteral("Copy"));
  copy->setAutoDefault(false);
  copy->setAccessibleName(tr("Copy: %1").arg(label));
  connect(copy, &QPushButton::clicked, this, [line] {
    line->selectAll();
    QApplication::clipboard()->setText(line->text());
  });
  auto* row = new QHBoxLayout;
  row->addWidget(line, 1);
  row->addWidget(copy);
  static_cast<QFormLayout*>(layout())->addRow(label, row);
  return line;
}

QString AttachDialog::function() const {
  return m_functions->currentText();
}

void AttachDialog::refresh() {
  const AttachSession& attaching = m_session.live().attaching();
  const auto number = static_cast<std::size_t>(std::max(0, m_functions->currentIndex()));
  const QString address = attaching.address(number);
  m_address->setText(address);
  m_line->setText(address.isEmpty() ? QString()
                                    : QStringLiteral("export AWS_LAMBDA_RUNTIME_API=") + address);
  for (QLineEdit* line : {m_address, m_line}) line->setCursorPosition(0);
  const QSignalBlocker blockWaits(m_waits);
  const QSignalBlocker blockDeadline(m_deadline);
  m_waits->setChecked(attaching.waits(function()));
  m_deadline->setChecked(attaching.deadlineWaits());
  QStringList all = attaching.processes(number);
  if (!attaching.problem().isEmpty())
    all = {tr("The port cannot be opened: %1").arg(attaching.problem())};
  else if (all.isEmpty())
    all << tr("Nothing is attached to %1 yet.").arg(function());
  m_processes->setText(all.join(u'\n'));
}

}  // namespace coldstart::window
