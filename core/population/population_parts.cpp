#include "core/population/population_parts.h"

#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/tensors/safetensors.h"

namespace skiagraph::population {
namespace {

constexpr const char* kSuffix = ".safetensors";
constexpr const char* kKey = "population";

}  // namespace

PopulationParts::PopulationParts(std::filesystem::path folder, std::string fingerprint)
    : folder_(std::move(folder)), fingerprint_(std::move(fingerprint)) {
  if (folder_.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error)
    throw InputError("population.parts_folder", "The folder \"{}\" for finished parts cannot be made: {}.",
                     folder_, error.message());
}

std::filesystem::path PopulationParts::path(const std::string& name) const {
  return folder_ / (name + kSuffix);
}

std::optional<tensors::TensorFile> PopulationParts::read(const std::string& name) const {
  std::error_code error;
  if (folder_.empty() || !std::filesystem::exists(path(name), error)) return std::nullopt;
  tensors::TensorFile part = tensors::read_tensor_file(path(name));
  if (const auto found = part.metadata.find(kKey);
      found == part.metadata.end() || found->second != fingerprint_)
    throw InputError(
        "population.other_parts",
        "The folder \"{}\" holds parts of another population; delete it, or write to another file.", folder_);
  return part;
}

void PopulationParts::write(const std::string& name, tensors::TensorFile part) const {
  if (folder_.empty()) return;
  part.metadata[kKey] = fingerprint_;
  tensors::write_tensor_file(path(name), part);
}

bool PopulationParts::is_part(const std::filesystem::path& file) const try {
  if (file.extension() != kSuffix) return false;
  const auto metadata = tensors::SafetensorsReader(file).metadata();
  const auto found = metadata.find(kKey);
  return found != metadata.end() && found->second == fingerprint_;
} catch (const InputError&) {
  return false;
}

void PopulationParts::remove() const {
  if (folder_.empty()) return;
  std::error_code error;
  std::vector<std::filesystem::path> parts;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, error))
    if (is_part(entry.path())) parts.push_back(entry.path());
  for (const std::filesystem::path& part : parts) std::filesystem::remove(part, error);
  std::filesystem::remove(folder_, error);  // refused while anything is left in it
}

}  // namespace skiagraph::population
