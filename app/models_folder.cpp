#include "app/models_folder.h"

#include <string>

#include "core/base/environment.h"
#include "core/base/error.h"
#include "core/bodies/body_model_file.h"
#include "core/inference/model_library.h"

namespace skiagraph::app {
namespace {

using std::filesystem::path;

/// The folder with `file` in it; `what` it would hold, for the error's sentence.
path folder_with(const path& file, const std::string& what, const std::optional<path>& asked) {
  const auto holds = [&](const path& folder) {
    std::error_code error;
    return std::filesystem::exists(folder / file, error);
  };
  std::optional<path> named = asked;
  if (!named) named = environment_variable("SKIAGRAPH_MODELS");
  if (named) {
    if (holds(*named)) return *named;
    throw InputError("models.missing", "The folder \"{}\" holds no {}.", *named, what);
  }
  if (const auto shipped = inference::shipped_folder_with(file)) return *shipped;
  throw InputError("models.not_installed",
                   "The program's folder of models is not there or holds no {}; install it, or set the "
                   "environment variable SKIAGRAPH_MODELS to the folder that holds them.",
                   what);
}

}  // namespace

path models_folder(const std::optional<path>& asked) {
  if (!asked && !environment_variable("SKIAGRAPH_MODELS")) {
    const inference::ModelLibrary own;
    if (const auto active = own.active()) return own.folder_of(*active);
  }
  return shipped_models_folder(asked);
}

path shipped_models_folder(const std::optional<path>& asked) {
  return folder_with("cign.safetensors", "networks (t, mpn and cign.safetensors)", asked);
}

path body_model_path(bodies::Sex sex, const std::optional<path>& asked) {
  const path file = bodies::body_model_file_name(sex);
  return folder_with(file, "body model (" + file.string() + ")", asked) / file;
}

}  // namespace skiagraph::app
