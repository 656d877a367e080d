// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line that says a run is being made, how far it is, and offers to stop it. It appears only
// when a run takes longer than a moment. A large template that is being read is said there too.

#include <QTimer>
#include <QWidget>
#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace coldstart {
class Session;
}

namespace coldstart::window {

class RunProgress : public QWidget {
  Q_OBJECT
 public:
  explicit RunProgress(QWidget* parent);
  void attach(Session* session);  ///< Null: hide.
  void beginReading(const QString& words, std::function<void()> stop);
  void endReading();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QString liveWords() const;
  QTimer m_soon;
  QLabel* m_words;
  QProgressBar* m_bar;
  QPushButton* m_stop;
  Session* m_session = nullptr;
  std::function<void()> m_stopReading;  ///< Set while something is being read.
};

}  // namespace coldstart::window
