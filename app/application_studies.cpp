#include "app/application_studies.h"

#include <nlohmann/json.hpp>

#include "app/progress_bar.h"
#include "core/applications/anomalies/anomaly_report.h"
#include "core/applications/completion/completion_report.h"
#include "core/applications/completion/completion_study.h"
#include "core/applications/training_data/training_data_report.h"
#include "core/base/error.h"
#include "core/io/plot.h"
#include "core/tensors/dataset.h"

namespace skiagraph::app {

ApplicationStudies::ApplicationStudies() = default;
ApplicationStudies::~ApplicationStudies() = default;
ApplicationStudies::ApplicationStudies(const ApplicationStudies&) = default;

void ApplicationStudies::add_options(CLI::App& command, CLI::Option& data) {
  CLI::Option* completion =
      command
          .add_option(
              "--completion", completion_people_,
              "Number of people on whom the completion of partial X-rays is measured (table 3); 0: none")
          ->needs(&data)
          ->check(CLI::NonNegativeNumber);
  command
      .add_flag("--place-by-hand", place_by_hand_,
                "With --completion: partial X-rays are put where they belong, in place of being found")
      ->needs(completion);
  command
      .add_option(
          "--training-data", annotated_people_,
          "Number of annotated people from whom a regressor learns, as many are tested (table 2; the paper "
          "has 50); 0: none")
      ->needs(&data)
      ->check(CLI::NonNegativeNumber);
  command
      .add_option("--anomalies", anomalies_,
                  "Data set of people with anomalies (population --anomalies), all of whom are looked at; "
                  "needs what calibrate measures")
      ->needs(&data);
}

void ApplicationStudies::run(inference::Predictor& predictor, const std::filesystem::path& models,
                             const tensors::Dataset& dataset, tensors::Split split) {
  if (annotated_people_ > 0) run_training_data(predictor, dataset);
  if (!anomalies_.empty()) run_anomalies(predictor, models);
  applications::CompletionStudyOptions options;
  options.split = split;
  options.most_people = completion_people_;
  options.place_by_hand = place_by_hand_;
  if (const auto spread = applications::picture_spread_of(predictor))
    options.margin_factor = spread->margin_factor;
  if (completion_people_ > 0) {
    const applications::CompletionStudy study =
        applications::study_completion(predictor, dataset, options, progress_bar(), &cancelled_by_signal());
    text_ += applications::completion_text(study) + "\n";
    markdown_ += "\n" + applications::completion_markdown(study);
    table3_ = applications::completion_json(study);
  }
}

void ApplicationStudies::run_training_data(inference::Predictor& predictor, const tensors::Dataset& dataset) {
  applications::TrainingDataStudyOptions options;
  options.people = annotated_people_;
  const applications::TrainingDataStudy study =
      applications::study_training_data(predictor, dataset, options, progress_bar(), &cancelled_by_signal());
  text_ += applications::training_data_text(study) + "\n";
  markdown_ += "\n" + applications::training_data_markdown(study);
  table2_ = applications::training_data_json(study);
}

void ApplicationStudies::run_anomalies(inference::Predictor& predictor, const std::filesystem::path& models) {
  const tensors::Dataset people = tensors::read_dataset(anomalies_);
  const auto spread = applications::picture_spread_of(predictor);
  if (!spread)
    throw InputError(
        "evaluate.no_spread",
        "The folder \"{}\" does not tell how far healthy people are off with these networks; run "
        "calibrate first.",
        models);
  const applications::AnomalyStudy study =
      applications::study_anomalies(predictor, people, *spread, 0, progress_bar(), &cancelled_by_signal());
  text_ += applications::anomaly_text(study) + "\n";
  markdown_ += "\n" + applications::anomaly_markdown(study);
  anomaly_table_ = applications::anomaly_json(study);
  examples_ = study.examples;
}

void ApplicationStudies::write_figure(const std::filesystem::path& folder) const {
  if (examples_.empty()) return;
  std::vector<io::PictureRow> rows{{"real", {}}, {"predicted", {}}, {"above 10 %", {}}, {"score", {}}};
  std::vector<std::string> kinds;
  for (const applications::AnomalyExample& example : examples_) {
    rows[0].pictures.push_back(example.real);
    rows[1].pictures.push_back(example.synthetic);
    rows[2].pictures.push_back(example.above_threshold);
    rows[3].pictures.push_back(example.score);
    kinds.push_back(example.kind);
  }
  io::write_picture_grid(folder / "figure6.png", rows, kinds);
}

std::string ApplicationStudies::json_with(const std::string& json) const {
  using Json = nlohmann::ordered_json;
  Json all = Json::parse(json);
  if (!all.is_object()) all = Json{{"scans", all}};
  if (!anomaly_table_.empty()) all["anomalies"] = Json::parse(anomaly_table_);
  if (!table2_.empty()) all["table2"] = Json::parse(table2_);
  if (!table3_.empty()) all["table3"] = Json::parse(table3_)["table3"];
  return all.dump(2) + "\n";
}

}  // namespace skiagraph::app
