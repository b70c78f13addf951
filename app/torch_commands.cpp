#include "app/torch_commands.h"

#include "core/inference/torch/torch_library.h"

namespace skiagraph::app {

int run_with_torch(int argc, char** argv) {
  using Function = int (*)(int, char**);
  return reinterpret_cast<Function>(
      inference::torch_module_function(kTorchCommandsFile, kTorchCommandsFunction))(argc, argv);
}

std::string missing_commands(std::string_view why) {
  std::string names;
  for (const std::string_view name : kTorchCommands) names.append(names.empty() ? "" : ", ").append(name);
  return "Further subcommands (" + names + "): " + std::string(why);
}

}  // namespace skiagraph::app
