#include "core/training/trainer.h"

#include <torch/torch.h>

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/networks/heat_maps.h"
#include "core/training/batches.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using testing::TemporaryFolder;

namespace {

Recipe recipe_of(std::vector<Stage> stages) {
  Recipe recipe;
  recipe.name = "test";
  recipe.text = "test";
  recipe.marker_shrink = stages.back().shrink;
  recipe.stages = std::move(stages);
  return recipe;
}

bool equal(Networks& a, Networks& b) {
  for (const NetworkId id : kNetworkIds) {
    const auto other = network_tensors(b.network(id));
    for (const auto& [name, tensor] : network_tensors(a.network(id)))
      if (!tensor.equal(other.at(name))) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("A run that was stopped and resumed ends like one that was not") {
  const Dataset people = testing::small_people();
  const Recipe recipe = recipe_of({{Stage::Kind::kT, 2, 4, 3, 1e-3},
                                   {Stage::Kind::kMpn, 2, 4, 4, 1e-3},
                                   {Stage::Kind::kConvergent, 2, 4, 2, 1e-3}});
  const TemporaryFolder whole, parts;
  Networks unbroken = train(recipe, people, {whole.path(), false, {}});
  int calls = 0;
  CancelToken cancel;
  CHECK_THROWS_AS(train(
                      recipe, people, {parts.path(), false, {}},
                      [&](double, const std::string&) {
                        if (++calls == 5) cancel.cancel();  // in the middle of the second stage
                      },
                      &cancel),
                  Cancelled);
  Networks resumed = train(recipe, people, {parts.path(), true, {}});
  CHECK(equal(unbroken, resumed));
  CHECK(std::filesystem::exists(parts.path() / "mpn.safetensors"));
  CHECK(std::filesystem::exists(parts.path() / "metrics.csv"));
  SECTION("with another recipe it is not resumed") {
    Recipe other = recipe;
    other.text = "other";
    CHECK_THROWS_AS(train(other, people, {parts.path(), true, {}}), InputError);
  }
}

TEST_CASE("A small run converges: markers and picture beat the mean person by far") {
  const Dataset people = testing::small_people(40);
  const Recipe recipe = recipe_of({{Stage::Kind::kT, 1, 8, 60, 4e-3},
                                   {Stage::Kind::kCign, 1, 8, 20, 4e-3},
                                   {Stage::Kind::kMpn, 1, 8, 120, 4e-3}});
  const TemporaryFolder folder;
  Networks networks = train(recipe, people, {folder.path(), false, {}});
  torch::NoGradGuard no_grad;
  const Batch train_people = Batches(people, Split::kTrain, 1, 0).in_order(0, 64);
  const Batch test_people = Batches(people, Split::kTest, 1, 0).in_order(0, 8);
  const auto picture = networks.t->forward(test_people.surface);
  const auto maps = networks.mpn->forward(torch::cat({test_people.surface, picture}, 1));
  const auto error = [&](const torch::Tensor& markers) {
    return (markers - test_people.markers).norm(2, 2).mean().item<double>();
  };
  CHECK(error(decode_heat_maps(maps).positions) < 0.5 * error(train_people.markers.mean(0, true)));
  const double mean_picture =
      (train_people.xray.mean(0, true) - test_people.xray).abs().mean().item<double>();
  CHECK((picture - test_people.xray).abs().mean().item<double>() < 0.5 * mean_picture);
}
