#include "core/bodies/body_sizes.h"

namespace skiagraph::bodies {

const std::array<BodySizeInfo, kBodySizeCount>& body_size_table() {
  static constexpr std::array<BodySizeInfo, kBodySizeCount> kTable{
      {{"stature", "Height from the soles to the crown", "cm", 10},
       {"weight", "Weight", "kg", 1},
       {"torso", "Torso length from the neck (C7) to the pubic symphysis", "cm", 10},
       {"shoulder", "Shoulder breadth over both upper arms", "cm", 10},
       {"chest", "Girth of the chest", "cm", 10},
       {"waist", "Girth of the waist at the navel", "cm", 10},
       {"hip", "Girth of the hips", "cm", 10}}};
  return kTable;
}

}  // namespace skiagraph::bodies
