// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/information.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <QtMath>
#include <memory>

#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/say.h"
#include "core/project/quota.h"

namespace coldstart::window {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("coldstart::window", text);
}

void show(const QString& name, const QString& title, const QString& html, QWidget* window) {
  auto* dialog = new QDialog(window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(name);
  dialog->setWindowTitle(title);
  auto* column = new QVBoxLayout(dialog);
  QTextBrowser* text = informationText(html, dialog);
  column->addWidget(text);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::accept);
  column->addWidget(buttons);
  // As high as its words, if those are few.
  const int width = theme::px(620);
  const std::unique_ptr<QTextDocument> measured(text->document()->clone());
  measured->setTextWidth(width - 3 * theme::px(12));
  const int words = qCeil(measured->size().height());
  dialog->resize(width, qMin(theme::px(560), words + buttons->sizeHint().height() + theme::px(36)));
  dialog->open();
}

QString paragraphs(const QStringList& texts) {
  QString html;
  for (const QString& text : texts) html += QStringLiteral("<p>%1</p>").arg(text);
  return html;
}

QString list(const QStringList& texts) {
  QString html = QStringLiteral("<ul>");
  for (const QString& text : texts) html += QStringLiteral("<li>%1</li>").arg(text);
  return html + QStringLiteral("</ul>");
}

}  // namespace

QTextBrowser* informationText(const QString& html, QWidget* parent) {
  auto* text = new QTextBrowser(parent);
  text->setFrameShape(QFrame::NoFrame);
  text->setOpenExternalLinks(true);
  text->document()->setDefaultStyleSheet(
      QStringLiteral("td { padding: %1px %2px; } h3 { margin-top: %3px; } "
                     "td.key, p.muted { color: %4; }")
          .arg(theme::px(2))
          .arg(theme::px(8))
          .arg(theme::px(14))
          .arg(theme::color(theme::Role::Muted).name()));
  text->document()->setDocumentMargin(theme::px(12));
  text->document()->setIndentWidth(theme::px(20));
  text->setHtml(html);
  return text;
}

void showShortcuts(const Actions& actions, QWidget* window) {
  QString rows;
  for (const QAction* action : actions.all()) {
    QStringList keys;
    for (const QKeySequence& key : action->shortcuts())
      keys << key.toString(QKeySequence::NativeText);
    if (keys.isEmpty()) continue;
    rows += QStringLiteral("<tr><td class='key' align='right'><b>%1</b></td><td>%2</td></tr>")
                .arg(keys.join(QStringLiteral(", ")).toHtmlEscaped(),
                     action->text().remove(u'&').toHtmlEscaped());
  }
  show(QStringLiteral("shortcutsPage"), tr("Keyboard shortcuts"),
       QStringLiteral("<p>%1</p><table>%2</table>")
           .arg(tr("Everything else is in the command palette: Ctrl+Shift+P, then some letters of "
                   "its name."),
                rows),
       window);
}

QString whatIsSimulatedInShort() {
  const QStringList yes{
      tr("The life of execution environments: init, invocations, freezing, idle reclaim, age."),
      tr("Concurrency: the account's, unreserved, reserved and provisioned; 1 000 new environments "
         "per function every 10 seconds; the requests-per-second quota; every 429 with its "
         "reason."),
      tr("Synchronous and asynchronous invocations with retries, event age and dropped events."),
      tr("Memory and the vCPUs that come with it, time-outs and handler errors."),
      tr("CloudWatch's log lines and Lambda metrics, and the bill, computed from what happened.")};
  const QStringList no{
      tr("Simulated, your handler is not run: its times come from the work model in the template, "
         "and its answer is the event's declared response. Live runs Python, Node.js, Ruby and "
         "custom runtimes for real, on this machine: without less processor time for less memory."),
      tr("How long AWS keeps an idle environment is not published; the model's times are marked in "
         "the configuration and can be changed."),
      tr("Neighbours such as S3, SQS and DynamoDB send requests here but hold no data."),
      tr("Permissions are not checked: every call is allowed.")};
  QString limits;
  for (const project::Quota& quota : project::quotas()) {
    if (!quota.remembered) continue;
    limits += QStringLiteral("<li>%1 (%2)</li>").arg(qs(quota.property), qs(quota.source));
  }
  return QStringLiteral("<h3>%1</h3>%2<h3>%3</h3>%4<h3>%5</h3><p>%6</p><ul>%7</ul>")
      .arg(tr("Simulated as AWS documents it"), list(yes), tr("Simplified or not simulated"),
           list(no), tr("Numbers to check before you rely on them"),
           tr("These limits were not found on a page of AWS's documentation:"), limits);
}

void showAbout(QWidget* window) {
  show(QStringLiteral("aboutPage"), tr("About Coldstart"),
       QStringLiteral("<h2>Coldstart %1</h2>%2")
           .arg(QCoreApplication::applicationVersion(),
                paragraphs(
                    {tr("A desktop workbench in which AWS Lambda can be seen."),
                     tr("Coldstart is not made, endorsed or supported by Amazon. AWS, Amazon Web "
                        "Services, Lambda and the names of its services are trademarks of "
                        "Amazon.com, Inc. or its affiliates."),
                     tr("Free software under the GNU General Public License, version 3 or later. "
                        "It comes without any warranty."),
                     tr("Made with Qt %1 and QScintilla.").arg(QString::fromLatin1(qVersion()))})),
       window);
}

}  // namespace coldstart::window
