#include "core/io/archive_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/write_file.h"

namespace skiagraph::io {
namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

InputError damaged(const std::filesystem::path& path) {
  return InputError("archive.damaged",
                    "The archive \"{}\" is damaged or locked with a password; unpack it first.", path);
}

/// UTF-8 whatever the system's own language; files whose name cannot be read are numbered.
std::string name_of(archive_entry* entry, int number) {
  for (const char* name : {archive_entry_pathname_utf8(entry), archive_entry_pathname(entry)})
    if (name != nullptr && *name != '\0') return name;
  return "file " + std::to_string(number);
}

/// Below the folder, whatever the archive calls it.
std::filesystem::path place_in(const std::filesystem::path& folder, const std::string& name) {
  std::filesystem::path place = folder;
  for (const auto& part : std::filesystem::path(name).relative_path())
    if (part != "..") place /= part;
  return place;
}

}  // namespace

UnpackedFolder::UnpackedFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "skiagraph_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw Error("file.temporary", "No temporary folder can be made.");
  path_ = name;
}

UnpackedFolder::~UnpackedFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

bool is_archive(const std::filesystem::path& path) {
  static constexpr std::array<const char*, 6> kExtensions{".zip",    ".7z",  ".tar",
                                                          ".tar.gz", ".tgz", ".tar.xz"};
  const std::string name = lower_case(path.filename().string());
  return std::ranges::any_of(kExtensions, [&](const char* extension) { return name.ends_with(extension); });
}

void unpack_archive(const std::filesystem::path& path, const std::filesystem::path& folder) {
  constexpr double kMostBytes = 16e9, kMostPacked = 2000;  // bytes for each byte of the archive
  const Archive reader(archive_read_new(), archive_read_free);
  archive_read_support_format_zip(reader.get());
  archive_read_support_format_7zip(reader.get());
  archive_read_support_format_tar(reader.get());
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_filter_xz(reader.get());
  std::vector<char> buffer(1 << 20);
  if (archive_read_open_filename(reader.get(), path.c_str(), buffer.size()) != ARCHIVE_OK)
    throw damaged(path);
  std::error_code error;
  const double most =
      std::min(kMostBytes, kMostPacked * static_cast<double>(std::filesystem::file_size(path, error)));
  double bytes = 0;
  int number = 0;
  archive_entry* entry = nullptr;
  for (int state = 0; (state = archive_read_next_header(reader.get(), &entry)) != ARCHIVE_EOF;) {
    if (state < ARCHIVE_WARN) throw damaged(path);
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const std::filesystem::path place = place_in(folder, name_of(entry, ++number));
    std::filesystem::create_directories(place.parent_path(), error);
    if (error || std::filesystem::is_directory(place, error)) throw damaged(path);
    write_file(place, [&](FileSink& sink) {
      for (la_ssize_t count = 0;
           (count = archive_read_data(reader.get(), buffer.data(), buffer.size())) != 0;) {
        if (count < 0) throw damaged(path);
        if ((bytes += static_cast<double>(count)) > most)
          throw InputError("archive.too_large",
                           "The archive \"{}\" holds more than a CT of its size can; unpack it first.", path);
        sink.write(buffer.data(), static_cast<std::size_t>(count));
      }
    });
  }
}

}  // namespace skiagraph::io
