#include "core/networks/super_resolution_weights.h"

#include <utility>

#include "core/base/error.h"
#include "core/networks/network_weights.h"

namespace skiagraph::networks {
namespace {

constexpr const char* kFormat = "skiagraph-super-resolution-1";

constexpr const char* kActivations = "largest_activations";

TensorShapes shapes() {
  using Shape = SuperResolutionShape;
  TensorShapes shapes;
  for (int n = 0; n < Shape::kConvolutions; ++n) {
    const std::string name = "convolution" + std::to_string(n + 1);
    shapes[name + ".weight"] = {Shape::out_of(n), Shape::in_of(n), 3, 3};
    shapes[name + ".bias"] = {Shape::out_of(n)};
  }
  return shapes;
}

TensorShapes shapes_in(const tensors::SafetensorsReader& file) {
  TensorShapes found;
  for (const tensors::TensorEntry& entry : file.entries()) found[entry.name] = entry.shape;
  return found;
}

}  // namespace

std::filesystem::path super_resolution_path(const std::filesystem::path& models) {
  return models / "super_resolution.safetensors";
}

std::optional<SuperResolutionWeights> read_super_resolution(const std::filesystem::path& path,
                                                            const geometry::CanonicalFrame& frame) {
  if (!std::filesystem::exists(path)) return std::nullopt;
  tensors::SafetensorsReader file(path);
  const auto format = file.metadata().find("format");
  if (format == file.metadata().end() || format->second != kFormat)
    throw InputError("weights.network", "The file \"{}\" does not hold weights for finer X-rays.", path);
  const auto own_frame = file.metadata().find("frame");
  if (own_frame == file.metadata().end() || own_frame->second != frame_text(frame))
    throw InputError("weights.frames",
                     "The weights \"{}\" are for another picture frame than the networks beside them; train "
                     "them for these.",
                     path);
  const TensorShapes found = shapes_in(file);
  TensorShapes wanted = shapes();
  if (found.contains(kActivations))
    wanted[kActivations] = {SuperResolutionShape::kConvolutions - 1, SuperResolutionShape::kFilters};
  require_shapes(found, wanted, path.string());
  SuperResolutionWeights weights{frame, tensors::read_float_tensors(file), {}, file.metadata()};
  if (auto measured = weights.tensors.extract(kActivations))
    weights.largest_activations = std::move(measured.mapped().values);
  return weights;
}

void write_super_resolution(const std::filesystem::path& path, const SuperResolutionWeights& weights) {
  auto metadata = weights.metadata;
  metadata["format"] = kFormat;
  metadata["frame"] = frame_text(weights.frame);
  tensors::FloatTensors tensors = weights.tensors;
  if (!weights.largest_activations.empty())
    tensors[kActivations] = {{SuperResolutionShape::kConvolutions - 1, SuperResolutionShape::kFilters},
                             weights.largest_activations};
  tensors::write_float_tensors(path, tensors, metadata);
}

}  // namespace skiagraph::networks
