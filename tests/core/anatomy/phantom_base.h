#pragma once

#include "core/anatomy/base/base_anatomy.h"

namespace skiagraph {

/// The procedural woman of coarse voxels: people of published builds can be drawn from her. Built once.
const anatomy::BaseAnatomy& phantom_base();

}  // namespace skiagraph
