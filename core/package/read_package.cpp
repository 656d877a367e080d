// SPDX-License-Identifier: GPL-3.0-or-later
// A .zip from anywhere into files. What its directory says of sizes is not believed: every byte
// that comes out is counted.
#include <algorithm>
#include <array>
#include <memory>

#include <sys/stat.h>
#include <zip.h>

#include "core/package/package.h"

namespace coldstart::package {
namespace {

struct Discard {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

struct Close {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Entry = std::unique_ptr<zip_file_t, Close>;

Error cannot(const char* pattern, std::string path, std::string why = {}) {
  return {"", {"package", pattern, {std::move(path), std::move(why)}}, ""};
}

Error notAZip(const char* why) {
  return cannot(SAY("package", "This is not a .zip file that can be read: %1."), why);
}

Error damaged(const std::string& path, const char* why) {
  return cannot(SAY("package", "\"%1\" in the package cannot be read: %2."), path, why);
}

/// Some tools write "./a.py".
std::string pathOf(std::string_view name) {
  while (name.starts_with("./")) name.remove_prefix(2);
  return std::string(name);
}

/// A package made where files have no mode (Windows) has plain files only, as on Lambda.
Result<Kind> kindOf(zip_t* zip, zip_uint64_t index, const std::string& path) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0 ||
      (system != ZIP_OPSYS_UNIX && system != ZIP_OPSYS_OS_X))
    return Kind::Plain;
  const zip_uint32_t mode = attributes >> 16;
  switch (mode & S_IFMT) {
    case S_IFLNK:
      return Kind::Link;
    case 0:  // Python's zipfile leaves the type out when it is given text.
    case S_IFREG:
      return (mode & 0111) != 0 ? Kind::Executable : Kind::Plain;
    default:
      return cannot(SAY("package", "\"%1\" in the package is neither a file, a folder nor a link."),
                    path);
  }
}

/// Appends what the entry holds; `left` is how much the whole package may still unzip to.
std::optional<Error> readInto(File& file, zip_t* zip, zip_uint64_t index, std::size_t& left) {
  const Entry entry(zip_fopen_index(zip, index, 0));
  if (!entry) return damaged(file.path, zip_strerror(zip));
  std::array<char, 64 * 1024> piece{};
  while (true) {
    const zip_int64_t count = zip_fread(entry.get(), piece.data(), piece.size());
    if (count == 0) return std::nullopt;
    if (count < 0) return damaged(file.path, zip_error_strerror(zip_file_get_error(entry.get())));
    const auto size = static_cast<std::size_t>(count);
    if (size > left) return tooLarge();
    left -= size;
    file.bytes.append(piece.data(), size);
  }
}

Result<std::vector<File>> read(zip_t* zip) {
  std::vector<File> files;
  auto left = static_cast<std::size_t>(mostUnzipped());
  const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(zip, 0));
  for (zip_uint64_t index = 0; index < count; ++index) {
    zip_stat_t entry;
    zip_stat_init(&entry);
    if (zip_stat_index(zip, index, 0, &entry) != 0) return notAZip(zip_strerror(zip));
    File file{.path = pathOf(entry.name), .kind = Kind::Plain, .bytes = {}};
    if (file.path.empty()) continue;
    if (file.path.ends_with('/')) {
      // Folders come into being with their files; one outside is refused like a file there.
      file.path.pop_back();
      if (auto error = checkFiles({file})) return *std::move(error);
      continue;
    }
    if (entry.encryption_method != ZIP_EM_NONE)
      return cannot(SAY("package",
                        "\"%1\" in the package is encrypted; Lambda does not take such a package. "
                        "Zip it without a password."),
                    file.path);
    const auto kind = kindOf(zip, index, file.path);
    if (!kind) return kind.error();
    file.kind = *kind;
    if (auto error = readInto(file, zip, index, left)) return *std::move(error);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

Result<std::vector<File>> filesIn(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (!source) return notAZip(zip_error_strerror(&error));
  const Archive zip(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!zip) {
    zip_source_free(source);
    return notAZip(zip_error_strerror(&error));
  }
  auto files = read(zip.get());
  if (!files) return files;
  if (files->empty())
    return cannot(SAY("package", "The package is empty. Zip the function's files."), {});
  if (auto wrong = checkFiles(*files)) return *std::move(wrong);
  std::ranges::sort(*files, {}, &File::path);
  return files;
}

}  // namespace coldstart::package
