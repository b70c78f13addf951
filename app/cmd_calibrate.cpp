#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

#include "app/commands.h"
#include "app/models_folder.h"
#include "app/progress_bar.h"
#include "core/evaluation/contraction.h"
#include "core/evaluation/learned_people_of.h"
#include "core/inference/calibrate.h"
#include "core/networks/device.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::filesystem::path data;
  std::optional<std::filesystem::path> models;
  inference::CalibrationOptions options;
};

/// Replaces what was measured before without asking: it belongs to the weights beside it, is worth nothing
/// for others, and is measured again at will. All files are written at the end, so they come from one run.
void run(const Arguments& arguments) {
  networks::use_all_processors();
  const std::filesystem::path folder = models_folder(arguments.models);
  networks::Networks networks = networks::read_networks(folder);
  const tensors::Dataset dataset = tensors::read_dataset(arguments.data);
  const CancelToken* cancel = &cancelled_by_signal();
  const inference::Calibration calibration =
      inference::calibrate(networks, dataset, arguments.options, progress_bar(), cancel);
  inference::PredictorOptions exact;
  exact.compute_type = inference::ComputeType::kFloat32;
  inference::Predictor predictor(folder, "cpu", exact);
  const inference::MeanJacobian jacobian =
      evaluation::mean_jacobian(predictor, dataset, arguments.options.most_people, progress_bar(), cancel);
  const inference::LearnedPeople people =
      evaluation::learned_people_of(dataset, predictor, progress_bar(), cancel);
  const std::string weights = networks::weights_checksum(networks::weights_of(networks));
  inference::write_calibration(inference::calibration_path(folder), calibration, weights);
  inference::write_mean_jacobian(inference::mean_jacobian_path(folder), jacobian, weights);
  inference::write_learned_people(inference::learned_people_path(folder), people, weights);
  std::cout << "Wrote " << inference::calibration_path(folder).string() << ", "
            << inference::mean_jacobian_path(folder).string() << " and "
            << inference::learned_people_path(folder).string() << '\n';
}

}  // namespace

void add_calibrate_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "calibrate",
      "Measure on validation people the quantization scales of the int8 networks, the mean "
      "Jacobian that accelerates the loop and the 95 % margins of the markers, and keep the "
      "training people's mean; needed once for each set of weights");
  command->add_option("--data", arguments->data, "Data set (.safetensors)")->required();
  command->add_option("--models", arguments->models,
                      "Folder of the networks; int8.safetensors, loop.safetensors and people.safetensors are "
                      "written there, also over older ones");
  command
      ->add_option("--people", arguments->options.most_people,
                   "Use only this many people, from the first, for scales and Jacobian; the margins take all")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
