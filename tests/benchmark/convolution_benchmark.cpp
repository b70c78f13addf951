#include <benchmark/benchmark.h>
#include <torch/autograd.h>
#include <torch/nn/functional/conv.h>
#include <torch/types.h>

namespace skiagraph {
namespace {

/// Forward and backward of the U-Nets' usual layer, 32 to 32 channels at 256 x 192, batch 4, channels-last:
/// what training costs on this machine in either number type.
void train_convolution(benchmark::State& state, torch::ScalarType type) {
  constexpr int kBatch = 4, kChannels = 32, kRows = 256, kColumns = 192;
  const auto options = torch::dtype(type);
  const auto image = torch::randn({kBatch, kChannels, kRows, kColumns}, options)
                         .contiguous(torch::MemoryFormat::ChannelsLast)
                         .requires_grad_();
  const auto weight = torch::randn({kChannels, kChannels, 3, 3}, options)
                          .contiguous(torch::MemoryFormat::ChannelsLast)
                          .requires_grad_();
  const auto convolve = [&] {
    return torch::nn::functional::conv2d(image, weight,
                                         torch::nn::functional::Conv2dFuncOptions().padding(1));
  };
  const auto gradient = torch::ones_like(convolve());
  for (auto _ : state) {
    benchmark::DoNotOptimize(torch::autograd::grad({convolve()}, {image, weight}, {gradient}));
  }
  // Forward, gradient of the image and gradient of the weights cost the same: 2 operations for each weight
  // and pixel.
  constexpr double kOperations = 3.0 * 2 * kBatch * kRows * kColumns * kChannels * kChannels * 9;
  state.counters["GFLOP/s"] =
      benchmark::Counter(kOperations * 1e-9, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK_CAPTURE(train_convolution, float32, torch::kFloat32)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(train_convolution, bfloat16, torch::kBFloat16)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace skiagraph
