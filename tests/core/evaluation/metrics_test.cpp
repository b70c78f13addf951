#include "core/evaluation/metrics.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

#include "core/base/error.h"

namespace skiagraph {
namespace {

using torch::Tensor;

struct Pair {
  Tensor x, y;
};

/// The pictures of the check vectors in the method page.
Pair check_pictures(std::int64_t rows, std::int64_t columns) {
  const Tensor i = torch::arange(rows, torch::kFloat64).unsqueeze(1),
               j = torch::arange(columns, torch::kFloat64).unsqueeze(0);
  const Tensor x = .5 + .5 * torch::sin(.13 * i) * torch::cos(.07 * j);
  return {x, (x + .1 * torch::sin(.31 * i + .23 * j)).clamp(0, 1)};
}

Tensor rectangle(std::int64_t rows, std::int64_t columns, const evaluation::PixelBox& box) {
  Tensor inside = torch::zeros({rows, columns}, torch::kBool);
  box.cut(inside).fill_(true);
  return inside;
}

TEST_CASE("MS-SSIM gives the check vectors") {
  const Pair small = check_pictures(256, 192), large = check_pictures(512, 256);
  CHECK(evaluation::ms_ssim(small.y, small.x) == Approx(0.909151).margin(1e-5));
  CHECK(evaluation::ms_ssim(large.y, large.x) == Approx(0.909797).margin(1e-5));
  CHECK(evaluation::ms_ssim(small.y.to(torch::kFloat32), small.x.to(torch::kFloat32)) ==
        Approx(0.909151).margin(1e-5));
}

TEST_CASE("MS-SSIM is 1 for equal pictures and symmetric") {
  const Pair pair = check_pictures(200, 180);
  CHECK(evaluation::ms_ssim(pair.x, pair.x) == Approx(1).margin(1e-12));
  CHECK(evaluation::ms_ssim(pair.x, pair.y) == Approx(evaluation::ms_ssim(pair.y, pair.x)).margin(1e-12));
}

TEST_CASE("Opposite contrast has no similarity") {
  const Pair pair = check_pictures(200, 180);
  CHECK(evaluation::ms_ssim(1 - pair.x, pair.x) == 0);
}

TEST_CASE("The smallest picture for MS-SSIM has 161 pixels a side") {
  const Pair fits = check_pictures(161, 161), narrow = check_pictures(256, 160);
  const double score = evaluation::ms_ssim(fits.y, fits.x);
  CHECK(score > 0.8);
  CHECK(score < 1);
  CHECK_THROWS_AS(evaluation::ms_ssim(narrow.y, narrow.x), Error);
}

TEST_CASE("The mean absolute error counts every pixel, or those of the body") {
  const Tensor truth = torch::zeros({4, 5}), predicted = torch::zeros({4, 5});
  const Tensor inside = rectangle(4, 5, {1, 1, 2, 3});
  predicted[1][1] = 0.6;   // inside
  predicted[3][4] = -0.4;  // outside
  CHECK(evaluation::mae(predicted, truth) == Approx(1.0 / 20));
  CHECK(evaluation::mae_inside(predicted, truth, inside) == Approx(0.6 / 6));
  CHECK_THROWS_AS(evaluation::mae(predicted, torch::zeros({4, 4})), Error);
  CHECK_THROWS_AS(evaluation::mae_inside(predicted, truth, torch::zeros({4, 5}, torch::kBool)), Error);
}

TEST_CASE("The body box holds the body and is fit for MS-SSIM") {
  // Large enough: as it is.
  CHECK(evaluation::body_box(rectangle(256, 192, {20, 5, 200, 170})) ==
        evaluation::PixelBox{20, 5, 200, 170});
  // Too narrow in the middle: grown to both sides.
  CHECK(evaluation::body_box(rectangle(256, 192, {20, 65, 200, 61})) ==
        evaluation::PixelBox{20, 15, 200, 161});
  // At the edges: grown inwards.
  CHECK(evaluation::body_box(rectangle(256, 192, {0, 0, 30, 30})) == evaluation::PixelBox{0, 0, 161, 161});
  CHECK(evaluation::body_box(rectangle(256, 192, {226, 162, 30, 30})) ==
        evaluation::PixelBox{95, 31, 161, 161});
  CHECK_THROWS_AS(evaluation::body_box(torch::zeros({256, 192}, torch::kBool)), Error);
  CHECK_THROWS_AS(evaluation::body_box(torch::ones({256, 160}, torch::kBool)), Error);
}

TEST_CASE("A box cuts its rows and columns") {
  const Tensor picture = torch::arange(12).reshape({3, 4});
  CHECK(torch::equal(evaluation::PixelBox{1, 2, 2, 2}.cut(picture),
                     torch::tensor({6, 7, 10, 11}).reshape({2, 2})));
}

TEST_CASE("Marker errors are distances in centimetres") {
  CHECK(evaluation::marker_error_cm({13, 24}, {10, 20}, 4) == Approx(2.0));
  CHECK(evaluation::marker_error_cm({10, 20}, {10, 20}, 4) == 0);
}

}  // namespace
}  // namespace skiagraph
