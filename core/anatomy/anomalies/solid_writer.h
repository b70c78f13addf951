#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/anatomy/patient/virtual_patient.h"
#include "core/bodies/solid.h"

namespace skiagraph::anatomy {

/// Writes solids that keep their size in the person, mm, into the attenuation of the torso in the base. Each
/// voxel takes the share that lies inside, from 3 x 3 x 3 places, so that thin solids neither vanish nor
/// show steps. Nothing is written outside the body.
class SolidWriter {
 public:
  SolidWriter(const VirtualPatient& patient, std::vector<float>& attenuation)
      : patient_(patient), grid_(patient.base().parts[kTorso].attenuation.grid), attenuation_(attenuation) {}

  /// Large bent solids are best added piece by piece: the time is proportional to the box. Where pieces
  /// overlap, the larger share counts.
  void add(const bodies::Solid& solid);
  /// A smooth tube of constant radius through `points`.
  void add_curve(const std::vector<Vec3>& points, double radius);
  /// Gives everything added since the last call this attenuation, 1/mm.
  void fill(float per_mm);

 private:
  const VirtualPatient& patient_;
  const GridGeometry& grid_;
  std::vector<float>& attenuation_;
  std::unordered_map<std::uint32_t, float> shares_;  ///< by voxel
};

/// Points every few mm on a smooth curve through all of `points` (Catmull and Rom, "A class of local
/// interpolating splines", 1974).
std::vector<Vec3> smooth_curve(const std::vector<Vec3>& points);

}  // namespace skiagraph::anatomy
