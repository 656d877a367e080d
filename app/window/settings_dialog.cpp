// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

#include <nlohmann/json.hpp>

#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "app/window/preferences.h"
#include "app/window/trust.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "core/project/quota.h"

namespace coldstart::window {
namespace {

QLabel* caption(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setFont(theme::Theme::instance().captionFont());
  return label;
}

QLabel* remark(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setWordWrap(true);
  label->setFont(theme::Theme::instance().smallFont());
  label->setForegroundRole(QPalette::PlaceholderText);
  // A form lays its rows out by their unwrapped height, unless they know their own.
  label->setMinimumWidth(theme::px(300));
  label->setMinimumHeight(label->heightForWidth(theme::px(300)));
  return label;
}

}  // namespace

SettingsDialog::SettingsDialog(Document* document, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("settingsDialog"));
  setWindowTitle(tr("Settings"));
  setMinimumWidth(theme::px(460));
  auto* form = new QFormLayout(this);
  form->setLabelAlignment(Qt::AlignRight);
  addLook(*form);
  addLive(*form);
  if (document) addProject(*form, *document);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
  form->addRow(buttons);
}

void SettingsDialog::addLook(QFormLayout& form) {
  theme::Theme& look = theme::Theme::instance();
  form.addRow(caption(tr("Program"), this));
  auto* scheme = new theme::Segmented({tr("System"), tr("Light"), tr("Dark")}, this);
  scheme->setObjectName(QStringLiteral("themeChoice"));
  scheme->setCurrent(static_cast<int>(look.scheme()));
  connect(scheme, &theme::Segmented::chosen, this, [](int index) {
    static const QStringList kNames{QStringLiteral("system"), QStringLiteral("light"),
                                    QStringLiteral("dark")};
    preferences::setValue(QStringLiteral("theme"), kNames[index]);
    theme::Theme::instance().setScheme(static_cast<theme::Scheme>(index));
  });
  form.addRow(tr("Colours"), scheme);
  auto* zoom = new QSpinBox(this);
  zoom->setObjectName(QStringLiteral("zoomChoice"));
  zoom->setRange(50, 300);
  zoom->setSingleStep(10);
  zoom->setSuffix(QStringLiteral(" %"));
  zoom->setValue(preferences::value(QStringLiteral("zoom"), 100).toInt());
  connect(zoom, &QSpinBox::editingFinished, this, [zoom] {
    preferences::setValue(QStringLiteral("zoom"), zoom->value());
    theme::Theme::instance().setZoomPercent(zoom->value());
  });
  form.addRow(tr("Size"), zoom);
  auto* motion = new QCheckBox(tr("Show results at once, without playing the run"), this);
  motion->setObjectName(QStringLiteral("reducedMotionChoice"));
  motion->setChecked(look.reducedMotion());
  connect(motion, &QCheckBox::toggled, this, [](bool on) {
    preferences::setValue(QStringLiteral("reducedMotion"), on);
    theme::Theme::instance().setReducedMotion(on);
  });
  form.addRow(tr("Reduced motion"), motion);
  auto* language = new QComboBox(this);
  language->setObjectName(QStringLiteral("languageChoice"));
  language->addItem(tr("As the system"), QString());
  for (const QString& code : preferences::languages()) {
    const bool english = code == QStringLiteral("en");  // Qt would name its American kind.
    language->addItem(english ? QStringLiteral("English") : QLocale(code).nativeLanguageName(),
                      code);
  }
  const int chosen = language->findData(preferences::value(QStringLiteral("language")).toString());
  language->setCurrentIndex(qMax(0, chosen));
  connect(language, &QComboBox::activated, this, [this, language] {
    preferences::setValue(QStringLiteral("language"), language->currentData());
    emit languageChanged();
  });
  form.addRow(tr("Language"), language);
  form.addRow({}, remark(tr("Another language is used when Coldstart is started again."), this));
}

void SettingsDialog::addLive(QFormLayout& form) {
  form.addRow(caption(tr("Live"), this));
  auto* atOnce = new QSpinBox(this);
  atOnce->setObjectName(QStringLiteral("atOnceChoice"));
  atOnce->setRange(1, 1'000);
  atOnce->setValue(
      preferences::value(QStringLiteral("live/atOnce"), LiveWorkbench::usualAtOnce()).toInt());
  connect(atOnce, &QSpinBox::editingFinished, this, [this, atOnce] {
    preferences::setValue(QStringLiteral("live/atOnce"), atOnce->value());
    emit liveChanged();
  });
  form.addRow(tr("Requests at once"), atOnce);
  form.addRow({}, remark(tr("How many handlers this machine runs at the same time; more wait for a "
                            "place. Lambda knows no such limit."),
                         this));
  auto* network = new QCheckBox(tr("Handlers may use the network"), this);
  network->setObjectName(QStringLiteral("networkChoice"));
  network->setChecked(trust::network() == live::Network::Allowed);
  connect(network, &QCheckBox::toggled, this, [this](bool open) {
    preferences::setValue(QStringLiteral("live/network"), open);
    emit liveChanged();
  });
  form.addRow({}, network);
  form.addRow({}, remark(tr("In a sandbox they have none unless this is set; it counts from the "
                            "next cold start on."),
                         this));
  auto* fast = new QCheckBox(tr("Fast starts"), this);
  fast->setObjectName(QStringLiteral("fastChoice"));
  fast->setChecked(preferences::value(QStringLiteral("live/fast"), false).toBool());
  connect(fast, &QCheckBox::toggled, this, [this](bool on) {
    preferences::setValue(QStringLiteral("live/fast"), on);
    emit liveChanged();
  });
  form.addRow({}, fast);
  form.addRow({},
              remark(tr("Interpreters of Python and Node.js wait ready, with the libraries that "
                        "the handler's file imports, so cold starts are shorter than Lambda's. "
                        "Leave this off to see what a cold start costs."),
                     this));
  auto* trusted = new QListWidget(this);
  trusted->setObjectName(QStringLiteral("trustedFolders"));
  trusted->setAccessibleName(tr("Folders whose code may run"));
  trusted->addItems(trust::folders());
  trusted->setFixedHeight(theme::px(64));
  auto* revoke = new QPushButton(tr("Do not trust it any more"), this);
  revoke->setObjectName(QStringLiteral("revokeTrust"));
  revoke->setEnabled(false);
  connect(trusted, &QListWidget::currentRowChanged, revoke,
          [revoke](int row) { revoke->setEnabled(row >= 0); });
  connect(revoke, &QPushButton::clicked, this, [this, trusted] {
    const std::unique_ptr<QListWidgetItem> gone(trusted->takeItem(trusted->currentRow()));
    if (!gone) return;
    trust::setTrusted(gone->text(), false);
    emit liveChanged();
  });
  if (trusted->count() == 0) {
    form.addRow(tr("Trusted folders"),
                remark(tr("None yet. You are asked before code of a project runs."), this));
    trusted->hide();
    revoke->hide();
    return;
  }
  form.addRow(tr("Trusted folders"), trusted);
  form.addRow({}, revoke);
}

void SettingsDialog::addProject(QFormLayout& form, Document& document) {
  form.addRow(caption(tr("This project"), this));
  const project::Quota& quota = project::quota("ConcurrentExecutions");
  auto* account = new QSpinBox(this);
  account->setObjectName(QStringLiteral("accountConcurrency"));
  account->setRange(static_cast<int>(quota.minimum),
                    static_cast<int>(qMin<std::int64_t>(quota.maximum, 1'000'000)));
  account->setValue(document.project().account.concurrentExecutions);
  connect(account, &QSpinBox::editingFinished, &document, [account, &document] {
    if (account->value() == document.project().account.concurrentExecutions) return;
    document.setValue("/Metadata/Coldstart/Account/ConcurrentExecutions", account->value(),
                      tr("Change the account's concurrency"));
  });
  form.addRow(tr("Account concurrency"), account);
  form.addRow({}, remark(tr("How many environments of all functions together may be busy at once "
                            "in a Region. A new account has 1 000 and may ask AWS for more."),
                         this));
  auto* style = new theme::Segmented({tr("Today's"), tr("Until 2024")}, this);
  style->setObjectName(QStringLiteral("logStyle"));
  style->setCurrent(document.project().classicLogStyle ? 1 : 0);
  connect(style, &theme::Segmented::chosen, &document, [&document](int index) {
    document.setValue("/Metadata/Coldstart/ClassicLogStyle",
                      index == 1 ? nlohmann::ordered_json(true) : nlohmann::ordered_json(),
                      tr("Change the log style"));
  });
  form.addRow(tr("Failure lines in logs"), style);
}

}  // namespace coldstart::window
