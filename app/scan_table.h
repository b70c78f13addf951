#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace skiagraph::app {

/// One row of the table of `evaluate --scans`. Paths are as seen from the working folder.
struct ScanRow {
  std::string name;
  std::filesystem::path scan;
  std::optional<std::filesystem::path> landmarks, models;
  std::optional<std::size_t> same_as;  ///< another row: the same body in another pose or file
};

/// Reads a table with the columns name and scan, and as far as they are there landmarks, models and same_as,
/// parted by tabs, semicolons or commas. Paths in it are relative to its folder. Throws InputError: no table,
/// no rows, a row without name or scan, a name that comes twice, or same_as that names no other row.
std::vector<ScanRow> read_scan_table(const std::filesystem::path& path);

}  // namespace skiagraph::app
