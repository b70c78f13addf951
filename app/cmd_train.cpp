#include <c10/util/Exception.h>

#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

#include "app/commands.h"
#include "app/failure.h"
#include "app/output_files.h"
#include "app/progress_bar.h"
#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/io/png.h"
#include "core/training/earlier_run.h"
#include "core/training/run_lock.h"
#include "core/training/run_record.h"
#include "core/training/samples.h"
#include "core/training/trainer.h"

namespace skiagraph::app {
namespace {

using std::filesystem::path;

struct Arguments {
  path recipe, data;
  std::int64_t prolong = 0;
  training::TrainingOptions options;
};

/// What a run that goes on need not be told again.
void complete_from_folder(Arguments& arguments) {
  const path& folder = arguments.options.out;
  const auto known = [&] { return training::read_run_status(folder); };
  if (arguments.recipe.empty()) {
    if (!arguments.options.resume)
      throw InputError("training.no_recipe", "Name the recipe; a run that goes on (--resume) has its own.");
    arguments.recipe = training::run_recipe_path(folder);
    if (arguments.options.from.empty()) arguments.options.from = known().from;
    if (arguments.options.model.empty()) arguments.options.model = known().model;
  }
  if (!arguments.data.empty()) return;
  if (!arguments.options.resume)
    throw InputError("training.no_data",
                     "Name the data set with --data; a run that goes on (--resume) knows it.");
  arguments.data = known().data;
}

training::Recipe recipe_of(const Arguments& arguments) {
  training::Recipe recipe = training::read_recipe(arguments.recipe);
  if (arguments.prolong == 0) return recipe;
  return training::recipe_in(training::prolonged_recipe(recipe.text, arguments.recipe, arguments.prolong),
                             arguments.recipe);
}

training::RunStatus first_status(const Arguments& arguments, const training::Recipe& recipe) {
  const training::TrainingOptions& options = arguments.options;
  training::RunStatus status;
  status.recipe = recipe.name;
  status.model = options.model.empty() ? recipe.name : options.model;
  status.data = std::filesystem::absolute(arguments.data);
  if (!options.from.empty()) status.from = std::filesystem::absolute(options.from);
  status.device = options.device;
  status.processes = options.place.count;
  return status;
}

/// Names sort as the run goes on.
void write_sample(const path& folder, const training::RunStatus& now, const training::SamplePicture& sample) {
  const path samples = training::run_samples_path(folder);
  make_folder(samples);
  std::ostringstream name;
  name << std::setw(9) << std::setfill('0') << now.total_step << ".png";
  io::PngTags tags;
  tags.texts = {{"Description", "True X-rays of people, and below them predicted ones, synthetic"},
                {"Disclaimer", "Synthetic image, research use, not for diagnosis"}};
  io::write_png8(samples / name.str(), sample.rows, sample.columns, sample.grey, tags);
}

/// LibTorch's own errors in the middle of a run on a graphics card are the card's.
Error training_error(const std::exception& exception, const std::string& device) {
  const Error error = error_of(exception);
  const bool of_torch = dynamic_cast<const c10::Error*>(&exception) != nullptr && error.code() == "internal";
  if (!of_torch || device == "cpu") return error;
  return Error(
      "training.device_lost",
      "The device \"{}\" failed in the middle of the run; the run is kept up to its last checkpoint: go "
      "on with it, also on another device.",
      device);
}

void train(const Arguments& arguments, const training::TrainingOptions& options,
           const training::Recipe& recipe) {
  const tensors::Dataset dataset = tensors::read_dataset(arguments.data);
  training::train(recipe, dataset, options, progress_bar(), &cancelled_by_signal());
}

/// The first of all processes, which writes.
void lead(const Arguments& arguments, training::TrainingOptions& options, const training::Recipe& recipe) {
  training::check_folder_is_free(options);
  make_folder(options.out);
  const training::RunLock lock(options.out);
  training::RunRecord record(options.out, first_status(arguments, recipe));
  options.record = &record;
  options.show_sample = [&](const training::SamplePicture& sample) {
    write_sample(options.out, record.status(), sample);
  };
  try {
    train(arguments, options, recipe);
  } catch (const Cancelled&) {
    record.end(training::RunPhase::kStopped);
    throw;
  } catch (const std::exception& exception) {
    const Error error = training_error(exception, options.device);
    try {
      record.end(training::RunPhase::kFailed, error);
    } catch (const Error&) {  // a full disk, of which the first error tells already
    }
    if (dynamic_cast<const Error*>(&exception) != nullptr) throw;
    throw Error(error);
  }
  record.end(training::RunPhase::kDone);
  std::cout << "Networks in " << options.out.string() << '\n';
}

void run(Arguments arguments) {
  cancelled_by_signal();  // from now on: the data set may be large
  complete_from_folder(arguments);
  training::TrainingOptions& options = arguments.options;
  options.place = training::ProcessPlace::from_environment();
  if (arguments.prolong > 0 && !options.resume)
    throw InputError("training.prolong", "--prolong is for a run that goes on; give --resume as well.");
  const training::Recipe recipe = recipe_of(arguments);
  if (options.place.rank == 0) {
    lead(arguments, options, recipe);
  } else {
    train(arguments, options, recipe);
  }
}

}  // namespace

void add_train_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("train", "Train the networks as a recipe says");
  command->add_option("recipe", arguments->recipe, "Recipe (.json); with --resume the run's own");
  command->add_option("--data", arguments->data, "Data set (.safetensors); with --resume the run's own");
  command
      ->add_option("--out", arguments->options.out,
                   "The run's folder: networks, checkpoint, how it stands, losses and sample pictures")
      ->required();
  command->add_option("--model", arguments->options.model, "Name of the model; else the recipe's");
  command->add_option("--from", arguments->options.from,
                      "Folder of the networks that the recipe continues, where it says that it does");
  command->add_option("--device", arguments->options.device, "cpu, cuda or auto")->capture_default_str();
  command->add_flag("--resume", arguments->options.resume,
                    "Go on from the checkpoint in the folder, if there is one");
  command
      ->add_option("--prolong", arguments->prolong,
                   "With --resume: train the last stage of the recipe once more, with so many steps")
      ->check(CLI::Range(1, 1000000000));
  command
      ->add_flag("--force", arguments->options.replace, "Delete an earlier run in the folder and start anew")
      ->excludes("--resume");
  add_progress_option(*command);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
