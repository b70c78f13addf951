#include "core/training/recipe.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "core/base/error.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::training;

namespace {

Recipe recipe_of(const std::string& text) {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "recipe.json";
  std::ofstream(path) << text;
  return read_recipe(path);
}

}  // namespace

TEST_CASE("A recipe is read with its stages and defaults") {
  const Recipe recipe = recipe_of(R"({"name": "n", "seed": 9, "lambda": [0.1, 0.2],
    "stages": [{"kind": "mpn", "shrink": 2, "steps": 7}, {"kind": "convergent", "steps": 1}]})");
  CHECK(recipe.marker_shrink == 1);
  CHECK(recipe.name == "n");
  CHECK(recipe.seed == 9);
  CHECK(recipe.lambda_cign == 0.2);
  CHECK_FALSE(recipe.bfloat16);
  REQUIRE(recipe.stages.size() == 2);
  CHECK(recipe.stages[0].kind == Stage::Kind::kMpn);
  CHECK(recipe.stages[0].steps == 7);
  CHECK(stage_name(recipe.stages[0]) == "mpn/2");
}

TEST_CASE("A recipe says which networks it continues and what CIGN plays against") {
  const Recipe recipe =
      recipe_of(R"({"name": "n", "continues": "m", "stages": [{"kind": "cign", "optimiser": "muon"},
    {"kind": "cign", "adversary": {"kind": "wgan-gp", "weight": 0.5, "warm_up": 3}}]})");
  CHECK(recipe.continues == "m");
  CHECK(recipe.stages[0].adversary.kind == AdversaryOptions::Kind::kNone);
  CHECK(recipe.stages[0].muon);
  CHECK_FALSE(recipe.stages[1].muon);
  const AdversaryOptions& adversary = recipe.stages[1].adversary;
  CHECK(adversary.kind == AdversaryOptions::Kind::kWganGp);
  CHECK(adversary.weight == 0.5);
  CHECK(adversary.warm_up == 3);
  CHECK(adversary.learning_rate == AdversaryOptions{}.learning_rate);
}

TEST_CASE("The recipes of the repository can be read") {
  for (const char* name : {"unet", "unet-fine", "unet-finer", "pix2pix", "wgan", "wgan-gp", "convergent",
                           "tiny", "held-out", "lambda-0.1-0.03", "lambda-0.3-0.1", "lambda-1-0.3"})
    CHECK(read_recipe(std::string(SKIAGRAPH_SOURCE_DIR "/models/recipes/") + name + ".json").name == name);
}

TEST_CASE("A recipe that cannot be followed is refused by name") {
  for (const char* text : {"", "[]", R"({"name": "n"})", R"({"name": "n", "stages": []})",
                           R"({"name": "n", "stages": [{"kind": "gan"}]})",
                           R"({"name": "n", "stages": [{"kind": "t", "steps": 0}]})",
                           R"({"name": "n", "stages": [{"kind": "t", "shrink": 3}]})",
                           R"({"name": "n", "stages": [{"kind": "t", "optimiser": "sgd"}]})",
                           R"({"name": "n", "stages": [{"kind": "mpn", "shrink": 2}]})",
                           R"({"name": "n", "stages": [{"kind": "cign", "adversary": {"kind": "gan"}}]})",
                           R"({"name": "n", "stages": [{"kind": "t", "adversary": {"kind": "wgan"}}]})",
                           R"({"name": "n", "precision": "int8", "stages": [{"kind": "t"}]})",
                           R"({"name": "n", "stages": [{"kind": "t", "learning_rate": "fast"}]})"}) {
    CHECK_THROWS_AS(recipe_of(text), InputError);
    CHECK_THROWS_WITH(recipe_of(text), Catch::Contains("recipe.json"));
  }
  CHECK_THROWS_WITH(read_recipe("/nowhere/r.json"), Catch::Contains("/nowhere/r.json"));
}
