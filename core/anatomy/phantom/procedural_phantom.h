#pragma once

#include <array>
#include <cstdint>

#include "core/anatomy/base/tissue.h"
#include "core/base/random.h"
#include "core/bodies/label_volume.h"
#include "core/bodies/sex.h"

namespace skiagraph::anatomy {

/// What makes one phantom a person of its own. Lengths in mm of a man of 1750 mm, "up" is towards the head.
struct PhantomParameters {
  bodies::Sex sex = bodies::Sex::kMale;
  double stature_mm = 1750;
  double breadth = 1, depth = 1;  ///< factors of the frame
  double fat = 1;                 ///< factor of the fat under the skin, which takes the muscle's place
  double lung_top_up = 0;
  double diaphragm_up = 0;  ///< with lung bases, liver, spleen, stomach; the kidneys take 0.65 of it
  double liver_bottom_up = 0;
  double heart_size = 1;
  std::array<double, 2> kidney_up{};  ///< right, left; in addition
  double rib_slope = 1;
  double kyphosis = 0;    ///< chest spine backwards, loin spine forwards
  double spine_bend = 0;  ///< chest spine to the left, loin spine to the right
  double iliac_crest_up = 0;
  double hips_apart = 0;            ///< each femoral head outwards
  std::uint64_t bowel_pattern = 1;  ///< seed of loops and gas
};

/// The mean man or woman.
PhantomParameters mean_phantom(bodies::Sex sex);
/// A phantom with an anatomy of its own.
PhantomParameters draw_phantom(bodies::Sex sex, RandomStream& random);

/// A standing adult made of smooth solids, from the soles (z 0) to the crown; midline at x 0, arms held
/// slightly away. Its skin is that of the built-in person, changed in stature, breadth and depth. Labels
/// belong to phantom_organs(). Throws Error for a spacing outside 1 to 10 mm.
bodies::LabelVolume procedural_phantom(const PhantomParameters& parameters, double spacing_mm = 2.5);

}  // namespace skiagraph::anatomy
