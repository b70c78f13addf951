#include "core/population/population_parts.h"

#include <utility>

#include "core/base/error.h"

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
    throw InputError("The folder \"" + folder_.string() +
                     "\" for finished parts cannot be made: " + error.message() + ".");
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
    throw InputError("The folder \"" + folder_.string() +
                     "\" holds parts of another population; delete it, or write to another file.");
  return part;
}

void PopulationParts::write(const std::string& name, tensors::TensorFile part) const {
  if (folder_.empty()) return;
  part.metadata[kKey] = fingerprint_;
  tensors::write_tensor_file(path(name), part);
}

void PopulationParts::remove() const {
  std::error_code error;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, error);
}

}  // namespace skiagraph::population
