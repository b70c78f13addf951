#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "app/torch_commands.h"
#include "core/bodies/built_in_person.h"
#include "core/io/checksum.h"
#include "core/io/mesh_file.h"
#include "tests/app/networks.h"
#include "tests/app/program.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

/// A folder that hides LibTorch: the loader finds a file of each library's name there, which is no library.
/// The names are those that this test has loaded itself.
class WithoutLibTorch {
 public:
  WithoutLibTorch() {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
      std::string name = std::filesystem::path(line.substr(line.find('/') + 1)).filename().string();
      if (!name.starts_with("libtorch") && !name.starts_with("libc10")) continue;
      // The loader asks for the library by a part of its file's name: libtorch.so.1.13 of libtorch.so.1.13.0.
      for (; name.ends_with(".so") || name.find(".so.") != name.npos; name.resize(name.rfind('.')))
        write_file(folder_ / name, "none");
    }
    REQUIRE_FALSE(folder_.empty());
  }
  [[nodiscard]] ProgramEnd run(const std::vector<std::string>& words) const {
    return run_cli(words, {"LD_LIBRARY_PATH=" + (folder_ / "").string(),
                           "XDG_CACHE_HOME=" + (folder_ / "cache").string()});
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("--version names the libraries and the models' checksums") {
  const TemporaryFolder folder;
  write_untrained_networks(folder / "");
  write_file(folder / "notes.txt", "no model");
  const ProgramEnd end = run_cli({"--version"}, {"SKIAGRAPH_MODELS=" + (folder / "").string()});
  INFO(end.err);
  REQUIRE(end.code == 0);
  CHECK_THAT(end.out, StartsWith("skiagraph-cli " SKIAGRAPH_VERSION "\n"));
  for (const char* library : {"Assimp", "Eigen", "GDCM", "LibTorch", "VTK"})
    CHECK_THAT(end.out, Contains("\n  " + std::string(library) + " "));
  for (const char* network : {"t", "mpn", "cign"}) {
    const std::string name = std::string(network) + ".safetensors";
    CHECK_THAT(end.out, Contains('\n' + io::sha256(folder / name) + "  " + name + '\n'));
  }
  CHECK_THAT(end.out, !Contains("notes.txt"));
}

TEST_CASE("--version says where there are no models, and is no failure then") {
  const TemporaryFolder folder;
  const ProgramEnd end = run_cli({"--version"}, {"SKIAGRAPH_MODELS=" + (folder / "none").string()});
  CHECK(end.code == 0);
  CHECK_THAT(end.out, Contains("Models: The folder"));
}

TEST_CASE("Every subcommand that the help lists has a help of its own") {
  const ProgramEnd all = run_cli({"--help"});
  REQUIRE(all.code == 0);
  std::istringstream lines(all.out.substr(all.out.find("Subcommands:")));
  std::string line;
  std::getline(lines, line);
  std::vector<std::string> names;
  while (std::getline(lines, line) && line.starts_with("  ") && line[2] != ' ')
    names.push_back(line.substr(2, line.find(' ', 2) - 2));
  for (const std::string_view name : app::kTorchCommands)
    CHECK(std::ranges::find(names, name) != names.end());
  REQUIRE(names.size() > app::kTorchCommands.size());
  for (const std::string& name : names) {
    INFO(name);
    const ProgramEnd end = run_cli({name, "--help"});
    CHECK(end.code == 0);
    CHECK_THAT(end.out, Contains("Usage: skiagraph-cli " + name));
  }
}

TEST_CASE("Without LibTorch prediction works and training says what is missing") {
  const WithoutLibTorch machine;
  const TemporaryFolder folder;
  io::write_ply(folder / "person.ply", bodies::built_in_person());
  write_untrained_networks(folder / "models");

  const ProgramEnd predicted = machine.run({"predict", folder / "person.ply", "--models", folder / "models",
                                            "--out", folder / "out", "--max-iterations", "2"});
  INFO(predicted.err);
  CHECK((predicted.code == 0 || predicted.code == 3));  // untrained networks need not come to rest
  CHECK(std::filesystem::exists(folder / "out" / "xray.png"));

  const ProgramEnd trained =
      machine.run({"train", "recipe.json", "--data", "people.safetensors", "--out", folder / "run"});
  CHECK(trained.code == 1);
  CHECK_THAT(trained.err, StartsWith("This needs LibTorch") && Contains("install it"));
  CHECK(std::ranges::count(trained.err, '\n') == 1);

  const ProgramEnd help = machine.run({"--help"});
  CHECK(help.code == 0);
  CHECK_THAT(help.out, Contains("Further subcommands (population,") && Contains("predict"));
  CHECK(machine.run({"--version"}).code == 0);
}
