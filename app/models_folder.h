#pragma once

#include <filesystem>
#include <optional>

#include "core/bodies/sex.h"

namespace skiagraph::app {

/// Where the networks are: `asked` if given, else $SKIAGRAPH_MODELS, else the user's active model
/// (inference::ModelLibrary), else the shipped ones. Throws InputError when that folder holds no networks.
std::filesystem::path models_folder(const std::optional<std::filesystem::path>& asked = {});
/// The same without the user's: ../share/skiagraph/models seen from the program (installed), else models/ of
/// the source tree that it was built in.
std::filesystem::path shipped_models_folder(const std::optional<std::filesystem::path>& asked = {});

/// The file of one sex's body model, looked for in the same places. Throws InputError when it is not there.
std::filesystem::path body_model_path(bodies::Sex sex,
                                      const std::optional<std::filesystem::path>& asked = {});

}  // namespace skiagraph::app
