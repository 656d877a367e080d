// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Permissions tab: what the template says about the execution role and about who may invoke,
// and one sentence that nothing of it is evaluated yet.

#include "app/workbench/page.h"

class QScrollArea;

namespace coldstart::configuration {

class PermissionsPage : public Page {
  Q_OBJECT
 public:
  explicit PermissionsPage(Workbench workbench, QWidget* parent = nullptr);

  /// The permissions of this function; the page follows Session::function() by itself.
  void showFunction(std::size_t function);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void rebuild();
  Workbench m_workbench;
  std::size_t m_function = 0;
  QScrollArea* m_scroll;
};

}  // namespace coldstart::configuration
