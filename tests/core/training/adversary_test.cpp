#include "core/training/adversary.h"

#include <torch/autograd.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "core/networks/heat_maps.h"

using namespace skiagraph;
using namespace skiagraph::training;
using torch::Tensor;
using Kind = AdversaryOptions::Kind;

namespace {

constexpr int kPeople = 4, kSide = 64;

struct Pictures {
  Tensor surface = torch::full({kPeople, 2, kSide, kSide}, 0.3F);
  Tensor truth, predicted;
};

/// True pictures have grain, predicted ones do not.
Pictures pictures(std::int64_t seed) {
  torch::manual_seed(seed);
  Pictures p;
  p.predicted = torch::full({kPeople, 1, kSide, kSide}, 0.4F);
  p.truth = p.predicted + 0.05 * torch::randn({kPeople, 1, kSide, kSide});
  return p;
}

AdversaryOptions options(Kind kind, double learning_rate = 2e-4) {
  return {kind, 0.03, learning_rate, 0};
}

}  // namespace

TEST_CASE("A critic learns to prefer true pictures that it has not seen") {
  for (const Kind kind : {Kind::kPatches, Kind::kWganGp}) {
    Adversary adversary(options(kind), false, 5);
    for (std::uint64_t step = 0; step < 40; ++step) {
      const Pictures p = pictures(static_cast<std::int64_t>(step));
      RandomStream random(1, step);
      adversary.learn({p.surface, {}}, p.truth, {p.surface, {}}, p.predicted, random);
    }
    const Pictures fresh = pictures(1000);
    const auto of = [&](const Tensor& picture) {
      return adversary.loss({fresh.surface, {}}, picture).item<double>();
    };
    INFO(static_cast<int>(kind));
    CHECK(of(fresh.truth) < of(fresh.predicted));
  }
}

/// Spots that say nothing about the truth: true pictures have them anywhere, predicted ones at the markers.
TEST_CASE("A critic that sees the markers notices their traces, and no other does") {
  constexpr std::int64_t kMarkers = 17;
  const auto places = [] { return 8 + 48 * torch::rand({kPeople, kMarkers, 2}); };
  const Tensor surface = torch::full({kPeople, 2, kSide, kSide}, 0.3F);
  const auto spots = [](const Tensor& at) {
    return 0.4 + 0.05 * networks::stamp_heat_maps(at, kSide, kSide).sum(1, true);
  };
  const auto told_apart = [&](bool sees_markers) {
    AdversaryOptions how = options(Kind::kPatches, 1e-3);
    how.sees_markers = sees_markers;
    torch::manual_seed(3);
    Adversary adversary(how, false, 5);
    for (std::uint64_t step = 0; step < 120; ++step) {
      RandomStream random(1, step);
      const Tensor markers = places();
      const MadeFrom from{surface, markers};
      adversary.learn(from, spots(places()), from, spots(markers), random);
    }
    const Tensor markers = places();
    const MadeFrom from{surface, markers};
    return (adversary.loss(from, spots(markers)) - adversary.loss(from, spots(places()))).item<double>();
  };
  const double seeing = told_apart(true), blind = told_apart(false);
  CAPTURE(seeing, blind);
  CHECK(seeing > 0.15);
  CHECK(std::abs(blind) < 0.05);
}

TEST_CASE("The gradient penalty keeps the critic's slope near 1, which clipping does not") {
  const Pictures p = pictures(7);
  const auto slope_learnt = [&](Kind kind) {
    Adversary adversary(options(kind, 1e-3), false, 5);
    for (std::uint64_t step = 0; step < 50; ++step) {
      RandomStream random(1, step);
      adversary.learn({p.surface, {}}, p.truth, {p.surface, {}}, p.predicted, random);
    }
    const Tensor between = ((p.truth + p.predicted) / 2).requires_grad_();
    const Tensor loss = adversary.loss({p.surface, {}}, between) * kPeople;
    return torch::autograd::grad({loss}, {between})[0].flatten(1).norm(2, 1).mean().item<double>();
  };
  const double penalised = slope_learnt(Kind::kWganGp), clipped = slope_learnt(Kind::kWgan);
  CAPTURE(penalised, clipped);
  CHECK(penalised > 0.4);
  CHECK(penalised < 2.5);
  CHECK(std::abs(std::log(clipped)) > 2 * std::abs(std::log(penalised)));
}

TEST_CASE(
    "The weights of a clipped critic stay within their bounds, and its loss reaches the picture alone") {
  Adversary adversary(options(Kind::kWgan), false, 5);
  const Pictures p = pictures(7);
  RandomStream random(1, 0);
  adversary.learn({p.surface, {}}, p.truth, {p.surface, {}}, p.predicted, random);
  std::map<std::string, Tensor> state;
  adversary.save("a/", state);
  for (const auto& [name, tensor] : state)
    if (name.starts_with("a/critic.")) CHECK(tensor.abs().max().item<double>() <= 0.01 + 1e-7);

  Tensor picture = p.predicted.clone().requires_grad_();
  adversary.loss({p.surface, {}}, picture).backward();
  CHECK(picture.grad().abs().sum().item<double>() > 0);
  std::map<std::string, Tensor> after;
  adversary.save("a/", after);
  for (const auto& [name, tensor] : state) CHECK(tensor.equal(after.at(name)));
}

TEST_CASE("A critic that was saved and loaded goes on as if it had not been") {
  const Pictures p = pictures(7);
  const auto learn = [&](Adversary& adversary, std::uint64_t step) {
    RandomStream random(1, step);
    return adversary.learn({p.surface, {}}, p.truth, {p.surface, {}}, p.predicted, random).item<double>();
  };
  Adversary whole(options(Kind::kWganGp), false, 5), resumed(options(Kind::kWganGp), false, 6);
  learn(whole, 0);
  std::map<std::string, Tensor> state;
  whole.save("a/", state);
  for (auto& [name, tensor] : state) tensor = tensor.clone();
  resumed.load("a/", state);
  CHECK(learn(whole, 1) == learn(resumed, 1));
  CHECK(learn(whole, 2) == learn(resumed, 2));
  state.erase(state.begin());
  CHECK_THROWS_AS(resumed.load("a/", state), std::out_of_range);
}
