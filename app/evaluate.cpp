#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

#include "app/commands.h"
#include "app/models_folder.h"
#include "app/output_files.h"
#include "app/progress_bar.h"
#include "core/base/error.h"
#include "core/evaluation/contact_sheet.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/report.h"
#include "core/io/png.h"

namespace skiagraph {
namespace {

struct Arguments {
  std::filesystem::path data, json, pictures;
  std::optional<std::filesystem::path> models;
  std::string split = "test", device = "auto";
  EvaluationOptions options;
};

Split split_named(const std::string& name) {
  return name == "train" ? Split::kTrain : name == "validation" ? Split::kValidation : Split::kTest;
}

void run(const Arguments& arguments) {
  check_folder_of(arguments.json);
  check_folder_of(arguments.pictures);
  const Dataset dataset = read_dataset(arguments.data);
  Predictor predictor(models_folder(arguments.models), arguments.device);
  EvaluationOptions options = arguments.options;
  options.split = split_named(arguments.split);
  const Evaluation evaluation =
      evaluate(predictor, dataset, options, progress_bar(), &cancelled_by_interrupt());
  if (!arguments.json.empty()) write_text(arguments.json, evaluation_json(evaluation));
  if (!arguments.pictures.empty()) {
    const ContactSheet sheet = contact_sheet(evaluation.examples);
    write_png_rgb(arguments.pictures, sheet.rows, sheet.columns, sheet.rgb);
  }
  std::cout << evaluation_text(evaluation);
}

}  // namespace

void add_evaluate_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "evaluate", "Compare predictions with the truth: X-rays, markers, the loop; next to the floors");
  command->add_option("--data", arguments->data, "Data set (.safetensors)")->required();
  command->add_option("--models", arguments->models, "Folder of the networks");
  command->add_option("--json", arguments->json, "File for the tables");
  command->add_option("--split", arguments->split, "People of the data set")
      ->check(CLI::IsMember({"train", "validation", "test"}))
      ->capture_default_str();
  command->add_option("--people", arguments->options.most_people, "The first so many of them; 0: all")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command->add_option("--pictures", arguments->pictures,
                      "PNG file: for the first people the true X-ray, the predicted one and 4 times their "
                      "difference; markers as a ring where they are and a dot where they were predicted");
  command->add_option("--examples", arguments->options.examples, "People in that picture")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--device", arguments->device, "cpu, cuda or auto")->capture_default_str();
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph
