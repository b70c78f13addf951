#include "core/training/batches.h"

#include <torch/types.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "core/base/error.h"
#include "core/imaging/xray_image.h"
#include "core/markers/marker_table.h"
#include "core/training/augmentation.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::imaging;
using namespace skiagraph::geometry;
using namespace skiagraph::tensors;
using namespace skiagraph::training;

TEST_CASE("Batch number n is the same however it is reached") {
  const Dataset people = testing::small_people();
  const Batches one(people, Split::kTrain, 1, 5), other(people, Split::kTrain, 1, 5);
  static_cast<void>(one.random(0, 4));
  const Batch a = one.random(7, 4), b = other.random(7, 4);
  CHECK(a.surface.equal(b.surface));
  CHECK(a.markers.equal(b.markers));
  CHECK_FALSE(a.surface.equal(one.random(8, 4).surface));
}

TEST_CASE("Every person of the split comes once before any comes again, in a new order each time") {
  Dataset people = testing::small_people();
  // However a picture is moved and stretched, one edge is as many times brighter than the other as before,
  // where there is no body whose surface could be varied.
  people.surface.zero_();
  constexpr double kStep = 0.02;
  for (int n = 0; n < people.size(); ++n) {
    people.xray[n].fill_(0.1);
    people.xray[n].slice(2, people.frame.columns / 2).mul_(1 + kStep * n);
  }
  const std::vector<std::int64_t> learners = [&] {
    const auto indices = people.indices(Split::kTrain);
    return std::vector<std::int64_t>(indices.data_ptr<std::int64_t>(),
                                     indices.data_ptr<std::int64_t>() + indices.numel());
  }();
  constexpr int kSize = 5;  // does not divide the people, so batches reach across epochs
  const auto order = [&](std::uint64_t seed) {
    const Batches batches(people, Split::kTrain, 1, seed);
    std::vector<std::int64_t> drawn;
    for (std::size_t number = 0; number < learners.size(); ++number) {
      const auto xray = batches.random(static_cast<std::int64_t>(number), kSize).xray;
      const auto who = (xray.slice(3, -2).mean({1, 2, 3}) / xray.slice(3, 0, 2).mean({1, 2, 3}) - 1) / kStep;
      for (int n = 0; n < kSize; ++n) drawn.push_back(std::lround(who[n].item<double>()));
    }
    return drawn;
  };
  const auto drawn = order(5);
  std::set<std::vector<std::int64_t>> orders;
  for (int epoch = 0; epoch < kSize; ++epoch) {
    const auto begin = drawn.begin() + epoch * static_cast<std::ptrdiff_t>(learners.size());
    std::vector<std::int64_t> these(begin, begin + static_cast<std::ptrdiff_t>(learners.size()));
    orders.insert(these);
    std::ranges::sort(these);
    CHECK(these == learners);
  }
  CHECK(orders.size() == kSize);
  CHECK(order(6) != drawn);
}

TEST_CASE("Smaller pictures keep markers at their place") {
  const Dataset people = testing::small_people();
  const Batch full = Batches(people, Split::kTest, 1, 0).in_order(0, 4),
              half = Batches(people, Split::kTest, 2, 0).in_order(0, 4);
  CHECK(half.xray.size(2) * 2 == full.xray.size(2));
  CHECK(half.xray.mean().item<double>() == Approx(full.xray.mean().item<double>()).epsilon(1e-4));
  // The centre of pixels 10 and 11 is that of small pixel 5.
  CHECK(((full.markers - 0.5) / 2 - half.markers).abs().max().item<double>() < 1e-4);
}

TEST_CASE("Jitter moves pictures and markers together") {
  constexpr int kRow = 20, kColumn = 30;
  for (std::uint64_t draw = 0; draw < 20; ++draw) {
    Batch batch{torch::zeros({1, 2, 64, 48}), torch::zeros({1, 1, 64, 48}),
                torch::zeros({1, kMarkerCount, 2})};
    const auto row = torch::arange(64).reshape({-1, 1}), column = torch::arange(48).reshape({1, -1});
    batch.xray[0][0] = 0.5 * torch::exp(-0.5 / 9 * ((row - kRow).square() + (column - kColumn).square()));
    const double xray_sum = batch.xray.sum().item<double>();
    batch.surface[0][1] = 0.5;
    batch.markers.select(2, 0).fill_(kRow);
    batch.markers.select(2, 1).fill_(kColumn);
    batch.markers[0][1][0] = kRow + 30;
    RandomStream random(8, draw);
    vary_place(batch, random, {.breadth = 0, .depth = 0});
    const auto weight = batch.xray[0][0] / batch.xray.sum();
    CHECK((weight * row).sum().item<double>() == Approx(batch.markers[0][0][0].item<double>()).margin(0.1));
    CHECK((weight * column).sum().item<double>() ==
          Approx(batch.markers[0][0][1].item<double>()).margin(0.1));
    // Thickness is in torso lengths, so it grows with the picture.
    const double scale = (batch.markers[0][1] - batch.markers[0][0]).norm().item<double>() / 30;
    CHECK(batch.surface[0][1][kRow][kColumn].item<double>() == Approx(0.5 * scale).epsilon(1e-4));
    // So are line integrals; the blob as a whole also grows by the square. Cubics keep the sum to 1.5 %.
    CHECK(batch.xray.sum().item<double>() == Approx(xray_sum * std::pow(scale, 3)).epsilon(0.02));
  }
}

TEST_CASE("Stretching makes the body broader and thicker inside and out") {
  constexpr int kRow = 20, kColumn = 30;
  const auto row = torch::arange(64).reshape({-1, 1}), column = torch::arange(48).reshape({1, -1});
  const auto blob = torch::exp(-0.5 / 9 * ((row - kRow).square() + (column - kColumn).square()));
  for (std::uint64_t draw = 0; draw < 20; ++draw) {
    Batch batch{torch::zeros({1, 2, 64, 48}), torch::zeros({1, 1, 64, 48}),
                torch::zeros({1, kMarkerCount, 2})};
    batch.xray[0][0] = 0.25 * blob;
    batch.surface[0][1] = 0.5 * blob;
    batch.markers.select(2, 0).fill_(kRow);
    batch.markers.select(2, 1).fill_(kColumn);
    RandomStream random(8, draw);
    vary_place(batch, random, {.shift = 0, .scale = 0, .turn_deg = 0});
    const auto weight = batch.xray[0][0] / batch.xray.sum();
    CHECK(batch.markers[0][0][0].item<double>() == Approx(kRow).margin(1e-4));
    CHECK((weight * row).sum().item<double>() == Approx(kRow).margin(0.05));
    CHECK((weight * column).sum().item<double>() ==
          Approx(batch.markers[0][0][1].item<double>()).margin(0.05));
    CHECK(torch::allclose(batch.surface[0][1], 2 * batch.xray[0][0], 0, 0.03));
  }
}

TEST_CASE("X-rays are of standard size: people who differ in size alone are shown alike") {
  Dataset people = testing::small_people();
  const std::int64_t one = people.indices(Split::kTrain)[0].item<std::int64_t>(),
                     other = people.indices(Split::kTrain)[1].item<std::int64_t>();
  people.mm_per_px[one] = 3.0;
  people.mm_per_px[other] = 4.5;
  people.xray[one] = 0.2;
  people.xray[other] = 0.3;
  const Batch batch = Batches(people, Split::kTrain, 1, 1).in_order(0, 2);
  const CanonicalFrame& frame = people.frame;
  const double torso_mm = 3.0 * (frame.symphysis_row - frame.neck_row);
  CHECK(torch::allclose(batch.xray[0], batch.xray[1]));
  CHECK(batch.xray.max().item<double>() == Approx(0.2 * kStandardTorsoMm / torso_mm).epsilon(1e-5));
}

TEST_CASE("A varied surface keeps outline and markers, stays close, and what it adds is fat in the X-ray") {
  const Dataset people = testing::small_people();
  const Batch before = Batches(people, Split::kTrain, 1, 1).in_order(0, 8);
  Batch after = before;
  RandomStream random(8, 1);
  vary_surface(after, {}, random);
  const auto added = (after.surface - before.surface).slice(1, 1, 2);
  CHECK(torch::allclose(after.xray - before.xray, added * 0.0179 * kStandardTorsoMm / kXrayFullScale, 1e-3,
                        1e-5));
  CHECK(after.markers.equal(before.markers));
  const auto body = before.surface.slice(1, 1, 2) > 0;
  CHECK((after.surface.slice(1, 1, 2) > 0).equal(body));
  CHECK(after.surface.masked_select(body.logical_not()).abs().sum().item<double>() == 0);
  const auto difference = (after.surface - before.surface).abs();
  CHECK(difference.max().item<double>() > 1e-3);
  CHECK(difference.max().item<double>() < 0.05);
}

TEST_CASE("Bent inside, what lies at a marker goes with it; the surface and what is outside stay") {
  constexpr int kRows = 96, kColumns = 96;
  const auto row = torch::arange(kRows).reshape({-1, 1}), column = torch::arange(kColumns).reshape({1, -1});
  const auto body = (row >= 10) * (row < 90) * (column >= 10) * (column < 90);
  double farthest = 0;
  for (std::uint64_t draw = 0; draw < 20; ++draw) {
    Batch batch{torch::zeros({2, 2, kRows, kColumns}), torch::full({2, 1, kRows, kColumns}, 0.2),
                torch::zeros({2, kMarkerCount, 2})};
    batch.surface.slice(1, 1, 2) += 0.5 * body;
    // All markers at one place, so that it matters not which is moved.
    batch.markers.select(2, 0).fill_(45);
    batch.markers.select(2, 1).fill_(50);
    batch.xray += 0.5 * torch::exp(-0.5 / 4 * ((row - 45).square() + (column - 50).square()));
    const Batch before = batch;
    RandomStream random(8, draw);
    bend_inside(batch, {false, true}, {}, random);
    CHECK(batch.surface.equal(before.surface));
    CHECK(batch.xray[0].equal(before.xray[0]));
    CHECK(batch.markers[0].equal(before.markers[0]));
    const auto blob = batch.xray[1][0] - 0.2;
    const auto place = batch.markers[1][0];
    CHECK((blob * row).sum().item<double>() / blob.sum().item<double>() ==
          Approx(place[0].item<double>()).margin(0.15));
    CHECK((blob * column).sum().item<double>() / blob.sum().item<double>() ==
          Approx(place[1].item<double>()).margin(0.15));
    const auto outside = body.logical_not();
    CHECK(torch::allclose(batch.xray[1][0].masked_select(outside), before.xray[1][0].masked_select(outside),
                          0, 1e-5));
    farthest = std::max(farthest, std::abs(place[0].item<double>() - 45));
  }
  CHECK(farthest > 5);
  CHECK(farthest <= 8);
}

TEST_CASE("People who are not wholly known are drawn only where that does no harm") {
  Dataset people = testing::small_people(12);  // 4 to train
  people.covered = torch::ones_like(people.xray, torch::kUInt8);
  people.covered[0].slice(1, 0, 20) = 0;
  people.landmarks[1][3] = NAN;
  CHECK(Batches(people, Split::kTrain, 1, 1).people() == 4);
  const Batches complete(people, Split::kTrain, 1, 1, Chosen::kComplete);
  CHECK(complete.people() == 2);
  CHECK(complete.in_order(0, 2).surface.equal(people.surface.slice(0, 2, 4)));
  people.landmarks.fill_(NAN);
  CHECK_THROWS_AS(Batches(people, Split::kTrain, 1, 1, Chosen::kComplete), InputError);
}

TEST_CASE("What is covered moves with the X-ray") {
  Dataset people = testing::small_people(12);
  people.covered = torch::ones_like(people.xray, torch::kUInt8);
  people.covered.slice(2, 32) = 0;
  people.xray = people.covered.to(torch::kFloat32);
  const Batches batches(people, Split::kTrain, 1, 1);
  for (std::int64_t number = 0; number < 10; ++number) {
    const Batch batch = batches.random(number, 4);
    // Where it is covered, the X-ray has no part of what is not.
    CHECK((batch.covered * (batch.xray < 0.8)).sum().item<double>() == 0);
    CHECK(batch.covered.mean().item<double>() > 0.3);
    CHECK(batch.covered.mean().item<double>() < 0.7);
  }
  const Batch half = Batches(people, Split::kTrain, 2, 1).in_order(0, 4);
  CHECK(half.covered.mean().item<double>() == Approx(0.5));
}

TEST_CASE("A split without people is refused") {
  Dataset people = testing::small_people();
  people.split.fill_(0);
  CHECK_THROWS_AS(Batches(people, Split::kTest, 1, 0), InputError);
}

TEST_CASE("In folded pictures people vary as far in the body as in pictures of half the size") {
  const Dataset people = testing::small_people();
  const auto twice = [](const torch::Tensor& picture) {
    return picture.repeat_interleave(2, 2).repeat_interleave(2, 3);
  };
  const Batch batch = Batches(people, Split::kTrain, 1, 1).in_order(0, 8);
  Batch small = batch, large{twice(batch.surface), twice(batch.xray), batch.markers * 2 + 0.5};
  RandomStream random(8, 1), same(8, 1);
  const std::vector<bool> who(8, true);
  bend_inside(small, who, {1, 1}, random);
  bend_inside(large, who, {1, 2}, same);
  CHECK((large.markers - (small.markers * 2 + 0.5)).abs().max().item<double>() < 1);
  CHECK((small.markers - batch.markers).abs().max().item<double>() > 2);
  vary_surface(small, {1, 1}, random);
  vary_surface(large, {1, 2}, same);
  CHECK((torch::avg_pool2d(large.surface, {2, 2}) - small.surface).abs().mean().item<double>() < 1e-3);
}
