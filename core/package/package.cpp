// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/package.h"

#include <map>

#include "core/project/quota.h"

namespace coldstart::package {
namespace {

using Files = std::map<std::string_view, const File*>;

Error problem(const char* pattern, std::string_view path, std::string_view more = {}) {
  return {"", {"package", pattern, {std::string(path), std::string(more)}}, ""};
}

/// The names between the slashes.
std::vector<std::string_view> parts(std::string_view path) {
  std::vector<std::string_view> all;
  while (true) {
    const std::size_t slash = path.find('/');
    all.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return all;
    path.remove_prefix(slash + 1);
  }
}

bool isPlainPath(std::string_view path) {
  if (path.find('\\') != std::string_view::npos || path.find('\0') != std::string_view::npos)
    return false;
  for (const std::string_view part : parts(path)) {
    if (part.empty() || part == "." || part == "..") return false;
  }
  return true;
}

/// Where a link points, from the package's root; nothing when it leaves the package. A ".." after
/// a name is refused too: behind another link it would mean another folder.
std::optional<std::string> targetOf(const File& link) {
  std::vector<std::string_view> place = parts(link.path);
  place.pop_back();
  if (link.bytes.empty() || link.bytes.front() == '/') return std::nullopt;
  bool named = false;
  for (const std::string_view part : parts(link.bytes)) {
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (named || place.empty()) return std::nullopt;
      place.pop_back();
      continue;
    }
    named = true;
    place.push_back(part);
  }
  std::string target;
  for (const std::string_view part : place) {
    if (!target.empty()) target += '/';
    target += part;
  }
  return target;
}

/// Whether there is a file, a link or a folder of files at this path.
bool isThere(const Files& files, const std::string& path) {
  if (path.empty() || files.contains(path)) return true;
  const std::string folder = path + '/';
  const auto next = files.lower_bound(folder);
  return next != files.end() && next->first.starts_with(folder);
}

std::optional<Error> checkLink(const Files& files, const File& link) {
  const auto target = targetOf(link);
  if (target && isThere(files, *target)) return std::nullopt;
  return problem(SAY("package",
                     "\"%1\" is a link to \"%2\", which is not in the package. Put the file itself "
                     "in its place."),
                 link.path, link.bytes);
}

}  // namespace

std::int64_t mostUnzipped() {
  return project::quota("UnzippedPackageBytes").maximum;
}

std::int64_t mostUploaded() {
  return project::quota("ZippedPackageBytes").maximum;
}

Error tooLarge() {
  return {"InvalidParameterValueException",
          {"package",
           SAY("package",
               "Unzipped size must be smaller than %1 bytes. Leave out what the function does not "
               "need."),
           {std::to_string(mostUnzipped())}},
          ""};
}

std::optional<Error> checkFiles(const std::vector<File>& files) {
  Files byPath;
  for (const File& file : files) {
    if (!isPlainPath(file.path))
      return problem(SAY("package",
                         "The package has an entry \"%1\", which would lie outside its folder. "
                         "Nothing was taken from it."),
                     file.path);
    if (!byPath.emplace(file.path, &file).second)
      return problem(SAY("package", "The package has two files \"%1\". Leave one out."), file.path);
  }
  for (const File& file : files) {
    const std::string_view path = file.path;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
      if (byPath.contains(path.substr(0, slash)))
        return problem(
            SAY("package", "The package has a file \"%1\" below \"%2\", which is not a folder."),
            path, path.substr(0, slash));
    }
    if (file.kind != Kind::Link) continue;
    if (auto error = checkLink(byPath, file)) return error;
  }
  return std::nullopt;
}

}  // namespace coldstart::package
