#include <algorithm>
#include <array>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

#include "app/commands.h"
#include "app/models_folder.h"
#include "app/output_files.h"
#include "core/base/error.h"
#include "core/bodies/body_model_file.h"
#include "core/bodies/built_in_people.h"
#include "core/io/mesh_file.h"
#include "core/io/surface_formats.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::string sex, person;
  std::array<std::optional<double>, bodies::kBodySizeCount> asked{};  ///< in the units of body_size_table
  std::filesystem::path out;
  std::optional<std::filesystem::path> models;
  bool list = false, force = false;
};

std::string one_decimal(double value) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << value;
  return text.str();
}

void print_people() {
  for (const bodies::BuiltInPerson& person : bodies::built_in_people()) {
    std::cout << std::left << std::setw(18) << person.name << person.title;
    for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n)
      if (const bodies::BodySizeInfo& info = bodies::body_size_table()[n]; person.targets.values[n])
        std::cout << ", " << info.name << ' ' << *person.targets.values[n] / info.per_unit << ' '
                  << info.unit;
    std::cout << '\n';
  }
}

bodies::SizeTargets targets_of_person(const std::string& name) {
  const auto& people = bodies::built_in_people();
  const auto found = std::ranges::find(people, name, &bodies::BuiltInPerson::name);
  if (found == people.end())
    throw InputError("person.unknown", "There is no built-in person \"{}\"; --list shows their names.", name);
  return found->targets;
}

/// The built-in person, if one is named, changed where a size is given.
bodies::SizeTargets size_targets(const Arguments& arguments) {
  if (arguments.sex.empty() == arguments.person.empty())
    throw InputError("body.whose", "Name either a --sex (female or male) or a built-in --person.");
  bodies::SizeTargets targets{arguments.sex == "female" ? bodies::Sex::kFemale : bodies::Sex::kMale, {}};
  if (!arguments.person.empty()) targets = targets_of_person(arguments.person);
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n)
    if (arguments.asked[n]) targets.values[n] = *arguments.asked[n] * bodies::body_size_table()[n].per_unit;
  return targets;
}

void print_sizes(const bodies::SizeTargets& targets, const bodies::Body& body) {
  std::cout << std::left << std::setw(10) << "" << std::right << std::setw(9) << "asked" << std::setw(10)
            << "measured" << '\n';
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n) {
    const bodies::BodySizeInfo& info = bodies::body_size_table()[n];
    const auto& asked = targets.values[n];
    std::cout << std::left << std::setw(10) << info.name << std::right << std::setw(9)
              << (asked ? one_decimal(*asked / info.per_unit) : "-") << std::setw(10)
              << one_decimal(body.sizes[n] / info.per_unit) << ' ' << info.unit << '\n';
  }
}

void run(const Arguments& arguments) {
  if (arguments.list) return print_people();
  const bodies::SizeTargets targets = size_targets(arguments);
  if (!arguments.out.empty()) io::check_surface_output(arguments.out);
  check_output(arguments.out, arguments.force);
  const bodies::Body body =
      bodies::make_body(bodies::read_body_model(body_model_path(targets.sex, arguments.models)), targets);
  if (!arguments.out.empty()) io::write_ply(arguments.out, body.skin);
  print_sizes(targets, body);
}

}  // namespace

void add_body_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("body", "Make the surface of a body from given sizes, without a scan");
  command->add_option("--sex", arguments->sex, "female or male")->check(CLI::IsMember({"female", "male"}));
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n) {
    const bodies::BodySizeInfo& info = bodies::body_size_table()[n];
    command->add_option("--" + std::string(info.name), arguments->asked[n],
                        std::string(info.meaning) + ", " + std::string(info.unit) +
                            "; if not given, it follows from the others");
  }
  command->add_option("--person", arguments->person, "A built-in person, in place of --sex");
  command->add_flag("--list", arguments->list, "Show the built-in people");
  command->add_option("--out", arguments->out,
                      "Surface to write (.ply); without it only the sizes are shown");
  command->add_option("--models", arguments->models, "Folder of the body models");
  add_force_option(*command, arguments->force);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
