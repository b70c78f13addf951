#include "app/torch_commands.h"

#include <algorithm>
#include <string>

#include "core/base/error.h"
#include "core/inference/torch/torch_library.h"

namespace skiagraph::app {
namespace {

bool has_command(const CLI::App& app, std::string_view name) {
  const auto all = app.get_subcommands([](const CLI::App*) { return true; });
  return std::ranges::find(all, name, &CLI::App::get_name) != all.end();
}

std::string names() {
  std::string text;
  for (const std::string_view name : kTorchCommands) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

}  // namespace

void add_torch_commands(CLI::App& app, int argc, const char* const* argv) {
  const std::string_view named = argc > 1 ? argv[1] : "";
  if (named == "--version" || has_command(app, named)) return;
  try {
    using Function = void (*)(CLI::App&);
    reinterpret_cast<Function>(inference::torch_module_function(kTorchCommandsFile, kTorchCommandsFunction))(
        app);
  } catch (const Error& error) {
    if (std::ranges::find(kTorchCommands, named) != kTorchCommands.end()) throw;
    app.footer("Further subcommands (" + names() + "): " + error.what());
  }
}

}  // namespace skiagraph::app
