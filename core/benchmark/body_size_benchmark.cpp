#include "core/benchmark/body_size_benchmark.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "core/base/error.h"
#include "core/benchmark/benchmark_report.h"
#include "core/bodies/body_model_file.h"
#include "core/inference/predictor.h"

namespace skiagraph::benchmark {
namespace {

/// Both sexes, four statures and three body mass indices each; mm and kg.
std::vector<bodies::SizeTargets> people_of_many_sizes() {
  std::vector<bodies::SizeTargets> people;
  for (const bodies::Sex sex : {bodies::Sex::kFemale, bodies::Sex::kMale})
    for (const double quarter : {0.0, 1.0, 2.0, 3.0})
      for (const double mass_index : {20.0, 25.0, 31.0}) {
        const double stature = (sex == bodies::Sex::kFemale ? 1520 : 1650) + 80 * quarter;
        bodies::SizeTargets one;
        one.sex = sex;
        one[bodies::BodySize::kStature] = stature;
        one[bodies::BodySize::kWeight] = mass_index * std::pow(stature / 1000, 2);
        people.push_back(one);
      }
  return people;
}

std::shared_ptr<const geometry::SurfaceImage> surface_of(const bodies::Body& body,
                                                         const geometry::CanonicalFrame& frame) {
  return std::make_shared<geometry::SurfaceImage>(geometry::rasterise_surface(
      {&body.skin, 1}, geometry::CanonicalPlacement(frame, body.neck, body.symphysis)));
}

/// One value for each person (cold, drafts) or drag (warm).
struct Samples {
  std::vector<double> cold, warm, psnr_db, mean_px, worst_px;
};

/// Drags three markers by 3 cm up or down, in fifteen events each.
void add_drags(inference::Predictor& predictor, const inference::LoopRequest& request, Samples& all) {
  constexpr std::array kDragged{Marker::kLiverTop, Marker::kLungTopLeft, Marker::kIliacCrestRight};
  const double distance_px = 30 / request.surface->placement.mm_per_px();
  constexpr int kEvents = 15;
  for (std::size_t n = 0; n < kDragged.size(); ++n) {
    inference::LoopRequest dragged = request;
    const Pixel from = (*request.start)[static_cast<std::size_t>(kDragged[n])];
    dragged.max_iterations = 1;
    dragged.precision = inference::Precision::kDraft;
    for (int event = 1; event <= kEvents; ++event) {
      const double down = (n % 2 == 0 ? distance_px : -distance_px) * event / kEvents;
      dragged.pins = {{kDragged[n], from + Pixel{down, 0}}};
      dragged.start = inference::positions_of(predictor.run(dragged).markers);
    }
    dragged.max_iterations = inference::LoopRequest().max_iterations;
    dragged.precision = inference::Precision::kFinal;
    all.warm.push_back(predictor.run(dragged).iterations);
  }
}

void add_drafts(inference::Predictor& predictor, inference::LoopRequest request, Samples& all) {
  request.max_iterations = 1;
  const inference::LoopResult exact = predictor.run(request);
  request.precision = inference::Precision::kDraft;
  const inference::LoopResult draft = predictor.run(request);
  double squares = 0, sum = 0, worst = 0;
  for (std::size_t n = 0; n < exact.xray.pixels.size(); ++n)
    squares += std::pow(exact.xray.pixels[n] - draft.xray.pixels[n], 2);
  for (std::size_t n = 0; n < exact.markers.size(); ++n) {
    const double off = norm(exact.markers[n].answer - draft.markers[n].answer);
    sum += off;
    worst = std::max(worst, off);
  }
  all.psnr_db.push_back(-10 * std::log10(squares / static_cast<double>(exact.xray.pixels.size()) + 1e-20));
  all.mean_px.push_back(sum / kMarkerCount);
  all.worst_px.push_back(worst);
}

}  // namespace

BodySizeBenchmark benchmark_body_sizes(const std::filesystem::path& models, const ProgressFunction& progress,
                                       const CancelToken* cancel) {
  for (const bodies::Sex sex : {bodies::Sex::kFemale, bodies::Sex::kMale})
    if (!std::filesystem::exists(models / bodies::body_model_file_name(sex))) return {};
  const bodies::BodyModel female = bodies::read_body_model(
                              models / bodies::body_model_file_name(bodies::Sex::kFemale)),
                          male = bodies::read_body_model(models /
                                                         bodies::body_model_file_name(bodies::Sex::kMale));
  inference::Predictor predictor(models, "cpu");
  const std::vector<bodies::SizeTargets> people = people_of_many_sizes();
  Samples all;
  for (std::size_t n = 0; n < people.size(); ++n) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    if (progress) progress(static_cast<double>(n) / static_cast<double>(people.size()), "Many people");
    inference::LoopRequest request;
    request.surface =
        surface_of(bodies::make_body(people[n].sex == bodies::Sex::kFemale ? female : male, people[n]),
                   predictor.frame());
    const inference::LoopResult rest = predictor.run(request);
    all.cold.push_back(rest.iterations);
    request.start = inference::positions_of(rest.markers);
    add_drags(predictor, request, all);
    if (predictor.compute_type(inference::Precision::kDraft) == inference::ComputeType::kInt8)
      add_drafts(predictor, request, all);
  }
  if (progress) progress(1, "Many people");

  BodySizeBenchmark figures;
  figures.people = static_cast<int>(people.size());
  figures.cold_iterations_p95 = summary_of(all.cold).p95_ms;
  figures.warm_iterations_p95 = summary_of(all.warm).p95_ms;
  if (all.psnr_db.empty()) return figures;
  figures.int8_worst_psnr_db = *std::ranges::min_element(all.psnr_db);
  figures.int8_worst_px = *std::ranges::max_element(all.worst_px);
  for (const double px : all.mean_px) figures.int8_mean_px += px / static_cast<double>(all.mean_px.size());
  return figures;
}

}  // namespace skiagraph::benchmark
