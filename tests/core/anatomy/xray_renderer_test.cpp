#include "core/anatomy/patient/xray_renderer.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::geometry;
using namespace skiagraph::imaging;

namespace {

const CanonicalFrame kFrame{64, 48, 15, 51, 24};
const CanonicalPlacement kPlacement{kFrame, Vec3{0, 0, 500}, Vec3{0, 0, 0}};

TriangleMesh box(Vec3 low, Vec3 high) {
  TriangleMesh mesh;
  for (int n = 0; n < 8; ++n)
    mesh.vertices.push_back({n & 1 ? high.x : low.x, n & 2 ? high.y : low.y, n & 4 ? high.z : low.z});
  mesh.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
                    {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
  return mesh;
}

/// A block of one attenuation, with an empty rim as base anatomies have.
struct Block {
  SampledField field;
  TriangleMesh skin;

  Block(Vec3 low, Vec3 high, float per_mm, double step = 5) : skin(box(low, high)) {
    const Vec3 size = high - low;
    const auto nodes = [&](double length) { return static_cast<int>(std::lround(length / step)) + 4; };
    field.grid = {nodes(size.x),
                  nodes(size.y),
                  nodes(size.z),
                  low - Vec3{1.5 * step, 1.5 * step, 1.5 * step},
                  {step, step, step}};
    field.values.assign(field.grid.count(), 0);
    for (int k = 2; k < field.grid.nz - 2; ++k)
      for (int i = 2; i < field.grid.nx - 2; ++i)
        for (int j = 2; j < field.grid.ny - 2; ++j) field.values[field.grid.index(i, j, k)] = per_mm;
  }

  [[nodiscard]] RenderedPart part(std::function<Vec3(Vec3)> to_base = [](Vec3 p) { return p; }) const {
    return {&field.grid, &field.values, &skin, std::move(to_base)};
  }
};

float seen(const XrayImage& image, int row, int column) {
  return image.pixels[static_cast<std::size_t>(row) * image.frame.columns + column] *
         static_cast<float>(kXrayFullScale);
}

XrayImage picture(const RenderedPart& a, const RenderedPart& b, const RenderedPart& c,
                  const CanonicalPlacement& placement = kPlacement) {
  const std::array<TriangleMesh, 3> skins{*a.skin, *b.skin, *c.skin};
  return render_xray(rasterise_surface(skins, placement), {a, b, c});
}

const Block kTrunk{{-150, -100, -100}, {150, 100, 550}, 0.02F};
const Block kSpeck{{-290, -20, 0}, {-270, 20, 20}, 0};

}  // namespace

TEST_CASE("a block's picture is its depth times its attenuation") {
  const XrayImage image = picture(kTrunk.part(), kSpeck.part(), kSpeck.part());
  for (const int row : {20, 33, 48})
    for (const int column : {18, 24, 30})
      CHECK(seen(image, row, column) == Approx(200 * 0.02).epsilon(0.005));
  CHECK(seen(image, 33, 2) == 0);
}

TEST_CASE("where parts overlap the denser counts, and parts behind each other add up") {
  const Block dense({-60, -40, 200}, {60, 40, 300}, 0.05F), behind({-60, 110, 350}, {60, 190, 450}, 0.03F);
  const XrayImage image = picture(kTrunk.part(), dense.part(), behind.part());
  const auto row = [](double z) { return static_cast<int>(std::lround(kPlacement.to_pixel({0, 0, z}).row)); };
  CHECK(seen(image, row(250), 24) == Approx(120 * 0.02 + 80 * 0.05).epsilon(0.01));
  CHECK(seen(image, row(400), 24) == Approx(200 * 0.02 + 80 * 0.03).epsilon(0.01));
  CHECK(seen(image, row(100), 24) == Approx(200 * 0.02).epsilon(0.01));
}

TEST_CASE("an edge between two pixel centres is neither, but a share") {
  const Block half({-150, -100, -100}, {150, 100, kPlacement.to_patient({30.0, 0}, 0).z}, 0.02F, 5);
  const XrayImage image = picture(half.part(), kSpeck.part(), kSpeck.part());
  CHECK(seen(image, 28, 24) < 0.2);
  CHECK(seen(image, 30, 24) > 1);
  CHECK(seen(image, 30, 24) < 3);
  CHECK(seen(image, 32, 24) == Approx(4).epsilon(0.01));
}

TEST_CASE("a deformed block shows the deformation") {
  // Stretched to twice its depth about y 0.
  Block deep = kTrunk;
  for (Vec3& v : deep.skin.vertices) v.y *= 2;
  const XrayImage image = picture(deep.part([](Vec3 p) {
    return Vec3{p.x, p.y / 2, p.z};
  }),
                                  kSpeck.part(), kSpeck.part());
  CHECK(seen(image, 33, 24) == Approx(400 * 0.02).epsilon(0.005));
}

TEST_CASE("a fine frame's picture is made of the same rays as the coarse one's") {
  const CanonicalFrame coarse;
  const Vec3 neck{0, 0, 500}, symphysis{0, 0, 0};
  const Block lump({-60, -40, 200}, {60, 40, 300}, 0.05F);
  const auto seen_in = [&](const CanonicalFrame& frame) {
    return picture(kTrunk.part(), lump.part([](Vec3 p) {
      return Vec3{p.x * 0.9, p.y, p.z + 5};
    }),
                   kSpeck.part(), CanonicalPlacement(frame, neck, symphysis));
  };
  const XrayImage large = seen_in(coarse), small = seen_in(refined(coarse, 2));
  REQUIRE(small.pixels.size() == 4 * large.pixels.size());
  double sum = 0, difference = 0;
  for (int row = 0; row < coarse.rows; ++row)
    for (int column = 0; column < coarse.columns; ++column) {
      const double mean = (seen(small, 2 * row, 2 * column) + seen(small, 2 * row, 2 * column + 1) +
                           seen(small, 2 * row + 1, 2 * column) + seen(small, 2 * row + 1, 2 * column + 1)) /
                          4;
      sum += mean;
      difference += std::abs(mean - seen(large, row, column));
    }
  CHECK(difference / sum < 3e-3);  // they end a little nearer to the outline
}
