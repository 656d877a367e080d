// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Builds a function's code as `sam build` does before it deploys: a copy of the sources becomes
// artifacts in a private folder, never in the project, behind the same walls as a handler and
// without anybody waiting for it. What was built is remembered by what it was built from. Lives in
// a thread with an event loop, as EnvironmentProcess does; Artifacts has one for each function.

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/live/environment_process.h"
#include "core/live/launch.h"

namespace coldstart::live {

enum class BuildMethod : std::uint8_t {
  None,      ///< The folder is deployed as it is.
  Makefile,  ///< `make build-<LogicalId>` fills $ARTIFACTS_DIR. (building-custom-runtimes)
  Java,      ///< There are sources and no classes: javac, in Maven's layout or a plain folder.
};
/// `code` is the function's code folder.
BuildMethod buildMethodOf(const project::Function& function, const QString& code);

struct BuildOrder {
  project::Function function;
  QString code;        ///< Its folder, absolute.
  QString runtime;     ///< Folder with Coldstart's own bootstraps.
  QString remembered;  ///< Folder of everything that was built.
  Walls walls = Walls::Limits;
};

class Build : public QObject {
  Q_OBJECT
 public:
  explicit Build(BuildOrder order, QObject* parent = nullptr);
  ~Build() override;

  /// finished() follows, never from inside.
  void start();
  /// Afterwards: the folder to deploy. Errors: which tool is missing, the first thing that a
  /// compiler complains about.
  [[nodiscard]] const Result<QString>& folder() const { return m_folder; }
  /// What the tools printed; nothing when it was remembered.
  [[nodiscard]] const std::vector<std::string>& printed() const { return m_printed; }

  /// Longest that a build may take.
  static constexpr int kLimitMs = 5 * 60 * 1'000;

 signals:
  void finished();

 private:
  /// What a worker thread finds and makes before a tool is started.
  struct Prepared {
    QString target;                       ///< Where the result is remembered.
    bool isThere = false;                 ///< It is.
    std::shared_ptr<QTemporaryDir> work;  ///< With source/ and artifacts/.
    std::optional<Error> error;
  };
  static Prepared prepare(const BuildOrder& order, BuildMethod method);
  void prepared();
  [[nodiscard]] Result<QStringList> words() const;
  void ended(int status, int signal);
  [[nodiscard]] std::optional<Error> keep();
  void finish(Result<QString> folder);
  /// The path as the tools see it.
  [[nodiscard]] QString inside(const char* name) const;

  BuildOrder m_order;
  BuildMethod m_method = BuildMethod::None;
  Result<QString> m_folder;
  std::vector<std::string> m_printed;
  QFutureWatcher<Prepared> m_preparing;
  Prepared m_prepared;
  std::unique_ptr<EnvironmentProcess> m_process;
  QTimer m_limit;
};

/// Why a build failed, from what its tools printed. In build_report.cpp.
Error buildError(const project::Function& function, const std::vector<std::string>& printed);
/// A tool that is not there, with Debian's package for it.
Error missingTool(const std::string& functionId, const std::string& tool);

}  // namespace coldstart::live
