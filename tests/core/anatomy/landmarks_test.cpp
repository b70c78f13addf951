#include "core/anatomy/base/landmarks.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "tests/core/anatomy/synthetic_anatomy.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using Catch::Matchers::Contains;

TEST_CASE("landmarks lie where the shapes put them") {
  const LandmarkRules rules = landmark_rules(synthetic_labels(), synthetic_organs());
  const auto check = [&](Marker marker, Vec3 expected) {
    INFO(info(marker).name);
    const LandmarkRule& rule = rules[static_cast<std::size_t>(marker)];
    CHECK(rule.marker == marker);
    CHECK(rule.points.size() <= 4000);
    const Vec3 found = landmark_position(rule);
    // Half a voxel, and a thin end may fall between two slices of 8 mm.
    CHECK(found.x == Approx(expected.x).margin(4));
    CHECK(found.y == Approx(expected.y).margin(4));
    CHECK(found.z == Approx(expected.z).margin(8.5));
  };
  check(Marker::kNeck, {0, 47, 560});
  check(Marker::kLungTopRight, {-72, 0, 540});
  check(Marker::kLungTopLeft, {72, 0, 535});
  check(Marker::kSternalNotch, {0, -74, 500});
  check(Marker::kSternumTip, {0, -74, 320});
  check(Marker::kCarina, {0, 0, 444});
  check(Marker::kLiverTop, {-55, 0, 350});
  check(Marker::kLiverBottom, {-55, 0, 190});
  check(Marker::kKidneyCentreRight, {-62, 45, 195});
  check(Marker::kKidneyCentreLeft, {62, 45, 210});
  check(Marker::kIliacCrestRight, {-92, 15, 190});
  check(Marker::kIliacCrestLeft, {92, 15, 190});
  check(Marker::kPubicSymphysis, {0, -60, 4});
  check(Marker::kFemoralHeadRight, {-88, 0, 0});
  check(Marker::kFemoralHeadLeft, {88, 0, 0});
  check(Marker::kShoulderRight, {-180, 0, 532});
  check(Marker::kShoulderLeft, {180, 0, 532});
  check(Marker::kLungBottomLeft, {72, 0, 305});
}

TEST_CASE("a missing organ is named") {
  const LabelVolume labels = synthetic_labels();
  for (const std::string organ :
       {"Thoracic spine", "Cervical spine", "Lung, right", "Lung, left", "Sternum", "Trachea", "Liver",
        "Pelvis", "Femora, upper half", "Humeri, upper half", "Kidney, right", "Kidney, left"}) {
    OrganTable organs = synthetic_organs();
    for (Organ& entry : organs)
      if (entry.name.starts_with(organ)) entry.name = "Something else";
    CHECK_THROWS_WITH(landmark_rules(labels, organs), Contains("\"" + organ + "\""));
    CHECK_THROWS_AS(landmark_rules(labels, organs), InputError);
  }
}

TEST_CASE("an organ on one side only is refused") {
  LabelVolume labels = synthetic_labels();
  const OrganTable organs = synthetic_organs();
  for (int k = 0; k < labels.nz; ++k)
    for (int j = 0; j < labels.ny; ++j)
      for (int i = labels.nx / 2; i < labels.nx; ++i) {
        auto& label = labels.labels[labels.index(i, j, k)];
        if (organs[label].name.starts_with("Humeri")) label = 0;
      }
  CHECK_THROWS_AS(landmark_rules(labels, organs), InputError);
}

TEST_CASE("rules follow the deformed points") {
  LandmarkRule rule;
  rule.points = {{0, 0, 0}, {10, 0, 1}, {20, 0, 50}, {40, 0, 52}};
  rule.reduce = LandmarkRule::Reduce::kMean;
  CHECK(landmark_position(rule) == Vec3{17.5, 0, 25.75});
  rule.reduce = LandmarkRule::Reduce::kHighest;
  CHECK(landmark_position(rule) == Vec3{30, 0, 51});
  rule.reduce = LandmarkRule::Reduce::kLowest;
  CHECK(landmark_position(rule) == Vec3{5, 0, 0.5});
  // What was lowest has become highest.
  rule.reduce = LandmarkRule::Reduce::kHighest;
  CHECK(rule.apply({{0, 0, 90}, {10, 0, 1}, {20, 0, 50}, {40, 0, 52}}) == Vec3{0, 0, 90});
}
