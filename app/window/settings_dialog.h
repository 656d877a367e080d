// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Settings: how the program looks, and what holds for the whole of the open project. Every change
// takes effect at once.

#include <QDialog>

class QFormLayout;

namespace coldstart {
class Document;
}

namespace coldstart::window {

class SettingsDialog : public QDialog {
  Q_OBJECT
 public:
  /// `document` may be null.
  SettingsDialog(Document* document, QWidget* parent);

 signals:
  void languageChanged();
  void liveChanged();  ///< What may run, or how much of it at once.

 private:
  void addLook(QFormLayout& form);
  void addLive(QFormLayout& form);
  void addProject(QFormLayout& form, Document& document);
};

}  // namespace coldstart::window
