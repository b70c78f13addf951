#include "core/tensors/float_tensors.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::tensors {

FloatTensors read_float_tensors(SafetensorsReader& file) {
  FloatTensors tensors;
  for (const TensorEntry& entry : file.entries()) {
    if (entry.type != TensorType::kF32)
      file.refuse("The file \"{}\" cannot be used: its tensor \"{}\" does not hold float32 numbers.",
                  entry.name);
    FloatTensor& tensor = tensors[entry.name];
    tensor = {entry.shape, std::vector<float>((entry.end - entry.begin) / sizeof(float))};
    file.read(entry, tensor.values.data());
    if (!std::ranges::all_of(tensor.values, [](float value) { return std::isfinite(value); }))
      file.refuse("The file \"{}\" is damaged: its tensor \"{}\" holds values that are not finite numbers.",
                  entry.name);
  }
  return tensors;
}

void write_float_tensors(const std::filesystem::path& path, const FloatTensors& tensors,
                         const std::map<std::string, std::string>& metadata) {
  std::map<std::string, TensorView> views;
  for (const auto& [name, tensor] : tensors)
    views[name] = {TensorType::kF32, tensor.shape, tensor.values.data()};
  write_safetensors(path, views, metadata);
}

}  // namespace skiagraph::tensors
