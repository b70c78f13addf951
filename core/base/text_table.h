#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skiagraph {

/// A table in a text file (CSV or TSV, RFC 4180) whose first line holds the titles of the columns. A byte
/// order mark, line ends of every system, quoted cells, empty cells at the end of a line and empty lines are
/// understood. All functions throw InputError with one sentence that names the file.
class TextTable {
 public:
  struct Row {
    int line = 0;                    ///< in the file, from 1
    std::vector<std::string> cells;  ///< as many as there are titles, without blanks around them
  };

  /// separators: the characters that may part the cells. The first of them that the line of titles holds
  /// does.
  TextTable(const std::filesystem::path& path, std::string_view separators);

  [[nodiscard]] const std::vector<std::string>& titles() const { return titles_; }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  /// The column with this title, in capitals or not. Throws InputError when there is none.
  [[nodiscard]] std::size_t column(std::string_view title) const;
  /// The same for a column that may be missing.
  [[nodiscard]] std::optional<std::size_t> optional_column(std::string_view title) const;

 private:
  std::filesystem::path path_;
  std::vector<std::string> titles_;
  std::vector<Row> rows_;
};

}  // namespace skiagraph
