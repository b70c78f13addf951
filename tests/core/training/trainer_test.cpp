#include "core/training/trainer.h"

#include <torch/types.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "core/base/error.h"
#include "core/inference/predictor.h"
#include "core/networks/heat_maps.h"
#include "core/training/batches.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using namespace skiagraph::networks;
using namespace skiagraph::tensors;
using namespace skiagraph::training;
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

/// The critic learns alone at first and goes on from stage to stage.
const AdversaryOptions kPlayed{AdversaryOptions::Kind::kWganGp, 0.03, 2e-4, 1};

bool equal(const Unet& a, const Unet& b) {
  const auto other = network_tensors(b);
  for (const auto& [name, tensor] : network_tensors(a))
    if (!tensor.equal(other.at(name))) return false;
  return true;
}

bool equal(Networks& a, Networks& b) {
  return std::ranges::all_of(kNetworkIds, [&](NetworkId id) { return equal(a.network(id), b.network(id)); });
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The log of a run without its first column, the seconds.
std::vector<std::string> log_rows(const std::filesystem::path& folder) {
  std::ifstream stream(folder / "metrics.csv");
  std::vector<std::string> rows;
  for (std::string row; std::getline(stream, row);) rows.push_back(row.substr(row.find(',')));
  return rows;
}

/// Stops a run after so many steps.
void train_until(int step, const Recipe& recipe, const Dataset& people, const TrainingOptions& options) {
  int calls = 0;
  CancelToken cancel;
  CHECK_THROWS_AS(train(
                      recipe, people, options,
                      [&](double, const std::string&) {
                        if (++calls == step) cancel.cancel();
                      },
                      &cancel),
                  Cancelled);
}

}  // namespace

TEST_CASE("A run that was stopped and resumed ends like one that was not") {
  const Dataset people = testing::small_people();
  const Recipe recipe = recipe_of({{Stage::Kind::kT, 1, 4, 3, 1e-3},
                                   {Stage::Kind::kMpn, 1, 4, 4, 1e-3},
                                   {Stage::Kind::kConvergent, 1, 4, 3, 1e-3, kPlayed},
                                   {Stage::Kind::kConvergent, 1, 4, 5, 1e-3, kPlayed}});
  const TemporaryFolder whole, parts;
  Networks unbroken = train(recipe, people, {whole.path(), false, {}, {}});
  // In the middle of the second stage, at the end of it, and in the middle of the third and the fourth, while
  // the critic learns alone and later.
  for (const int stop : {4, 1, 1, 2, 1}) {  // the step after it is the last
    train_until(stop, recipe, people, {parts.path(), true, {}, {}});
    CHECK_FALSE(std::filesystem::exists(parts.path() / "mpn.safetensors"));
  }
  Networks resumed = train(recipe, people, {parts.path(), true, {}, {}});
  CHECK(equal(unbroken, resumed));
  Networks read = read_networks(parts.path());
  CHECK(equal(resumed, read));
  // Losses are smoothed over stops, and no step is in the log twice.
  CHECK(log_rows(parts.path()).size() == 1 + recipe.stages.size());
  CHECK(log_rows(parts.path()) == log_rows(whole.path()));
  SECTION("with pictures of another frame it is not resumed") {
    Dataset other = people;
    other.frame.neck_row += 1;
    CHECK_THROWS_WITH(train(recipe, other, {parts.path(), true, {}, {}}), Catch::Contains("another frame"));
  }
  SECTION("with another recipe it is not resumed") {
    Recipe other = recipe;
    other.text = "other";
    CHECK_THROWS_AS(train(other, people, {parts.path(), true, {}, {}}), InputError);
  }
}

TEST_CASE("A run that is done goes on with a prolonged recipe") {
  const Dataset people = testing::small_people();
  Recipe recipe = recipe_of({{Stage::Kind::kT, 1, 4, 3, 1e-3}});
  recipe.text = R"({"name": "test", "stages": [{"kind": "t", "steps": 3, "batch": 4}]})";
  const TemporaryFolder folder;
  Networks first = train(recipe, people, {folder.path(), false, {}, {}});
  const Recipe longer = recipe_in(prolonged_recipe(recipe.text, "recipe", 2), "recipe");
  Networks second = train(longer, people, {folder.path(), true, {}, {}});
  CHECK_FALSE(equal(first.t, second.t));
  CHECK(log_rows(folder.path()).size() == 3);  // titles and both stages
}

TEST_CASE("The log of a run that was killed after its checkpoint holds each step once") {
  const Dataset people = testing::small_people();
  const Recipe recipe = recipe_of({{Stage::Kind::kT, 1, 4, 3, 1e-3}, {Stage::Kind::kCign, 1, 4, 3, 1e-3}});
  const TemporaryFolder folder;
  const auto checkpoint = folder.path() / "checkpoint.safetensors", kept = folder.path() / "kept";
  train_until(2, recipe, people, {folder.path(), false, {}, {}});
  std::filesystem::copy_file(checkpoint, kept);
  train(recipe, people, {folder.path(), true, {}, {}});
  const auto rows = log_rows(folder.path());
  std::filesystem::rename(kept, checkpoint);  // as if nothing had been written since
  train(recipe, people, {folder.path(), true, {}, {}});
  CHECK(log_rows(folder.path()) == rows);
}

TEST_CASE("A run never takes the place of another unasked") {
  const Dataset people = testing::small_people();
  const Recipe recipe = recipe_of({{Stage::Kind::kT, 1, 4, 3, 1e-3}});
  const TemporaryFolder folder;
  TrainingOptions options{folder.path(), false, {}, {}};
  train_until(2, recipe, people, options);
  const auto checkpoint = folder.path() / "checkpoint.safetensors";
  const std::string before = read_text(checkpoint);
  CHECK_THROWS_AS(train(recipe, people, options), InputError);
  CHECK_THROWS_WITH(train(recipe, people, options),
                    Catch::Contains("checkpoint") && Catch::Contains("resume"));
  CHECK(read_text(checkpoint) == before);

  options.replace = true;
  train(recipe, people, options);
  const auto rows = log_rows(folder.path());
  CHECK(rows.size() == 2);
  train(recipe, people, options);
  CHECK(log_rows(folder.path()) == rows);  // anew, not below the old one

  // Networks without a checkpoint are results as well, and there is nothing to resume.
  std::filesystem::remove(checkpoint);
  std::filesystem::remove(folder.path() / "metrics.csv");
  const std::string network = read_text(folder.path() / "t.safetensors");
  for (const bool resume : {false, true}) {
    options = {folder.path(), resume, {}, {}};
    CHECK_THROWS_WITH(train(recipe, people, options), Catch::Contains("t.safetensors"));
  }
  CHECK(read_text(folder.path() / "t.safetensors") == network);
}

TEST_CASE("A folder for training that cannot be made is refused") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "taken") << "mine";
  CHECK_THROWS_AS(train(recipe_of({{Stage::Kind::kT, 1, 4, 1, 1e-3}}), testing::small_people(),
                        {folder.path() / "taken", false, {}, {}}),
                  InputError);
}

TEST_CASE("A recipe that continues another begins with that one's networks, and with no others") {
  const Dataset people = testing::small_people();
  const TemporaryFolder first, second;
  Recipe recipe = recipe_of({{Stage::Kind::kT, 1, 4, 2, 1e-3}});
  Networks begun = train(recipe, people, {first.path(), false, {}, {}});
  recipe.name = "next";
  recipe.continues = "test";
  Networks continued = train(recipe, people, {second.path(), false, {}, first.path()});
  CHECK(equal(begun.cign, continued.cign));
  CHECK_FALSE(equal(begun.t, continued.t));
  const TemporaryFolder third;
  CHECK_THROWS_WITH(train(recipe, people, {third.path(), false, {}, {}}), Catch::Contains("--from"));
  recipe.continues = "another";
  CHECK_THROWS_WITH(train(recipe, people, {third.path(), false, {}, first.path()}),
                    Catch::Contains("are not those of the recipe \"another\""));
  recipe.continues.clear();
  CHECK_THROWS_WITH(train(recipe, people, {third.path(), false, {}, first.path()}),
                    Catch::Contains("leave out --from"));
  CHECK(std::filesystem::is_empty(third.path()));
}

TEST_CASE("A stage leaves the networks that it does not train as they were, bit for bit") {
  const Dataset people = testing::small_people();
  const std::vector<std::pair<Stage::Kind, std::set<NetworkId>>> stages{
      {Stage::Kind::kT, {NetworkId::kT}},
      {Stage::Kind::kCign, {NetworkId::kCign}},
      {Stage::Kind::kMpn, {NetworkId::kMpn}},
      {Stage::Kind::kConvergent, {NetworkId::kMpn, NetworkId::kCign}}};
  for (const auto& [kind, learning] : stages) {
    const Recipe recipe = recipe_of({{kind, 1, 4, 2, 1e-3}});
    INFO(stage_name(recipe.stages.front()));
    const TemporaryFolder folder;
    Networks before = make_networks(people.frame, recipe.seed);
    Networks after = train(recipe, people, {folder.path(), false, {}, {}});
    for (const NetworkId id : kNetworkIds)
      CHECK(equal(before.network(id), after.network(id)) == !learning.contains(id));
  }
}

TEST_CASE("People who are not wholly known do not harm the training, and alone they are refused before it") {
  Dataset people = testing::small_people();
  people.covered = torch::ones_like(people.xray, torch::kUInt8);
  people.covered[0].slice(1, 0, 20) = 0;
  people.landmarks[1] = NAN;
  const Recipe recipe = recipe_of({{Stage::Kind::kT, 1, 4, 4, 1e-3},
                                   {Stage::Kind::kCign, 1, 4, 4, 1e-3},
                                   {Stage::Kind::kMpn, 1, 4, 4, 1e-3},
                                   {Stage::Kind::kConvergent, 1, 4, 4, 1e-3}});
  const TemporaryFolder folder;
  CHECK_NOTHROW(train(recipe, people, {folder.path(), false, {}, {}}));  // NaN would be an error
  people.landmarks.fill_(NAN);
  const TemporaryFolder other;
  CHECK_THROWS_AS(train(recipe, people, {other.path() / "run", false, {}}), InputError);
  CHECK_FALSE(std::filesystem::exists(other.path() / "run"));
}

TEST_CASE("Networks for large pictures fold them, in every stage and beside every critic") {
  const Dataset people = testing::folded_people(12);
  std::vector<Stage> stages;
  for (const auto kind : {AdversaryOptions::Kind::kPatches, AdversaryOptions::Kind::kWganGp})
    stages.push_back({Stage::Kind::kConvergent, 1, 4, 2, 1e-3, {kind, 0.03, 2e-4, 1}});
  for (const auto kind : {Stage::Kind::kMpn, Stage::Kind::kCign, Stage::Kind::kT})
    stages.insert(stages.begin(), {kind, 1, 4, 2, 1e-3});
  const TemporaryFolder folder;
  train(recipe_of(std::move(stages)), people, {folder.path(), false, {}, {}});
  CHECK(read_networks(folder.path()).fold == 2);
  CHECK(log_rows(folder.path()).back().find("nan") == std::string::npos);
  Predictor predictor(folder.path(), "cpu");
  LoopRequest request;
  request.surface = testing::surface_of(people, 0);
  request.max_iterations = 1;
  CHECK(predictor.run(request).xray.frame == people.frame);
}

TEST_CASE("Coarse stages of networks that fold show them smaller pictures, folded") {
  Dataset people = testing::folded_people(12);
  // Multiples of 64, for the stage's shrink, the fold and four poolings.
  people.frame.columns = 128;
  people.frame.rows = 320;
  for (torch::Tensor* pictures : {&people.surface, &people.xray})
    *pictures = torch::constant_pad_nd(*pictures, {0, 32, 0, 32});
  const Recipe recipe = recipe_of({{Stage::Kind::kT, 2, 4, 2, 1e-3},
                                   {Stage::Kind::kCign, 2, 4, 2, 1e-3},
                                   {Stage::Kind::kMpn, 2, 4, 2, 1e-3}});
  const TemporaryFolder folder;
  Networks networks = train(recipe, people, {folder.path(), false, {}, {}});
  CHECK(networks.fold == 2);
  CHECK(networks.marker_shrink == 2);
}

TEST_CASE("Pictures that cannot be made smaller for the networks are refused") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(train(recipe_of({{Stage::Kind::kT, 2, 4, 1, 1e-3}}), testing::small_people(),
                        {folder.path(), false, {}, {}}),
                  InputError);
}

TEST_CASE(
    "A small run converges: markers and picture beat the mean person by far, and the loop comes to rest") {
  const Dataset people = testing::small_people(40);
  const Recipe recipe = recipe_of({{Stage::Kind::kT, 1, 8, 100, 4e-3},
                                   {Stage::Kind::kCign, 1, 8, 60, 4e-3},
                                   {Stage::Kind::kMpn, 1, 8, 120, 4e-3}});
  const TemporaryFolder folder;
  Networks networks = train(recipe, people, {folder.path(), false, {}, {}});
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

  Predictor predictor(folder.path(), "cpu");
  const auto test_indices = people.indices(Split::kTest);
  for (std::int64_t n = 0; n < test_indices.numel(); ++n) {
    LoopRequest request;
    request.surface = testing::surface_of(people, test_indices[n].item<std::int64_t>());
    request.max_iterations = 100;
    const LoopResult cold = predictor.run(request);
    CHECK(cold.converged);
    CHECK(cold.max_move_px.back() <= request.tolerance_px);
    double distance = 0;
    request.start.emplace();
    for (int m = 0; m < kMarkerCount; ++m) {
      const Pixel place = cold.markers[m].position;
      (*request.start)[m] = place;
      distance += norm(place - Pixel{test_people.markers[n][m][0].item<double>(),
                                     test_people.markers[n][m][1].item<double>()});
    }
    CHECK(distance / kMarkerCount < 0.5 * error(train_people.markers.mean(0, true)));
    CHECK(predictor.run(request).max_move_px.front() <= request.tolerance_px);
  }
}
