#include "core/inference/compute_type_choice.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "core/base/error.h"
#include "core/inference/predictor.h"
#include "core/networks/networks.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using namespace skiagraph::networks;
using namespace skiagraph::tensors;
using testing::kSmallFrame;
using testing::TemporaryFolder;

namespace {

std::filesystem::path only_file_in(const std::filesystem::path& folder) {
  std::filesystem::path found;
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    found = entry.path();
    ++files;
  }
  REQUIRE(files == 1);
  return found;
}

}  // namespace

TEST_CASE("What is remembered is found again under its key alone; damage is as if nothing were there") {
  const TemporaryFolder folder;
  const ComputeTypeCache cache(folder.path() / "made" / "when needed");
  CHECK_FALSE(cache.find("this machine"));
  for (const ComputeType type : {ComputeType::kInt8, ComputeType::kFloat32, ComputeType::kLibTorch}) {
    cache.remember("this machine", type);
    CHECK(cache.find("this machine") == type);
  }
  CHECK_FALSE(cache.find("another machine"));
  const auto file = only_file_in(folder.path() / "made" / "when needed");
  std::ofstream(file) << "skiagraph-form-1\nthis machine\nint";
  CHECK_FALSE(cache.find("this machine"));
  std::ofstream(file) << "\0\1\2";
  CHECK_FALSE(cache.find("this machine"));
  std::ofstream(file) << "skiagraph-form-1\nanother machine\nint8\n";
  CHECK_FALSE(cache.find("this machine"));
}

TEST_CASE("A cache that cannot be written is no fault") {
  const ComputeTypeCache nowhere{std::filesystem::path()}, impossible{"/proc/no such folder"};
  for (const ComputeTypeCache& cache : {nowhere, impossible}) {
    cache.remember("key", ComputeType::kInt8);
    CHECK_FALSE(cache.find("key"));
  }
}

TEST_CASE("The self-test's outcome is remembered, and what is remembered is taken") {
  const TemporaryFolder folder;
  const ComputeTypeCache cache(folder.path());
  Networks untrained = make_networks(kSmallFrame, 3);
  const NetworkWeights networks = weights_of(untrained);
  const ChosenNetworks first = choose_networks(networks, std::nullopt, std::nullopt, cache, "key");
  CHECK(first.fast == first.exact);  // no calibration
  CHECK(cache.find("key") == first.fast_type);
  cache.remember("key", ComputeType::kLibTorch);
  CHECK(choose_networks(networks, std::nullopt, std::nullopt, cache, "key").exact_type ==
        ComputeType::kLibTorch);
  CHECK(choose_networks(networks, std::nullopt, ComputeType::kFloat32, cache, "key").exact_type ==
        ComputeType::kFloat32);
}

TEST_CASE("The compiled loop and LibTorch's come to rest at the same place") {
  const TemporaryFolder folder;
  const Dataset people = GENERATE(false, true) ? testing::folded_people() : testing::small_people();
  Networks networks = make_networks(people.frame, 11);
  write_networks(folder.path(), networks);
  std::vector<LoopResult> results;
  for (const ComputeType type : {ComputeType::kLibTorch, ComputeType::kFloat32}) {
    PredictorOptions options;
    options.compute_type = type;
    Predictor predictor(folder.path(), "cpu", options);
    REQUIRE(predictor.compute_type(Precision::kFinal) == type);
    LoopRequest request;
    request.surface = testing::surface_of(people, 2);
    request.pins = {{Marker::kLiverTop, {30.5, 22.25}}};
    request.max_iterations = 4;
    request.tolerance_px = 0;
    results.push_back(predictor.run(request));
  }
  CHECK(results[0].iterations == results[1].iterations);
  for (std::size_t n = 0; n < results[0].xray.pixels.size(); ++n)
    REQUIRE(std::abs(results[0].xray.pixels[n] - results[1].xray.pixels[n]) <= 1e-4F);
}

TEST_CASE("The environment may name the compute type") {
  const TemporaryFolder folder;
  Networks networks = make_networks(kSmallFrame, 11);
  write_networks(folder.path(), networks);
  setenv("SKIAGRAPH_NETWORKS", "libtorch", 1);
  CHECK(Predictor(folder.path(), "cpu").compute_type(Precision::kDraft) == ComputeType::kLibTorch);
  setenv("SKIAGRAPH_NETWORKS", "abacus", 1);
  CHECK_THROWS_AS(Predictor(folder.path(), "cpu"), InputError);
  unsetenv("SKIAGRAPH_NETWORKS");
}
