#include "core/base/text_table.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"

namespace skiagraph {
namespace {

/// Reads one line of cells after the other.
class Cells {
 public:
  explicit Cells(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool more() const { return !rest_.empty(); }
  /// The character of `candidates` that parts the titles; the first candidate where there is none.
  [[nodiscard]] char separator(std::string_view candidates) const {
    const std::string_view titles = rest_.substr(0, rest_.find('\n'));
    const auto holds = [&](char c) { return titles.find(c) != std::string_view::npos; };
    const auto found = std::ranges::find_if(candidates, holds);
    return found == candidates.end() ? candidates.front() : *found;
  }

  TextTable::Row next(char separator) {
    TextTable::Row row{line_, {}};
    do row.cells.push_back(cell(separator));
    while (take(separator));
    take('\r');
    take('\n');
    ++line_;
    return row;
  }

 private:
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string cell(char separator) {
    const std::size_t first = rest_.find_first_not_of(' ');
    if (first != std::string_view::npos && rest_[first] == '"') {
      rest_.remove_prefix(first + 1);
      std::string text = quoted();
      unquoted(separator);  // blanks after the closing quote
      return text;
    }
    return std::string(trimmed(unquoted(separator)));
  }

  std::string_view unquoted(char separator) {
    const std::array<char, 3> ends{separator, '\r', '\n'};
    const std::string_view text =
        rest_.substr(0, rest_.find_first_of(std::string_view(ends.data(), ends.size())));
    rest_.remove_prefix(text.size());
    return text;
  }

  /// Up to the closing quote; two quotes are one that belongs to the text.
  std::string quoted() {
    std::string text;
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"' && !take('"')) break;
      if (c == '\n') ++line_;
      text += c;
    }
    return std::string(trimmed(text));
  }

  std::string_view rest_;
  int line_ = 1;
};

std::string whole_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  return text;
}

}  // namespace

TextTable::TextTable(const std::filesystem::path& path, std::string_view separators) : path_(path) {
  const std::string text = whole_text(path);
  if (trimmed(text).empty())
    throw InputError("table.unreadable", "The table \"{}\" cannot be read: it is missing or empty.", path);
  Cells cells(text);
  const char separator = cells.separator(separators);
  titles_ = cells.next(separator).cells;
  while (titles_.size() > 1 && titles_.back().empty()) titles_.pop_back();
  while (cells.more()) {
    Row row = cells.next(separator);
    if (std::ranges::all_of(row.cells, &std::string::empty)) continue;
    while (row.cells.size() > titles_.size() && row.cells.back().empty()) row.cells.pop_back();
    if (row.cells.size() != titles_.size())
      throw InputError("table.columns", "Line {} of \"{}\" has {} columns instead of {}.", row.line, path,
                       row.cells.size(), titles_.size());
    rows_.push_back(std::move(row));
  }
}

std::size_t TextTable::column(std::string_view title) const {
  const std::optional<std::size_t> found = optional_column(title);
  if (!found) throw InputError("table.no_column", "The table \"{}\" has no column \"{}\".", path_, title);
  return *found;
}

std::optional<std::size_t> TextTable::optional_column(std::string_view title) const {
  const auto found = std::ranges::find(titles_, lower_case(title), lower_case);
  if (found == titles_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - titles_.begin());
}

}  // namespace skiagraph
