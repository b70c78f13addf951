#include "core/networks/super_resolution.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "core/inference/predictor.h"
#include "core/networks/networks.h"
#include "core/training/super_resolution_training.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using namespace skiagraph::networks;
using Catch::Matchers::Contains;
using testing::kSmallFrame;
using testing::TemporaryFolder;

namespace {

torch::Tensor means_of(const torch::Tensor& fine) {
  return torch::avg_pool2d(fine, {2, 2});
}

/// With detail that can be seen.
SuperResolutionWeights strong_weights(const geometry::CanonicalFrame& frame) {
  SuperResolutionWeights weights = weights_of(make_super_resolution(7), frame);
  for (float& value : weights.tensors.at("convolution4.weight").values) value *= 20;
  weights.tensors.at("convolution4.bias").values = {0.02F, 0, 0, 0.01F};
  return weights;
}

struct Model {
  TemporaryFolder folder;
  SuperResolutionWeights weights = strong_weights(kSmallFrame);
  Model() {
    Networks networks = make_networks(kSmallFrame, 11);
    write_networks(folder.path(), networks);
    write_super_resolution(super_resolution_path(folder.path()), weights);
  }
  [[nodiscard]] Predictor predictor(ComputeType type) const {
    PredictorOptions options;
    options.compute_type = type;
    return Predictor(folder.path(), "cpu", options);
  }
};

/// Grey everywhere, brighter to one side, of the surface's frame.
imaging::XrayImage sloping_xray() {
  imaging::XrayImage xray{kSmallFrame, {}};
  for (int row = 0; row < kSmallFrame.rows; ++row)
    for (int column = 0; column < kSmallFrame.columns; ++column)
      xray.pixels.push_back(0.3F + 0.005F * static_cast<float>(column) + 0.01F * static_cast<float>(row % 3));
  return xray;
}

/// People whose discs are round to the pixel, which their pictures of half the size tell.
tensors::Dataset people_with_detail() {
  tensors::Dataset people = testing::folded_people();
  const auto thickness = people.surface.slice(1, 1, 2);
  const auto disc = (people.xray - thickness > 0.2).to(torch::kFloat32);
  const auto row = torch::arange(people.frame.rows).reshape({1, 1, -1, 1}),
             column = torch::arange(people.frame.columns).reshape({1, 1, 1, -1});
  const auto centre = [&](const torch::Tensor& places) {
    return ((disc * places).sum({2, 3}) / disc.sum({2, 3})).reshape({-1, 1, 1, 1});
  };
  constexpr double kRadius = 12.5;
  const auto distance = ((row - centre(row)).square() + (column - centre(column)).square()).sqrt();
  people.xray = thickness + 0.4 * (kRadius + 0.5 - distance).clamp(0, 1);
  return people;
}

constexpr geometry::CanonicalFrame kHalfFrame{144, 48, 56, 90, 24};

}  // namespace

TEST_CASE("What is added to an X-ray leaves the means of its squares as they were") {
  torch::NoGradGuard no_grad;
  SuperResolution network = super_resolution_with(strong_weights(kSmallFrame));
  torch::manual_seed(4);
  const auto surface = torch::rand({2, 2, 12, 10}), xray = torch::rand({2, 1, 12, 10});
  const auto detail = network->forward(surface, xray);
  CHECK(detail.sizes() == torch::IntArrayRef({2, 1, 24, 20}));
  CHECK(detail.abs().mean().item<double>() > 1e-3);
  CHECK(torch::allclose(means_of(detail), torch::zeros_like(xray), 0, 1e-6));
  CHECK(torch::allclose(means_of(with_detail(xray, detail)), xray, 0, 1e-5));
}

TEST_CASE("A fine picture is its means with its detail") {
  torch::manual_seed(5);
  const auto fine = torch::rand({2, 1, 8, 6});
  CHECK(torch::allclose(with_detail(means_of(fine), detail_of(fine)), fine));
}

TEST_CASE("Weights for finer X-rays come back from their file, and others are refused") {
  const TemporaryFolder folder;
  const auto file = super_resolution_path(folder.path());
  CHECK_FALSE(read_super_resolution(file, kSmallFrame));
  SuperResolutionWeights weights = strong_weights(kSmallFrame);
  write_super_resolution(file, weights);
  const auto read = read_super_resolution(file, kSmallFrame);
  REQUIRE(read);
  CHECK(read->largest_activations.empty());
  CHECK(read->tensors.at("convolution2.weight").values == weights.tensors.at("convolution2.weight").values);

  SuperResolutionWeights measured = weights;
  measured.largest_activations.assign(96, 0.5F);
  write_super_resolution(file, measured);
  CHECK(read_super_resolution(file, kSmallFrame)->largest_activations == measured.largest_activations);

  CHECK_THROWS_WITH(read_super_resolution(file, refined(kSmallFrame, 2)), Contains("another picture frame"));
  weights.tensors.erase("convolution3.bias");
  write_super_resolution(file, weights);
  CHECK_THROWS_WITH(read_super_resolution(file, kSmallFrame), Contains("convolution3.bias\" is missing"));
  weights = strong_weights(kSmallFrame);
  weights.tensors.at("convolution1.bias").values[3] = NAN;
  write_super_resolution(file, weights);
  CHECK_THROWS_AS(read_super_resolution(file, kSmallFrame), InputError);
  Networks networks = make_networks(kSmallFrame, 1);
  write_networks(folder.path(), networks);
  std::filesystem::copy_file(folder.path() / "t.safetensors", file,
                             std::filesystem::copy_options::overwrite_existing);
  CHECK_THROWS_WITH(read_super_resolution(file, kSmallFrame), Contains("does not hold weights for finer"));
  std::ofstream(file) << "damaged";
  CHECK_THROWS_AS(read_super_resolution(file, kSmallFrame), InputError);
}

TEST_CASE("An X-ray is made finer for a body of any size, in every compute type alike") {
  const Model model;
  const tensors::Dataset people = testing::small_people();
  const auto surface = testing::surface_of(people, 2);
  const imaging::XrayImage xray = sloping_xray();
  const imaging::XrayImage reference = model.predictor(ComputeType::kLibTorch).fine_xray(surface, xray);
  REQUIRE(reference.frame == refined(kSmallFrame, 2));
  Predictor compiled = model.predictor(ComputeType::kFloat32);
  const imaging::XrayImage fine = compiled.fine_xray(surface, xray);
  REQUIRE(fine.pixels.size() == 4 * xray.pixels.size());
  double difference = 0, added = 0, moved = 0;
  const int columns = kSmallFrame.columns;
  const auto at = [&](int row, int column) {
    return fine.pixels[static_cast<std::size_t>(row * 2 * columns + column)];
  };
  for (std::size_t n = 0; n < fine.pixels.size(); ++n)
    difference = std::max(difference, std::abs(static_cast<double>(fine.pixels[n]) - reference.pixels[n]));
  for (int row = 0; row < kSmallFrame.rows; ++row)
    for (int column = 0; column < columns; ++column) {
      const double whole = xray.pixels[static_cast<std::size_t>(row * columns + column)];
      const double mean = (at(2 * row, 2 * column) + at(2 * row, 2 * column + 1) +
                           at(2 * row + 1, 2 * column) + at(2 * row + 1, 2 * column + 1)) /
                          4.0;
      moved = std::max(moved, std::abs(mean - whole));
      added = std::max(added, std::abs(at(2 * row, 2 * column) - whole));
    }
  // Beside the body nothing is added, on it something is.
  double beside = 0;
  for (int row = 0; row < kSmallFrame.rows; ++row)
    for (int column = 0; column < columns; ++column)
      if (!surface->inside(row, column))
        beside = std::max(beside, std::abs(static_cast<double>(at(2 * row + 1, 2 * column)) -
                                           xray.pixels[static_cast<std::size_t>(row * columns + column)]));
  CHECK(beside < 1e-6);
  CHECK(difference < 1e-4);
  CHECK(moved < 1e-4);
  CHECK(added > 5e-3);
}

TEST_CASE("Without weights for it an X-ray stays as it is") {
  const TemporaryFolder folder;
  Networks networks = make_networks(kSmallFrame, 11);
  write_networks(folder.path(), networks);
  Predictor predictor(folder.path(), "cpu");
  const imaging::XrayImage xray = sloping_xray();
  const imaging::XrayImage same = predictor.fine_xray(testing::surface_of(testing::small_people(), 0), xray);
  CHECK(same.frame == kSmallFrame);
  for (std::size_t n = 0; n < xray.pixels.size(); ++n)
    REQUIRE(same.pixels[n] == Approx(xray.pixels[n]).margin(1e-6));
}

TEST_CASE("The markers of the loop are the same with and without finer X-rays") {
  const Model model;
  LoopRequest request;
  request.surface = testing::surface_of(testing::small_people(), 1);
  request.max_iterations = 3;
  const LoopResult with = model.predictor(ComputeType::kFloat32).run(request);
  std::filesystem::remove(super_resolution_path(model.folder.path()));
  const LoopResult without = model.predictor(ComputeType::kFloat32).run(request);
  CHECK(with.xray.pixels == without.xray.pixels);
  for (int n = 0; n < kMarkerCount; ++n)
    CHECK(norm(with.markers[n].position - without.markers[n].position) == 0);
}

TEST_CASE("Training learns where detail lies and how much there is from X-rays of half the size") {
  Networks networks = make_networks(kHalfFrame, 3);
  const tensors::Dataset people = people_with_detail();
  training::SuperResolutionOptions options;
  options.steps = 100;
  options.learning_rate = 5e-3;
  training::TrainedSuperResolution trained = training::train_super_resolution(networks, people, options);
  torch::NoGradGuard no_grad;
  const auto predicted = trained.network->forward(means_of(people.surface), means_of(people.xray)),
             truth = detail_of(people.xray);
  const auto correlation = (predicted * truth).sum() / (predicted.norm() * truth.norm());
  CHECK(correlation.item<double>() > 0.5);
  CHECK(trained.figures.back().step == options.steps);
  CHECK(trained.figures.back().true_detail > 0.4);
  CHECK(trained.figures.back().true_detail < 1.5);
}

TEST_CASE("Training for finer X-rays refuses people of another frame, and stops on request") {
  Networks networks = make_networks(kSmallFrame, 3);
  CHECK_THROWS_WITH(training::train_super_resolution(networks, testing::small_people(), {}),
                    Contains("twice as large"));
  Networks half = make_networks(kHalfFrame, 3);
  training::SuperResolutionOptions wild;
  wild.steps = 20;
  wild.learning_rate = 1e30;
  CHECK_THROWS_WITH(training::train_super_resolution(half, people_with_detail(), wild), Contains("diverged"));
  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(training::train_super_resolution(half, people_with_detail(), {}, {}, &cancel), Cancelled);
}
