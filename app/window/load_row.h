// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One load of a scenario as a row of a form: who is asked, with which event, and how the requests
// arrive. Reads and writes the template's own JSON; what it has no field for is kept.

#include <QWidget>
#include <memory>

#include <nlohmann/json_fwd.hpp>

class QComboBox;
class QLabel;
class QLineEdit;

namespace coldstart::project {
struct Project;
}

namespace coldstart::window {

class LoadRow : public QWidget {
  Q_OBJECT
 public:
  LoadRow(const project::Project& project, QWidget* parent);
  ~LoadRow() override;
  void take(const nlohmann::ordered_json& load);
  [[nodiscard]] nlohmann::ordered_json load() const;
  /// What is wrong with its numbers, or "".
  [[nodiscard]] QString problem() const;

 signals:
  void changed();
  void removeAsked();

 private:
  void showFields();
  QComboBox* m_target;
  QComboBox* m_type;
  QComboBox* m_event;
  QComboBox* m_kind;
  QLabel* m_firstName;
  QLineEdit* m_first;
  QLabel* m_secondName;
  QLineEdit* m_second;
  QLabel* m_thirdName;
  QLineEdit* m_third;
  std::unique_ptr<nlohmann::ordered_json> m_kept;  ///< The load as the template has it.
};

}  // namespace coldstart::window
