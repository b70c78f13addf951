#include "core/inference/derived_tensors.h"

#include "core/base/error.h"

namespace skiagraph::inference {

void write_derived_tensors(const std::filesystem::path& path, const std::string& format,
                           const std::string& weights, const tensors::FloatTensors& tensors) {
  tensors::write_float_tensors(path, tensors, {{"format", format}, {"weights", weights}});
}

std::optional<tensors::FloatTensors> read_derived_tensors(const std::filesystem::path& path,
                                                          const std::string& format,
                                                          const std::string& weights) try {
  tensors::SafetensorsReader file(path);
  const auto says = [&](const char* key, const std::string& value) {
    const auto found = file.metadata().find(key);
    return found != file.metadata().end() && found->second == value;
  };
  if (!says("format", format) || !says("weights", weights)) return std::nullopt;
  return tensors::read_float_tensors(file);
} catch (const InputError&) {
  return std::nullopt;
}

}  // namespace skiagraph::inference
