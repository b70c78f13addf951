#include "core/evaluation/evaluation.h"

#include <torch/types.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <optional>

#include "core/base/error.h"
#include "core/evaluation/mean_person.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/person.h"
#include "core/evaluation/report.h"
#include "core/imaging/xray_image.h"
#include "tests/core/evaluation/tiny_people.h"

namespace skiagraph {
namespace {

using torch::Tensor;

constexpr double kT = 0.25, kCign = 0.5;

/// Mean over the test people of a figure of one picture for everybody.
double expected(const tensors::Dataset& people,
                const std::function<double(const evaluation::Person&)>& figure) {
  const Tensor test = people.indices(tensors::Split::kTest);
  double sum = 0;
  for (std::int64_t n = 0; n < test.numel(); ++n)
    sum += figure(evaluation::person_of(people, test[n].item<std::int64_t>()));
  return sum / static_cast<double>(test.numel());
}

TEST_CASE("Evaluation measures every stage against the truth") {
  const testing::ConstantModels models(testing::kTinyFrame, kT, kCign);
  inference::Predictor predictor = models.predictor();
  const tensors::Dataset people = testing::tiny_people();
  evaluation::EvaluationOptions options;
  options.examples = 2;
  std::vector<double> progress;
  const evaluation::Evaluation evaluation = evaluation::evaluate(
      predictor, people, options, [&](double done, const std::string&) { progress.push_back(done); });
  const evaluation::Tables& tables = evaluation.tables;
  CHECK(evaluation.model == "constant");
  CHECK(tables.people == 3);
  CHECK(progress.front() == 0);
  CHECK(progress.back() == 1);
  CHECK(std::is_sorted(progress.begin(), progress.end()));

  const evaluation::MeanPerson mean = evaluation::mean_person(people);
  // Networks answer for a body of standard size, the mean person is one of all sizes.
  const std::array<std::optional<double>, 4> levels{std::nullopt, kT, kCign, kCign};
  const auto picture_of = [&](std::size_t n, const evaluation::Person& p) {
    if (!levels[n]) return mean.xray;
    const double size = imaging::xray_size_factor(p.surface->placement.torso_mm());
    return torch::full_like(mean.xray, *levels[n] * size).clamp_max(1);
  };
  for (std::size_t n = 0; n < levels.size(); ++n) {
    INFO(tables.table1[n].method);
    const evaluation::PictureFigures& row = tables.table1[n].picture;
    const auto near = [&](const auto& figure) {
      return Approx(
                 expected(people, [&](const evaluation::Person& p) { return figure(picture_of(n, p), p); }))
          .epsilon(1e-4);
    };
    CHECK(row.mae == near([](const Tensor& picture, const evaluation::Person& p) {
            return evaluation::mae(picture, p.xray);
          }));
    CHECK(row.mae_body == near([](const Tensor& picture, const evaluation::Person& p) {
            return evaluation::mae_inside(picture, p.xray, p.inside);
          }));
    CHECK(row.ms_ssim == near([](const Tensor& picture, const evaluation::Person& p) {
            return evaluation::ms_ssim(picture, p.xray);
          }));
    CHECK(row.ms_ssim_box == near([](const Tensor& picture, const evaluation::Person& p) {
            const evaluation::PixelBox box = evaluation::body_box(p.inside);
            return evaluation::ms_ssim(box.cut(picture), box.cut(p.xray));
          }));
  }

  // These networks answer everybody with the same markers, whatever the picture.
  inference::LoopRequest request;
  const evaluation::Person answer_person = evaluation::person_of(people, 0);
  request.surface = answer_person.surface;
  const inference::LoopResult answer = predictor.run(request);
  for (int n = 0; n < kMarkerCount; ++n) {
    const auto error = [&](Pixel place) {
      return expected(people, [&](const evaluation::Person& p) {
        return evaluation::marker_error_cm(place, p.markers[n], p.mm_per_px);
      });
    };
    CHECK(tables.markers[n].error_cm == Approx(error(answer.markers[n].position)));
    CHECK(tables.markers[n].mean_person_cm == Approx(error(mean.markers[n])));
    CHECK(tables.markers[n].floor_cm == Approx(1.2));
    CHECK(tables.markers[n].inside_95 == Approx(expected(people, [&](const evaluation::Person& p) {
            const Pixel away = answer.markers[n].position - p.markers[n];
            const double margin = answer.markers[n].confidence_mm / answer_person.mm_per_px * p.mm_per_px;
            return norm(away) * p.mm_per_px <= inference::kNormalMarginFactor * margin ? 1 : 0;
          })));
  }
  CHECK(tables.floors.mae_body == Approx(0.01));
  CHECK_FALSE(evaluation.margins_measured);
  CHECK(tables.loop.converged_share == 1);
  CHECK(tables.loop.iterations_mean == 1);
  REQUIRE(tables.loop.error_cm_by_iteration.size() == 2);
  CHECK(tables.loop.error_cm_by_iteration[1] == Approx(tables.table1.back().error_cm));

  REQUIRE(evaluation.examples.size() == 2);
  CHECK(torch::equal(evaluation.examples[1].truth, people.xray[6][0]));
  CHECK(torch::allclose(evaluation.examples[1].predicted, picture_of(3, evaluation::person_of(people, 6))));
  CHECK(evaluation.examples[1].true_markers[0].row == Approx(46));
}

/// The same people with every pixel four times.
tensors::Dataset twice_as_large(const tensors::Dataset& people) {
  tensors::Dataset fine = people;
  fine.frame = refined(people.frame, 2);
  for (Tensor* pictures : {&fine.surface, &fine.xray})
    *pictures = pictures->repeat_interleave(2, 2).repeat_interleave(2, 3);
  fine.mm_per_px = people.mm_per_px / 2;
  return fine;
}

TEST_CASE("Finer X-rays are compared with true ones of the same people") {
  const testing::ConstantModels models(testing::kTinyFrame, kT, kCign);
  inference::Predictor predictor = models.predictor();
  const tensors::Dataset people = testing::tiny_people();
  tensors::Dataset fine = twice_as_large(people);
  evaluation::EvaluationOptions options;
  options.fine = &fine;
  const evaluation::Evaluation measured = evaluation::evaluate(predictor, people, options);
  REQUIRE(measured.fine);
  CHECK(measured.fine->rows == 2 * people.frame.rows);
  CHECK(measured.fine->people == 3);
  // These networks' X-rays are flat and cannot be made finer.
  const double error = measured.tables.table1.back().picture.mae_body;
  CHECK(measured.fine->shown.mae_body == Approx(error).epsilon(1e-3));
  CHECK(measured.fine->interpolated.mae_body == Approx(error).epsilon(1e-3));
  CHECK(measured.fine->shown.sharpness < 0.01);
  CHECK(evaluation_text(measured).find("X-rays of 352 x 352") != std::string::npos);

  fine.mm_per_px = fine.mm_per_px * 1.1;
  CHECK_THROWS_AS(evaluation::evaluate(predictor, people, options), InputError);
  options.fine = &people;
  CHECK_THROWS_AS(evaluation::evaluate(predictor, people, options), InputError);
}

TEST_CASE("Evaluation takes the split and the number of people it is told") {
  const testing::ConstantModels models(testing::kTinyFrame, kT, kCign);
  inference::Predictor predictor = models.predictor();
  tensors::Dataset people = testing::tiny_people();
  people.floor_mm = Tensor();
  people.floor_xray = Tensor();
  evaluation::EvaluationOptions options;
  options.split = tensors::Split::kTrain;
  options.most_people = 1;
  const evaluation::Evaluation evaluation = evaluation::evaluate(predictor, people, options);
  CHECK(evaluation.tables.people == 1);
  CHECK(torch::equal(evaluation.examples.at(0).truth, people.xray[0][0]));
  CHECK_FALSE(evaluation.tables.floors.marker_cm);
  CHECK_FALSE(evaluation.tables.markers[0].floor_cm);
}

TEST_CASE("Evaluation leaves out people whose truth is not wholly known, and says how many") {
  const testing::ConstantModels models(testing::kTinyFrame, kT, kCign);
  inference::Predictor predictor = models.predictor();
  tensors::Dataset people = testing::tiny_people();
  people.landmarks[5][3] = NAN;
  people.landmarks[1] = NAN;
  const evaluation::Evaluation evaluation = evaluation::evaluate(predictor, people);
  CHECK(evaluation.tables.people == 2);
  CHECK(evaluation.left_out == 1);
  CHECK(std::isfinite(evaluation.tables.table1.front().error_cm));
  CHECK(evaluation::evaluation_text(evaluation).find("1 more are left out") != std::string::npos);
  people.covered = torch::zeros_like(people.xray, torch::kUInt8);
  CHECK_THROWS_AS(evaluation::evaluate(predictor, people), InputError);
}

TEST_CASE("Evaluation refuses what it cannot compare, and stops on request") {
  const testing::ConstantModels models(testing::kTinyFrame, kT, kCign);
  inference::Predictor predictor = models.predictor();
  CHECK_THROWS_AS(evaluation::evaluate(predictor, testing::tiny_people({192, 176, 40, 140, 88})), InputError);
  CHECK_THROWS_AS(evaluation::evaluate(predictor, testing::tiny_people({176, 176, 40, 150, 88})), InputError);
  tensors::Dataset nobody = testing::tiny_people();
  nobody.split.fill_(0);
  CHECK_THROWS_AS(evaluation::evaluate(predictor, nobody), InputError);
  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(evaluation::evaluate(predictor, testing::tiny_people(), {}, {}, &cancel), Cancelled);
}

TEST_CASE("Evaluation refuses pictures too small for MS-SSIM") {
  const geometry::CanonicalFrame small{64, 176, 10, 50, 88};
  const testing::ConstantModels models(small, kT, kCign);
  inference::Predictor predictor = models.predictor();
  CHECK_THROWS_AS(evaluation::evaluate(predictor, testing::tiny_people(small)), InputError);
}

}  // namespace
}  // namespace skiagraph
