#include "core/tensors/tensor_file.h"

#include <torch/types.h>

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/tensors/safetensors.h"

namespace skiagraph::tensors {
namespace {

/// In the order of TensorType.
constexpr std::array<torch::ScalarType, 10> kTypes{
    torch::kFloat64, torch::kFloat32, torch::kFloat16, torch::kBFloat16, torch::kInt64,
    torch::kInt32,   torch::kInt16,   torch::kInt8,    torch::kUInt8,    torch::kBool};

TensorType type_of(const torch::Tensor& tensor) {
  const auto found = std::ranges::find(kTypes, tensor.scalar_type());
  if (found == kTypes.end())
    throw Error("tensors.type", "A tensor of this type cannot be stored in a .safetensors file.");
  return static_cast<TensorType>(found - kTypes.begin());
}

/// LibTorch's own report of missing memory is not for people.
torch::Tensor allocate(const TensorEntry& entry) try {
  return torch::empty(entry.shape, kTypes[static_cast<std::size_t>(entry.type)]);
} catch (const c10::Error&) {
  throw Error("memory",
              "The memory of this computer is not enough for the tensor \"{}\"; close other programs.",
              entry.name);
}

}  // namespace

TensorFile read_tensor_file(const std::filesystem::path& path) {
  SafetensorsReader reader(path);
  TensorFile result{{}, reader.metadata()};
  for (const TensorEntry& entry : reader.entries()) {
    torch::Tensor tensor = allocate(entry);
    reader.read(entry, tensor.data_ptr());
    result.tensors[entry.name] = tensor;
  }
  return result;
}

void write_tensor_file(const std::filesystem::path& path, const TensorFile& file) {
  std::map<std::string, torch::Tensor> plain;  // owns what the views show
  std::map<std::string, TensorView> views;
  for (const auto& [name, tensor] : file.tensors) {
    const auto& here = plain[name] = tensor.detach().to(torch::kCPU).contiguous();
    views[name] = {type_of(here), here.sizes().vec(), here.data_ptr()};
  }
  write_safetensors(path, views, file.metadata);
}

}  // namespace skiagraph::tensors
