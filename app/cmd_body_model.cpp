#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/output_files.h"
#include "app/progress_bar.h"
#include "core/base/error.h"
#include "core/bodies/body_model_file.h"
#include "core/io/base_anatomy_file.h"
#include "core/population/body_model_training.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::vector<std::string> bases;
  std::filesystem::path out;
  population::BodyTrainingOptions options;
  bool force = false;
};

std::vector<anatomy::BaseAnatomy> one_of_each_sex(const Arguments& arguments, const CancelToken& cancel) {
  std::vector<anatomy::BaseAnatomy> bases;
  for (const std::string& name : arguments.bases) {
    std::cerr << "Preparing base anatomies from " << name << '\n';
    for (anatomy::BaseAnatomy& base : io::named_base_anatomies(name)) {
      for (const anatomy::BaseAnatomy& other : bases)
        if (other.sex == base.sex)
          throw InputError("body_model.bases",
                           "The base anatomies \"{}\" and \"{}\" are of one sex; a body model comes from one "
                           "base anatomy, so leave out the other.",
                           other.name, base.name);
      bases.push_back(std::move(base));
    }
    if (cancel.cancelled()) throw Cancelled();
  }
  return bases;
}

void print(const population::TrainedBodyModel& trained, const std::filesystem::path& path) {
  std::cout << path.string() << ": " << trained.model.on_arm.size() << " vertices, "
            << trained.model.components.size() << " components, " << std::filesystem::file_size(path) / 1000
            << " kB\n"
            << std::fixed << std::setprecision(1) << "  unseen people: " << trained.error_mm
            << " mm from the model on average, " << trained.error_p95_mm
            << " mm at the 95th percentile; variance held: " << 100 * trained.explained
            << " %; weight from volume: +-" << std::setprecision(2) << trained.weight_error_kg << " kg\n";
}

void run(const Arguments& arguments) {
  const CancelToken& cancel = cancelled_by_signal();
  if (!std::filesystem::is_directory(arguments.out))
    throw InputError("output.no_folder", "The folder \"{}\" does not exist; make it first.", arguments.out);
  const std::vector<anatomy::BaseAnatomy> bases = one_of_each_sex(arguments, cancel);
  for (const anatomy::BaseAnatomy& base : bases)
    check_output(arguments.out / bodies::body_model_file_name(base.sex), arguments.force);
  std::vector<population::TrainedBodyModel> models;
  for (const anatomy::BaseAnatomy& base : bases)
    models.push_back(population::train_body_model(base, arguments.options, progress_bar(), &cancel));
  for (const population::TrainedBodyModel& trained : models) {
    const auto path = arguments.out / bodies::body_model_file_name(trained.model.sex);
    bodies::write_body_model(path, trained.model,
                             {{"people", std::to_string(arguments.options.people)},
                              {"seed", std::to_string(arguments.options.seed)}});
    print(trained, path);
  }
}

}  // namespace

void add_body_model_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("body-model", "Make the body model of each sex from the skins of virtual patients");
  command->add_option("--base", arguments->bases, "Base anatomies as for population, one of each sex at most")
      ->required();
  command->add_option("--people", arguments->options.people, "People of each sex")
      ->check(CLI::Range(16, 100000))
      ->capture_default_str();
  command->add_option("--seed", arguments->options.seed, "Seed")->capture_default_str();
  command
      ->add_option("--vertices", arguments->options.vertices, "Approximate number of vertices of the surface")
      ->capture_default_str();
  command->add_option("--components", arguments->options.components, "Principal components")
      ->capture_default_str();
  command->add_option("--out", arguments->out, "Folder for body-female.safetensors and body-male.safetensors")
      ->required();
  add_force_option(*command, arguments->force);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
