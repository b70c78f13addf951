#include "core/io/ct_subject.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/anatomy/base/volume_skin.h"
#include "core/base/error.h"
#include "core/io/ct_body.h"

namespace skiagraph::io {
namespace {

/// The median over the slices of the middle of the body.
double midline(const bodies::LabelVolume& body) {
  std::vector<double> middles;
  for (int k = 0; k < body.nz; ++k) {
    double sum = 0, count = 0;
    for (int j = 0; j < body.ny; ++j)
      for (int i = 0; i < body.nx; ++i)
        if (body.at(i, j, k) != 0) sum += i, ++count;
    if (count > 0) middles.push_back(body.position(sum / count, 0, k).x);
  }
  std::ranges::sort(middles);
  return middles[middles.size() / 2];
}

}  // namespace

CtSubject ct_subject(imaging::CtVolume ct) {
  const CtBody body = ct_body(ct);
  clear_outside(ct, body.volume);
  return {anatomy::volume_skin(body.volume), imaging::CtColumns(ct), midline(body.volume), body.remarks};
}

void check_levels(const geometry::BodyLevels& levels) {
  constexpr double kLongestTorsoMm = 900;
  const double torso = levels.neck.z - levels.symphysis.z;
  if (torso < 0)
    throw InputError(
        "ct.levels_swapped",
        "The neck (z {} mm) lies below the pubic symphysis (z {} mm); the levels are swapped, or the "
        "CT is upside down (--axes).",
        levels.neck.z, levels.symphysis.z);
  if (torso > kLongestTorsoMm)
    throw InputError(
        "ct.levels_apart",
        "Neck (z {} mm) and pubic symphysis (z {} mm) lie further apart than in any person; check "
        "the levels, in mm of the CT's frame.",
        levels.neck.z, levels.symphysis.z);
}

geometry::SurfaceImage surface_at_levels(const geometry::TriangleMesh& skin,
                                         const geometry::CanonicalPlacement& placement) try {
  return geometry::rasterise_surface(std::span(&skin, 1), placement);
} catch (const InputError&) {
  throw InputError(
      "ct.levels_outside",
      "The body lies outside of the picture that these levels of neck and pubic symphysis give; check them.");
}

void refuse_unknown_levels() {
  throw InputError("ct.levels_unknown",
                   "The CT does not show the whole body from the crown to the thighs, so neck and pubic "
                   "symphysis are not known; give their levels, landmarks with both or another scan of the "
                   "same person.");
}

}  // namespace skiagraph::io
