#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace skiagraph::evaluation {

/// A table of texts, for the screen and for Markdown.
class TextColumns {
 public:
  /// names: how many of the first columns hold names rather than numbers.
  explicit TextColumns(std::vector<std::string> titles, std::size_t names = 1)
      : titles_(std::move(titles)), names_(names) {}

  [[nodiscard]] std::size_t columns() const { return titles_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// As many cells as there are titles.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  /// Columns as wide as their widest text; names and the last column at their left edge, the others at their
  /// right.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string markdown() const;

 private:
  std::vector<std::string> titles_;
  std::size_t names_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace skiagraph::evaluation
