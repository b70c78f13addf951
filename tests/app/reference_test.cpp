#include <catch2/catch.hpp>
#include <cstdlib>

#include "app/torch_commands.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

int run(const std::string& command) {
  return std::system(command.c_str());
}

}  // namespace

TEST_CASE("Man page and completion know every command and option of the program") {
  const TemporaryFolder folder;
  const std::string made = (folder / "reference").string();
  REQUIRE(run("'" SKIAGRAPH_SOURCE_DIR "/packaging/reference' '" + made +
              "' 1.2.3 2026-01-02 '" SKIAGRAPH_CLI "'") == 0);

  const std::string man = read_file(made + "/man/man1/skiagraph-cli.1");
  CHECK_THAT(man, Contains("2026-01-02 \"Skiagraph 1.2.3\""));
  CHECK_THAT(man, Contains(".SS predict\n") && Contains("\\fB\\-\\-neck\\-level\\fR \\fIFLOAT\\fR"));
  CHECK_THAT(man, Contains("Most iterations of the loop (1 to 1000; else 50)"));
  for (const std::string_view name : app::kTorchCommands) {
    std::string title;
    for (const char letter : name) title += letter == '-' ? std::string("\\-") : std::string(1, letter);
    CHECK_THAT(man, Contains(".SS " + title + "\n"));
  }

  // What a person gets who presses Tab after these words.
  const auto completed = [&](const std::string& words) {
    const std::string out = (folder / "completed").string();
    REQUIRE(run("bash -c '. " + made +
                "/bash-completion/completions/skiagraph-cli; compopt() { :; }; COMP_WORDS=(" + words +
                "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _skiagraph_cli; echo ${COMPREPLY[@]}' > " + out) ==
            0);
    return read_file(out);
  };
  CHECK(completed("skiagraph-cli pre") == "predict\n");
  CHECK(completed("skiagraph-cli predict scan.ply --neck") == "--neck-level\n");
  CHECK(completed("skiagraph-cli ingest ct --split t") == "train test\n");
  CHECK(completed("skiagraph-cli predict sc") == "\n");  // files, by the shell itself
}
