#pragma once

#include <string>

namespace skiagraph::app {

/// What `skiagraph-cli --version` prints: the program, its libraries, and of each file of models/ the
/// SHA-256, as sha256sum writes it. Loads nothing. Throws InputError when a file cannot be read.
std::string version_text();

}  // namespace skiagraph::app
