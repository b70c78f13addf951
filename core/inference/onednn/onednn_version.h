#pragma once

#include <string>

namespace skiagraph::inference {

/// Of the oneDNN at hand: "2.6.3"; empty in a build without it.
std::string onednn_version();

}  // namespace skiagraph::inference
