#include "core/inference/companion_file.h"

#include "core/base/error.h"

namespace skiagraph::inference {

void write_companion(const std::filesystem::path& path, const std::string& format, const std::string& weights,
                     const tensors::FloatTensors& tensors) {
  tensors::write_float_tensors(path, tensors, {{"format", format}, {"weights", weights}});
}

std::optional<tensors::FloatTensors> read_companion(const std::filesystem::path& path,
                                                    const std::string& format,
                                                    const std::string& weights) try {
  tensors::SafetensorsReader file(path);
  const auto said = [&](const char* key) {
    const auto found = file.metadata().find(key);
    return found == file.metadata().end() ? std::string() : found->second;
  };
  if (said("format") != format || said("weights") != weights) return std::nullopt;
  return tensors::read_float_tensors(file);
} catch (const InputError&) {
  return std::nullopt;
}

}  // namespace skiagraph::inference
