#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/application_studies.h"
#include "app/commands.h"
#include "app/models_folder.h"
#include "app/output_files.h"
#include "app/progress_bar.h"
#include "app/results.h"
#include "app/scans.h"
#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/evaluation/contact_sheet.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/learned_people_of.h"
#include "core/evaluation/loop_report.h"
#include "core/evaluation/loop_study.h"
#include "core/evaluation/report.h"
#include "core/evaluation/results.h"
#include "core/evaluation/scan_report.h"
#include "core/io/png.h"
#include "core/networks/device.h"
#include "core/population/population.h"

namespace skiagraph::app {
namespace {

using std::filesystem::path;

struct Arguments {
  path data, fine, scans, json, pictures, baselines, held_out, report;
  std::optional<path> models;
  std::string split = "test", device = "auto";
  evaluation::EvaluationOptions options;
  evaluation::LoopStudyOptions study;
  std::int64_t study_people = 0;
  ApplicationStudies applications;
  bool force = false;
};

/// Rows of table 1, in its order; others are left out.
constexpr std::array kBaselines{"unet", "pix2pix", "wgan", "wgan-gp"};

tensors::Split split_named(const std::string& name) {
  return name == "train"        ? tensors::Split::kTrain
         : name == "validation" ? tensors::Split::kValidation
                                : tensors::Split::kTest;
}

void add_baselines(const Arguments& arguments, const tensors::Dataset& dataset,
                   const evaluation::EvaluationOptions& options, evaluation::Results& results) {
  const CancelToken* cancel = &cancelled_by_signal();
  for (const std::string name : kBaselines) {
    const auto folder = arguments.baselines / name;
    if (!std::filesystem::exists(folder)) continue;
    std::cerr << "Baseline " << name << '\n';
    inference::Predictor predictor(folder, arguments.device);
    results.baselines.push_back(evaluation::evaluate(predictor, dataset, options, progress_bar(), cancel));
    if (name != evaluation::kBeforeConvergence || arguments.study_people == 0) continue;
    evaluation::LoopStudyOptions study = arguments.study;
    study.edits = false;
    results.studies.push_back(evaluation::study_loop(predictor, dataset, study, progress_bar(), cancel));
  }
  if (results.baselines.empty())
    throw InputError("evaluate.baselines",
                     "The folder \"{}\" holds no baselines (folders unet, pix2pix, wgan, wgan-gp).",
                     arguments.baselines);
}

/// Of networks that were trained without one base anatomy each, in folders of the bases' names.
void add_held_out(const Arguments& arguments, const tensors::Dataset& dataset,
                  const evaluation::EvaluationOptions& options, evaluation::Results& results) {
  const std::vector<std::string> bases = dataset.bases();
  for (std::size_t base = 0; base < bases.size(); ++base) {
    const auto folder = arguments.held_out / bases[base];
    if (!std::filesystem::exists(folder)) continue;
    std::cerr << "Held-out base " << bases[base] << '\n';
    inference::Predictor predictor(folder, arguments.device);
    results.held_out.push_back(evaluation::evaluate(predictor,
                                                    population::leave_out(dataset, static_cast<int>(base)),
                                                    options, progress_bar(), &cancelled_by_signal()));
    results.held_out.back().model = bases[base];
  }
  if (results.held_out.empty())
    throw InputError("evaluate.held_out",
                     "The folder \"{}\" holds no networks in folders named after base anatomies.",
                     arguments.held_out);
}

/// The call, to be repeated by whoever reads the results.
std::string command_of(const Arguments& arguments) {
  std::string text = "skiagraph-cli evaluate";
  if (!arguments.data.empty()) text += " --data " + arguments.data.filename().string();
  if (!arguments.fine.empty()) text += " --fine " + arguments.fine.filename().string();
  if (!arguments.scans.empty()) text += " --scans models/" + arguments.scans.filename().string();
  text += " --models models";
  if (!arguments.baselines.empty()) text += " --baselines models/baselines";
  if (!arguments.held_out.empty()) text += " --held-out models/held-out";
  if (arguments.study_people > 0) text += " --study " + std::to_string(arguments.study_people);
  if (arguments.options.examples != evaluation::EvaluationOptions().examples)
    text += " --examples " + std::to_string(arguments.options.examples);
  if (arguments.options.most_people > 0) text += " --people " + std::to_string(arguments.options.most_people);
  return text + " --report results";
}

/// The tables of the paper, on people of a data set.
void evaluate_people(Arguments& arguments, const tensors::Dataset& dataset, const path& models,
                     evaluation::Results& results) {
  inference::Predictor predictor(models, arguments.device);
  evaluation::EvaluationOptions options = arguments.options;
  options.split = split_named(arguments.split);
  arguments.study.people = arguments.study_people;
  std::optional<tensors::Dataset> fine;
  if (!arguments.fine.empty()) fine = tensors::read_dataset(arguments.fine);
  const CancelToken* cancel = &cancelled_by_signal();
  if (arguments.applications.wanted()) {
    arguments.applications.run(predictor, models, dataset, options.split);
    // CT of parts: there is nothing else to say of them.
    if (dataset.complete_indices(options.split).numel() == 0) return;
  }
  options.fine = fine ? &*fine : nullptr;
  results.shipped = evaluation::evaluate(predictor, dataset, options, progress_bar(), cancel);
  options.fine = nullptr;
  if (!arguments.baselines.empty()) add_baselines(arguments, dataset, options, results);
  if (!arguments.held_out.empty()) add_held_out(arguments, dataset, options, results);
  if (arguments.study_people > 0)
    results.studies.push_back(
        evaluation::study_loop(predictor, dataset, arguments.study, progress_bar(), cancel));
}

void print(const evaluation::Results& results, const ApplicationStudies& applications) {
  std::cout << applications.text();
  if (results.shipped)
    std::cout << evaluation::evaluation_text(*results.shipped)
              << evaluation::loop_study_text(results.studies);
  if (results.shipped && !results.scans.empty()) std::cout << '\n';
  std::cout << evaluation::scans_text(results.scans) << std::flush;
}

void write_files(const Arguments& arguments, const evaluation::Results& results) {
  if (!arguments.json.empty()) {
    const std::string tables =
        results.shipped
            ? evaluation::evaluation_json(*results.shipped, results.baselines, results.studies, results.scans)
            : evaluation::scans_json_text(results.scans);
    write_file(arguments.json,
               arguments.applications.wanted() ? arguments.applications.json_with(tables) : tables);
  }
  if (!arguments.pictures.empty() && results.shipped) {
    const evaluation::ContactSheet sheet = evaluation::contact_sheet(results.shipped->examples);
    io::write_png_rgb(arguments.pictures, sheet.rows, sheet.columns, sheet.rgb);
  }
  if (!arguments.report.empty()) {
    write_results(arguments.report, results, arguments.applications.markdown());
    arguments.applications.write_figure(arguments.report);
  }
}

void run(Arguments arguments) {
  if (arguments.data.empty() && arguments.scans.empty())
    throw InputError("evaluate.nothing",
                     "Give a data set with --data, a table of scans with --scans, or both.");
  check_output(arguments.json, arguments.force);
  check_output(arguments.pictures, arguments.force);
  check_output_folder(arguments.report, result_files(), arguments.force);
  std::vector<ScanRow> rows;
  if (!arguments.scans.empty()) rows = read_scan_table(arguments.scans);
  networks::use_all_processors();
  ScanNetworks networks{models_folder(arguments.models), arguments.device, std::nullopt};
  evaluation::Results results;
  results.command = command_of(arguments);
  if (!arguments.data.empty()) {
    const tensors::Dataset dataset = tensors::read_dataset(arguments.data);
    evaluate_people(arguments, dataset, networks.models, results);
    if (!rows.empty()) networks.of_dataset = evaluation::learned_people_of(dataset);
  }
  if (!rows.empty()) results.scans = evaluate_scans(rows, networks, progress_bar(), &cancelled_by_signal());

  print(results,
        arguments.applications);  // first, so that the figures are seen even if a file cannot be written
  write_files(arguments, results);
  if (!results.shipped && !results.scans.empty() &&
      std::ranges::all_of(results.scans, &evaluation::ScanResult::refused))
    throw InputError("evaluate.all_refused", "None of the scans in \"{}\" could be evaluated.",
                     arguments.scans);
}

}  // namespace

void add_evaluate_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "evaluate",
      "Compare predictions with the truth: X-rays, markers and the loop, beside the lowest possible errors");
  CLI::Option* data = command->add_option("--data", arguments->data, "Data set (.safetensors)");
  command
      ->add_option("--fine", arguments->fine,
                   "The same people with pictures twice as large (population --fine): measures the X-rays as "
                   "they are shown")
      ->needs(data);
  command->add_option(
      "--scans", arguments->scans,
      "Table of scans from other sources, for the whole pipeline from the file to the markers: "
      "columns name, scan (a file, seen from the table's folder), and as far as known landmarks "
      "(.csv or .mrk.json, mm in the scan's own axes), models (a folder of other networks), "
      "same_as (the name of another row that is the same body)");
  command->add_option("--models", arguments->models, "Folder of the networks");
  command->add_option("--json", arguments->json, "File for the tables");
  command->add_option("--split", arguments->split, "People of the data set")
      ->check(CLI::IsMember({"train", "validation", "test"}))
      ->capture_default_str();
  command
      ->add_option("--people", arguments->options.most_people,
                   "Use only this many of them, from the first; 0: all")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command
      ->add_option("--pictures", arguments->pictures,
                   "PNG file: for the first people the true X-ray, the predicted one and 4 times their "
                   "difference; markers as a ring where they are and a dot where they were predicted")
      ->needs(data);
  command->add_option("--examples", arguments->options.examples, "People in that picture")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command
      ->add_option("--baselines", arguments->baselines,
                   "Folder of other networks to compare with: unet, pix2pix, wgan, wgan-gp")
      ->needs(data);
  command
      ->add_option("--held-out", arguments->held_out,
                   "Folder of networks trained without one base anatomy each, in folders of its name")
      ->needs(data);
  command
      ->add_option("--study", arguments->study_people,
                   "Number of test people on whom convergence of the loop and edits are studied; 0: none")
      ->needs(data)
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  arguments->applications.add_options(*command, *data);
  command->add_option("--report", arguments->report,
                      "Folder for the paper's tables with ours beside them (results.md) and its figures");
  command->add_option("--device", arguments->device, "cpu, cuda or auto")->capture_default_str();
  add_force_option(*command, arguments->force);
  add_progress_option(*command);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
