#include <filesystem>
#include <future>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/output_files.h"
#include "app/progress_bar.h"
#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/evaluation/population_report.h"
#include "core/io/base_anatomy_file.h"
#include "core/io/png.h"
#include "core/population/halved.h"
#include "core/population/population.h"
#include "core/tensors/dataset.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::vector<std::string> bases;
  std::filesystem::path out, data, report;
  bool leave_one_out = false, halve = false, force = false;
  population::PopulationOptions options;
};

/// Where the people are, or will be.
const std::filesystem::path& file_of(const Arguments& arguments) {
  return arguments.data.empty() || arguments.halve ? arguments.out : arguments.data;
}

/// "people.safetensors" -> "people-without-AM.safetensors".
std::filesystem::path without(const std::filesystem::path& people, const std::string& base) {
  return people.parent_path() / (people.stem().string() + "-without-" + base + people.extension().string());
}

void check_left_out(const Arguments& arguments, const std::filesystem::path& people,
                    const std::vector<std::string>& bases) {
  if (!arguments.leave_one_out) return;
  if (bases.size() < 2)
    throw InputError("population.one_base", "Leaving one base anatomy out needs two or more; \"{}\" has {}.",
                     people, bases.size());
  for (const std::string& base : bases) check_output(without(people, base), arguments.force);
}

void write_left_out(const tensors::Dataset& people, const std::filesystem::path& path) {
  const std::vector<std::string> bases = people.bases();
  for (std::size_t base = 0; base < bases.size(); ++base) {
    const tensors::Dataset part = population::leave_out(people, static_cast<int>(base));
    tensors::write_dataset(without(path, bases[base]), part);
    std::cout << part.size() << " people, tested on " << bases[base] << " alone, in "
              << without(path, bases[base]).string() << '\n';
  }
}

const std::vector<std::string> kReportFiles{"population.md", "population.png", "population.json"};

void write_report(const tensors::Dataset& people, const std::filesystem::path& folder) {
  make_folder(folder);
  const evaluation::PopulationReport report = evaluation::population_report(people);
  const std::string text = evaluation::report_text(report);
  write_file(folder / kReportFiles[0], text);
  write_file(folder / kReportFiles[2], evaluation::report_json_text(report));
  const evaluation::ContactSheet sheet = evaluation::population_sheet(people);
  io::write_png_rgb(folder / kReportFiles[1], sheet.rows, sheet.columns, sheet.rgb);
  std::cout << text;
}

std::vector<anatomy::BaseAnatomy> prepared_bases(const Arguments& arguments, const CancelToken& cancel) {
  if (progress_is_json()) progress_bar()(0, "base anatomies");
  std::vector<std::future<std::vector<anatomy::BaseAnatomy>>> prepared;
  for (const std::string& name : arguments.bases) {
    std::cerr << "Preparing base anatomies from " << name << '\n';
    prepared.push_back(std::async(std::launch::async, io::named_base_anatomies, name));
  }
  std::vector<anatomy::BaseAnatomy> bases;
  for (auto& some : prepared)
    for (anatomy::BaseAnatomy& base : some.get()) bases.push_back(std::move(base));
  if (cancel.cancelled()) throw Cancelled();
  return bases;
}

tensors::Dataset made(const Arguments& arguments) {
  const CancelToken& cancel = cancelled_by_signal();
  check_output(arguments.out, arguments.force);
  const std::vector<anatomy::BaseAnatomy> bases = prepared_bases(arguments, cancel);
  std::vector<std::string> names;
  for (const anatomy::BaseAnatomy& base : bases) names.push_back(base.name);
  check_left_out(arguments, arguments.out, names);
  population::PopulationOptions options = arguments.options;
  options.parts = arguments.out.string() + ".parts";
  tensors::Dataset people = population::make_population(bases, options, progress_bar(), &cancel);
  tensors::write_dataset(arguments.out, people);
  population::remove_parts(bases, options);
  std::cout << people.size() << " people (" << people.indices(tensors::Split::kTrain).numel() << " to train, "
            << people.indices(tensors::Split::kValidation).numel() << " to validate, "
            << people.indices(tensors::Split::kTest).numel() << " to test) in " << arguments.out.string()
            << "; draws rejected: " << people.metadata.at("rejected") << '\n';
  return people;
}

tensors::Dataset made_before(const Arguments& arguments) {
  if (arguments.halve) check_output(arguments.out, arguments.force);
  tensors::Dataset people = tensors::read_dataset(arguments.data);
  check_left_out(arguments, file_of(arguments), people.bases());
  if (!arguments.halve) return people;
  people = population::halved(people);
  tensors::write_dataset(arguments.out, people);
  std::cout << people.size() << " people in pictures of " << people.frame.rows << " x "
            << people.frame.columns << " in " << arguments.out.string() << '\n';
  return people;
}

void run(const Arguments& arguments) {
  if (arguments.data.empty() == arguments.bases.empty())
    throw InputError(
        "population.source",
        "Give either --base and --out to make people, or --data to report on people made before.");
  if (arguments.halve && arguments.data.empty())
    throw InputError("population.halve",
                     "--halve takes people that were made before; name them with --data.");
  if ((!arguments.bases.empty() || arguments.halve) && arguments.out.empty())
    throw InputError("population.no_out",
                     "Say with --out where the people go, for example --out people.safetensors.");
  check_output_folder(arguments.report, kReportFiles, arguments.force);
  const tensors::Dataset people = arguments.data.empty() ? made(arguments) : made_before(arguments);
  if (arguments.leave_one_out) write_left_out(people, file_of(arguments));
  if (!arguments.report.empty()) write_report(people, arguments.report);
}

void add_options(CLI::App& command, Arguments& arguments) {
  command.add_option("--base", arguments.bases,
                     "Label volumes (NAME.nii.gz) or folders of them, with their tables; phantom: the "
                     "built-in man and woman; phantom:N: N built-in people who differ");
  command.add_option("--count", arguments.options.count, "People")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  command.add_option("--seed", arguments.options.seed, "Seed")->capture_default_str();
  command.add_flag_callback(
      "--fine", [&arguments] { arguments.options.frame = geometry::refined({}, 2); },
      "Pictures of 512 x 384 instead of 256 x 192, for networks that fold them");
  command.add_flag("--halve", arguments.halve,
                   "With --data: write the same people in pictures of half the size to --out");
  command.add_option("--threads", arguments.options.threads, "Threads; 0: one per processor")
      ->capture_default_str();
  command
      .add_option("--floor-skins", arguments.options.floor_skins,
                  "Skins that the floors are averaged over; 0: no floors")
      ->check(CLI::Range(0, 10000))
      ->capture_default_str();
  command
      .add_option("--photons", arguments.options.photons,
                  "Quanta per pixel of air, for the noise of a real detector; 0: none")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command.add_option_function<std::string>(
      "--anomalies",
      [&arguments](const std::string& names) {
        arguments.options.anomalies = anatomy::anomalies_named(names);
      },
      "What people have, in turn: names with commas between, or all; each with a mask of its pixels and the "
      "X-ray without it");
  command.add_option(
      "--out", arguments.out,
      "Data set to write (.safetensors); a run that was stopped goes on with the same command");
  command.add_flag("--leave-one-out", arguments.leave_one_out,
                   "For each base also a data set that learns from the others and is tested on it");
  command.add_option("--data", arguments.data, "Data set made before, instead of making one");
  command.add_option(
      "--report", arguments.report,
      "Folder for a table of spreads beside published ones and a picture of people, slim to obese");
  add_force_option(command, arguments.force);
  add_progress_option(command);
}

}  // namespace

void add_population_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("population", "Make virtual patients: surfaces, X-rays, landmarks and their floors");
  add_options(*command, *arguments);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
