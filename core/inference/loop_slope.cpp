#include "core/inference/loop_slope.h"

#include <torch/torch.h>

#include "core/base/error.h"
#include "core/tensors/tensor_file.h"

namespace skiagraph {
namespace {

using torch::Tensor;

constexpr const char *kFormat = "skiagraph-loop-1", *kTensor = "jacobian";
constexpr std::int64_t kNumbers = 2 * kMarkerCount;

}  // namespace

Tensor LoopSlope::newton(const std::vector<Marker>& pinned) const {
  Tensor free = torch::ones({kNumbers}, torch::kFloat64);
  for (const Marker marker : pinned) {
    const auto first = 2 * static_cast<std::int64_t>(marker);
    free.slice(0, first, first + 2).zero_();
  }
  const Tensor among_free = jacobian * free.unsqueeze(0) * free.unsqueeze(1);
  return torch::linalg_inv(torch::eye(kNumbers, torch::kFloat64) - among_free) * free.unsqueeze(1);
}

std::filesystem::path loop_slope_path(const std::filesystem::path& models) {
  return models / "loop.safetensors";
}

void write_loop_slope(const std::filesystem::path& path, const LoopSlope& slope,
                      const std::string& weights_checksum) {
  TensorFile file;
  file.metadata = {{"format", kFormat}, {"weights", weights_checksum}};
  file.tensors[kTensor] = slope.jacobian.to(torch::kFloat32).contiguous();
  write_tensor_file(path, file);
}

std::optional<LoopSlope> read_loop_slope(const std::filesystem::path& path,
                                         const std::string& weights_checksum) try {
  const TensorFile file = read_tensor_file(path);
  const auto said = [&](const char* key) {
    const auto found = file.metadata.find(key);
    return found == file.metadata.end() ? std::string() : found->second;
  };
  if (said("format") != kFormat || said("weights") != weights_checksum) return std::nullopt;
  const auto found = file.tensors.find(kTensor);
  if (found == file.tensors.end() || found->second.sizes() != torch::IntArrayRef{kNumbers, kNumbers})
    return std::nullopt;
  const Tensor jacobian = found->second.to(torch::kFloat64);
  if (!jacobian.isfinite().all().item<bool>()) return std::nullopt;
  // An answer that goes as far as its place never comes to rest by Newton's steps.
  if (torch::linalg_eigvals(jacobian).abs().max().item<double>() >= 1) return std::nullopt;
  return LoopSlope{jacobian};
} catch (const InputError&) {
  return std::nullopt;
}

}  // namespace skiagraph
