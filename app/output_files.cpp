#include "app/output_files.h"

#include <fstream>

#include "core/base/error.h"

namespace skiagraph::app {

void check_folder_of(const std::filesystem::path& file) {
  if (file.empty()) return;
  if (!file.has_filename() || !std::filesystem::is_directory(std::filesystem::absolute(file).parent_path()))
    throw InputError("The folder of \"" + file.string() + "\" does not exist; make it first.");
}

void write_text(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path);
  file << text;
  file.close();
  if (!file) throw Error("The file \"" + path.string() + "\" could not be written.");
}

}  // namespace skiagraph::app
