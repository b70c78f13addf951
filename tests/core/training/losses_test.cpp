#include "core/training/losses.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <functional>

#include "core/training/checkpoint.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::networks;
using namespace skiagraph::tensors;
using namespace skiagraph::training;

namespace {

using LossFunction = std::function<torch::Tensor(const NetworkRunner&, const Batch&)>;

/// Takes one step on a batch; returns the loss before and after.
std::pair<double, double> learn(Networks& networks, NetworkId id, const LossFunction& loss,
                                const Batch& batch) {
  for (const NetworkId other : kNetworkIds) {
    networks.network(other)->eval();
    for (auto& parameter : networks.network(other)->parameters()) parameter.requires_grad_(other == id);
  }
  Learner learner(id, networks);
  const NetworkRunner run{networks};
  const auto before = loss(run, batch);
  learner.adam.zero_gradients();
  before.backward();
  learner.adam.step(1e-3);
  return {before.item<double>(), loss(run, batch).item<double>()};
}

std::map<std::string, torch::Tensor> copy_of(const Unet& network) {
  std::map<std::string, torch::Tensor> copy;
  for (const auto& [name, tensor] : network_tensors(network)) copy[name] = tensor.detach().clone();
  return copy;
}

bool unchanged(const Unet& network, const std::map<std::string, torch::Tensor>& before) {
  for (const auto& [name, tensor] : network_tensors(network))
    if (!tensor.equal(before.at(name))) return false;
  return true;
}

}  // namespace

TEST_CASE(
    "One step lowers the loss of the network that learns and leaves the others untouched, bit for bit") {
  const Dataset people = testing::small_people();
  const Batch batch = Batches(people, Split::kTrain, 1, 1).random(0, 6);
  // The same pins before and after the step, so that only the weights change the loss.
  const auto random = [] { return RandomStream(2, 0); };
  struct Case {
    const char* name;
    NetworkId id;
    LossFunction loss;
  };
  const std::vector<Case> cases{
      {"t", NetworkId::kT, [](const auto& run, const auto& b) { return t_stage_loss(run, b); }},
      {"cign", NetworkId::kCign,
       [&](const auto& run, const auto& b) {
         auto stream = random();
         return cign_stage_loss(run, b, stream).loss;
       }},
      {"mpn", NetworkId::kMpn,
       [&](const auto& run, const auto& b) {
         auto stream = random();
         return mpn_stage_loss(run, b, stream);
       }},
      {"reader", NetworkId::kMpn,
       [&](const auto& run, const auto& b) {
         auto stream = random();
         return reader_stage_loss(run, b, stream);
       }},
      {"convergent mpn", NetworkId::kMpn,
       [&](const auto& run, const auto& b) {
         auto stream = random();
         return convergent_mpn_loss(run, b, 0.5, stream);
       }},
      {"convergent cign", NetworkId::kCign, [&](const auto& run, const auto& b) {
         auto stream = random();
         return convergent_cign_loss(run, b, 0.5, stream).loss;
       }}};
  for (const Case& c : cases) {
    INFO(c.name);
    Networks networks = make_networks(testing::kSmallFrame, 6);
    std::map<NetworkId, std::map<std::string, torch::Tensor>> before;
    for (const NetworkId id : kNetworkIds) before[id] = copy_of(networks.network(id));
    const auto [before_step, after_step] = learn(networks, c.id, c.loss, batch);
    CHECK(after_step < before_step);
    for (const NetworkId id : kNetworkIds) CHECK(unchanged(networks.network(id), before[id]) == (id != c.id));
  }
}

TEST_CASE("An empty answer scores one for its maps, a perfect one next to nothing") {
  const auto markers = torch::tensor({{{20.0F, 20.0F}, {40.0F, 30.0F}}});
  const auto truth = marker_loss(torch::zeros({1, 2, 64, 48}), markers, 1).item<double>();
  CHECK(truth > 1);
  const auto row = torch::arange(64).reshape({1, 1, -1, 1}),
             column = torch::arange(48).reshape({1, 1, 1, -1});
  const auto distance2 = (row - markers.select(2, 0).reshape({1, 2, 1, 1})).square() +
                         (column - markers.select(2, 1).reshape({1, 2, 1, 1})).square();
  CHECK(marker_loss(torch::exp(-0.5 * distance2) * (distance2 <= 25), markers, 1).item<double>() < 0.02);
}

TEST_CASE("A turn is charged for what it leaves of a step beyond six tenths, along its slowest way") {
  const auto markers = torch::full({2, 3, 2}, 40.0F);
  auto step = torch::ones({2, 3, 2});
  const auto charged = [&](const torch::Tensor& left) {
    return contraction_loss([&](const torch::Tensor& places) { return 7 + (places - markers) * left; },
                            markers, step)
        .item<double>();
  };
  CHECK(charged(torch::tensor(0.9F)) == Approx(0.3).margin(1e-3));
  CHECK(charged(torch::tensor(-0.9F)) == Approx(0.3).margin(1e-3));
  CHECK(charged(torch::tensor(0.6F)) == Approx(0).margin(1e-3));
  CHECK(charged(torch::tensor(0.2F)) == 0);
  // One marker creeps, the others rest at once: of the step alone less than six tenths would be left.
  auto creeping = torch::zeros({1, 3, 2});
  creeping[0][1] = 0.9;
  CHECK(charged(creeping) == Approx(0.3).margin(1e-3));
  // The way to less is a shorter answer.
  auto left = torch::full({1, 1, 1}, 0.9F).requires_grad_();
  contraction_loss([&](const torch::Tensor& places) { return (places - markers) * left; }, markers, step)
      .backward();
  CHECK(left.grad().item<double>() > 0.5);
}

TEST_CASE("What is not covered has no part in the loss of a picture") {
  const auto truth = torch::zeros({1, 1, 4, 4});
  auto predicted = torch::full({1, 1, 4, 4}, 0.1), covered = torch::ones({1, 1, 4, 4});
  CHECK(xray_loss(predicted, truth).item<double>() == Approx(1));
  predicted.slice(2, 0, 2) = 0.9;
  covered.slice(2, 0, 2) = 0;
  CHECK(xray_loss(predicted, truth, covered).item<double>() == Approx(1));
  CHECK(xray_loss(predicted, truth, torch::zeros_like(covered)).item<double>() == 0);
}

TEST_CASE("An MPN of smaller pictures is shown them, and answers in pixels of the given ones") {
  Networks networks = make_networks(testing::kSmallFrame, 6);
  for (const NetworkId id : kNetworkIds) networks.network(id)->eval();
  torch::NoGradGuard no_grad;
  const Batch small = Batches(testing::small_people(), Split::kTrain, 1, 1).in_order(0, 6);
  const Batch large{small.surface.repeat_interleave(2, 2).repeat_interleave(2, 3),
                    small.xray.repeat_interleave(2, 2).repeat_interleave(2, 3), small.markers * 2 + 0.5};
  const NetworkRunner plain{networks, 2};
  const auto expected = plain.places(plain.mpn(small.surface, small.xray));
  networks.marker_shrink = 2;
  const NetworkRunner run{networks, 1};
  const auto maps = run.mpn(large.surface, large.xray);
  CHECK(maps.size(2) == small.surface.size(2));
  CHECK(torch::allclose(run.places(maps), expected * 2 + 0.5, 1e-4, 1e-2));
}
