#include "core/training/recipe.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "core/base/error.h"

namespace skiagraph::training {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, Stage::Kind>, 4> kKinds{
    {{"t", Stage::Kind::kT},
     {"cign", Stage::Kind::kCign},
     {"mpn", Stage::Kind::kMpn},
     {"convergent", Stage::Kind::kConvergent}}};

constexpr std::array<std::pair<std::string_view, AdversaryOptions::Kind>, 3> kAdversaries{
    {{"patches", AdversaryOptions::Kind::kPatches},
     {"wgan", AdversaryOptions::Kind::kWgan},
     {"wgan-gp", AdversaryOptions::Kind::kWganGp}}};

void check(bool fine, const std::string& sentence) {
  if (!fine) throw InputError(sentence);
}

/// The entry's "kind", one of `kinds`.
template <class Kinds>
auto kind_of(const json& entry, const Kinds& kinds, const char* what) {
  const auto name = entry.at("kind").get<std::string>();
  for (const auto& [text, kind] : kinds)
    if (text == name) return kind;
  throw InputError(std::string("there is no kind of ") + what + " \"" + name + "\"");
}

AdversaryOptions read_adversary(const json& entry) {
  AdversaryOptions options;
  options.kind = kind_of(entry, kAdversaries, "adversary");
  options.weight = entry.value("weight", options.weight);
  options.learning_rate = entry.value("learning_rate", options.learning_rate);
  options.warm_up = entry.value("warm_up", options.warm_up);
  check(options.weight > 0, "the \"weight\" of an adversary must be larger than 0");
  check(options.learning_rate > 0 && options.learning_rate < 1,
        "the \"learning_rate\" of an adversary must lie between 0 and 1");
  check(options.warm_up >= 0, "\"warm_up\" must not be negative");
  return options;
}

Stage read_stage(const json& entry) {
  Stage stage;
  stage.kind = kind_of(entry, kKinds, "stage");
  if (entry.contains("adversary")) stage.adversary = read_adversary(entry["adversary"]);
  check(stage.adversary.kind == AdversaryOptions::Kind::kNone || stage.kind == Stage::Kind::kCign ||
            stage.kind == Stage::Kind::kConvergent,
        "only stages that train CIGN can have an adversary");
  stage.shrink = entry.value("shrink", stage.shrink);
  stage.batch = entry.value("batch", stage.batch);
  stage.steps = entry.value("steps", stage.steps);
  stage.learning_rate = entry.value("learning_rate", stage.learning_rate);
  const auto optimiser = entry.value("optimiser", std::string("adam"));
  check(optimiser == "adam" || optimiser == "muon", "\"optimiser\" must be adam or muon");
  stage.muon = optimiser == "muon";
  check(stage.shrink == 1 || stage.shrink == 2 || stage.shrink == 4, "\"shrink\" must be 1, 2 or 4");
  check(stage.batch >= 1 && stage.batch <= 1024, "\"batch\" must be 1 to 1024");
  check(stage.steps >= 1, "\"steps\" must be at least 1");
  check(stage.learning_rate > 0 && stage.learning_rate < 1, "\"learning_rate\" must lie between 0 and 1");
  return stage;
}

Recipe parse(const std::string& text) {
  const json root = json::parse(text);
  Recipe recipe;
  recipe.text = text;
  recipe.name = root.at("name").get<std::string>();
  recipe.continues = root.value("continues", recipe.continues);
  recipe.seed = root.value("seed", recipe.seed);
  const auto precision = root.value("precision", std::string("float32"));
  check(precision == "float32" || precision == "bfloat16", "\"precision\" must be float32 or bfloat16");
  recipe.bfloat16 = precision == "bfloat16";
  if (root.contains("lambda")) {
    recipe.lambda_mpn = root["lambda"].at(0).get<double>();
    recipe.lambda_cign = root["lambda"].at(1).get<double>();
  }
  recipe.marker_shrink = root.value("marker_shrink", recipe.marker_shrink);
  for (const json& entry : root.at("stages")) recipe.stages.push_back(read_stage(entry));
  check(!recipe.stages.empty(), "it has no stages");
  const auto finds_markers = [](const Stage& s) {
    return s.kind == Stage::Kind::kMpn || s.kind == Stage::Kind::kConvergent;
  };
  const auto last = std::find_if(recipe.stages.rbegin(), recipe.stages.rend(), finds_markers);
  check(last == recipe.stages.rend() || last->shrink <= recipe.marker_shrink,
        "the last stage that trains MPN must not have a larger \"shrink\" than \"marker_shrink\"");
  return recipe;
}

}  // namespace

std::string stage_name(const Stage& stage) {
  for (const auto& [text, kind] : kKinds)
    if (kind == stage.kind)
      return std::string(text) + (stage.shrink > 1 ? "/" + std::to_string(stage.shrink) : "");
  return {};
}

Recipe read_recipe(const std::filesystem::path& path) {
  std::ifstream stream(path);
  if (!stream) throw InputError("There is no recipe \"" + path.string() + "\".");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  try {
    return parse(text);
  } catch (const json::exception& error) {
    throw InputError("The recipe \"" + path.string() + "\" cannot be used: " + error.what() + ".");
  } catch (const InputError& error) {
    throw InputError("The recipe \"" + path.string() + "\" cannot be used: " + error.what() + ".");
  }
}

}  // namespace skiagraph::training
