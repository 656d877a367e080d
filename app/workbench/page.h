// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One page of a pane: what stands under one tab ("Timeline" of the stage, "Logs" of CloudWatch).
// The pane's header shows the page's controls at its right end.

#include <QWidget>

namespace coldstart {

class Actions;
class Document;
class Session;

/// What every page is given. The window owns all three and outlives the pages; a new document makes
/// new pages.
struct Workbench {
  Document& document;
  Session& session;
  Actions& actions;
};

class Page : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  /// Shown in the pane's header while this page is in front; owned by the page. May be null.
  [[nodiscard]] virtual QWidget* controls() { return nullptr; }
};

}  // namespace coldstart
