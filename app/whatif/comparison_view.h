// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Before and after, figure by figure: two bars on one scale, the numbers beside them, and by how
// much they differ. Painted; what it is given it shows.

#include <QWidget>
#include <optional>
#include <vector>

#include "core/observe/figures.h"

namespace coldstart::whatif {

/// One line of the comparison.
struct ComparedFigure {
  QString label;
  QString before;
  QString after;
  QString change;         ///< "−71 %"; empty: no difference, or nothing to compare with.
  double beforePart = 0;  ///< Lengths of the bars, 0 to 1.
  double afterPart = 0;
  bool summary = false;  ///< One of the few that matter most.
};
/// One function of those whose figures are shown together.
struct PartOfAll {
  QString name;
  const observe::Figures* before = nullptr;
  const observe::Figures* after = nullptr;
};
/// `after` may be missing: then there is one bar for each figure. Who was throttled is also told of
/// each part: one function's gain is often another's loss.
std::vector<ComparedFigure> comparedFigures(const observe::Figures& before,
                                            const observe::Figures* after,
                                            const std::vector<PartOfAll>& parts = {});
/// "−71 %", "+3.2 %", "×12".
QString changeText(double before, double after);

class ComparisonView : public QWidget {
  Q_OBJECT
 public:
  explicit ComparisonView(QWidget* parent = nullptr);

  void show(std::vector<ComparedFigure> figures, bool compared);
  void setPale(bool pale);  ///< What is shown is being made anew.
  [[nodiscard]] const std::vector<ComparedFigure>& figures() const { return m_figures; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void describe();
  void paintLegend(QPainter& painter) const;
  void paintFigure(QPainter& painter, const ComparedFigure& figure, int top) const;
  [[nodiscard]] int lineHeight() const;
  [[nodiscard]] int rowHeight() const;

  std::vector<ComparedFigure> m_figures;
  bool m_compared = false;
  bool m_pale = false;
};

}  // namespace coldstart::whatif
