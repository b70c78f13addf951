#include "tests/core/anatomy/phantom_base.h"

#include "core/anatomy/phantom_organs.h"
#include "core/anatomy/procedural_phantom.h"

namespace skiagraph {

const BaseAnatomy& phantom_base() {
  constexpr double kVoxelMm = 6;
  static const BaseAnatomy base = build_base_anatomy(
      "phantom", procedural_phantom(mean_phantom(Sex::kFemale), kVoxelMm), phantom_organs());
  return base;
}

}  // namespace skiagraph
