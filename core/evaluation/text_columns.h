#pragma once

#include <string>
#include <vector>

namespace skiagraph::evaluation {

/// A table of texts, for the screen and for Markdown.
class TextColumns {
 public:
  explicit TextColumns(std::vector<std::string> titles) : titles_(std::move(titles)) {}

  [[nodiscard]] std::size_t columns() const { return titles_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// As many cells as there are titles.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  /// Columns as wide as their widest text; the first and the last at their left edge, the others at their
  /// right.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string markdown() const;

 private:
  std::vector<std::string> titles_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace skiagraph::evaluation
