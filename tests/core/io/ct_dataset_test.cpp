#include "core/io/ct_dataset.h"

#include <torch/types.h>

#include <array>
#include <catch2/catch.hpp>

#include "tests/core/imaging/synthetic_ct.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::tensors;
using namespace skiagraph::testing;

TEST_CASE("A real person is a data set of one, with what is not known marked") {
  CtKnowledge known;
  known.neck_level_mm = 200, known.symphysis_level_mm = -200;
  known.landmarks[static_cast<std::size_t>(Marker::kCarina)] = Vec3{0, 10, 50};
  const CtPerson person = make_ct_person(
      water_ct({70, 50, 30}, {4, 4, 4}, [](Vec3 p) { return std::hypot(p.x / 100, p.y / 70) < 1; }), known,
      {});
  const Dataset people = ct_dataset(person, Split::kTest);
  REQUIRE(people.size() == 1);
  CHECK(people.bases() == std::vector<std::string>{"CT"});
  CHECK(ct_people(people) == 1);
  CHECK(people.indices(Split::kTest).numel() == 1);
  CHECK(people.complete_indices(Split::kTest).numel() == 0);
  CHECK(people.mm_per_px[0].item<double>() == Approx(400.0 / 144));
  CHECK(people.landmarks.isnan().sum().item<int>() == 2 * (kLandmarkCount - 1));
  const auto carina = people.landmarks[0][static_cast<std::int64_t>(Marker::kCarina)];
  CHECK(carina[0].item<double>() == Approx(60 + 150 / (400.0 / 144)).epsilon(1e-4));
  CHECK(carina[1].item<double>() == Approx(96).margin(0.5));
  CHECK(people.covered[0][0][132][96].item<int>() == 1);
  CHECK(people.covered[0][0][60][96].item<int>() == 0);
  CHECK(people.xray[0][0][132][96].item<double>() == Approx(140 * 0.0194 / 10).epsilon(0.02));
  CHECK(people.surface[0][1][132][96].item<double>() == Approx(140.0 / 400).margin(4.0 / 400));
}

TEST_CASE("Real people are shared out as the paper's, whatever comes later") {
  std::array<int, 3> counts{};
  for (int n = 0; n < 2045; ++n) ++counts[static_cast<std::size_t>(ct_split(n))];
  CHECK(counts[0] == Approx(1742).margin(4));
  CHECK(counts[1] == Approx(108).margin(4));
  CHECK(counts[2] == Approx(195).margin(4));
  CHECK(ct_split(0) == Split::kTrain);
  // Few people are not all of one split.
  std::array<int, 3> few{};
  for (int n = 0; n < 20; ++n) ++few[static_cast<std::size_t>(ct_split(n))];
  for (const int count : few) CHECK(count > 0);
}
