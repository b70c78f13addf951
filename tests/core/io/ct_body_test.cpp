#include "core/io/ct_body.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <numbers>

#include "core/anatomy/base/volume_skin.h"
#include "core/base/error.h"
#include "core/io/ct_volume_file.h"
#include "tests/core/bodies/mesh_measures.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::imaging;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

constexpr float kAir = -1000, kTissue = 40, kLung = -850;

/// 400 x 320 x 120 mm on voxels of 2 x 2 x 4 mm, the middle at the origin.
CtVolume scanned(const std::function<float(Vec3)>& hounsfield) {
  CtVolume ct{200, 160, 30, {2, 2, 4}, {-199, -159, -58}, {}, {}};
  for (int k = 0; k < ct.nz; ++k)
    for (int j = 0; j < ct.ny; ++j)
      for (int i = 0; i < ct.nx; ++i)
        ct.hounsfield.push_back(
            hounsfield({ct.origin_mm.x + 2 * i, ct.origin_mm.y + 2 * j, ct.origin_mm.z + 4 * k}));
  return ct;
}

double ellipse(Vec3 p, double x, double y, double a, double b) {
  return std::hypot((p.x - x) / a, (p.y - y) / b);
}

/// A chest with two lungs and a windpipe, on a couch plate that it touches, under a blanket that lies on it.
float lying_chest(Vec3 p) {
  if (ellipse(p, 0, 0, 160, 100) < 1)
    return ellipse(p, 75, 0, 55, 70) < 1 || ellipse(p, -75, 0, 55, 70) < 1 || ellipse(p, 0, -20, 9, 9) < 1
               ? kLung
               : kTissue;
  if (p.y > 99 && p.y < 105) return 100;                              // the plate
  if (std::abs(ellipse(p, 0, 0, 163, 103) - 1) < 0.012) return -250;  // the blanket, 2 to 4 mm
  return kAir;
}

bool labelled(const LabelVolume& body, Vec3 p) {
  return body.at(static_cast<int>(std::lround((p.x - body.origin_mm.x) / body.spacing_mm.x)),
                 static_cast<int>(std::lround((p.y - body.origin_mm.y) / body.spacing_mm.y)),
                 static_cast<int>(std::lround((p.z - body.origin_mm.z) / body.spacing_mm.z))) == 1;
}

}  // namespace

TEST_CASE("The body keeps the air inside it and loses couch and blanket") {
  const LabelVolume body = ct_body(scanned(lying_chest)).volume;
  for (const Vec3 inside :
       {Vec3{0, 60, 0}, {75, 0, 0}, {-75, 30, -50}, {0, -20, 20}, {150, 0, 0}, {0, -94, 0}})
    CHECK(labelled(body, inside));
  for (const Vec3 outside : {Vec3{0, 130, 0}, {150, 102, 0}, {-120, 102, 30}, {-190, -150, 0}})
    CHECK_FALSE(labelled(body, outside));
  const auto voxels = std::ranges::count(body.labels, 1);
  const double volume =
      static_cast<double>(voxels) * body.spacing_mm.x * body.spacing_mm.y * body.spacing_mm.z;
  // What touches the body within a voxel or two cannot be told from skin.
  CHECK(volume == Approx(std::numbers::pi * 160 * 100 * 120).epsilon(0.06));
}

TEST_CASE("A CT of things that are thinner than bodies is refused") {
  CHECK_THROWS_AS(ct_body(scanned([](Vec3 p) { return p.y > 100 && p.y < 104 ? 100.0F : kAir; })),
                  InputError);
  CHECK_THROWS_AS(ct_body(scanned([](Vec3) { return kAir; })), InputError);
}

TEST_CASE("A chest that is upside down or back to front is refused, one that looks mirrored told") {
  const auto folder = shared_file("ct/chest_dicom");
  if (folder.empty()) return;
  const CtVolume chest = read_ct_volume(folder);
  const auto mirrored = [](const CtBody& body) {
    return std::ranges::any_of(body.remarks,
                               [](const Remark& remark) { return remark.code == "ct.mirrored"; });
  };
  CHECK_FALSE(mirrored(ct_body(chest)));
  const auto turned = [&](bool y, bool z, bool x = false) {
    CtVolume ct = chest;
    for (int k = 0; k < ct.nz; ++k)
      for (int j = 0; j < ct.ny; ++j)
        for (int i = 0; i < ct.nx; ++i)
          ct.hounsfield[ct.index(i, j, k)] =
              chest.at(x ? ct.nx - 1 - i : i, y ? ct.ny - 1 - j : j, z ? ct.nz - 1 - k : k);
    return ct;
  };
  CHECK_THROWS_WITH(ct_body(turned(true, false)), Contains("front and back"));
  CHECK_THROWS_WITH(ct_body(turned(false, true)), Contains("upside down"));
  CHECK_THROWS_WITH(ct_body(turned(true, true)), Contains("upside down"));
  CHECK(mirrored(ct_body(turned(false, false, true))));  // told, not refused
}

TEST_CASE("The body of a CT with a wrong spacing is refused") {
  CtVolume small = scanned(lying_chest), large = small;
  small.spacing_mm = {0.5, 0.5, 1}, large.spacing_mm = {20, 20, 40};
  CHECK_THROWS_WITH(ct_body(small), Contains("spacing"));
  CHECK_THROWS_WITH(ct_body(large), Contains("spacing"));
}

TEST_CASE("Legs and arms stay, other things do not") {
  const auto limb = [](Vec3 p, double x) {
    const double r = ellipse(p, x, 0, 45, 45);
    return r < 0.35 ? 700.0F : r < 1 ? kTissue : kAir;
  };
  const LabelVolume body = ct_body(scanned([&](Vec3 p) {
                             if (ellipse(p, 0, 100, 30, 30) < 1) return 5.0F;  // a bottle of water
                             return std::max(limb(p, -100), limb(p, 100));
                           })).volume;
  CHECK(labelled(body, {-100, 0, 0}));
  CHECK(labelled(body, {100, 30, 0}));
  CHECK_FALSE(labelled(body, {0, 100, 0}));
}

TEST_CASE("The real chest has one closed skin without the couch") {
  const auto folder = shared_file("ct/chest_dicom");
  if (folder.empty()) return;
  const LabelVolume body = ct_body(read_ct_volume(folder)).volume;
  const TriangleMesh skin = volume_skin(body);
  CHECK(measure(skin).closed);
  const auto [front, back] = std::ranges::minmax(skin.vertices, {}, &Vec3::y);
  const auto [right, left] = std::ranges::minmax(skin.vertices, {}, &Vec3::x);
  // With the couch it would be 50 mm deeper and reach the picture's edge.
  CHECK(back.y - front.y == Approx(288).margin(8));
  CHECK(left.x - right.x == Approx(427).margin(8));
}
