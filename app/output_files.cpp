#include "app/output_files.h"

#include "core/base/error.h"

namespace skiagraph::app {
namespace {

namespace fs = std::filesystem;

void check_replaced(const fs::path& file, bool force) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (fs::is_directory(status))
    throw InputError("output.folder", "\"{}\" is a folder; name a file to write.", file);
  if (fs::is_regular_file(status) && !force)
    throw InputError("output.exists",
                     "There is already a file \"{}\"; choose another name, or replace it with --force.",
                     file);
}

}  // namespace

void add_force_option(CLI::App& command, bool& force) {
  command.add_flag("--force", force, "Replace results that are there already");
}

void check_output(const fs::path& file, bool force) {
  if (file.empty()) return;
  std::error_code error;
  if (!file.has_filename() || !fs::is_directory(fs::absolute(file).parent_path(), error))
    throw InputError("output.no_folder", "The folder of \"{}\" does not exist; make it first.", file);
  check_replaced(file, force);
}

void check_output_folder(const fs::path& folder, std::span<const std::string> names, bool force) {
  if (folder.empty()) return;
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    throw InputError("output.no_folder", "\"{}\" is not a folder; choose another name.", folder);
  for (const std::string& name : names) check_replaced(folder / name, force);
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw InputError("output.make_folder", "The folder \"{}\" cannot be made: {}.", folder, error.message());
}

}  // namespace skiagraph::app
