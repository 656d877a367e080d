// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The lines themselves: a scroll area that renders and paints only what is visible, whatever the
// number of lines. It scrolls by rows. It changes nothing itself: it says what the user asked for.

#include <QAbstractScrollArea>
#include <functional>
#include <optional>

#include "app/cloudwatch/log_rows.h"
#include "app/workbench/code_links.h"
#include "app/workbench/session.h"

namespace coldstart::cloudwatch {

class LogList : public QAbstractScrollArea {
  Q_OBJECT
 public:
  explicit LogList(QWidget* parent = nullptr);

  /// The rows to show; the page changes them and calls rowsChanged().
  [[nodiscard]] LogRows& rows() { return m_rows; }
  void rowsChanged();
  void setSelection(Selection selection);
  void setWrap(bool wrap);
  [[nodiscard]] bool wrap() const { return m_wrap; }
  /// Words to mark in the lines.
  void setTerms(const QStringList& terms);
  /// What stands in the middle while there are no rows.
  void setEmptyText(const QString& text);
  /// Keeps the last row in view as rows are added, until the user scrolls up.
  void setFollowing(bool following);
  void showLine(std::size_t line);
  /// Which parts of a line's text lead to code.
  void setLinks(std::function<QList<CodeLink>(const observe::LogLine&, const QString&)> links);
  /// Where the current row's error happened.
  [[nodiscard]] std::optional<CodeLink> currentLink() const;

  [[nodiscard]] std::optional<std::size_t> currentRow() const { return m_current; }
  /// The chosen rows' lines, exactly as CloudWatch would hold them.
  [[nodiscard]] QString selectedText() const;
  void copy() const;
  [[nodiscard]] QString rowText(std::size_t row) const;
  [[nodiscard]] QRect rowRect(std::size_t row) const;

 signals:
  void selectionAsked(coldstart::Selection selection);
  void menuAsked(QPoint globalPosition);
  void codeAsked(const QString& file, int line);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool viewportEvent(QEvent* event) override;

 private:
  /// A line as it is painted: tabs as spaces, cut into the rows of text that it takes.
  struct Shown {
    observe::LogLine line;
    QStringList texts;
  };
  void restyle();
  void fitScrollBars();
  [[nodiscard]] Shown shown(std::size_t row) const;
  [[nodiscard]] int lineHeight() const { return m_lineHeight; }
  [[nodiscard]] int gutter() const;
  [[nodiscard]] int charactersAcross() const;
  [[nodiscard]] std::size_t top() const;
  [[nodiscard]] std::size_t lastTop() const;
  [[nodiscard]] std::optional<std::size_t> rowAt(int y) const;
  void paintRow(QPainter& painter, const Shown& shown, std::size_t row, int y, int height);
  void paintText(QPainter& painter, const observe::LogLine& line, const QString& text, int x,
                 int y);
  [[nodiscard]] QList<CodeLink> linksIn(const observe::LogLine& line, const QString& text) const;
  [[nodiscard]] std::optional<CodeLink> linkAt(QPoint position) const;
  void paintTerms(QPainter& painter, const QString& text, int x, int y);
  void moveTo(std::size_t row, bool extend);
  void choose(std::size_t row, bool extend);
  void describe();
  [[nodiscard]] QString timeText(Instant t) const;

  std::function<QList<CodeLink>(const observe::LogLine&, const QString&)> m_links;
  std::optional<CodeLink> m_pressedLink;
  LogRows m_rows;
  Selection m_selection;
  QStringList m_terms;
  QString m_emptyText;
  bool m_wrap = false;
  bool m_following = true;
  bool m_atEnd = true;     ///< The last row is in view, and stays there while following.
  bool m_fitting = false;  ///< Scroll bars are being set: not the user's doing.
  std::optional<std::size_t> m_current;
  std::size_t m_anchor = 0;
  int m_lineHeight = 20;
  int m_charWidth = 8;
  int m_widest = 0;  ///< Of the lines seen so far, in pixels.
};

}  // namespace coldstart::cloudwatch
