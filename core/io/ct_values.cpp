#include "core/io/ct_values.h"

#include <algorithm>
#include <limits>

#include "core/base/error.h"

namespace skiagraph::io {

void check_hounsfield(const imaging::CtVolume& volume, const std::filesystem::path& path) {
  constexpr float kMostAir = -700, kLeastTissue = -300, kMostTissue = 300;
  constexpr double kLeastShare = 0.01;
  double voxels = 0, air = 0, tissue = 0;
  float least = std::numeric_limits<float>::max(), most = std::numeric_limits<float>::lowest();
  for (const float v : volume.hounsfield) {
    if (v == imaging::CtVolume::kOutside) continue;
    least = std::min(least, v), most = std::max(most, v);
    voxels += 1, air += v < kMostAir ? 1 : 0;
    tissue += v > kLeastTissue && v < kMostTissue ? 1 : 0;
  }
  if (voxels == 0)
    throw InputError("volume.empty",
                     "\"{}\" shows nothing: all its voxels have the value of what lies outside the scanner's "
                     "field. Give a CT.",
                     path);
  if (most < kLeastTissue)
    throw InputError("volume.air",
                     "\"{}\" shows air alone; its values are not Hounsfield units, or there is no body.",
                     path);
  if (air >= kLeastShare * voxels && tissue >= kLeastShare * voxels) return;
  throw InputError("volume.values",
                   "The values of \"{}\" are no Hounsfield units: they run from {} to {}, without both air "
                   "near -1000 and soft tissue near 0. Give a CT, or say which values air and water have "
                   "(--values AIR,WATER; 24,1024 for what most scanners store).",
                   path, double{least}, double{most});
}

}  // namespace skiagraph::io
