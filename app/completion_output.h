#pragma once

#include <string>

#include "core/applications/completion/completion.h"

namespace skiagraph::app {

/// Where the real X-ray lies, how well it agrees, and the markers before and after, as JSON. mm as in
/// markers.json.
std::string completion_json(const applications::Completion& completion,
                            const geometry::SurfaceImage& surface);

/// The same for a person to read.
std::string completion_text(const applications::Completion& completion,
                            const geometry::SurfaceImage& surface);

}  // namespace skiagraph::app
