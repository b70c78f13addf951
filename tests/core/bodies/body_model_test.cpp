#include "core/bodies/body_model.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>

#include "core/base/error.h"
#include "core/bodies/body_model_file.h"
#include "core/bodies/built_in_people.h"
#include "core/geometry/scan_alignment.h"
#include "tests/core/bodies/mesh_measures.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using Catch::Matchers::Contains;

namespace {

/// As shipped.
const BodyModel& shipped(Sex sex) {
  const auto read = [](Sex which) {
    return read_body_model(std::filesystem::path(SKIAGRAPH_SOURCE_DIR) / "models" /
                           body_model_file_name(which));
  };
  static const BodyModel female = read(Sex::kFemale), male = read(Sex::kMale);
  return sex == Sex::kFemale ? female : male;
}

SizeTargets targets(Sex sex, double stature_mm, double weight_kg) {
  SizeTargets result{sex, {}};
  result[BodySize::kStature] = stature_mm;
  result[BodySize::kWeight] = weight_kg;
  return result;
}

double height(const TriangleMesh& mesh) {
  double low = 1e9, high = -1e9;
  for (const Vec3 p : mesh.vertices) {
    low = std::min(low, p.z);
    high = std::max(high, p.z);
  }
  return high - low;
}

double weight(const BodyModel& model, const TriangleMesh& mesh) {
  const double litres = measure(mesh).volume_mm3 / 1e6, metres = height(mesh) / 1000;
  return litres * (model.density.constant + model.density.by_build * litres / (metres * metres));
}

}  // namespace

TEST_CASE("A body has the stature and the weight that it was asked for") {
  for (const Sex sex : {Sex::kFemale, Sex::kMale})
    for (const double taller : {-130.0, 0.0, 130.0})
      for (const double mass_index : {20.0, 24.0, 30.0, 35.0}) {
        const double stature = (sex == Sex::kFemale ? 1630 : 1760) + taller,
                     kg = mass_index * stature * stature / 1e6;
        CAPTURE(static_cast<int>(sex), stature, kg);
        const Body body = make_body(shipped(sex), targets(sex, stature, kg));
        CHECK(height(body.skin) == Approx(stature).margin(10));
        CHECK(weight(shipped(sex), body.skin) == Approx(kg).margin(2));
        CHECK(size_in(body.sizes, BodySize::kStature) == Approx(height(body.skin)).margin(0.1));
        CHECK(size_in(body.sizes, BodySize::kWeight) == Approx(weight(shipped(sex), body.skin)).margin(0.1));
      }
}

TEST_CASE("Bodies weigh about what water of their volume does") {
  for (const Sex sex : {Sex::kFemale, Sex::kMale}) {
    const Body body = make_body(shipped(sex), {sex, {}});
    const double litres = measure(body.skin).volume_mm3 / 1e6;
    CHECK(size_in(body.sizes, BodySize::kWeight) / litres == Approx(1.0).margin(0.05));
  }
}

TEST_CASE("Bodies are closed, face outwards and stand on z 0") {
  for (const BuiltInPerson& person : built_in_people()) {
    CAPTURE(person.name);
    const Body body = make_body(shipped(person.targets.sex), person.targets);
    const MeshMeasures measures = measure(body.skin);
    CHECK(measures.closed);
    // Every edge twice, and no more.
    CHECK(measures.euler ==
          static_cast<long>(body.skin.vertices.size()) - static_cast<long>(body.skin.triangles.size()) / 2);
    CHECK(measures.volume_mm3 > 40e6);
    double low = 1e9;
    for (const Vec3 p : body.skin.vertices) low = std::min(low, p.z);
    CHECK(low == Approx(0).margin(1e-9));
    CHECK(body.neck.z - body.symphysis.z == Approx(size_in(body.sizes, BodySize::kTorso)).margin(2));
  }
}

TEST_CASE("Each slider alone sets its own size") {
  for (const Sex sex : {Sex::kFemale, Sex::kMale})
    for (std::size_t n = 0; n < kBodySizeCount; ++n)
      for (const double share : {0.3, 0.5, 0.7}) {
        const SizeRange range = size_range(shipped(sex), static_cast<BodySize>(n));
        SizeTargets one{sex, {}};
        one.values[n] = range.least + share * (range.most - range.least);
        CAPTURE(body_size_table()[n].name, *one.values[n]);
        const Body body = make_body(shipped(sex), one);
        CHECK(body.sizes[n] == Approx(*one.values[n]).margin(4));
      }
}

TEST_CASE("All targets together are met") {
  SizeTargets all{Sex::kFemale, {}};
  const Body woman = make_body(shipped(Sex::kFemale), targets(Sex::kFemale, 1680, 72));
  for (std::size_t n = 0; n < kBodySizeCount; ++n) all.values[n] = woman.sizes[n];
  all[BodySize::kWaist] = *all[BodySize::kWaist] - 30;
  all[BodySize::kShoulder] = *all[BodySize::kShoulder] + 10;
  const Body changed = make_body(shipped(Sex::kFemale), all);
  for (std::size_t n = 0; n < kBodySizeCount; ++n) {
    CAPTURE(body_size_table()[n].name);
    CHECK(changed.sizes[n] == Approx(*all.values[n]).margin(4));
  }
}

TEST_CASE("What is not asked for follows from what is") {
  const Body slim = make_body(shipped(Sex::kMale), targets(Sex::kMale, 1760, 65)),
             stout = make_body(shipped(Sex::kMale), targets(Sex::kMale, 1760, 105));
  CHECK(size_in(stout.sizes, BodySize::kWaist) > size_in(slim.sizes, BodySize::kWaist) + 150);
  CHECK(size_in(stout.sizes, BodySize::kHip) > size_in(slim.sizes, BodySize::kHip) + 80);
}

TEST_CASE("The same targets give the same body") {
  const auto& person = built_in_people().back();
  const Body once = make_body(shipped(person.targets.sex), person.targets),
             again = make_body(shipped(person.targets.sex), person.targets);
  CHECK((once.skin.vertices == again.skin.vertices));
}

TEST_CASE("Built-in people are aligned like scans, where their own neck and symphysis are") {
  for (const BuiltInPerson& person : built_in_people()) {
    CAPTURE(person.name);
    const Body body = make_body(shipped(person.targets.sex), person.targets);
    const AlignedScan scan = align_scan(body.skin);
    CHECK(scan.unit_mm == 1);
    CHECK_FALSE(scan.lying);
    CHECK(scan.to_patient.m[0][0] == Approx(1).margin(0.02));  // left stays left, front stays front
    CHECK(scan.to_patient.m[1][1] == Approx(1).margin(0.02));
    const double torso = scan.neck.z - scan.symphysis.z;
    CHECK(torso == Approx(size_in(body.sizes, BodySize::kTorso)).epsilon(0.12));
  }
}

TEST_CASE("Sizes out of range and sizes that contradict each other are refused in one sentence") {
  const auto refused = [](SizeTargets constraints, const std::string& why) {
    CHECK_THROWS_AS(make_body(shipped(constraints.sex), constraints), InputError);
    CHECK_THROWS_WITH(make_body(shipped(constraints.sex), constraints), Contains(why) && !Contains("\n"));
  };
  refused(targets(Sex::kFemale, 2300, 62), "stature of 230 cm is out of range");
  refused(targets(Sex::kMale, 1760, 20), "weight of 20 kg is out of range");
  refused(targets(Sex::kMale, NAN, 80), "stature");
  SizeTargets impossible = targets(Sex::kFemale, 1800, 48);
  impossible[BodySize::kHip] = 1200;
  refused(impossible, "no body with all of these sizes together");
}
