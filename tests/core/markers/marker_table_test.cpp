#include "core/markers/marker_table.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace skiagraph;

TEST_CASE("the table holds 17 markers and one landmark, in the order of the networks") {
  // The order of the files and of the weights: changing it breaks both.
  const std::array<std::string_view, kLandmarkCount> names{"neck",
                                                           "lung_top_right",
                                                           "lung_top_left",
                                                           "sternal_notch",
                                                           "sternum_tip",
                                                           "carina",
                                                           "liver_top",
                                                           "liver_bottom",
                                                           "kidney_centre_right",
                                                           "kidney_centre_left",
                                                           "iliac_crest_right",
                                                           "iliac_crest_left",
                                                           "pubic_symphysis",
                                                           "femoral_head_right",
                                                           "femoral_head_left",
                                                           "shoulder_right",
                                                           "shoulder_left",
                                                           "lung_bottom_left"};
  for (int n = 0; n < kLandmarkCount; ++n) {
    const MarkerInfo& entry = marker_table()[n];
    CHECK(entry.name == names[n]);
    CHECK(static_cast<int>(entry.marker) == n);
    CHECK(&info(entry.marker) == &entry);
  }
  CHECK(kMarkerCount == 17);
  CHECK(static_cast<int>(Marker::kLungBottomLeft) == kMarkerCount);
}

TEST_CASE("markers are found by their names alone") {
  std::set<std::string_view> labels;
  for (const MarkerInfo& entry : marker_table()) {
    CHECK(marker_named(entry.name) == entry.marker);
    labels.insert(entry.label);
  }
  CHECK(labels.size() == kLandmarkCount);
  for (const std::string_view wrong : {"", "Neck", "neck ", "liver", "lung_top"})
    CHECK_FALSE(marker_named(wrong).has_value());
}

TEST_CASE("what is right has its mirror partner on the left, in the next channel") {
  constexpr std::string_view kRight = "_right", kLeft = "_left";
  int pairs = 0;
  for (int n = 0; n < kLandmarkCount; ++n) {
    const MarkerInfo& entry = marker_table()[n];
    if (!entry.name.ends_with(kRight)) continue;
    ++pairs;
    REQUIRE(n + 1 < kLandmarkCount);
    const MarkerInfo& partner = marker_table()[n + 1];
    CHECK(partner.name ==
          std::string(entry.name.substr(0, entry.name.size() - kRight.size())) + std::string(kLeft));
    CHECK(partner.group == entry.group);
  }
  CHECK(pairs == 5);
}

TEST_CASE("markers have one colour per group") {
  for (const MarkerInfo& a : marker_table())
    for (const MarkerInfo& b : marker_table()) CHECK((a.group == b.group) == (a.colour == b.colour));
}

TEST_CASE("every marker is in a group, and groups have names of their own") {
  std::set<MarkerGroup> used;
  for (int n = 0; n < kMarkerCount; ++n) used.insert(marker_table()[n].group);
  CHECK(used.size() == kMarkerGroupCount);
  std::set<std::string_view> names, labels;
  for (const MarkerGroupInfo& group : marker_group_table()) {
    names.insert(group.name);
    labels.insert(group.label);
  }
  CHECK(names.size() == kMarkerGroupCount);
  CHECK(labels.size() == kMarkerGroupCount);
}
