#include "core/anatomy/patient/virtual_patient.h"

#include <torch/types.h>

#include <cstdint>

#include "core/anatomy/patient/xray_renderer.h"
#include "core/geometry/patient_levels.h"

namespace skiagraph::anatomy {

Vec3 VirtualPatient::landmark(Marker marker, bool with_interior) const {
  const LandmarkRule& rule = base_.landmarks[static_cast<std::size_t>(marker)];
  std::vector<Vec3> moved;
  moved.reserve(rule.points.size());
  for (const Vec3 p : rule.points) moved.push_back(from_base(p, with_interior));
  return rule.apply(moved);
}

LandmarkPositions VirtualPatient::landmarks() const {
  LandmarkPositions positions;
  // The humeral head is nearly a ball: turning the arm leaves its top where the torso carries it.
  for (const MarkerInfo& marker : marker_table())
    positions[static_cast<std::size_t>(marker.marker)] = landmark(marker.marker);
  return positions;
}

geometry::CanonicalPlacement found_placement(const PatientSkin& skin, const geometry::CanonicalFrame& frame) {
  geometry::TriangleMesh whole;
  for (const geometry::TriangleMesh& part : skin) {
    const auto first = static_cast<std::uint32_t>(whole.vertices.size());
    whole.vertices.insert(whole.vertices.end(), part.vertices.begin(), part.vertices.end());
    for (const auto& t : part.triangles)
      whole.triangles.push_back({t[0] + first, t[1] + first, t[2] + first});
  }
  const geometry::BodyLevels levels = geometry::find_patient_levels(whole);
  return {frame, levels.neck, levels.symphysis};
}

PatientSkin patient_skin(const BaseAnatomy& base, const Habitus& habitus) {
  PatientSkin skins;
  for (int part = 0; part < kBodyPartCount; ++part) {
    const geometry::TriangleMesh& base_skin = base.parts[part].skin;
    skins[part].triangles = base_skin.triangles;
    skins[part].vertices.reserve(base_skin.vertices.size());
    for (const Vec3 v : base_skin.vertices)
      skins[part].vertices.push_back(habitus.from_base(v, static_cast<BodyPartId>(part)));
  }
  return skins;
}

PatientAttenuation VirtualPatient::attenuation(const TissueVariation& tissue) const {
  PatientAttenuation attenuation;
  for (int part = 0; part < kBodyPartCount; ++part)
    attenuation[part] = varied_attenuation(base_, static_cast<BodyPartId>(part), tissue);
  return attenuation;
}

imaging::XrayImage VirtualPatient::xray(const geometry::SurfaceImage& surface, const PatientSkin& skin,
                                        const PatientAttenuation& attenuation) const {
  std::array<RenderedPart, kBodyPartCount> parts;
  for (int n = 0; n < kBodyPartCount; ++n) {
    const auto part = static_cast<BodyPartId>(n);
    parts[n] = {&base_.parts[n].attenuation.grid, &attenuation[n], &skin[n],
                [this, part](Vec3 p) { return interior_.to_base(habitus_.to_base(p, part)); }};
  }
  return render_xray(surface, parts);
}

torch::Tensor surface_tensor(const geometry::SurfaceImage& surface) {
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  const auto channel = [&](const std::vector<float>& values) {
    return torch::tensor(at::ArrayRef<float>(values)).reshape({1, 1, frame.rows, frame.columns});
  };
  return torch::cat({channel(surface.depth), channel(surface.thickness)}, 1);
}

torch::Tensor xray_tensor(const imaging::XrayImage& xray) {
  return torch::tensor(at::ArrayRef<float>(xray.pixels)).reshape({xray.frame.rows, xray.frame.columns});
}

}  // namespace skiagraph::anatomy
