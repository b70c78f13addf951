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

constexpr std::int64_t kMostSteps = 1'000'000'000;

constexpr std::array<std::pair<std::string_view, Stage::Kind>, 5> kKinds{
    {{"t", Stage::Kind::kT},
     {"cign", Stage::Kind::kCign},
     {"mpn", Stage::Kind::kMpn},
     {"reader", Stage::Kind::kReader},
     {"convergent", Stage::Kind::kConvergent}}};

constexpr std::array<std::pair<std::string_view, AdversaryOptions::Kind>, 3> kAdversaries{
    {{"patches", AdversaryOptions::Kind::kPatches},
     {"wgan", AdversaryOptions::Kind::kWgan},
     {"wgan-gp", AdversaryOptions::Kind::kWganGp}}};

/// Reads the entries of one file; every refusal names it.
class Reader {
 public:
  explicit Reader(std::filesystem::path path) : path_(std::move(path)) {}

  [[nodiscard]] Recipe read(const std::string& text) const;
  [[nodiscard]] std::string content() const;

 private:
  [[nodiscard]] json root(const std::string& text) const;
  [[nodiscard]] Stage stage(const json& entry) const;
  [[nodiscard]] AdversaryOptions adversary(const json& entry) const;
  void read_lambda(const json& root, Recipe& recipe) const;
  void check_marker_shrink(const Recipe& recipe) const;

  // Values of an entry; the fallback where it does not say.
  [[nodiscard]] std::string text(const json& entry, const char* key, const std::string& fallback) const;
  [[nodiscard]] std::int64_t whole(const json& entry, const char* key, std::int64_t fallback,
                                   std::int64_t least, std::int64_t most) const;
  [[nodiscard]] int shrink(const json& entry, const char* key) const;
  /// Between 0 and most, neither of them.
  [[nodiscard]] double positive(const json& entry, const char* key, double fallback, double most) const;
  /// The entry's "kind", one of `kinds`.
  template <class Kinds>
  auto kind(const json& entry, const Kinds& kinds) const;

  std::filesystem::path path_;
};

std::string Reader::text(const json& entry, const char* key, const std::string& fallback) const {
  const auto found = entry.find(key);
  if (found == entry.end()) return fallback;
  if (!found->is_string())
    throw InputError("recipe.text", "In the recipe \"{}\", \"{}\" must be a text.", path_, key);
  return found->get<std::string>();
}

std::int64_t Reader::whole(const json& entry, const char* key, std::int64_t fallback, std::int64_t least,
                           std::int64_t most) const {
  const auto found = entry.find(key);
  if (found == entry.end()) return fallback;
  // A whole number that does not fit 64 bits is read as a floating point one.
  const bool fits = found->is_number_unsigned()
                        ? found->get<std::uint64_t>() <= static_cast<std::uint64_t>(most)
                        : found->is_number_integer();
  if (!fits || found->get<std::int64_t>() < least || found->get<std::int64_t>() > most)
    throw InputError("recipe.whole", "In the recipe \"{}\", \"{}\" must be a whole number from {} to {}.",
                     path_, key, least, most);
  return found->get<std::int64_t>();
}

int Reader::shrink(const json& entry, const char* key) const {
  const std::int64_t shrink = whole(entry, key, 1, 1, 4);
  if (shrink == 3)
    throw InputError("recipe.shrink", "In the recipe \"{}\", \"{}\" must be 1, 2 or 4.", path_, key);
  return static_cast<int>(shrink);
}

double Reader::positive(const json& entry, const char* key, double fallback, double most) const {
  const auto found = entry.find(key);
  if (found == entry.end()) return fallback;
  if (!found->is_number() || !(found->get<double>() > 0) || !(found->get<double>() < most))
    throw InputError("recipe.number", "In the recipe \"{}\", \"{}\" must be a number between 0 and {}.",
                     path_, key, most);
  return found->get<double>();
}

template <class Kinds>
auto Reader::kind(const json& entry, const Kinds& kinds) const {
  const std::string name = text(entry, "kind", "");
  for (const auto& [known, kind] : kinds)
    if (known == name) return kind;
  throw InputError("recipe.kind", "In the recipe \"{}\" there is no such \"kind\" as \"{}\".", path_, name);
}

AdversaryOptions Reader::adversary(const json& entry) const {
  if (!entry.is_object())
    throw InputError("recipe.adversary", "In the recipe \"{}\", \"adversary\" must be an object.", path_);
  AdversaryOptions options;
  options.kind = kind(entry, kAdversaries);
  options.weight = positive(entry, "weight", options.weight, 1e6);
  options.learning_rate = positive(entry, "learning_rate", options.learning_rate, 1);
  options.warm_up = whole(entry, "warm_up", options.warm_up, 0, kMostSteps);
  const std::string sees = text(entry, "sees", "surface");
  if (sees != "surface" && sees != "markers")
    throw InputError("recipe.adversary", "In the recipe \"{}\", \"sees\" must be \"surface\" or \"markers\".",
                     path_);
  options.sees_markers = sees == "markers";
  return options;
}

Stage Reader::stage(const json& entry) const {
  if (!entry.is_object())
    throw InputError("recipe.stages", "In the recipe \"{}\", \"stages\" must be a list of objects.", path_);
  Stage stage;
  stage.kind = kind(entry, kKinds);
  if (entry.contains("adversary")) stage.adversary = adversary(entry["adversary"]);
  if (stage.adversary.kind != AdversaryOptions::Kind::kNone && stage.kind != Stage::Kind::kCign &&
      stage.kind != Stage::Kind::kConvergent)
    throw InputError("recipe.adversary",
                     "In the recipe \"{}\" a stage has an adversary but does not train CIGN.", path_);
  stage.shrink = shrink(entry, "shrink");
  stage.batch = static_cast<int>(whole(entry, "batch", stage.batch, 1, 1024));
  stage.steps = whole(entry, "steps", stage.steps, 1, kMostSteps);
  stage.learning_rate = positive(entry, "learning_rate", stage.learning_rate, 1);
  const std::string optimiser = text(entry, "optimiser", "adam");
  if (optimiser != "adam" && optimiser != "muon")
    throw InputError("recipe.optimiser", "In the recipe \"{}\", \"optimiser\" must be adam or muon.", path_);
  stage.muon = optimiser == "muon";
  return stage;
}

void Reader::read_lambda(const json& root, Recipe& recipe) const {
  const auto found = root.find("lambda");
  if (found == root.end()) return;
  if (!found->is_array() || found->size() != 2 || !(*found)[0].is_number() || !(*found)[1].is_number())
    throw InputError("recipe.lambda", "In the recipe \"{}\", \"lambda\" must be two numbers.", path_);
  recipe.lambda_mpn = (*found)[0].get<double>();
  recipe.lambda_cign = (*found)[1].get<double>();
}

void Reader::check_marker_shrink(const Recipe& recipe) const {
  const auto trains_mpn = [](const Stage& s) {
    return s.kind == Stage::Kind::kMpn || s.kind == Stage::Kind::kReader ||
           s.kind == Stage::Kind::kConvergent;
  };
  const auto last = std::find_if(recipe.stages.rbegin(), recipe.stages.rend(), trains_mpn);
  if (last != recipe.stages.rend() && last->shrink > recipe.marker_shrink)
    throw InputError("recipe.marker_shrink",
                     "In the recipe \"{}\" the last stage that trains MPN must not have a larger \"shrink\" "
                     "than \"marker_shrink\".",
                     path_);
}

std::string Reader::content() const {
  std::ifstream stream(path_);
  if (!stream) throw InputError("file.missing", "There is no recipe \"{}\".", path_);
  return {std::istreambuf_iterator<char>(stream), {}};
}

json Reader::root(const std::string& text) const {
  const json root = json::parse(text, nullptr, false);
  if (root.is_discarded())
    throw InputError("recipe.json", "The recipe \"{}\" is damaged: it is not valid JSON.", path_);
  if (!root.is_object()) throw InputError("recipe.json", "The recipe \"{}\" must be a JSON object.", path_);
  return root;
}

Recipe Reader::read(const std::string& content) const {
  Recipe recipe;
  recipe.text = content;
  const json root = this->root(recipe.text);
  recipe.name = text(root, "name", "");
  if (recipe.name.empty()) throw InputError("recipe.name", "The recipe \"{}\" has no \"name\".", path_);
  recipe.continues = text(root, "continues", recipe.continues);
  recipe.seed = static_cast<std::uint64_t>(
      whole(root, "seed", static_cast<std::int64_t>(recipe.seed), 0, std::int64_t{1} << 50));
  const std::string precision = text(root, "precision", "float32");
  if (precision != "float32" && precision != "bfloat16")
    throw InputError("recipe.precision", "In the recipe \"{}\", \"precision\" must be float32 or bfloat16.",
                     path_);
  recipe.bfloat16 = precision == "bfloat16";
  read_lambda(root, recipe);
  recipe.marker_shrink = shrink(root, "marker_shrink");
  const auto stages = root.find("stages");
  if (stages == root.end() || !stages->is_array() || stages->empty())
    throw InputError("recipe.stages", "The recipe \"{}\" has no \"stages\".", path_);
  for (const json& entry : *stages) recipe.stages.push_back(stage(entry));
  check_marker_shrink(recipe);
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
  const Reader reader(path);
  return reader.read(reader.content());
}

Recipe recipe_in(const std::string& text, const std::filesystem::path& path) {
  return Reader(path).read(text);
}

std::string prolonged_recipe(const std::string& text, const std::filesystem::path& path, std::int64_t steps) {
  recipe_in(text, path);  // refuses it
  auto root = nlohmann::ordered_json::parse(text);
  auto stage = root["stages"].back();
  stage["steps"] = steps;
  root["stages"].push_back(stage);
  std::string prolonged = root.dump(2) + "\n";
  recipe_in(prolonged, path);  // too many steps
  return prolonged;
}

bool goes_on_from(const std::string& text, const std::string& earlier) {
  if (text == earlier) return true;
  json now = json::parse(text, nullptr, false), before = json::parse(earlier, nullptr, false);
  if (!now.is_object() || !before.is_object() || !now.contains("stages") || !before.contains("stages"))
    return false;
  json &stages = now["stages"], &first = before["stages"];
  if (!stages.is_array() || !first.is_array() || stages.size() < first.size()) return false;
  while (stages.size() > first.size()) stages.erase(stages.size() - 1);
  return now == before;
}

}  // namespace skiagraph::training
