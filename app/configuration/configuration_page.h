// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in app/configuration: the Configuration tab. Sections and words of the AWS
// console, one FieldRow for each setting; the rows ask core whether a value may stand (judge.h) and
// say what it does (effects.h). The page only stacks them and follows the function in front.

#include <QList>

#include "app/configuration/field_row.h"

class QComboBox;
class QScrollArea;
class QVBoxLayout;

namespace coldstart::configuration {

class PoolBar;

class ConfigurationPage : public Page {
  Q_OBJECT
 public:
  explicit ConfigurationPage(Workbench workbench, QWidget* parent = nullptr);

  /// The settings of this function; the page follows Session::function() by itself.
  void showFunction(std::size_t function);
  /// Brings a setting into view and gives it the focus: "memory", "reserved", "account" …
  void showField(const QString& id);
  [[nodiscard]] FieldRow* row(const QString& id) const;
  [[nodiscard]] QWidget* controls() override;

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  void addSection(const QString& title, const QString& sentence = {});
  void addGeneral();
  void addEnvironment();
  void addConcurrency();
  void addAsynchronous();
  void addDestination(FieldSpec spec, std::function<std::string(const project::Function&)> read);
  void addLogging();
  void addWork();
  void addBehaviour();  ///< The second half of the work model.
  void addAccount();
  template <typename Row, typename... Arguments>
  Row* add(FieldSpec spec, Arguments&&... arguments);
  void refresh();
  void fold();
  void explainUnavailable();

  Form m_form;
  QScrollArea* m_scroll;
  QComboBox* m_sections;
  QWidget* m_content = nullptr;
  QVBoxLayout* m_column = nullptr;
  QList<QWidget*> m_captions;
  QList<FieldRow*> m_rows;
  PoolBar* m_pool = nullptr;
};

}  // namespace coldstart::configuration
