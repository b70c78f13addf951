#include "core/scan_range/proposal.h"

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::scan_range;

namespace {

/// 1000 mm for the neck, and 20 mm less for each further marker, all as sure.
Heights heights(double margin_mm) {
  Heights all;
  for (std::size_t n = 0; n < all.size(); ++n)
    all[n] = Height{1000 - 20.0 * static_cast<double>(n), margin_mm};
  return all;
}

Height& of(Heights& all, Marker marker) {
  return *all[static_cast<std::size_t>(marker)];
}

/// A trunk of 300 mm with an arm beside it, 100 mm apart; half as wide above the neck. 1 mm per pixel.
geometry::SurfaceImage person() {
  const geometry::CanonicalFrame frame{600, 800, 100, 500, 400};
  geometry::SurfaceImage surface{{frame, {0, 0, 1400}, {0, 0, 1000}}, 0, {}, {}};
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column) {
      const int x = column - 400;
      const bool inside = row < 100 ? std::abs(x) <= 75 : std::abs(x) <= 150 || (x > 250 && x < 300);
      surface.thickness.push_back(inside ? 0.5F : 0.0F);
    }
  surface.depth.assign(surface.thickness.size(), 0);
  return surface;
}

}  // namespace

TEST_CASE("An end is the outermost of its markers, each with its own margin") {
  Heights all = heights(0);
  of(all, Marker::kLungTopRight) = {900, 10};
  of(all, Marker::kLungTopLeft) = {905, 0};
  const RangeEnd top = *top_of(Region::kChest, all, std::nullopt);
  CHECK(top.z_mm == 910);
  CHECK(top.margin_mm == 10);
  CHECK(top.marker == Marker::kLungTopRight);
  of(all, Marker::kLungTopLeft).margin_mm = 20;
  CHECK(top_of(Region::kChest, all, std::nullopt)->marker == Marker::kLungTopLeft);
  CHECK(top_of(Region::kChest, all, std::nullopt)->z_mm == 925);

  of(all, Marker::kIliacCrestRight) = {300, 5};
  of(all, Marker::kIliacCrestLeft) = {310, 25};
  CHECK(bottom_of(Region::kAbdomen, all)->z_mm == 285);
  CHECK(bottom_of(Region::kAbdomen, all)->marker == Marker::kIliacCrestLeft);
  CHECK(top_of(Region::kPelvis, all, std::nullopt)->z_mm == 335);
}

TEST_CASE("Margins go outwards at both ends, beyond what the rule itself adds or leaves out") {
  for (const RegionInfo& region : region_table()) {
    const Heights bare = heights(0), wide = heights(12);
    CAPTURE(region.name);
    CHECK(bottom_of(region.region, wide)->z_mm == bottom_of(region.region, bare)->z_mm - 12);
    if (!region.top.markers.empty())
      CHECK(top_of(region.region, wide, {})->z_mm == top_of(region.region, bare, {})->z_mm + 12);
  }
  Heights all = heights(0);
  of(all, Marker::kKidneyCentreRight) = of(all, Marker::kKidneyCentreLeft) = {500, 0};
  CHECK(bottom_of(Region::kChest, all)->z_mm > 500);  // the kidneys' upper poles
  of(all, Marker::kPubicSymphysis) = {100, 0};
  CHECK(bottom_of(Region::kPelvis, all)->z_mm < 100);
}

TEST_CASE("The top of the head is the skin's, without a margin, and raised hands are not taken for it") {
  const Heights all = heights(30);  // the neck at 1000
  const RangeEnd top = *top_of(Region::kHeadNeck, all, 1250);
  CHECK(top.z_mm == 1250 + info(Region::kHeadNeck).top.beyond_mm);
  CHECK(top.margin_mm == 0);
  CHECK_FALSE(top.marker);
  CHECK(top_of(Region::kHeadNeck, all, 1900)->z_mm < 1400);
  CHECK_FALSE(top_of(Region::kHeadNeck, all, std::nullopt));
}

TEST_CASE("Where a marker of an end is not known there is no end") {
  Heights all = heights(0);
  all[static_cast<std::size_t>(Marker::kLungTopLeft)].reset();
  CHECK_FALSE(top_of(Region::kChest, all, {}));
  CHECK(bottom_of(Region::kChest, all));
}

TEST_CASE("The head's top is the highest skin near the midline") {
  geometry::TriangleMesh mesh;
  mesh.vertices = {{0, 0, 1600}, {20, 0, 1700}, {250, 0, 2100}, {0, 0, 0}};
  CHECK(head_top(mesh, {0, 0, 1400}) == 1700);
  CHECK(head_top(mesh, {250, 0, 1400}) == 2100);
}

TEST_CASE("Sides hold the trunk between the ends, and arms apart from it do not count") {
  const geometry::SurfaceImage surface = person();
  const Sides trunk = sides_between(surface, 1300, 1100);
  CHECK(trunk.right_mm < -150);
  CHECK(trunk.right_mm > -180);
  CHECK(trunk.left_mm > 150);
  CHECK(trunk.left_mm < 180);
  const Sides head = sides_between(surface, 1480, 1450);
  CHECK(head.left_mm < trunk.left_mm);
  CHECK(sides_between(surface, 5000, -5000).left_mm == trunk.left_mm);  // beyond the picture
}

TEST_CASE("A proposal has both ends and the sides between them") {
  const Heights all = heights(10);
  const Proposal proposal = propose(Region::kChestAbdomenPelvis, all, 1250, person());
  CHECK(proposal.top.z_mm == top_of(Region::kChestAbdomenPelvis, all, 1250)->z_mm);
  CHECK(proposal.bottom.z_mm == bottom_of(Region::kChestAbdomenPelvis, all)->z_mm);
  CHECK(proposal.sides.left_mm > proposal.sides.right_mm);
}
