#include "core/evaluation/mean_person.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/evaluation/person.h"
#include "tests/core/evaluation/tiny_people.h"

namespace skiagraph {
namespace {

TEST_CASE("The mean person is the mean of the training people alone") {
  tensors::Dataset people = testing::tiny_people();
  const evaluation::MeanPerson mean = evaluation::mean_person(people);
  const torch::Tensor expected = people.xray.slice(0, 0, 4).mean(0)[0];
  CHECK(torch::allclose(mean.xray, expected, 0, 1e-6));
  CHECK(mean.markers[2].row == Approx(40 + 5 * 2 + 1.5));
  CHECK(mean.markers[2].column == Approx(88 - 2 * 1.5));

  people.xray.slice(0, 4).fill_(1);  // those of the other splits
  CHECK(torch::equal(evaluation::mean_person(people).xray, mean.xray));
}

TEST_CASE("Pictures in half precision are added up without its rounding") {
  tensors::Dataset people = testing::tiny_people();
  people.xray = people.xray.to(torch::kFloat16);
  const torch::Tensor expected = people.xray.slice(0, 0, 4).to(torch::kFloat64).mean(0)[0];
  CHECK(torch::allclose(evaluation::mean_person(people).xray.to(torch::kFloat64), expected, 0, 1e-6));
}

TEST_CASE("Without training people there is no mean person") {
  tensors::Dataset people = testing::tiny_people();
  people.split.fill_(2);
  CHECK_THROWS_AS(evaluation::mean_person(people), InputError);
}

TEST_CASE("A person of a data set has the scale that it was measured in") {
  const tensors::Dataset people = testing::tiny_people();
  const evaluation::Person person = evaluation::person_of(people, 6);
  CHECK(person.mm_per_px == Approx(5));
  CHECK(person.surface->placement.mm_per_px() == Approx(5));
  CHECK(person.surface->placement.frame() == people.frame);
  const Pixel neck = person.surface->placement.to_pixel({0, 0, 0});
  CHECK(neck.row == Approx(40));
  CHECK(neck.column == Approx(88));
  CHECK(person.surface->inside(16, 26));
  CHECK_FALSE(person.surface->inside(15, 26));
  CHECK_FALSE(person.surface->inside(16, 25));
  CHECK(person.inside.sum().item<std::int64_t>() == (176 - 16) * (176 - 2 * 26));
  CHECK(person.markers[1].row == Approx(40 + 5 + 6));
}

TEST_CASE("A scale that no body has is refused") {
  tensors::Dataset people = testing::tiny_people();
  people.mm_per_px[6] = 0.001F;
  CHECK_THROWS_AS(evaluation::person_of(people, 6), InputError);
}

}  // namespace
}  // namespace skiagraph
