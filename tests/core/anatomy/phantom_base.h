#pragma once

#include "core/anatomy/base_anatomy.h"

namespace skiagraph {

/// The procedural woman of coarse voxels: people of published builds can be drawn from her. Built once.
const BaseAnatomy& phantom_base();

}  // namespace skiagraph
