#pragma once

#include <torch/types.h>

#include <array>

#include "core/anatomy/base/base_anatomy.h"
#include "core/anatomy/patient/habitus.h"
#include "core/anatomy/patient/interior.h"
#include "core/anatomy/patient/tissue_variation.h"
#include "core/geometry/surface_image.h"
#include "core/imaging/xray_image.h"

namespace skiagraph::anatomy {

/// Landmarks of one person in the patient frame, mm, in the order of marker_table().
using LandmarkPositions = std::array<Vec3, kLandmarkCount>;
using PatientSkin = std::array<geometry::TriangleMesh, kBodyPartCount>;
/// 1/mm on the grids of the base's parts.
using PatientAttenuation = std::array<std::vector<float>, kBodyPartCount>;

/// The skin that a habitus gives to a base.
PatientSkin patient_skin(const BaseAnatomy& base, const Habitus& habitus);

/// A person made from a base anatomy: the skin follows from the habitus, the interior from both.
class VirtualPatient {
 public:
  VirtualPatient(const BaseAnatomy& base, Habitus habitus, Interior interior)
      : base_(base), habitus_(std::move(habitus)), interior_(std::move(interior)) {}
  VirtualPatient(const BaseAnatomy& base, const HabitusParameters& habitus, Interior interior)
      : VirtualPatient(base, Habitus(base, habitus), std::move(interior)) {}

  [[nodiscard]] LandmarkPositions landmarks() const;
  /// Torso and arms, patient frame, mm.
  [[nodiscard]] PatientSkin skin() const { return patient_skin(base_, habitus_); }
  [[nodiscard]] PatientAttenuation attenuation(const TissueVariation& tissue) const;
  [[nodiscard]] imaging::XrayImage xray(const geometry::SurfaceImage& surface, const PatientSkin& skin,
                                        const PatientAttenuation& attenuation) const;

  [[nodiscard]] const BaseAnatomy& base() const { return base_; }
  /// A place of the base's torso -> the same place in the person.
  [[nodiscard]] Vec3 from_base(Vec3 p, bool with_interior = true) const {
    return habitus_.from_base(with_interior ? interior_.from_base(p) : p, kTorso);
  }
  [[nodiscard]] Vec3 to_base(Vec3 p) const { return interior_.to_base(habitus_.to_base(p, kTorso)); }
  [[nodiscard]] Vec3 landmark(Marker marker, bool with_interior = true) const;

 private:
  const BaseAnatomy& base_;
  Habitus habitus_;
  Interior interior_;
};

/// The frame of a skin, by the levels that are found on it as on any scan: every interior under one skin has
/// the same frame. Throws InputError when no levels are found.
geometry::CanonicalPlacement found_placement(const PatientSkin& skin, const geometry::CanonicalFrame& frame);

/// 1 x 2 x H x W as the networks take it, from the surface image.
torch::Tensor surface_tensor(const geometry::SurfaceImage& surface);
/// H x W.
torch::Tensor xray_tensor(const imaging::XrayImage& xray);

}  // namespace skiagraph::anatomy
