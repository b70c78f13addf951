#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <optional>

#include "app/commands.h"
#include "app/models_folder.h"
#include "app/output_files.h"
#include "app/progress_bar.h"
#include "core/training/super_resolution_training.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::filesystem::path data, out;
  std::optional<std::filesystem::path> models;
  bool force = false;
  training::SuperResolutionOptions options;
};

void print(const std::vector<training::SuperResolutionFigures>& figures) {
  std::cout << "step  error  pixels repeated  detail of true X-rays  of CIGN's\n" << std::fixed;
  for (const training::SuperResolutionFigures& row : figures)
    std::cout << row.step << "  " << std::setprecision(5) << row.error << "  " << row.repeated_error << "  "
              << std::setprecision(2) << row.true_detail << "  " << row.cign_detail << '\n';
}

void run(const Arguments& arguments) {
  cancelled_by_signal();  // from now on: the data set may be large
  const std::filesystem::path models = models_folder(arguments.models),
                              out = arguments.out.empty() ? networks::super_resolution_path(models)
                                                          : arguments.out;
  check_output(out, arguments.force);
  networks::Networks networks = networks::read_networks(models);
  const tensors::Dataset people = tensors::read_dataset(arguments.data);
  const training::TrainedSuperResolution trained = training::train_super_resolution(
      networks, people, arguments.options, progress_bar(), &cancelled_by_signal());
  networks::SuperResolutionWeights weights = networks::weights_of(trained.network, networks.frame);
  weights.largest_activations = trained.largest_activations;
  weights.metadata = {{"networks", networks::weights_checksum(networks::weights_of(networks))},
                      {"steps", std::to_string(arguments.options.steps)},
                      {"seed", std::to_string(arguments.options.seed)}};
  networks::write_super_resolution(out, weights);
  print(trained.figures);
  std::cout << "Wrote " << out.string() << '\n';
}

}  // namespace

void add_train_super_resolution_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("train-super-resolution", "Train the network that shows X-rays twice as fine");
  command->add_option("--data", arguments->data, "Data set (.safetensors) of population --fine")->required();
  command->add_option("--models", arguments->models, "Folder of the networks whose X-rays are made finer");
  command->add_option("--out", arguments->out,
                      "The weights to write; super_resolution.safetensors beside the networks unless given");
  training::SuperResolutionOptions& options = arguments->options;
  command->add_option("--steps", options.steps, "Steps of training")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_option("--batch", options.batch, "People of each step")
      ->check(CLI::Range(2, 256))
      ->capture_default_str();
  command->add_option("--learning-rate", options.learning_rate, "Highest learning rate")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command
      ->add_option("--amount-weight", options.amount_weight,
                   "Weight of the amount of detail against the absolute error")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command->add_option("--seed", options.seed, "Seed of all that is random")->capture_default_str();
  command->add_option("--device", options.device, "cpu, cuda or auto")->capture_default_str();
  add_force_option(*command, arguments->force);
  add_progress_option(*command);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
