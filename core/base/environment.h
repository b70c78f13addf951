#pragma once

#include <optional>
#include <string>

namespace skiagraph {

/// The environment variable of this name; nothing where it is not set or empty. The only place that reads the
/// environment.
std::optional<std::string> environment_variable(const char* name);

}  // namespace skiagraph
