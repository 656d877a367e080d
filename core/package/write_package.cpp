// SPDX-License-Identifier: GPL-3.0-or-later
// Files into a .zip whose bytes depend on nothing else.
#include <algorithm>
#include <memory>

#include <sys/stat.h>
#include <zip.h>

#include "core/package/package.h"

namespace coldstart::package {
namespace {

constexpr zip_uint16_t kMidnight = 0;
constexpr zip_uint16_t kFirstOf1980 = (1 << 5) | 1;  // The earliest day that a .zip can hold.

struct Discard {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, Free>;

Error cannot(const char* why) {
  return {"", {"package", SAY("package", "The package cannot be zipped: %1."), {why}}, ""};
}

zip_uint32_t modeOf(Kind kind) {
  switch (kind) {
    case Kind::Plain:
      return S_IFREG | 0644;
    case Kind::Executable:
      return S_IFREG | 0755;
    case Kind::Link:
      return S_IFLNK | 0777;
  }
  return S_IFREG | 0644;
}

bool add(zip_t* zip, const File& file) {
  Source source(zip_source_buffer(zip, file.bytes.data(), file.bytes.size(), 0));
  if (!source) return false;
  const zip_int64_t at = zip_file_add(zip, file.path.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (at < 0) return false;
  static_cast<void>(source.release());  // Taken over.
  const auto index = static_cast<zip_uint64_t>(at);
  return zip_file_set_dostime(zip, index, kMidnight, kFirstOf1980, 0) == 0 &&
         zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_UNIX, modeOf(file.kind) << 16) ==
             0;
}

Result<std::string> bytesOf(zip_source_t* source) {
  zip_stat_t found;
  zip_stat_init(&found);
  if (zip_source_stat(source, &found) != 0 || zip_source_open(source) != 0)
    return cannot(zip_error_strerror(zip_source_error(source)));
  std::string bytes(found.size, '\0');
  const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (count != static_cast<zip_int64_t>(bytes.size())) return cannot("it cannot be read back");
  return bytes;
}

}  // namespace

Result<std::string> zipOf(std::vector<File> files) {
  if (files.empty())
    return Error{
        "",
        {"package",
         SAY("package", "There are no files to put into a package. Write some code first."),
         {}},
        ""};
  if (auto error = checkFiles(files)) return *std::move(error);
  std::size_t unzipped = 0;
  for (const File& file : files) unzipped += file.bytes.size();
  if (unzipped > static_cast<std::size_t>(mostUnzipped())) return tooLarge();
  std::ranges::sort(files, {}, &File::path);

  zip_error_t error;
  zip_error_init(&error);
  const Source memory(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!memory) return cannot(zip_error_strerror(&error));
  zip_source_keep(memory.get());  // The archive lets go of its own when it is closed.
  Archive zip(zip_open_from_source(memory.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (!zip) {
    zip_source_free(memory.get());
    return cannot(zip_error_strerror(&error));
  }
  for (const File& file : files) {
    if (!add(zip.get(), file)) return cannot(zip_strerror(zip.get()));
  }
  if (zip_close(zip.get()) != 0) return cannot(zip_strerror(zip.get()));
  static_cast<void>(zip.release());
  return bytesOf(memory.get());
}

}  // namespace coldstart::package
