// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which Java of this machine runs and compiles the functions of a Java runtime, and how. For
// launch.cpp and build.cpp.

#include <QString>
#include <QStringList>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/project/function.h"

namespace coldstart::live {

/// Where Debian puts Java, and the JSON library that the runtime uses.
struct JavaPlaces {
  QString machines = QStringLiteral("/usr/lib/jvm");
  QString libraries = QStringLiteral("/usr/share/java");
};

struct Java {
  QString home;
  int version = 0;
};
enum class JavaPart { Runs, Compiles };

/// 8 of "java8.al2", 21 of "java21".
int javaVersion(const std::string& runtime);
/// The Java of the runtime's version; else the next newer, else the newest there is. Nothing when
/// none is installed, or none that compiles.
std::optional<Java> javaFor(const std::string& runtime, JavaPart part,
                            const JavaPlaces& places = {});

/// The compiled runtime in the folder of the bootstraps; it holds Lambda's interfaces too.
QString javaRuntimeJar(const QString& runtime);

/// The program and its arguments, with folders as the process sees them. Errors: what is not
/// installed, with its package.
Result<QStringList> javaCommand(const project::Function& function, const QString& runtime,
                                const QString& opt, const JavaPlaces& places = {});

/// As otherInterpreter() of launch.h.
std::optional<Sentence> otherJava(const project::Function& function);

}  // namespace coldstart::live
