#include "tests/core/io/files.h"

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace skiagraph::testing {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "skiagraph_test_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("No temporary folder can be made.");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

void write_truncated(const std::filesystem::path& from, const std::filesystem::path& to, std::size_t bytes) {
  write_file(to, read_file(from).substr(0, bytes));
}

std::filesystem::path shared_file(const std::string& name) {
  const char* variable = std::getenv("SKIAGRAPH_SHARED");
  const std::filesystem::path shared =
      variable != nullptr && *variable != '\0' ? variable : SKIAGRAPH_SHARED_DEFAULT;
  if (std::filesystem::exists(shared / name)) return shared / name;
  WARN("Skipped: there is no " << (shared / name) << "; set SKIAGRAPH_SHARED.");
  return {};
}

}  // namespace skiagraph::testing
