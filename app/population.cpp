#include "core/anatomy/population.h"

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/progress_bar.h"
#include "core/base/error.h"
#include "core/io/base_anatomy_file.h"
#include "core/tensors/dataset.h"

namespace skiagraph {
namespace {

struct Arguments {
  std::vector<std::string> bases;
  std::filesystem::path out;
  PopulationOptions options;
};

void run(const Arguments& arguments) {
  const CancelToken& cancel = cancelled_by_interrupt();
  if (!arguments.out.has_filename() ||
      !std::filesystem::exists(std::filesystem::absolute(arguments.out).parent_path()))
    throw InputError("The folder of \"" + arguments.out.string() + "\" does not exist; make it first.");
  std::vector<BaseAnatomy> bases;
  for (const std::string& name : arguments.bases) {
    std::cerr << "Preparing base anatomies from " << name << '\n';
    for (BaseAnatomy& base : named_base_anatomies(name)) bases.push_back(std::move(base));
    if (cancel.cancelled()) throw Cancelled();
  }
  const Dataset people = make_population(bases, arguments.options, progress_bar(), &cancel);
  write_dataset(arguments.out, people);
  std::cout << people.size() << " people (" << people.indices(Split::kTrain).numel() << " to train, "
            << people.indices(Split::kValidation).numel() << " to validate, "
            << people.indices(Split::kTest).numel() << " to test) in " << arguments.out.string()
            << "; interiors drawn again: " << people.metadata.at("rejected") << '\n';
}

}  // namespace

void add_population_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("population", "Make virtual patients: surfaces, X-rays, landmarks and their floors");
  command
      ->add_option(
          "--base", arguments->bases,
          "Label volumes (NAME.nii.gz) or folders of them, with their tables; phantom: the built-in man and "
          "woman; phantom:N: N built-in people who differ")
      ->required();
  command->add_option("--count", arguments->options.count, "People")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  command->add_option("--seed", arguments->options.seed, "Seed")->capture_default_str();
  command->add_option("--threads", arguments->options.threads, "Threads; 0: one per processor")
      ->capture_default_str();
  command
      ->add_option("--floor-skins", arguments->options.floor_skins,
                   "Skins that the floors are averaged over; 0: no floors")
      ->check(CLI::Range(0, 10000))
      ->capture_default_str();
  command->add_option_function<std::string>(
      "--anomalies",
      [arguments](const std::string& list) { arguments->options.anomalies = anomalies_named(list); },
      "What people have, in turn: names with commas between, or all; each with a mask of its pixels and the "
      "X-ray "
      "without it");
  command->add_option("--out", arguments->out, "Data set to write (.safetensors)")->required();
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph
