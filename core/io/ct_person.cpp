#include "core/io/ct_person.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/anatomy/base/volume_skin.h"
#include "core/base/error.h"
#include "core/geometry/patient_levels.h"
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

/// Neck and symphysis from the first source that knows them.
class Levels {
 public:
  Levels(const bodies::LabelVolume& body, const geometry::TriangleMesh& skin, const CtKnowledge& known)
      : body_(body), skin_(skin), known_(known) {}

  [[nodiscard]] geometry::BodyLevels find() {
    return {find(known_.neck_level_mm, Marker::kNeck, &geometry::BodyLevels::neck),
            find(known_.symphysis_level_mm, Marker::kPubicSymphysis, &geometry::BodyLevels::symphysis)};
  }

 private:
  Vec3 find(std::optional<double> level, Marker marker, Vec3 geometry::BodyLevels::*of) {
    if (level) return {midline(body_), 0, *level};
    if (const auto& landmark = known_.landmarks[static_cast<std::size_t>(marker)]) return *landmark;
    if (known_.like) return (*known_.like).*of;
    return from_skin().*of;
  }

  const geometry::BodyLevels& from_skin() {
    if (!found_) try {
        found_ = geometry::find_patient_levels(skin_);
      } catch (const InputError&) {
        throw InputError(
            "ct.levels_unknown",
            "The CT does not show the whole body from the crown to the thighs, so neck and pubic "
            "symphysis are not known; give their levels, landmarks with both or another scan of the "
            "same person.");
      }
    return *found_;
  }

  const bodies::LabelVolume& body_;
  const geometry::TriangleMesh& skin_;
  const CtKnowledge& known_;
  std::optional<geometry::BodyLevels> found_;
};

/// Landmarks of another person, or in another frame, are seldom near.
void check_landmarks(const KnownLandmarks& landmarks, const imaging::CtVolume& ct) {
  const Vec3 low = ct.origin_mm,
             high = low + Vec3{ct.nx * ct.spacing_mm.x, ct.ny * ct.spacing_mm.y, ct.nz * ct.spacing_mm.z};
  const auto inside = [&](const std::optional<Vec3>& p) {
    return p && p->x >= low.x && p->x <= high.x && p->y >= low.y && p->y <= high.y && p->z >= low.z &&
           p->z <= high.z;
  };
  const auto known = [](const auto& p) { return p.has_value(); };
  if (std::ranges::any_of(landmarks, known) && std::ranges::none_of(landmarks, inside))
    throw InputError("ct.landmarks_outside",
                     "All landmarks lie outside of the CT; give those of this CT, in mm and LPS.");
}

/// The frame would turn the picture upside down, or stretch it, without a word.
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

geometry::SurfaceImage surface_of(const geometry::TriangleMesh& skin,
                                  const geometry::CanonicalPlacement& placement) try {
  return geometry::rasterise_surface(std::span(&skin, 1), placement);
} catch (const InputError&) {
  throw InputError(
      "ct.levels_outside",
      "The body lies outside of the picture that these levels of neck and pubic symphysis give; check them.");
}

}  // namespace

CtPerson make_ct_person(imaging::CtVolume ct, const CtKnowledge& known,
                        const geometry::CanonicalFrame& frame) {
  check_landmarks(known.landmarks, ct);
  const CtBody body = ct_body(ct);
  geometry::TriangleMesh skin = anatomy::volume_skin(body.volume);
  const geometry::BodyLevels levels = Levels(body.volume, skin, known).find();
  check_levels(levels);
  const geometry::CanonicalPlacement placement(frame, levels.neck, levels.symphysis);
  geometry::SurfaceImage surface = surface_of(skin, placement);
  clear_outside(ct, body.volume);
  imaging::CtXray xray = imaging::project_ct(ct, placement);
  return {std::move(skin), std::move(surface), std::move(xray), known.landmarks, body.remarks};
}

}  // namespace skiagraph::io
