// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CloudWatch, Logs: the lines of the run as the service would have written them, up to the
// playhead; by log group and stream, with a filter pattern.

#include <memory>
#include <optional>

#include "app/cloudwatch/log_job.h"
#include "app/workbench/page.h"
#include "app/workbench/session.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace coldstart::cloudwatch {

class LogList;

class LogsPage : public Page {
  Q_OBJECT
 public:
  explicit LogsPage(Workbench workbench, QWidget* parent = nullptr);

  [[nodiscard]] QWidget* controls() override { return m_controls; }

 private:
  void makeControls();
  void makeBreadcrumb(QWidget* row);
  void showRun();
  void fillGroups();
  void fillStreams();
  void openView();
  void takeView(const std::shared_ptr<const observe::LogView>& view);
  void followPlayhead();
  void followSelection();
  void filter();
  void showStatus();
  void exportLines();
  void showMenu(QPoint at);
  void restyle();
  [[nodiscard]] bool following() const;
  [[nodiscard]] QString emptyText() const;

  Workbench m_workbench;
  QWidget* m_controls;
  QLineEdit* m_pattern;
  QToolButton* m_follow;
  QToolButton* m_wrap;
  QStackedWidget* m_stack;
  QComboBox* m_groups;
  QComboBox* m_streams;
  QLabel* m_status;
  QToolButton* m_cancel;
  QLabel* m_problemLine;  ///< What is wrong with the pattern, and the way out.
  LogList* m_list;
  LogJob m_search;
  LogJob m_export;
  std::shared_ptr<const observe::RunIndex> m_index;
  quint64 m_looked = 0;  ///< Lines that the search or the export has been through.
  QString m_problem;     ///< What is wrong with the pattern, or with the export.
};

}  // namespace coldstart::cloudwatch
