#include <filesystem>
#include <iostream>
#include <memory>

#include "app/commands.h"
#include "app/progress_bar.h"
#include "core/training/trainer.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::filesystem::path recipe, data;
  training::TrainingOptions options;
};

void run(const Arguments& arguments) {
  training::TrainingOptions options = arguments.options;
  options.place = training::ProcessPlace::from_environment();
  const training::Recipe recipe = training::read_recipe(arguments.recipe);
  const tensors::Dataset dataset = tensors::read_dataset(arguments.data);
  training::train(recipe, dataset, options, progress_bar(), &cancelled_by_signal());
  if (options.place.rank == 0) std::cout << "Networks in " << arguments.options.out.string() << '\n';
}

}  // namespace

void add_train_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("train", "Train the networks as a recipe says");
  command->add_option("recipe", arguments->recipe, "Recipe (.json)")->required();
  command->add_option("--data", arguments->data, "Data set (.safetensors)")->required();
  command->add_option("--out", arguments->options.out, "Folder for the networks, the log and the checkpoint")
      ->required();
  command->add_option("--model", arguments->options.model, "Name of the model; else the recipe's");
  command->add_option("--from", arguments->options.from,
                      "Folder of the networks that the recipe continues, where it says that it does");
  command->add_option("--device", arguments->options.device, "cpu, cuda or auto")->capture_default_str();
  command->add_flag("--resume", arguments->options.resume,
                    "Go on from the checkpoint in the folder, if there is one");
  command
      ->add_flag("--force", arguments->options.replace, "Delete an earlier run in the folder and start anew")
      ->excludes("--resume");
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
