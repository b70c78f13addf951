#include "core/evaluation/text_columns.h"

#include <algorithm>

#include "core/base/number_text.h"

namespace skiagraph::evaluation {

std::string TextColumns::text() const {
  std::vector<std::size_t> widths;
  for (std::size_t n = 0; n < titles_.size(); ++n) {
    widths.push_back(titles_[n].size());
    for (const auto& row : rows_) widths[n] = std::max(widths[n], row[n].size());
  }
  std::string text;
  const auto add = [&](const std::vector<std::string>& cells) {
    std::string line = left_aligned(cells.front(), widths.front());
    for (std::size_t n = 1; n < cells.size(); ++n)
      line += "  " + (n < names_ || n + 1 == cells.size() ? left_aligned(cells[n], widths[n])
                                                          : right_aligned(cells[n], widths[n]));
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  };
  add(titles_);
  for (const auto& row : rows_) add(row);
  return text;
}

std::string TextColumns::markdown() const {
  std::string text;
  const auto add = [&](const std::vector<std::string>& cells) {
    text += "|";
    for (const std::string& cell : cells) {
      text += " ";
      for (const char c : cell) text += c == '|' ? std::string("\\|") : std::string(1, c);
      text += cell.empty() ? "|" : " |";
    }
    text += "\n";
  };
  add(titles_);
  for (std::size_t n = 0; n < titles_.size(); ++n) text += "|---";
  text += "|\n";
  for (const auto& row : rows_) add(row);
  return text;
}

}  // namespace skiagraph::evaluation
