#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace skiagraph::testing {

/// An empty folder of its own, removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  [[nodiscard]] bool empty() const { return std::filesystem::is_empty(path_); }

 private:
  std::filesystem::path path_;
};

void write_file(const std::filesystem::path& path, const std::string& bytes);
std::string read_file(const std::filesystem::path& path);
/// Copies the first bytes of a file.
void write_truncated(const std::filesystem::path& from, const std::filesystem::path& to, std::size_t bytes);

/// A file of the shared folder (SKIAGRAPH_SHARED, default beside the sources); empty, and says so, when it is
/// not there.
std::filesystem::path shared_file(const std::string& name);

}  // namespace skiagraph::testing
