// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Measure, then simulate: runs the handler live, cold and warm, with the chosen test events, shows
// what was measured and writes it into the function's work model. MainWindow opens it, after trust.

#include <QDialog>
#include <QPointer>
#include <memory>
#include <optional>

#include "core/live/profiler.h"

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace coldstart {
class Document;
struct MeasuredWork;
}  // namespace coldstart

namespace coldstart::window {

class ProfileDialog : public QDialog {
  Q_OBJECT
 public:
  ProfileDialog(Document& document, std::size_t function, QWidget* parent = nullptr);
  ~ProfileDialog() override;

 signals:
  void written(const QString& function);

 private:
  void fillEvents();
  void start();
  void stop();
  void take(const live::Profile& profile);
  void write();
  [[nodiscard]] live::ProfilePlan plan() const;

  Document& m_document;
  std::size_t m_function;
  QString m_id;
  QListWidget* m_events;
  QSpinBox* m_cold;
  QSpinBox* m_warm;
  QProgressBar* m_bar;
  QLabel* m_result;
  QPushButton* m_start;
  QPushButton* m_write;
  QPointer<live::Profiler> m_profiler;
  std::unique_ptr<MeasuredWork> m_measured;
};

}  // namespace coldstart::window
