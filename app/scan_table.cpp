#include "app/scan_table.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/text_table.h"

namespace skiagraph::app {
namespace {

using std::filesystem::path;

/// The rows that same_as names, by their place in the table.
void link_rows(const path& table, const std::vector<std::string>& names, std::vector<ScanRow>& rows) {
  for (std::size_t n = 0; n < rows.size(); ++n) {
    if (std::ranges::count(rows, rows[n].name, &ScanRow::name) > 1)
      throw InputError("scans.twice", "\"{}\" holds the name \"{}\" twice.", table, rows[n].name);
    if (names[n].empty()) continue;
    const auto other = std::ranges::find(rows, names[n], &ScanRow::name);
    if (other == rows.end() || names[n] == rows[n].name)
      throw InputError("scans.same_as",
                       "In \"{}\" the row \"{}\" says same_as \"{}\", which is no other row.", table,
                       rows[n].name, names[n]);
    rows[n].same_as = static_cast<std::size_t>(other - rows.begin());
  }
}

}  // namespace

std::vector<ScanRow> read_scan_table(const path& table_path) {
  const TextTable table(table_path, "\t;,");
  const std::size_t name = table.column("name"), scan = table.column("scan");
  const auto landmarks = table.optional_column("landmarks"), models = table.optional_column("models"),
             same_as = table.optional_column("same_as");
  std::vector<ScanRow> rows;
  std::vector<std::string> same_names;
  for (const TextTable::Row& row : table.rows()) {
    const auto cell = [&](const std::optional<std::size_t>& column) {
      return column ? row.cells[*column] : std::string();
    };
    const auto path_in = [&](const std::optional<std::size_t>& column) -> std::optional<path> {
      if (cell(column).empty()) return std::nullopt;
      return table_path.parent_path() / cell(column);
    };
    if (cell(name).empty() || cell(scan).empty())
      throw InputError("scans.row", "Line {} of \"{}\" lacks a name or a scan.", row.line, table_path);
    rows.push_back({cell(name), *path_in(scan), path_in(landmarks), path_in(models), std::nullopt});
    same_names.push_back(cell(same_as));
  }
  if (rows.empty()) throw InputError("scans.none", "The table \"{}\" holds no scans.", table_path);
  link_rows(table_path, same_names, rows);
  return rows;
}

}  // namespace skiagraph::app
