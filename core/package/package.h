// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A deployment package: the files of a function's code, and the .zip that AWS Lambda takes. Bytes
// in, bytes out; whoever calls reads and writes the disk. What a .zip from elsewhere says is
// believed only after checkFiles().

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace coldstart::package {

enum class Kind : std::uint8_t { Plain, Executable, Link };

struct File {
  std::string path;  ///< Below the package's root, with forward slashes: "lib/a b.py".
  Kind kind = Kind::Plain;
  std::string bytes;  ///< What the file holds; of a link, the relative path that it points to.
};

/// 250 MB: code and layers, unzipped. (gettingstarted-limits)
std::int64_t mostUnzipped();
/// 50 MB: what may be uploaded directly; a larger .zip goes through S3. (gettingstarted-limits)
std::int64_t mostUploaded();
/// AWS's own message for code that is too large.
Error tooLarge();

/// Why these files cannot lie below one folder: a path that leaves it, a link that points out of
/// it or to nothing, two files in one place, a file below a file.
std::optional<Error> checkFiles(const std::vector<File>& files);

/// The .zip of these files. The same files give the same bytes in any order, time zone or year:
/// sorted by name, dated 1980-01-01, permissions 0644, or 0755 for what can be executed.
Result<std::string> zipOf(std::vector<File> files);

/// The files of a .zip from anywhere, sorted by name. Refused: what checkFiles() refuses, encrypted
/// entries, damaged ones, and more than Lambda's 250 MB however little it is zipped.
Result<std::vector<File>> filesIn(std::string_view zip);

}  // namespace coldstart::package
