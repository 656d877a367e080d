// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One line across the top of a pane or the window: what is wrong or what is offered, with its
// buttons. Used instead of a message box wherever one line can say it. Hidden until say() is
// called.

#include <QFrame>
#include <QList>
#include <functional>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace coldstart::theme {

class Banner : public QFrame {
  Q_OBJECT
 public:
  enum class Kind { Note, Warning, Problem };
  struct Offer {
    QString text;
    std::function<void()> run;  ///< The banner hides before it runs.
  };
  explicit Banner(QWidget* parent = nullptr);

  void say(Kind kind, const QString& sentence, const QList<Offer>& offers = {});
  void dismiss();
  [[nodiscard]] QString sentence() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fold();  ///< In a narrow pane the offers stand below the sentence.
  Kind m_kind = Kind::Note;
  QLabel* m_icon;
  QLabel* m_sentence;
  QBoxLayout* m_body;
  QBoxLayout* m_offers;
  QToolButton* m_close;
};

}  // namespace coldstart::theme
