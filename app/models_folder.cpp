#include "app/models_folder.h"

#include <cstdlib>

#include "core/base/error.h"

namespace skiagraph {
namespace {

bool holds_networks(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::exists(folder / "t.safetensors", error);
}

}  // namespace

std::filesystem::path models_folder(const std::optional<std::filesystem::path>& asked) {
  std::optional<std::filesystem::path> named = asked;
  if (const char* variable = std::getenv("SKIAGRAPH_MODELS");
      !named && variable != nullptr && *variable != '\0')
    named = variable;
  if (named) {
    if (holds_networks(*named)) return *named;
    throw InputError("The folder \"" + named->string() +
                     "\" holds no networks (t, mpn and cign.safetensors).");
  }
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"../share/skiagraph/models", "../../../models", "../../../../models"})
    if (holds_networks(program / place)) return std::filesystem::weakly_canonical(program / place);
  throw InputError("The networks were not found beside the program; name their folder with --models.");
}

}  // namespace skiagraph
