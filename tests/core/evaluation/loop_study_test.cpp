#include "core/evaluation/loop_study.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/error.h"
#include "core/evaluation/loop_report.h"
#include "tests/core/evaluation/tiny_people.h"

using namespace skiagraph;
using namespace skiagraph::evaluation;
using namespace skiagraph::inference;
using namespace skiagraph::tensors;
using torch::Tensor;

namespace {

/// A bright half-plane with a soft upper edge at `row`.
Tensor edge_at(double row) {
  const Tensor rows = torch::arange(96, torch::kFloat32).reshape({-1, 1}).expand({96, 64});
  return torch::sigmoid((rows - row) / 1.5);
}

}  // namespace

TEST_CASE("An edge is found where it has arrived") {
  const Pixel from{40, 30};
  for (const double moved : {-7.0, -2.5, 0.0, 1.25, 6.0}) {
    const Pixel to{40 + moved, 30};
    CHECK(arrival_error_px(edge_at(40), from, edge_at(40 + moved), to) == Approx(0).margin(0.05));
    CHECK(arrival_error_px(edge_at(40), from, edge_at(40 + moved + 1.5), to) == Approx(1.5).margin(0.1));
    CHECK(arrival_error_px(edge_at(40), from, edge_at(40 + moved - 3), to) == Approx(-3).margin(0.1));
  }
}

TEST_CASE("Companions are the regression of each marker on the moved one") {
  torch::manual_seed(4);
  Tensor draws = torch::randn({3, 400, 18, 2});
  draws.select(3, 0).select(2, 1) = 0.5 * draws.select(3, 0).select(2, 0) + 0.1 * torch::randn({3, 400});
  const Tensor together = displacement_slopes(draws + 100 * torch::randn({3, 1, 18, 2}));
  CHECK(together[0][0].item<double>() == Approx(1));
  CHECK(together[0][1].item<double>() == Approx(0.5).margin(0.02));
  CHECK(together[0][2].item<double>() == Approx(0).margin(0.1));
}

TEST_CASE("A loop that answers everything alike has no Jacobian, rests at once and forgets") {
  const testing::ConstantModels models(testing::kTinyFrame, 0.25, 0.5);
  Predictor predictor = models.predictor();
  const Dataset people = testing::tiny_people();
  LoopStudyOptions options;
  options.people = 2;
  const LoopStudy study = study_loop(predictor, people, options);
  REQUIRE(study.norms.size() == 2);
  CHECK(study.norms[0] == Approx(0).margin(1e-6));
  CHECK(study.plain_iterations[0] == 1);
  CHECK(study.cold_iterations == std::vector<double>{1, 1});
  CHECK(mean_jacobian(predictor, people, 2).jacobian.cwiseAbs().maxCoeff() == Approx(0).margin(1e-6));
  CHECK(study.example.places.size() == 51);
  REQUIRE(study.edits.size() == 2 * edge_markers().size());
  for (const Edit& one : study.edits) {
    CHECK(std::abs(one.moved_mm) <= options.farthest_mm + 1e-6);
    CHECK(one.kept == Approx(0).margin(1e-6));
    CHECK(one.iterations == 1);
    CHECK(one.sharpness == Approx(1).margin(1e-6));
  }
  CHECK(loop_study_text(std::span(&study, 1)).find("liver_top") != std::string::npos);

  Dataset nobody = people;
  nobody.split = torch::zeros_like(people.split);
  CHECK_THROWS_AS(study_loop(predictor, nobody, options), InputError);
  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(study_loop(predictor, people, options, {}, &cancel), Cancelled);
}

TEST_CASE("Rest begins where no later iteration moves") {
  PlainLoop loop;
  loop.max_move_px = {3, 1, 0.04, 0.2, 0.05, 0.01};
  CHECK(loop.iterations_to_rest() == 5);
  loop.max_move_px = {3, 1};
  CHECK(loop.iterations_to_rest() == 3);
}
