#include <algorithm>
#include <exception>
#include <string>
#include <string_view>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/failure.h"
#include "app/torch_commands.h"
#include "core/base/error.h"

namespace {

using namespace skiagraph;
using namespace skiagraph::app;

/// Whether the first word is for the program without LibTorch.
bool needs_no_torch(std::string_view word) {
  CLI::App app;
  add_commands_without_torch(app);
  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  return word == "--version" || std::ranges::find(commands, word, &CLI::App::get_name) != commands.end();
}

int run(int argc, char** argv) {
  const std::string_view word = argc > 1 ? argv[1] : "";
  std::string missing;
  try {
    if (!needs_no_torch(word)) return run_with_torch(argc, argv);
  } catch (const Error& error) {
    if (std::ranges::find(kTorchCommands, word) != kTorchCommands.end()) throw;
    missing = missing_commands(error.what());
  }
  const auto add_commands = [&](CLI::App& app) {
    add_commands_without_torch(app);
    app.footer(missing);
  };
  return run_command_line("skiagraph-cli", add_commands, argc, argv);
}

}  // namespace

int main(int argc, char** argv) try { return run(argc, argv); } catch (const std::exception& exception) {
  return skiagraph::app::report_failure(exception);
}
