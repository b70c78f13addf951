#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

#include "app/commands.h"
#include "app/models_folder.h"
#include "app/progress_bar.h"
#include "core/evaluation/contraction.h"
#include "core/inference/calibrate.h"
#include "core/networks/device.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::filesystem::path data;
  std::optional<std::filesystem::path> models;
  inference::CalibrationOptions options;
};

void run(const Arguments& arguments) {
  networks::use_all_processors();
  const std::filesystem::path folder = models_folder(arguments.models);
  networks::Networks networks = networks::read_networks(folder);
  const tensors::Dataset dataset = tensors::read_dataset(arguments.data);
  const inference::Calibration calibration =
      inference::calibrate(networks, dataset, arguments.options, progress_bar(), &cancelled_by_interrupt());
  const std::string weights = networks::weights_checksum(networks::weights_of(networks));
  inference::write_calibration(inference::calibration_path(folder), calibration, weights);
  inference::PredictorOptions exact;
  exact.form = inference::ComputeType::kFloat32;
  inference::Predictor predictor(folder, "cpu", exact);
  inference::write_mean_jacobian(inference::mean_jacobian_path(folder),
                                 evaluation::mean_jacobian(predictor, dataset, arguments.options.most_people,
                                                           progress_bar(), &cancelled_by_interrupt()),
                                 weights);
  std::cout << "Wrote " << inference::calibration_path(folder).string() << " and "
            << inference::mean_jacobian_path(folder).string() << '\n';
}

}  // namespace

void add_calibrate_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "calibrate",
      "Measure what int8 networks and the loop's steps need, on validation people; once for each set of "
      "weights");
  command->add_option("--data", arguments->data, "Data set (.safetensors)")->required();
  command->add_option("--models", arguments->models,
                      "Folder of the networks; int8.safetensors and loop.safetensors are written there");
  command->add_option("--people", arguments->options.most_people, "The first so many people")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
