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
    "stages": [{"kind": "mpn", "shrink": 2, "steps": 7}, {"kind": "reader", "steps": 1}]})");
  CHECK(recipe.marker_shrink == 1);
  CHECK(recipe.name == "n");
  CHECK(recipe.seed == 9);
  CHECK(recipe.lambda_cign == 0.2);
  CHECK_FALSE(recipe.bfloat16);
  REQUIRE(recipe.stages.size() == 2);
  CHECK(recipe.stages[0].kind == Stage::Kind::kMpn);
  CHECK(recipe.stages[0].steps == 7);
  CHECK(stage_name(recipe.stages[0]) == "mpn/2");
  CHECK(recipe.stages[1].kind == Stage::Kind::kReader);
}

TEST_CASE("A recipe says which networks it continues and what CIGN plays against") {
  const Recipe recipe =
      recipe_of(R"({"name": "n", "continues": "m", "stages": [{"kind": "cign", "optimiser": "muon"},
    {"kind": "cign", "adversary": {"kind": "wgan-gp", "weight": 0.5, "warm_up": 3, "sees": "markers"}}]})");
  CHECK(recipe.continues == "m");
  CHECK(recipe.stages[0].adversary.kind == AdversaryOptions::Kind::kNone);
  CHECK(recipe.stages[0].muon);
  CHECK_FALSE(recipe.stages[1].muon);
  const AdversaryOptions& adversary = recipe.stages[1].adversary;
  CHECK(adversary.kind == AdversaryOptions::Kind::kWganGp);
  CHECK(adversary.weight == 0.5);
  CHECK(adversary.warm_up == 3);
  CHECK(adversary.sees_markers);
  CHECK_FALSE(AdversaryOptions{}.sees_markers);
  CHECK(adversary.learning_rate == AdversaryOptions{}.learning_rate);
}

TEST_CASE("The recipes of the repository can be read") {
  int read = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SKIAGRAPH_SOURCE_DIR "/models/recipes")) {
    CHECK(read_recipe(entry.path()).name == entry.path().stem());
    ++read;
  }
  CHECK(read > 10);
}

TEST_CASE("A recipe that cannot be followed is refused by name, in our own words") {
  const auto refusal = [](const std::string& text) -> std::string {
    try {
      recipe_of(text);
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  };
  const std::string start = R"({"name": "n", "stages": [{"kind": "t", )";
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "not valid JSON"},
      {R"({"name": "n", "stages": [{"kind": "t")", "not valid JSON"},
      {"\xff\xfe", "not valid JSON"},
      {start + R"("steps": 1e999}]})", "not valid JSON"},
      {"[]", "must be a JSON object"},
      {R"({"stages": [{"kind": "t"}]})", "no \"name\""},
      {R"({"name": 7, "stages": [{"kind": "t"}]})", "\"name\" must be a text"},
      {R"({"name": "n"})", "no \"stages\""},
      {R"({"name": "n", "stages": []})", "no \"stages\""},
      {R"({"name": "n", "stages": {"kind": "t"}})", "no \"stages\""},
      {R"({"name": "n", "stages": ["t"]})", "list of objects"},
      {R"({"name": "n", "stages": [{"kind": "gan"}]})", "\"gan\""},
      {R"({"name": "n", "stages": [{"kind": "cign", "adversary": {"kind": "patches", "sees": "all"}}]})",
       "\"sees\" must be"},
      {R"({"name": "n", "stages": [{"kind": 3}]})", "\"kind\" must be a text"},
      {R"({"name": "n", "stages": [{"steps": 3}]})", "\"kind\""},
      {start + R"("steps": 0}]})", "\"steps\" must be a whole number from 1"},
      {start + R"("steps": 2.5}]})", "\"steps\" must be a whole number"},
      {start + R"("steps": "many"}]})", "\"steps\" must be a whole number"},
      {start + R"("steps": null}]})", "\"steps\" must be a whole number"},
      {start + R"("steps": 9999999999999999999}]})", "\"steps\" must be a whole number"},
      {start + R"("steps": 1e300}]})", "\"steps\" must be a whole number"},
      {start + R"("batch": 4294967300}]})", "\"batch\" must be a whole number"},
      {start + R"("shrink": 3}]})", "\"shrink\" must be 1, 2 or 4"},
      {start + R"("shrink": -1}]})", "\"shrink\""},
      {start + R"("optimiser": "sgd"}]})", "\"optimiser\""},
      {start + R"("learning_rate": "fast"}]})", "\"learning_rate\" must be a number"},
      {start + R"("learning_rate": 1}]})", "\"learning_rate\" must be a number between 0 and 1"},
      {start + R"("adversary": {"kind": "wgan"}}]})", "does not train CIGN"},
      {R"({"name": "n", "stages": [{"kind": "mpn", "shrink": 2}]})", "\"marker_shrink\""},
      {R"({"name": "n", "stages": [{"kind": "cign", "adversary": {"kind": "gan"}}]})", "\"gan\""},
      {R"({"name": "n", "stages": [{"kind": "cign", "adversary": "wgan"}]})", "\"adversary\""},
      {R"({"name": "n", "precision": "int8", "stages": [{"kind": "t"}]})", "\"precision\""},
      {R"({"name": "n", "lambda": 0.5, "stages": [{"kind": "t"}]})", "\"lambda\" must be two numbers"},
      {R"({"name": "n", "lambda": [0.5], "stages": [{"kind": "t"}]})", "\"lambda\" must be two numbers"},
      {R"({"name": "n", "seed": -1, "stages": [{"kind": "t"}]})", "\"seed\" must be a whole number"}};
  for (const auto& [text, why] : cases) {
    CAPTURE(text);
    CHECK_THAT(refusal(text), Catch::Contains("recipe.json") && Catch::Contains(why) && Catch::EndsWith("."));
    CHECK_THAT(refusal(text), !Catch::Contains("json.exception"));
  }
  CHECK_THROWS_WITH(read_recipe("/nowhere/r.json"), Catch::Contains("/nowhere/r.json"));
}
