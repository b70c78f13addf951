#include <torch/types.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "core/inference/calibrate.h"
#include "core/inference/predictor.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using namespace skiagraph::networks;
using namespace skiagraph::tensors;
using testing::kSmallFrame;
using testing::small_people;
using testing::TemporaryFolder;

namespace {

Predictor predictor_in(const std::filesystem::path& models, std::optional<ComputeType> type) {
  PredictorOptions options;
  options.compute_type = type;
  options.cache.clear();
  return Predictor(models, "cpu", options);
}

/// A folder of networks with a calibration on small people.
struct CalibratedModel {
  TemporaryFolder folder;
  Dataset people;
  Networks networks;
  explicit CalibratedModel(Dataset of = small_people())
      : people(std::move(of)), networks(make_networks(people.frame, 11)) {
    {
      // As after training: pictures that have something in them.
      torch::NoGradGuard no_grad;
      for (const NetworkId id : kNetworkIds) {
        networks.network(id)->named_parameters()["convolution27.weight"].mul_(20);
        networks.network(id)->eval();
      }
    }
    write_networks(folder.path(), networks);
    write_calibration(calibration_path(folder.path()), calibrate(networks, people),
                      weights_checksum(weights_of(networks)));
  }
};

double psnr(const std::vector<float>& a, const std::vector<float>& b) {
  double sum = 0;
  for (std::size_t n = 0; n < a.size(); ++n) sum += (a[n] - b[n]) * (a[n] - b[n]);
  return -10 * std::log10(sum / static_cast<double>(a.size()));
}

}  // namespace

TEST_CASE("Drafts in int8 look like the reference; what is final is float32 to the last digits") {
  const bool folded = GENERATE(false, true);
  INFO((folded ? "folded" : "not folded"));
  CalibratedModel model(folded ? testing::folded_people() : small_people());
  Predictor reference = predictor_in(model.folder.path(), ComputeType::kLibTorch),
            int8 = predictor_in(model.folder.path(), ComputeType::kInt8);
  REQUIRE(int8.compute_type(Precision::kDraft) == ComputeType::kInt8);
  CHECK(int8.compute_type(Precision::kFinal) == ComputeType::kFloat32);
  const torch::Tensor test = model.people.indices(Split::kTest);
  for (std::int64_t n = 0; n < test.numel(); ++n) {
    const auto person = test[n].item<std::int64_t>();
    LoopRequest request;
    request.surface = testing::surface_of(model.people, person);
    request.max_iterations = 1;
    request.start.emplace();
    for (int m = 0; m < kMarkerCount; ++m)
      (*request.start)[m] = {model.people.landmarks[person][m][0].item<double>(),
                             model.people.landmarks[person][m][1].item<double>()};
    const LoopResult expected = reference.run(request), final_one = int8.run(request);
    request.precision = Precision::kDraft;
    const LoopResult draft = int8.run(request);
    CHECK(psnr(draft.xray.pixels, expected.xray.pixels) >= 45);
    for (std::size_t at = 0; at < expected.xray.pixels.size(); ++at)
      REQUIRE(std::abs(final_one.xray.pixels[at] - expected.xray.pixels[at]) <= 1e-4F);
    for (int m = 0; m < kMarkerCount; ++m) {
      // Untrained maps are broad, above all where the large pictures are empty: their peaks are not sharp.
      CHECK(norm(final_one.markers[m].answer - expected.markers[m].answer) <= (folded ? 0.1 : 0.01));
      CHECK(final_one.markers[m].confidence_mm == Approx(expected.markers[m].confidence_mm).epsilon(1e-3));
    }
  }
}

TEST_CASE("A calibration comes back as it was written, for its weights alone") {
  CalibratedModel model;
  const auto path = calibration_path(model.folder.path());
  const std::string weights = weights_checksum(weights_of(model.networks));
  const auto read = read_calibration(path, weights);
  REQUIRE(read);
  const Calibration again = calibrate(model.networks, model.people);
  for (std::size_t n = 0; n < again.scales.size(); ++n)
    CHECK(read->scales[n].of_convolution == again.scales[n].of_convolution);
  Networks other = make_networks(kSmallFrame, 12);
  CHECK(weights_checksum(weights_of(other)) != weights);
  CHECK_FALSE(read_calibration(path, weights_checksum(weights_of(other))));
}

TEST_CASE("Without a calibration, or with one that is damaged or of other weights, drafts are float32") {
  CalibratedModel model;
  const auto path = calibration_path(model.folder.path());
  const auto draft_type = [&] {
    return predictor_in(model.folder.path(), ComputeType::kInt8).compute_type(Precision::kDraft);
  };
  CHECK(draft_type() == ComputeType::kInt8);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 100);
  CHECK(draft_type() == ComputeType::kFloat32);
  std::ofstream(path) << "not tensors";
  CHECK(draft_type() == ComputeType::kFloat32);
  std::filesystem::remove(path);
  CHECK(draft_type() == ComputeType::kFloat32);
  Calibration negative = calibrate(model.networks, model.people);
  negative.scales[1].of_convolution[3][5] = -1;
  write_calibration(path, negative, weights_checksum(weights_of(model.networks)));
  CHECK(draft_type() == ComputeType::kFloat32);
  write_calibration(path, calibrate(model.networks, model.people), "0123456789abcdef");
  CHECK(draft_type() == ComputeType::kFloat32);
}

TEST_CASE("Nobody to calibrate with is said in a sentence") {
  CalibratedModel model;
  Dataset people = model.people;
  people.split = torch::zeros_like(people.split);
  CHECK_THROWS_WITH(calibrate(model.networks, people), Catch::Contains("validation"));
  people.frame.rows *= 2;
  CHECK_THROWS_AS(calibrate(model.networks, people), InputError);
}
