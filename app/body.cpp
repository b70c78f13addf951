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
#include "core/anatomy/body_model_file.h"
#include "core/anatomy/built_in_people.h"
#include "core/base/error.h"
#include "core/io/mesh_file.h"

namespace skiagraph {
namespace {

struct Arguments {
  std::string sex, person;
  std::array<std::optional<double>, kBodySizeCount> asked{};  ///< in the units of body_size_table
  std::filesystem::path out;
  std::optional<std::filesystem::path> models;
  bool list = false;
};

std::string one_decimal(double value) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << value;
  return text.str();
}

void print_people() {
  for (const BuiltInPerson& person : built_in_people()) {
    std::cout << std::left << std::setw(18) << person.name << person.title;
    for (std::size_t n = 0; n < kBodySizeCount; ++n)
      if (const BodySizeInfo& info = body_size_table()[n]; person.sliders.asked[n])
        std::cout << ", " << info.name << ' ' << *person.sliders.asked[n] / info.per_unit << ' ' << info.unit;
    std::cout << '\n';
  }
}

BodySliders sliders_of_person(const std::string& name) {
  const auto& people = built_in_people();
  const auto found = std::ranges::find(people, name, &BuiltInPerson::name);
  if (found == people.end())
    throw InputError("There is no built-in person \"" + name + "\"; --list shows their names.");
  return found->sliders;
}

/// The built-in person, if one is named, changed where a size is given.
BodySliders wanted(const Arguments& arguments) {
  if (arguments.sex.empty() == arguments.person.empty())
    throw InputError("Name either a --sex (female or male) or a built-in --person.");
  BodySliders sliders{arguments.sex == "female" ? Sex::kFemale : Sex::kMale, {}};
  if (!arguments.person.empty()) sliders = sliders_of_person(arguments.person);
  for (std::size_t n = 0; n < kBodySizeCount; ++n)
    if (arguments.asked[n]) sliders.asked[n] = *arguments.asked[n] * body_size_table()[n].per_unit;
  return sliders;
}

void print_sizes(const BodySliders& sliders, const Body& body) {
  std::cout << std::left << std::setw(10) << "" << std::right << std::setw(9) << "asked" << std::setw(10)
            << "measured" << '\n';
  for (std::size_t n = 0; n < kBodySizeCount; ++n) {
    const BodySizeInfo& info = body_size_table()[n];
    const auto& asked = sliders.asked[n];
    std::cout << std::left << std::setw(10) << info.name << std::right << std::setw(9)
              << (asked ? one_decimal(*asked / info.per_unit) : "-") << std::setw(10)
              << one_decimal(body.sizes[n] / info.per_unit) << ' ' << info.unit << '\n';
  }
}

void run(const Arguments& arguments) {
  if (arguments.list) return print_people();
  const BodySliders sliders = wanted(arguments);
  if (!arguments.out.empty() && arguments.out.extension() != ".ply")
    throw InputError("\"" + arguments.out.string() + "\" cannot be written; bodies are written as .ply.");
  check_folder_of(arguments.out);
  const Body body = make_body(read_body_model(body_model_path(sliders.sex, arguments.models)), sliders);
  if (!arguments.out.empty()) write_ply(arguments.out, body.skin);
  print_sizes(sliders, body);
}

}  // namespace

void add_body_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("body", "Make the surface of a body to measure, without a scan");
  command->add_option("--sex", arguments->sex, "female or male")->check(CLI::IsMember({"female", "male"}));
  for (std::size_t n = 0; n < kBodySizeCount; ++n) {
    const BodySizeInfo& info = body_size_table()[n];
    command->add_option(
        "--" + std::string(info.name), arguments->asked[n],
        std::string(info.meaning) + ", " + std::string(info.unit) + "; else follows from the others");
  }
  command->add_option("--person", arguments->person, "A built-in person, in place of --sex");
  command->add_flag("--list", arguments->list, "Show the built-in people");
  command->add_option("--out", arguments->out, "Surface to write (.ply); else only the sizes are shown");
  command->add_option("--models", arguments->models, "Folder of the body models");
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph
