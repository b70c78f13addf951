#include "core/training/checkpoint.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <functional>

#include "core/base/error.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::networks;
using namespace skiagraph::tensors;
using namespace skiagraph::training;
using testing::kSmallFrame;
using testing::TemporaryFolder;

namespace {

constexpr TrainingPosition kPosition{2, 17, 3.5, 4, 0.25, -0.5};
const TrainingTexts kTexts{"the recipe", "the log"};

/// A learner in the middle of its work: after a few steps along made-up gradients.
Learner busy_learner(NetworkId id, Networks& networks) {
  Learner learner(id, networks);
  torch::manual_seed(9);
  for (int step = 0; step < 3; ++step) {
    for (auto& parameter : networks.network(id)->parameters())
      parameter.mutable_grad() = torch::randn_like(parameter);
    learner.adam.step(1e-3);
    learner.average.update(network_tensors(networks.network(id)));
  }
  return learner;
}

std::map<std::string, torch::Tensor> state_of(const Learner& learner) {
  std::map<std::string, torch::Tensor> tensors;
  learner.adam.save("adam/", tensors);
  learner.average.save("average/", tensors);
  return tensors;
}

void check_equal(const std::map<std::string, torch::Tensor>& a,
                 const std::map<std::string, torch::Tensor>& b) {
  REQUIRE(a.size() == b.size());
  for (const auto& [name, tensor] : a) {
    INFO(name);
    CHECK(tensor.equal(b.at(name)));
  }
}

}  // namespace

TEST_CASE("A checkpoint brings back networks, learners and position bit for bit") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "checkpoint.safetensors";
  Networks written = make_networks(kSmallFrame, 4);
  std::vector<Learner> learners;
  for (const NetworkId id : {NetworkId::kMpn, NetworkId::kCign})
    learners.push_back(busy_learner(id, written));
  write_checkpoint(path, kTexts, written, learners, nullptr, kPosition);

  const Checkpoint checkpoint(path, "the recipe");
  CHECK(checkpoint.position().stage == kPosition.stage);
  CHECK(checkpoint.position().step == kPosition.step);
  CHECK(checkpoint.position().seconds == kPosition.seconds);
  CHECK(checkpoint.position().critic_steps == kPosition.critic_steps);
  CHECK(checkpoint.position().loss == kPosition.loss);
  CHECK(checkpoint.position().critic_loss == kPosition.critic_loss);
  CHECK(checkpoint.log() == "the log");
  Networks read = make_networks(kSmallFrame, 5);
  checkpoint.restore(read);
  for (const NetworkId id : kNetworkIds)
    check_equal(network_tensors(written.network(id)), network_tensors(read.network(id)));
  std::vector<Learner> fresh;
  for (const Learner& learner : learners) fresh.emplace_back(learner.id, read);
  checkpoint.restore(fresh);
  for (std::size_t n = 0; n < fresh.size(); ++n) check_equal(state_of(learners[n]), state_of(fresh[n]));
}

TEST_CASE("A checkpoint from before losses and log were kept can be resumed") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "checkpoint.safetensors";
  Networks networks = make_networks(kSmallFrame, 4);
  write_checkpoint(path, kTexts, networks, {}, nullptr, kPosition);
  TensorFile file = read_tensor_file(path);
  file.metadata.erase("log");
  file.tensors.at("position") = file.tensors.at("position").slice(0, 0, 4).clone();
  write_tensor_file(path, file);
  const Checkpoint checkpoint(path, "the recipe");
  CHECK(checkpoint.position().step == kPosition.step);
  CHECK(std::isnan(checkpoint.position().loss));
  CHECK_FALSE(checkpoint.log().has_value());
}

TEST_CASE("Checkpoints that cannot be resumed are refused in one sentence that names the file") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "checkpoint.safetensors";
  Networks networks = make_networks(kSmallFrame, 4);
  std::vector<Learner> learners;
  learners.emplace_back(NetworkId::kT, networks);
  write_checkpoint(path, kTexts, networks, learners, nullptr, kPosition);
  const auto change = [&](const std::function<void(TensorFile&)>& change_file) {
    TensorFile file = read_tensor_file(path);
    change_file(file);
    write_tensor_file(path, file);
  };
  const auto refused = [&](const std::string& recipe, std::vector<Learner>& who) {
    const auto resume = [&] {
      const Checkpoint checkpoint(path, recipe);
      checkpoint.restore(networks);
      checkpoint.restore(who);
    };
    CHECK_THROWS_AS(resume(), InputError);
    CHECK_THROWS_WITH(resume(), Catch::Contains("checkpoint.safetensors") && Catch::EndsWith("."));
  };

  SECTION("another recipe") {
    refused("another recipe", learners);
  }
  SECTION("missing") {
    std::filesystem::remove(path);
    refused("the recipe", learners);
  }
  SECTION("truncated") {
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    refused("the recipe", learners);
  }
  SECTION("not a tensor file") {
    std::ofstream(path) << "hello";
    refused("the recipe", learners);
  }
  SECTION("weights instead of a checkpoint") {
    write_networks(folder.path(), networks);
    std::filesystem::rename(folder.path() / "t.safetensors", path);
    refused("the recipe", learners);
  }
  SECTION("a network's tensor is missing") {
    change([](TensorFile& file) { file.tensors.erase("mpn/network/convolution1.weight"); });
    refused("the recipe", learners);
  }
  SECTION("a weight is not a number") {
    change([](TensorFile& file) {
      file.tensors.at("t/network/convolution1.weight").view(-1)[0] = std::nan("");
    });
    refused("the recipe", learners);
  }
  SECTION("the learner's state is missing") {
    change([](TensorFile& file) { file.tensors.erase("t/adam/steps"); });
    refused("the recipe", learners);
  }
  SECTION("the state is another learner's") {
    std::vector<Learner> others;
    others.emplace_back(NetworkId::kCign, networks);
    refused("the recipe", others);
  }
}
