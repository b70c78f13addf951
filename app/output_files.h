#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <span>
#include <string>

namespace skiagraph::app {

/// Every command that writes results has --force: without it, results that are there already are never
/// replaced.
void add_force_option(CLI::App& command, bool& force);

/// Finds out before the long work that `file` cannot be written: its folder does not exist, it is a folder
/// itself, or there is such a file and `force` is false. A pipe or a device such as /dev/stdout is no result
/// and passes, and so does an empty path. Throws InputError.
void check_output(const std::filesystem::path& file, bool force);

/// The same for files of a folder that may have to be made first. An empty folder name passes.
void check_output_folder(const std::filesystem::path& folder, std::span<const std::string> names, bool force);

/// Makes the folder with those above it unless it is there. Throws InputError.
void make_folder(const std::filesystem::path& folder);

}  // namespace skiagraph::app
