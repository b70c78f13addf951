#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

namespace skiagraph::inference {
class Predictor;
}
namespace skiagraph::tensors {
struct Dataset;
enum class Split : std::uint8_t;
}  // namespace skiagraph::tensors

namespace skiagraph::app {

/// What `evaluate` measures of the applications, when it is asked to: table 3 of the paper.
class ApplicationStudies {
 public:
  void add_options(CLI::App& command, CLI::Option& data);
  [[nodiscard]] bool wanted() const { return completion_people_ > 0; }

  /// Throws InputError, Cancelled.
  void run(inference::Predictor& predictor, const tensors::Dataset& dataset, tensors::Split split);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& markdown() const { return markdown_; }
  /// The tables of `json`, an object as text, with these beside them.
  [[nodiscard]] std::string json_with(const std::string& json) const;

 private:
  std::int64_t completion_people_ = 0;
  bool place_by_hand_ = false;
  std::string text_, markdown_, table3_;  // as JSON
};

}  // namespace skiagraph::app
