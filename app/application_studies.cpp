#include "app/application_studies.h"

#include <nlohmann/json.hpp>

#include "app/progress_bar.h"
#include "core/applications/completion/completion_report.h"
#include "core/applications/completion/completion_study.h"

namespace skiagraph::app {

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
}

void ApplicationStudies::run(inference::Predictor& predictor, const tensors::Dataset& dataset,
                             tensors::Split split) {
  applications::CompletionStudyOptions options;
  options.split = split;
  options.most_people = completion_people_;
  options.place_by_hand = place_by_hand_;
  if (completion_people_ > 0) {
    const applications::CompletionStudy study =
        applications::study_completion(predictor, dataset, options, progress_bar(), &cancelled_by_signal());
    text_ += applications::completion_text(study) + "\n";
    markdown_ += "\n" + applications::completion_markdown(study);
    table3_ = applications::completion_json(study);
  }
}

std::string ApplicationStudies::json_with(const std::string& json) const {
  using Json = nlohmann::ordered_json;
  Json all = Json::parse(json);
  if (!all.is_object()) all = Json{{"scans", all}};
  if (!table3_.empty()) all["table3"] = Json::parse(table3_)["table3"];
  return all.dump(2) + "\n";
}

}  // namespace skiagraph::app
