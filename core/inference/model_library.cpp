#include "core/inference/model_library.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <system_error>

#include "core/base/environment.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/write_file.h"
#include "core/networks/network_weights.h"

namespace skiagraph::inference {
namespace {

using Path = std::filesystem::path;

constexpr const char *kCard = "README.md", *kActive = "active.txt";
/// What reads partial X-rays (applications::reader_of).
constexpr const char *kReader = "reader", *kReaderFile = "mpn.safetensors";
constexpr std::array kLicences{"LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING"};
constexpr std::array kMeasured{"int8.safetensors", "loop.safetensors", "people.safetensors",
                               "spread.safetensors"};
constexpr std::uintmax_t kLargestText = 1'000'000, kLargestMeasured = 200'000'000;

bool is_file(const Path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

/// Empty where there is none, or none of a sensible size.
std::string content_of(const Path& path, std::uintmax_t largest) {
  std::error_code error;
  if (!is_file(path) || std::filesystem::file_size(path, error) > largest || error) return {};
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string licence_in(const Path& folder) {
  for (const char* name : kLicences)
    if (std::string text = content_of(folder / name, kLargestText); !text.empty()) return text;
  return {};
}

/// Weights of a folder above are another model's.
networks::NetworkWeights weights_in(const Path& folder) {
  for (const networks::NetworkId id : networks::kNetworkIds) {
    const Path file = folder / (std::string(networks::network_name(id)) + ".safetensors");
    if (!is_file(file))
      throw InputError("model.incomplete",
                       "The folder \"{}\" is no model: it has no file \"{}\"; choose a folder with the three "
                       "networks.",
                       folder, file.filename());
  }
  return networks::read_network_weights(folder);
}

void make_folder(const Path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw InputError("output.make_folder", "The folder \"{}\" cannot be made: {}.", folder, error.message());
}

std::string as_folder_name(const std::string& name) {
  std::string safe;
  for (const char letter : name)
    safe += std::string_view("/\\:*?\"<>|").find(letter) == std::string_view::npos &&
                    static_cast<unsigned char>(letter) >= 32
                ? letter
                : '-';
  while (!safe.empty() && safe.front() == '.') safe.erase(0, 1);
  constexpr std::size_t kLongest = 100;
  return safe.empty() ? "model" : safe.substr(0, kLongest);
}

}  // namespace

ModelFacts read_model(const Path& folder) {
  const networks::NetworkWeights weights = weights_in(folder);
  const auto said = [&](const char* key) {
    const auto found = weights.metadata.find(key);
    return found == weights.metadata.end() ? std::string() : found->second;
  };
  ModelFacts facts;
  facts.name = said("model").empty() ? folder.filename().string() : said("model");
  facts.frame = weights.frame;
  if (weights.super_resolution)
    facts.finer = geometry::refined(weights.frame, networks::SuperResolutionShape::kFactor);
  facts.recipe = said("recipe");
  facts.training_people = said("training_people");
  facts.training_minutes = said("training_minutes");
  facts.calibrated = is_file(folder / "people.safetensors");
  facts.card = content_of(folder / kCard, kLargestText);
  facts.licence = licence_in(folder);
  return facts;
}

void copy_model(const Path& from, const Path& to) {
  const networks::NetworkWeights weights = weights_in(from);
  make_folder(to);
  networks::write_network_weights(to, weights);
  for (const char* name : kMeasured)
    if (const std::string bytes = content_of(from / name, kLargestMeasured); !bytes.empty())
      write_file(to / name, bytes);
  if (const Path reader = from / kReader; is_file(reader / kReaderFile)) {
    networks::read_network_weights(reader);  // a damaged one is refused
    make_folder(to / kReader);
    write_file(to / kReader / kReaderFile, content_of(reader / kReaderFile, kLargestMeasured));
  }
  if (const std::string card = content_of(from / kCard, kLargestText); !card.empty())
    write_file(to / kCard, card);
  if (const std::string licence = licence_in(from); !licence.empty()) write_file(to / "LICENSE", licence);
}

std::optional<Path> shipped_folder_with(const Path& file) {
  std::error_code error;
  const Path program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"../share/skiagraph/models", "../../../models", "../../../../models"})
    if (std::filesystem::exists(program / place / file, error))
      return std::filesystem::weakly_canonical(program / place);
  return std::nullopt;
}

Path ModelLibrary::user_folder() {
  if (const auto data = environment_variable("XDG_DATA_HOME")) return Path(*data) / "skiagraph" / "models";
  const auto home = environment_variable("HOME");
  return home ? Path(*home) / ".local" / "share" / "skiagraph" / "models" : Path();
}

std::vector<std::string> ModelLibrary::names() const {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, error))
    if (is_file(entry.path() / "cign.safetensors")) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::optional<std::string> ModelLibrary::active() const {
  if (folder_.empty()) return std::nullopt;
  const std::string text = content_of(folder_ / kActive, kLargestText);
  const std::string name(trimmed(text));
  // A name and no path: what is used lies in this folder.
  if (name.empty() || Path(name).filename() != Path(name) || !is_file(folder_ / name / "cign.safetensors"))
    return std::nullopt;
  return name;
}

std::string ModelLibrary::add(const Path& from, const std::string& name) const {
  const std::string wanted = as_folder_name(name);
  std::string free = wanted;
  std::error_code error;
  for (int number = 2; std::filesystem::exists(folder_ / free, error); ++number)
    free = wanted + " " + std::to_string(number);
  try {
    copy_model(from, folder_ / free);
  } catch (...) {
    std::filesystem::remove_all(folder_ / free, error);
    throw;
  }
  return free;
}

void ModelLibrary::activate(const std::string& name) const {
  weights_in(folder_of(name));
  write_file(folder_ / kActive, name + "\n");
}

void ModelLibrary::use_shipped() const {
  std::error_code error;
  std::filesystem::remove(folder_ / kActive, error);
  if (error) throw Error("file.access", "\"{}\" cannot be used: {}.", folder_ / kActive, error.message());
}

}  // namespace skiagraph::inference
