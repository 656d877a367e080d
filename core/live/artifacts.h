// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is deployed of every function: its code folder as it is, or what was built from it. LiveHost
// has one, in its thread; whoever has none asks codeToDeploy().

#include <QObject>
#include <QString>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/live/build.h"

namespace coldstart::live {

class Artifacts : public QObject {
  Q_OBJECT
 public:
  struct Places {
    QString project;     ///< The project's folder.
    QString runtime;     ///< Folder with Coldstart's own bootstraps.
    QString remembered;  ///< Of everything that was built; "": with the user's caches.
    Walls walls = Walls::Limits;
  };
  explicit Artifacts(Places places, QObject* parent = nullptr);
  ~Artifacts() override;

  /// Its code is new: it is built before it is deployed again.
  void forget(const std::string& functionId);
  /// Builds what is not built yet; false while that lasts, and settled() follows.
  bool make(const project::Function& function);
  /// The same; and again what failed, or was removed since.
  bool makeAgain(const project::Function& function);
  /// Whether nothing is to be built, now or at all.
  [[nodiscard]] bool isMade(const project::Function& function) const;
  /// Once made: the folder. Errors: why there is none.
  [[nodiscard]] Result<QString> folderOf(const project::Function& function) const;
  /// What its build printed, told once; of one that failed, at every start.
  std::vector<std::string> takePrinted(const std::string& functionId);

 signals:
  void settled();

 private:
  struct Made {
    std::unique_ptr<Build> build;
    std::optional<Result<QString>> folder;
    std::vector<std::string> printed;
    bool asItIs = false;  ///< Not built: nothing of it can go missing unseen.
  };
  [[nodiscard]] QString codeOf(const project::Function& function) const;

  Places m_places;
  std::map<std::string, Made, std::less<>> m_all;  ///< By logical id.
};

/// The folder to deploy, built if it must be: waits for that. Errors as those of Build.
Result<QString> codeToDeploy(const project::Function& function, const QString& projectFolder,
                             Walls walls);

}  // namespace coldstart::live
