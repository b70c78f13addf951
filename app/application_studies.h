#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace skiagraph::inference {
class Predictor;
}
namespace skiagraph::tensors {
struct Dataset;
enum class Split : std::uint8_t;
}  // namespace skiagraph::tensors

namespace skiagraph::applications {
struct AnomalyExample;
}

namespace skiagraph::app {

/// What `evaluate` measures of the applications, when it is asked to: tables 2 and 3 of the paper, and
/// anomalies with figure 6.
class ApplicationStudies {
 public:
  ApplicationStudies();
  ~ApplicationStudies();
  ApplicationStudies(const ApplicationStudies&);

  void add_options(CLI::App& command, CLI::Option& data);
  [[nodiscard]] bool wanted() const {
    return completion_people_ > 0 || annotated_people_ > 0 || !anomalies_.empty();
  }

  /// models: the folder of the predictor's networks. Throws InputError, Cancelled.
  void run(inference::Predictor& predictor, const std::filesystem::path& models,
           const tensors::Dataset& dataset, tensors::Split split);
  /// Writes figure6.png where anomalies were looked for.
  void write_figure(const std::filesystem::path& folder) const;

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& markdown() const { return markdown_; }
  /// The tables of `json`, an object as text, with these beside them.
  [[nodiscard]] std::string json_with(const std::string& json) const;

 private:
  void run_training_data(inference::Predictor& predictor, const tensors::Dataset& dataset);
  void run_anomalies(inference::Predictor& predictor, const std::filesystem::path& models);

  std::int64_t completion_people_ = 0;
  int annotated_people_ = 0;
  bool place_by_hand_ = false;
  std::filesystem::path anomalies_;
  std::string text_, markdown_, table2_, table3_, anomaly_table_;  // the tables as JSON
  std::vector<applications::AnomalyExample> examples_;
};

}  // namespace skiagraph::app
