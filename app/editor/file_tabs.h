// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The row of a function's files above the editor: "lambda_function.py  shrink.py  +". A name is
// typed in the row itself, for a new file as for a new name. It only asks; CodePage does.

#include <QHash>
#include <QStringList>
#include <QWidget>

class QLineEdit;
class QTabBar;
class QToolButton;

namespace coldstart::editor {

class FileTabs : public QWidget {
  Q_OBJECT
 public:
  explicit FileTabs(QWidget* parent = nullptr);

  /// The tabs in order; `root` is the code folder that the names are shown without.
  void setFiles(const QStringList& files, const QString& root);
  void setHidden(const QStringList& files);  ///< Closed ones, which the + menu offers again.
  void setCurrent(const QString& file);
  void setEdited(const QString& file, bool edited);
  [[nodiscard]] QString current() const;
  [[nodiscard]] QStringList files() const { return m_files; }
  [[nodiscard]] QTabBar* bar() const { return m_bar; }

  void askNewName();  ///< For a new file.
  void askRename(const QString& file);

 signals:
  void chosen(const QString& file);
  void closeAsked(const QString& file);
  void addAsked(const QString& name);  ///< Below the code folder.
  void renameAsked(const QString& file, const QString& name);
  void deleteAsked(const QString& file);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void tabMenu(const QPoint& at);
  void plusMenu();
  void askName(const QString& proposed, const QString& renamed);
  void finishName(bool taken);
  [[nodiscard]] QString shown(const QString& file) const;
  void restyle();

  QTabBar* m_bar;
  QToolButton* m_plus;
  QLineEdit* m_name;
  QStringList m_files;
  QStringList m_hidden;
  QString m_root;
  QString m_renamed;  ///< The file that the name being typed is for; "" for a new one.
};

}  // namespace coldstart::editor
