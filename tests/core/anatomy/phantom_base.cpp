#include "tests/core/anatomy/phantom_base.h"

#include "core/anatomy/phantom/phantom_organs.h"
#include "core/anatomy/phantom/procedural_phantom.h"

namespace skiagraph {

const anatomy::BaseAnatomy& phantom_base() {
  constexpr double kVoxelMm = 6;
  static const anatomy::BaseAnatomy base = anatomy::build_base_anatomy(
      "phantom", anatomy::procedural_phantom(anatomy::mean_phantom(bodies::Sex::kFemale), kVoxelMm),
      anatomy::phantom_organs());
  return base;
}

}  // namespace skiagraph
