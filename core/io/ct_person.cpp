#include "core/io/ct_person.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/geometry/patient_levels.h"
#include "core/io/ct_subject.h"

namespace skiagraph::io {
namespace {

/// Neck and symphysis from the first source that knows them.
class Levels {
 public:
  Levels(const CtSubject& subject, const CtKnowledge& known) : subject_(subject), known_(known) {}

  [[nodiscard]] geometry::BodyLevels find() {
    return {find(known_.neck_level_mm, Marker::kNeck, &geometry::BodyLevels::neck),
            find(known_.symphysis_level_mm, Marker::kPubicSymphysis, &geometry::BodyLevels::symphysis)};
  }

 private:
  Vec3 find(std::optional<double> level, Marker marker, Vec3 geometry::BodyLevels::*of) {
    if (level) return {subject_.midline_mm, 0, *level};
    if (const auto& landmark = known_.landmarks[static_cast<std::size_t>(marker)]) return *landmark;
    if (known_.like) return (*known_.like).*of;
    return from_skin().*of;
  }

  const geometry::BodyLevels& from_skin() {
    if (!found_) try {
        found_ = geometry::find_patient_levels(subject_.skin);
      } catch (const InputError&) {
        refuse_unknown_levels();
      }
    return *found_;
  }

  const CtSubject& subject_;
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

}  // namespace

CtPerson make_ct_person(imaging::CtVolume ct, const CtKnowledge& known,
                        const geometry::CanonicalFrame& frame) {
  check_landmarks(known.landmarks, ct);
  CtSubject subject = ct_subject(std::move(ct));
  const geometry::BodyLevels levels = Levels(subject, known).find();
  check_levels(levels);
  const geometry::CanonicalPlacement placement(frame, levels.neck, levels.symphysis);
  geometry::SurfaceImage surface = surface_at_levels(subject.skin, placement);
  return {std::move(subject.skin), std::move(surface), subject.columns.project(placement), known.landmarks,
          std::move(subject.remarks)};
}

}  // namespace skiagraph::io
