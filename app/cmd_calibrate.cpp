#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/models_folder.h"
#include "app/progress_bar.h"
#include "core/applications/anomalies/spread_study.h"
#include "core/applications/completion/completion_study.h"
#include "core/base/error.h"
#include "core/evaluation/contraction.h"
#include "core/evaluation/learned_people_of.h"
#include "core/evaluation/trust.h"
#include "core/inference/calibrate.h"
#include "core/networks/device.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::filesystem::path data;
  std::optional<std::filesystem::path> models;
  std::filesystem::path held_out;
  std::int64_t held_out_people = 60;
  bool spread_alone = false;
  inference::CalibrationOptions options;
};

/// Networks in folders of the bases' names, but for those that have the same weights as the calibrated ones:
/// nobody vouches for himself.
std::vector<evaluation::HeldOutNetworks> held_out_networks(const Arguments& arguments,
                                                           const tensors::Dataset& dataset,
                                                           const std::string& weights) {
  std::vector<evaluation::HeldOutNetworks> found;
  const std::vector<std::string> bases = dataset.bases();
  for (std::size_t base = 0; base < bases.size(); ++base) {
    const std::filesystem::path folder = arguments.held_out / bases[base];
    if (!std::filesystem::exists(folder)) continue;
    if (networks::weights_checksum(networks::read_network_weights(folder)) != weights)
      found.push_back({folder, static_cast<int>(base)});
  }
  if (found.empty())
    throw InputError("calibrate.held_out",
                     "The folder \"{}\" holds no other networks in folders named after base anatomies.",
                     arguments.held_out);
  return found;
}

/// What completions need: how far pictures of healthy people differ, and how wide margins must be.
applications::PictureSpread spread_of(inference::Predictor& predictor, const tensors::Dataset& people,
                                      std::optional<tensors::Split> split) {
  applications::CompletionStudyOptions options;
  options.split = split;
  options.most_people = 24;
  const double margin_factor = applications::margin_factor_of(
      applications::study_completion(predictor, people, options, progress_bar(), &cancelled_by_signal()));
  applications::PictureSpread spread =
      applications::measured_spread(predictor, people, split, progress_bar(), &cancelled_by_signal());
  spread.margin_factor = margin_factor;
  return spread;
}

/// The spread of pictures alone, on everybody in the data set.
void measure_spread(const Arguments& arguments, const std::filesystem::path& folder) {
  inference::Predictor predictor(folder, "cpu");
  const applications::PictureSpread spread = spread_of(predictor, tensors::read_dataset(arguments.data), {});
  const std::filesystem::path path = applications::picture_spread_path(folder);
  applications::write_picture_spread(path, spread,
                                     networks::weights_checksum(networks::read_network_weights(folder)));
  std::cout << "Wrote " << path.string() << '\n';
}

/// Replaces what was measured before without asking: it belongs to the weights beside it, is worth nothing
/// for others, and is measured again at will. All files are written at the end, so they come from one run.
void run(const Arguments& arguments) {
  networks::use_all_processors();
  const std::filesystem::path folder = models_folder(arguments.models);
  if (arguments.spread_alone) return measure_spread(arguments, folder);
  networks::Networks networks = networks::read_networks(folder);
  const tensors::Dataset dataset = tensors::read_dataset(arguments.data);
  const CancelToken* cancel = &cancelled_by_signal();
  const inference::Calibration calibration =
      inference::calibrate(networks, dataset, arguments.options, progress_bar(), cancel);
  inference::PredictorOptions exact;
  exact.compute_type = inference::ComputeType::kFloat32;
  exact.learned_people.emplace();  // whatever was measured before does not count
  inference::Predictor plain(folder, "cpu", exact);
  const inference::MeanJacobian jacobian =
      evaluation::mean_jacobian(plain, dataset, arguments.options.most_people, progress_bar(), cancel);
  const std::string weights = networks::weights_checksum(networks::weights_of(networks));
  exact.learned_people = evaluation::learned_people_of(dataset);
  if (!arguments.held_out.empty())
    exact.learned_people->trust =
        evaluation::measured_trust(held_out_networks(arguments, dataset, weights), dataset,
                                   arguments.held_out_people, progress_bar(), cancel);
  inference::Predictor predictor(folder, "cpu", exact);
  const inference::LearnedPeople people =
      evaluation::with_margins(*exact.learned_people, dataset, predictor, progress_bar(), cancel);
  const applications::PictureSpread spread = spread_of(predictor, dataset, tensors::Split::kValidation);
  inference::write_calibration(inference::calibration_path(folder), calibration, weights);
  inference::write_mean_jacobian(inference::mean_jacobian_path(folder), jacobian, weights);
  inference::write_learned_people(inference::learned_people_path(folder), people, weights);
  applications::write_picture_spread(applications::picture_spread_path(folder), spread, weights);
  std::cout << "Wrote " << inference::calibration_path(folder).string() << ", "
            << inference::mean_jacobian_path(folder).string() << ", "
            << inference::learned_people_path(folder).string() << " and "
            << applications::picture_spread_path(folder).string() << '\n';
}

}  // namespace

void add_calibrate_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "calibrate",
      "Measure on validation people the quantization scales of the int8 networks, the mean "
      "Jacobian that accelerates the loop and the 95 % margins of the markers, and keep the "
      "training people's mean and how far pictures of healthy people are off; needed once for each set of "
      "weights");
  command->add_option("--data", arguments->data, "Data set (.safetensors)")->required();
  command->add_option(
      "--held-out", arguments->held_out,
      "Folder of networks trained without one base anatomy each, in folders of its name: how far "
      "they are right about its people says how far answers are trusted");
  command
      ->add_option("--held-out-people", arguments->held_out_people,
                   "People of each base for that, from the first")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_flag("--spread", arguments->spread_alone,
                    "Only measure how far pictures of healthy people are off after completion, on all people "
                    "of the data set");
  command->add_option("--models", arguments->models,
                      "Folder of the networks; int8.safetensors, loop.safetensors and people.safetensors are "
                      "written there, also over older ones");
  command
      ->add_option("--people", arguments->options.most_people,
                   "Use only this many people, from the first, for scales and Jacobian; the margins take all")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  add_progress_option(*command);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
