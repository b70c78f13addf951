#pragma once

#include <string>

namespace skiagraph {

/// The names of the first `count` markers of marker_table(), comma-separated: what files say about the order
/// of the markers in them.
std::string marker_names(int count);

}  // namespace skiagraph
