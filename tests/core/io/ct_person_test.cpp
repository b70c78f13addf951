#include "core/io/ct_person.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/error.h"
#include "core/imaging/ct_attenuation.h"
#include "core/io/ct_volume_file.h"
#include "tests/core/bodies/mesh_measures.h"
#include "tests/core/imaging/synthetic_ct.h"
#include "tests/core/io/files.h"
#include "tests/core/io/nifti.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::imaging;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

constexpr CanonicalFrame kFrame;

/// A trunk of water, 300 x 200 mm, leaning to the back; the CT shows 300 mm of its height. Its middle is 20
/// mm to the patient's left.
constexpr double kHalfBreadth = 150, kHalfDepth = 100, kTilt = 0.1, kShift = 20;

bool in_trunk(Vec3 p) {
  return std::hypot((p.x - kShift) / kHalfBreadth,
                    (p.y * std::cos(kTilt) - p.z * std::sin(kTilt)) / kHalfDepth) < 1;
}

double depth(double x) {
  const double across = (x - kShift) / kHalfBreadth;
  return 2 * kHalfDepth * std::sqrt(std::max(0.0, 1 - across * across)) / std::cos(kTilt);
}

CtVolume trunk_on_couch() {
  CtVolume ct = water_ct({180, 110, 75}, {2.1, 2.9, 4}, in_trunk);
  // A couch, 3 mm below the lowest point of the back.
  for (int k = 0; k < ct.nz; ++k)
    for (int i = 0; i < ct.nx; ++i)
      for (int j = ct.ny - 10; j < ct.ny - 8; ++j) ct.hounsfield[ct.index(i, j, k)] = 150;
  return ct;
}

const CtVolume& trunk() {
  static const CtVolume kTrunk = trunk_on_couch();
  return kTrunk;
}

CtKnowledge levels(double neck, double symphysis) {
  CtKnowledge known;
  known.neck_level_mm = neck;
  known.symphysis_level_mm = symphysis;
  return known;
}

std::string message_of(const CtVolume& ct, const CtKnowledge& known) {
  try {
    make_ct_person(ct, known, kFrame);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

std::optional<Vec3>& landmark(CtKnowledge& known, Marker marker) {
  return known.landmarks[static_cast<std::size_t>(marker)];
}

/// The chord of the trunk in every pixel that the CT covers, within 1 % away from the outline.
void check_trunk(const CtPerson& person) {
  const CanonicalPlacement& placement = person.surface.placement;
  int checked = 0;
  for (int row = 0; row < kFrame.rows; ++row)
    for (int column = 0; column < kFrame.columns; ++column) {
      const std::size_t n = static_cast<std::size_t>(row) * kFrame.columns + column;
      const Vec3 p = placement.to_patient({static_cast<double>(row), static_cast<double>(column)}, 0);
      CAPTURE(row, column);
      REQUIRE(person.xray.covered[n] == (std::abs(p.z) < 150 - 0.5 * placement.mm_per_px() ? 1 : 0));
      if (person.xray.covered[n] == 0) continue;
      const double across = std::abs(p.x - kShift);
      if (across > kHalfBreadth + 8) REQUIRE(person.xray.image.pixels[n] == 0);
      if (across > 0.8 * kHalfBreadth) continue;
      REQUIRE(person.xray.image.pixels[n] ==
              Approx(depth(p.x) * ct_attenuation_per_mm(0) / kXrayFullScale).epsilon(0.01));
      REQUIRE(person.surface.thickness[n] * placement.torso_mm() == Approx(depth(p.x)).epsilon(0.03));
      ++checked;
    }
  CHECK(checked > 2000);
}

}  // namespace

TEST_CASE("A part of a body is placed by its levels and its midline") {
  const CtPerson person = make_ct_person(trunk(), levels(250, -250), kFrame);
  const Pixel neck = person.surface.placement.to_pixel({kShift, 0, 250});
  CHECK(neck.row == Approx(kFrame.neck_row));
  CHECK(neck.column == Approx(kFrame.centre_column).margin(0.3));
  CHECK(person.surface.placement.torso_mm() == Approx(500));
  CHECK(measure(person.skin).closed);
  check_trunk(person);
}

TEST_CASE("Landmarks and another scan of the person give the levels that are not given by hand") {
  CtKnowledge known;
  landmark(known, Marker::kNeck) = Vec3{5, 0, 260};
  landmark(known, Marker::kCarina) = Vec3{5, 0, 100};
  known.like = BodyLevels{{0, 0, 300}, {7, 0, -240}};
  const CtPerson person = make_ct_person(trunk(), known, kFrame);
  CHECK(person.surface.placement.to_pixel({5, 0, 260}).row == Approx(kFrame.neck_row));
  CHECK(person.surface.placement.to_pixel({7, 0, -240}).row == Approx(kFrame.symphysis_row));
  CHECK(person.landmarks == known.landmarks);
  known.neck_level_mm = 240;
  CHECK(make_ct_person(trunk(), known, kFrame).surface.placement.to_pixel({kShift, 0, 240}).row ==
        Approx(kFrame.neck_row).margin(0.1));
}

TEST_CASE("A CT that cannot be placed is refused in one sentence") {
  CHECK_THAT(message_of(trunk(), {}),
             Contains("levels") && Contains("landmarks") && Contains("another scan") && !Contains("--"));
  CtKnowledge neck_alone;
  neck_alone.neck_level_mm = 250;
  CHECK_THAT(message_of(trunk(), neck_alone), Contains("pubic symphysis"));
  CHECK_THAT(message_of(trunk(), levels(100, 50)), Contains("100 mm"));
  CHECK_THAT(message_of(trunk(), levels(-250, 250)), Contains("swapped"));
  CHECK_THAT(message_of(trunk(), levels(900, -250)), Contains("further apart"));
  CHECK_THAT(message_of(trunk(), levels(9000, 8500)), Contains("outside of the picture"));
  CtKnowledge elsewhere = levels(250, -250);
  landmark(elsewhere, Marker::kCarina) = Vec3{0, 0, 1100};
  CHECK_THAT(message_of(trunk(), elsewhere), Contains("All landmarks"));
}

TEST_CASE("A CT projects to the same integrals however its file is turned") {
  const CtVolume& ct = trunk();
  const auto f = [](double v) { return static_cast<float>(v); };
  const Vec3 s = ct.spacing_mm, o = ct.origin_mm;
  const float x = f(-s.x), y = f(-s.y), z = f(s.z);
  const double far_x = o.x + (ct.nx - 1) * s.x, far_z = o.z + (ct.nz - 1) * s.z;
  struct Turn {
    std::array<int, 3> axes;  // the patient's axis along each axis of the file
    std::array<bool, 3> reversed;
    NiftiMatrix matrix;
  };
  const std::vector<Turn> turns{
      {{2, 0, 1}, {false, false, false}, {{{0, x, 0, f(-o.x)}, {0, 0, y, f(-o.y)}, {z, 0, 0, f(o.z)}}}},
      {{1, 2, 0}, {false, true, true}, {{{0, 0, -x, f(-far_x)}, {y, 0, 0, f(-o.y)}, {0, -z, 0, f(far_z)}}}}};
  const TemporaryFolder folder;
  for (const Turn& turn : turns) {
    const std::array<int, 3> size{ct.nx, ct.ny, ct.nz};
    std::array<std::int16_t, 3> file_size{};
    for (std::size_t n = 0; n < 3; ++n) file_size[n] = static_cast<std::int16_t>(size[turn.axes[n]]);
    std::vector<float> voxels;
    for (int c = 0; c < file_size[2]; ++c)
      for (int b = 0; b < file_size[1]; ++b)
        for (int a = 0; a < file_size[0]; ++a) {
          std::array<int, 3> at{};
          const std::array<int, 3> in_file{a, b, c};
          for (std::size_t n = 0; n < 3; ++n)
            at[turn.axes[n]] = turn.reversed[n] ? file_size[n] - 1 - in_file[n] : in_file[n];
          voxels.push_back(ct.at(at[0], at[1], at[2]));
        }
    write_nifti_ct(folder / "ct.nii", file_size, turn.matrix, voxels);
    check_trunk(make_ct_person(read_ct_volume(folder / "ct.nii"), levels(250, -250), kFrame));
  }
}

TEST_CASE("The real chest makes the same person from DICOM and from NIfTI, to float precision") {
  const auto folder = shared_file("ct/chest_dicom");
  if (folder.empty()) return;
  const CtVolume dicom = read_ct_volume(folder);
  const auto f = [](double v) { return static_cast<float>(v); };
  const Vec3 s = dicom.spacing_mm, o = dicom.origin_mm;
  const TemporaryFolder copy;
  write_nifti_ct(copy / "chest.nii",
                 {static_cast<std::int16_t>(dicom.nx), static_cast<std::int16_t>(dicom.ny),
                  static_cast<std::int16_t>(dicom.nz)},
                 {{{f(-s.x), 0, 0, f(-o.x)}, {0, f(-s.y), 0, f(-o.y)}, {0, 0, f(s.z), f(o.z)}}},
                 dicom.hounsfield);
  // Estimated: the CT reaches from the shoulders to the loins.
  const CtPerson one = make_ct_person(dicom, levels(10, -530), kFrame);
  const CtPerson other = make_ct_person(read_ct_volume(copy / "chest.nii"), levels(10, -530), kFrame);
  CHECK(measure(one.skin).closed);
  CHECK(one.xray.covered == other.xray.covered);
  const auto farthest = [](const std::vector<float>& a, const std::vector<float>& b) {
    REQUIRE(a.size() == b.size());
    double most = 0;
    for (std::size_t n = 0; n < a.size(); ++n) most = std::max(most, std::abs(double{a[n]} - b[n]));
    return most;
  };
  // NIfTI holds spacing and origin in single precision.
  constexpr double kFloat = 1e-6;
  CHECK(*std::ranges::max_element(one.xray.image.pixels) > 0.3);
  CHECK(farthest(one.xray.image.pixels, other.xray.image.pixels) < kFloat);
  CHECK(farthest(one.surface.thickness, other.surface.thickness) < kFloat);
  CHECK(farthest(one.surface.depth, other.surface.depth) < kFloat);
}
