#include "core/anatomy/patient/virtual_patient.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/error.h"
#include "core/imaging/xray_image.h"
#include "core/population/anthropometry.h"
#include "tests/core/anatomy/patients.h"
#include "tests/core/anatomy/phantom_base.h"
#include "tests/core/anatomy/synthetic_anatomy.h"

using namespace skiagraph;
using namespace skiagraph::imaging;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::population;

namespace {

const CanonicalFrame kSmallFrame{128, 96, 30, 102, 48};

HabitusParameters habitus(std::uint64_t person) {
  RandomStream random(8, person);
  return draw_habitus(phantom_base(), random);
}
Interior interior(std::uint64_t draw) {
  RandomStream random(9, draw);
  return {phantom_base(), random_interior(phantom_base(), random)};
}
VirtualPatient undeformed() {
  return {synthetic_base(), {}, Interior(synthetic_base(), {})};
}

SurfaceImage surface_of(const VirtualPatient& patient) {
  return rasterise_surface(patient.skin(), placement_of(patient, kSmallFrame));
}
/// Of tissue as in the base.
torch::Tensor xray_of(const VirtualPatient& patient) {
  return xray_tensor(patient.xray(surface_of(patient), patient.skin(), patient.attenuation({})));
}

/// 1 where a 3 x 3 neighbourhood of `mask` has a 1.
torch::Tensor widened(const torch::Tensor& mask) {
  return torch::max_pool2d(mask.to(torch::kFloat32).reshape({1, 1, mask.size(0), mask.size(1)}), 3, 1,
                           1)[0][0];
}

}  // namespace

TEST_CASE("a patient without deformation is the base") {
  const BaseAnatomy& base = synthetic_base();
  const VirtualPatient patient = undeformed();
  const LandmarkPositions landmarks = patient.landmarks();
  for (const MarkerInfo& marker : marker_table())
    CHECK(norm(landmarks[static_cast<std::size_t>(marker.marker)] - base.landmark(marker.marker)) < 0.1);
  const CanonicalPlacement placement = placement_of(patient, kSmallFrame);
  CHECK(placement.torso_mm() == Approx(base.neck_z - base.symphysis_z).margin(0.1));
  const auto skin = patient.skin();
  for (int part = 0; part < kBodyPartCount; ++part) {
    const bool same_topology = skin[part].triangles == base.parts[part].skin.triangles;
    REQUIRE(same_topology);
    for (std::size_t n = 0; n < skin[part].vertices.size(); n += 101)
      CHECK(norm(skin[part].vertices[n] - base.parts[part].skin.vertices[n]) < 0.05);
  }
}

TEST_CASE("the X-ray holds all the attenuation of the labels") {
  const VirtualPatient patient = undeformed();
  const CanonicalPlacement placement = placement_of(patient, kSmallFrame);
  const auto xray = xray_of(patient);
  const int low_row = 40, high_row = 95;  // between neck and symphysis; these rows are inside
  const double found = xray.slice(0, low_row, high_row).sum().item<double>() * kXrayFullScale *
                       placement.mm_per_px() * placement.mm_per_px();
  const double top = placement.to_patient({low_row - 0.5, 0}, 0).z,
               bottom = placement.to_patient({high_row - 0.5, 0}, 0).z;
  const LabelVolume labels = synthetic_labels();
  const OrganTable organs = synthetic_organs();
  double expected = 0;
  for (int k = 0; k < labels.nz; ++k) {
    const double z = labels.position(0, 0, k).z, half = labels.spacing_mm.z / 2;
    const double height = std::max(0.0, std::min(top, z + half) - std::max(bottom, z - half));
    if (height == 0) continue;
    for (int j = 0; j < labels.ny; ++j)
      for (int i = 0; i < labels.nx; ++i)
        expected += height * organs[labels.at(i, j, k)].attenuation_per_mm();
  }
  expected *= labels.spacing_mm.x * labels.spacing_mm.y;
  CHECK(found == Approx(expected).epsilon(0.03));
}

TEST_CASE("the surface image does not know the interior") {
  for (std::uint64_t person = 0; person < 2; ++person) {
    const VirtualPatient one(phantom_base(), habitus(person), interior(2 * person));
    const VirtualPatient other(phantom_base(), habitus(person), interior(2 * person + 1));
    CHECK(torch::equal(surface_tensor(surface_of(one)), surface_tensor(surface_of(other))));
    CHECK(placement_of(one, kSmallFrame).torso_mm() == placement_of(other, kSmallFrame).torso_mm());
    CHECK((xray_of(one) - xray_of(other)).abs().max().item<double>() > 0.005);
    CHECK(norm(one.landmarks()[static_cast<std::size_t>(Marker::kLiverTop)] -
               other.landmarks()[static_cast<std::size_t>(Marker::kLiverTop)]) > 0.5);
  }
}

TEST_CASE("X-rays lie in [0, 1], nothing outside the skin, something inside") {
  for (std::uint64_t person = 10; person < 16; ++person) {
    INFO("person " << person);
    const VirtualPatient patient(phantom_base(), habitus(person), interior(person));
    const auto xray = xray_of(patient), surface = surface_tensor(surface_of(patient));
    const auto thickness = surface[0][1];
    CHECK(xray.min().item<double>() >= 0);
    CHECK(xray.max().item<double>() <= 1);
    // The attenuation is blurred by about a voxel, so a trace crosses the outline by a pixel.
    const auto outside = 1 - widened(widened(thickness > 0));
    CHECK((xray * outside).max().item<double>() < 2e-3);
    const auto inside = 1 - widened(widened(thickness <= 0.02));
    CHECK((xray + 1 - inside).min().item<double>() > 0.01);
    // Soft tissue of 0.02 per mm along the thickness explains most of the picture.
    const double torso = placement_of(patient, kSmallFrame).torso_mm();
    const auto ratio = (xray * kXrayFullScale / (thickness * torso + 1e-6)).masked_select(inside > 0);
    CHECK(ratio.mean().item<double>() == Approx(0.0195).margin(0.003));
  }
}

TEST_CASE("landmarks of drawn patients lie inside their skin and in order") {
  for (std::uint64_t person = 20; person < 28; ++person) {
    INFO("person " << person);
    const VirtualPatient patient(phantom_base(), habitus(person), interior(person));
    const LandmarkPositions l = patient.landmarks();
    const auto at = [&](Marker marker) { return l[static_cast<std::size_t>(marker)]; };
    CHECK(at(Marker::kLiverTop).z > at(Marker::kLiverBottom).z + 60);
    CHECK(at(Marker::kLungTopLeft).z > at(Marker::kLungBottomLeft).z + 100);
    CHECK(at(Marker::kNeck).z > at(Marker::kCarina).z);
    CHECK(at(Marker::kKidneyCentreLeft).x > at(Marker::kKidneyCentreRight).x + 60);
    CHECK(at(Marker::kShoulderLeft).x > at(Marker::kShoulderRight).x + 220);
    const auto placement = placement_of(patient, kSmallFrame);
    const SurfaceImage surface = rasterise_surface(patient.skin(), placement);
    for (const Vec3 p : l) {
      const Pixel pixel = placement.to_pixel(p);
      CHECK(surface.inside(static_cast<int>(std::lround(pixel.row)),
                           static_cast<int>(std::lround(pixel.column))));
    }
    // About 30 mm at most: what their heights were drawn with.
    CHECK(placement.to_pixel(at(Marker::kNeck)).row == Approx(30).margin(4));
    CHECK(placement.to_pixel(at(Marker::kPubicSymphysis)).row == Approx(102).margin(4));
  }
}

TEST_CASE("the frame of a virtual patient is found on its skin, as that of a scan is") {
  const VirtualPatient patient(phantom_base(), habitus(3), interior(3));
  const CanonicalPlacement found = found_placement(patient.skin(), kSmallFrame);
  const CanonicalPlacement true_one{kSmallFrame, patient.landmark(Marker::kNeck),
                                    patient.landmark(Marker::kPubicSymphysis)};
  CHECK(found.torso_mm() == Approx(true_one.torso_mm()).margin(70));
  CHECK_THROWS_AS(found_placement(undeformed().skin(), kSmallFrame), InputError);  // no head
}

TEST_CASE("the humeral head in a raised arm moves with its landmark") {
  LandmarkShifts up{};
  up[static_cast<std::size_t>(Marker::kShoulderLeft)] = 12;
  RandomStream random(4, 0);
  HabitusParameters raised;
  raised.abduction = {0.5, 0.5};
  const BaseAnatomy& base = phantom_base();
  const VirtualPatient lifted(base, raised, Interior(base, draw_interior(base, up, random)));
  const VirtualPatient same(base, raised, Interior(base, {}));
  const Vec3 from = same.landmark(Marker::kShoulderLeft), to = lifted.landmark(Marker::kShoulderLeft);
  CHECK(to.z - from.z == Approx(12).margin(4));
}
