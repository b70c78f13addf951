#include "core/training/samples.h"

#include <torch/types.h>

namespace skiagraph::training {
namespace {

using torch::Tensor;

constexpr int kPeople = 4, kLoopIterations = 2;

Tensor predicted(const NetworkRunner& run, const Batch& batch, Stage::Kind kind) {
  Tensor picture = run.t(batch.surface);
  if (kind == Stage::Kind::kT) return picture;
  if (kind == Stage::Kind::kCign) return run.cign(batch.surface, batch.markers);
  for (int iteration = 0; iteration < kLoopIterations; ++iteration)
    picture = run.cign(batch.surface, run.places(run.mpn(batch.surface, picture.clamp(0, 1))));
  return picture;
}

/// (N, 1, H, W) as one row of pictures: (H, N W).
Tensor side_by_side(const Tensor& pictures) {
  return torch::cat(pictures.squeeze(1).unbind(0), 1);
}

}  // namespace

SamplePicture sample_picture(const NetworkRunner& run, const Batches& people, Stage::Kind kind) {
  torch::NoGradGuard no_grad;
  for (const networks::NetworkId id : networks::kNetworkIds) run.networks.network(id)->eval();
  const Batch batch = people.in_order(0, kPeople);
  const Tensor both =
      torch::cat({side_by_side(batch.xray), side_by_side(predicted(run, batch, kind))}, 0).nan_to_num();
  const Tensor bytes = (both.clamp(0, 1) * 255).round().to(torch::kCPU).to(torch::kUInt8).contiguous();
  const auto* first = bytes.data_ptr<std::uint8_t>();
  return {static_cast<int>(bytes.size(0)), static_cast<int>(bytes.size(1)), {first, first + bytes.numel()}};
}

}  // namespace skiagraph::training
