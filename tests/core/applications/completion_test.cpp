#include "core/applications/completion/completion.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/bodies/built_in_person.h"
#include "core/geometry/scan_alignment.h"
#include "core/inference/mean_jacobian.h"

using namespace skiagraph;
using namespace skiagraph::applications;
using namespace skiagraph::geometry;
using namespace skiagraph::inference;

namespace {

/// The built-in person and the shipped networks.
struct Bench {
  Predictor predictor{std::filesystem::path(SKIAGRAPH_SOURCE_DIR) / "models", "cpu"};
  std::shared_ptr<const SurfaceImage> surface;
  LoopResult rest;

  Bench() {
    const AlignedScan scan = align_scan(bodies::built_in_person());
    surface = std::make_shared<const SurfaceImage>(
        rasterise_surface(std::span(&scan.mesh, 1), scan.placement(predictor.frame())));
    LoopRequest free;
    free.surface = surface;
    rest = predictor.run(free);
  }
  [[nodiscard]] double mm() const { return surface->placement.mm_per_px(); }
  [[nodiscard]] int scale() const { return predictor.frame().rows / 256; }

  /// Markers as another inside of this body has them: everything that moves with breath lies lower.
  [[nodiscard]] MarkerPositions breathed_in(double mm_down) const {
    MarkerPositions markers = positions_of(rest.markers);
    const Eigen::MatrixXd& together = predictor.learned_people()->interior_covariance;
    const auto liver = 2 * static_cast<Eigen::Index>(Marker::kLiverTop);
    const Eigen::VectorXd shift = together.col(liver) / together(liver, liver) * (mm_down / mm());
    return to_positions(to_vector(markers) + shift);
  }
  /// Rows [top, bottom) of 256 of CIGN's X-ray of these markers, on the scale of a film.
  [[nodiscard]] std::shared_ptr<imaging::XrayPicture> picture(const MarkerPositions& markers, int top,
                                                              int bottom) {
    const imaging::XrayImage xray = predictor.xray_of(surface, markers);
    top *= scale(), bottom *= scale();
    auto picture = std::make_shared<imaging::XrayPicture>();
    picture->rows = bottom - top, picture->columns = xray.frame.columns;
    picture->row_mm = picture->column_mm = mm();
    for (int n = top * xray.frame.columns; n < bottom * xray.frame.columns; ++n)
      picture->values.push_back(1000 * std::sqrt(xray.pixels[static_cast<std::size_t>(n)]));
    picture->known.assign(picture->values.size(), 1);
    return picture;
  }
  [[nodiscard]] CompletionRequest request(std::shared_ptr<const imaging::XrayPicture> picture) const {
    CompletionRequest request;
    request.surface = surface;
    request.picture = std::move(picture);
    request.rest = rest;
    return request;
  }
  [[nodiscard]] std::string refusal(const CompletionRequest& request) {
    try {
      complete(predictor, request);
    } catch (const InputError& error) {
      return error.code();
    }
    return "";
  }
};

double mean_error_mm(const Bench& bench, const Completion& completion, const MarkerPositions& truth,
                     Pixel CompletedMarker::*place) {
  double sum = 0;
  for (int n = 0; n < kMarkerCount; ++n)
    sum += norm(completion.markers[n].*place - truth[n]) * bench.mm() / kMarkerCount;
  return sum;
}

}  // namespace

TEST_CASE("The upper half of an X-ray brings back the markers that made it, the hidden ones too") {
  Bench bench;
  const MarkerPositions truth = bench.breathed_in(25);
  const auto picture = bench.picture(truth, 20, 140);
  std::vector<int> steps;
  bool last = false;
  const Completion done =
      complete(bench.predictor, bench.request(picture), {}, nullptr, [&](const Completion& state) {
        steps.push_back(state.fit.steps);
        last = state.last;
      });
  CHECK(last);
  REQUIRE(steps.size() >= 2);
  CHECK(steps.front() == 0);
  // Where it was put: the picture's middle row.
  CHECK(done.fit.placement.centre.row == Approx(bench.scale() * 80 - 0.5).margin(1.5 * bench.scale()));
  const double before = mean_error_mm(bench, done, truth, &CompletedMarker::before),
               after = mean_error_mm(bench, done, truth, &CompletedMarker::position);
  CHECK(before > 5);
  CHECK(after < 0.8 * before);
  CHECK(done.fit.difference < done.difference_before);
  CHECK(done.markers[static_cast<std::size_t>(Marker::kCarina)].seen);
  const auto kidney = static_cast<std::size_t>(Marker::kKidneyCentreLeft);
  CHECK_FALSE(done.markers[kidney].seen);
  CHECK(norm(done.markers[kidney].position - truth[kidney]) <
        norm(done.markers[kidney].before - truth[kidney]));
  // Seen markers are surer than hidden ones were.
  for (const CompletedMarker& marker : done.markers) CHECK(marker.margin_mm > 0);
  CHECK(done.markers[static_cast<std::size_t>(Marker::kLiverTop)].margin_mm <
        margin_mm(done.rest.markers[static_cast<std::size_t>(Marker::kLiverTop)]));
}

TEST_CASE("The real part stands in the joined X-ray, the synthetic one elsewhere") {
  Bench bench;
  const Completion done =
      complete(bench.predictor, bench.request(bench.picture(bench.breathed_in(20), 20, 140)));
  const int columns = bench.predictor.frame().columns;
  const auto at = [&](const std::vector<float>& pixels, int row) {
    return pixels[static_cast<std::size_t>(row * bench.scale()) * columns + columns / 2];
  };
  CHECK(at(done.xray.pixels, 80) == Approx(at(done.fit.real.values, 80)));
  CHECK(at(done.xray.pixels, 200) == Approx(at(done.fit.synthetic.pixels, 200)));
}

TEST_CASE("A picture that was put by hand stays, and pinned markers stay") {
  Bench bench;
  CompletionRequest request = bench.request(bench.picture(bench.breathed_in(20), 20, 140));
  request.placement =
      PicturePlacement{{79.5 * bench.scale(), (bench.predictor.frame().columns - 1) / 2.0}, 1};
  const Pixel held =
      positions_of(bench.rest.markers)[static_cast<std::size_t>(Marker::kLiverBottom)] + Pixel{5, 0};
  request.pins = {{Marker::kLiverBottom, held}};
  const Completion done = complete(bench.predictor, request);
  CHECK(done.fit.placement == *request.placement);
  const CompletedMarker& pinned = done.markers[static_cast<std::size_t>(Marker::kLiverBottom)];
  CHECK(pinned.pinned);
  CHECK(pinned.position == held);
}

TEST_CASE("Pictures that cannot be completed are refused by name") {
  Bench bench;
  const auto picture = bench.picture(positions_of(bench.rest.markers), 20, 140);
  CompletionRequest beside = bench.request(picture);
  beside.placement = PicturePlacement{{-400, 90}, 1};
  CHECK(bench.refusal(beside) == "partial.no_overlap");

  auto unscaled = std::make_shared<imaging::XrayPicture>(*picture);
  unscaled->row_mm = unscaled->column_mm = 0;
  CHECK(bench.refusal(bench.request(unscaled)) == "partial.no_spacing");

  auto turned = std::make_shared<imaging::XrayPicture>(*picture);
  std::ranges::reverse(turned->values);
  CHECK(bench.refusal(bench.request(turned)) == "partial.upside_down");

  auto noise = std::make_shared<imaging::XrayPicture>(*picture);
  RandomStream random(1, 1);
  for (float& value : noise->values) value = static_cast<float>(random.uniform());
  CHECK(bench.refusal(bench.request(noise)) == "partial.no_match");

  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(complete(bench.predictor, bench.request(picture), {}, &cancel), Cancelled);
}
