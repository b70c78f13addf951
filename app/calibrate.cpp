#include "core/inference/calibrate.h"

#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

#include "app/commands.h"
#include "app/models_folder.h"
#include "app/progress_bar.h"
#include "core/evaluation/contraction.h"
#include "core/networks/device.h"

namespace skiagraph {
namespace {

struct Arguments {
  std::filesystem::path data;
  std::optional<std::filesystem::path> models;
  CalibrationOptions options;
};

void run(const Arguments& arguments) {
  use_all_processors();
  const std::filesystem::path folder = models_folder(arguments.models);
  Networks networks = read_networks(folder);
  const Dataset dataset = read_dataset(arguments.data);
  const Calibration calibration =
      calibrate(networks, dataset, arguments.options, progress_bar(), &cancelled_by_interrupt());
  const std::string weights = weights_checksum(weights_of(networks));
  write_calibration(calibration_path(folder), calibration, weights);
  PredictorOptions exact;
  exact.form = NetworkForm::kFloat32;
  Predictor predictor(folder, "cpu", exact);
  write_loop_slope(loop_slope_path(folder),
                   mean_slope(predictor, dataset, arguments.options.most_people, progress_bar(),
                              &cancelled_by_interrupt()),
                   weights);
  std::cout << "Wrote " << calibration_path(folder).string() << " and " << loop_slope_path(folder).string()
            << '\n';
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

}  // namespace skiagraph
