#pragma once

#include <cstdint>
#include <vector>

#include "core/anatomy/base/base_anatomy.h"
#include "core/base/random.h"

namespace skiagraph::anatomy {

/// Density and texture of the tissues of one person.
struct TissueVariation {
  double bone_log = 0;      ///< density of all bone
  double lung_log = 0;      ///< density of lung tissue; more air, less density
  double trabecular = 0;    ///< grain of spongy bone, as a fraction
  double vessels = 0;       ///< contrast of the vessels of the lung, 0 to 1
  double bowel_gas = 0;     ///< share of the bowel's contents
  double stomach_gas = 0;   ///< share of the stomach's contents
  bool lying = false;       ///< gas rises to the front instead of the head
  std::uint64_t grain = 0;  ///< seed of all textures: no two people have the same
};

TissueVariation draw_tissue(bool lying, RandomStream& random);

/// The part's attenuation, 1/mm, as this person has it; laid out as part.attenuation.values.
std::vector<float> varied_attenuation(const BaseAnatomy& base, BodyPartId part,
                                      const TissueVariation& tissue);

/// Where vessels and bronchi enter a lung, in the base.
Vec3 lung_root(const BaseAnatomy& base, bool left);

}  // namespace skiagraph::anatomy
