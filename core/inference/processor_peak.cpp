#include "core/inference/processor_peak.h"

#include <algorithm>
#include <chrono>
#include <functional>

#include "core/inference/onednn_errors.h"
#include "core/inference/onednn_layer.h"
#include "core/inference/pixel_buffer.h"

namespace skiagraph {
namespace {

using dnnl::memory;

/// 10^9 operations a second, of the fastest of many trials.
double best_rate(double operations, const std::function<void()>& work) {
  using Clock = std::chrono::steady_clock;
  constexpr auto kPatience = std::chrono::milliseconds(500);
  double best_s = 1e30;
  work();
  for (const auto begun = Clock::now(); Clock::now() - begun < kPatience;) {
    const auto start = Clock::now();
    work();
    best_s = std::min(best_s, std::chrono::duration<double>(Clock::now() - start).count());
  }
  return operations / best_s * 1e-9;
}

double product_rate(bool int8) {
  constexpr memory::dim kSize = 1024;
  const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
  dnnl::stream stream(engine);
  const memory::dims shape{kSize, kSize};
  using type = memory::data_type;
  const auto any = memory::format_tag::any;
  const dnnl::matmul::primitive_desc chosen(
      dnnl::matmul::desc({shape, int8 ? type::u8 : type::f32, any}, {shape, int8 ? type::s8 : type::f32, any},
                         {shape, int8 ? type::s32 : type::f32, any}),
      engine);
  memory a(chosen.src_desc(), engine), b(chosen.weights_desc(), engine), c(chosen.dst_desc(), engine);
  for (const memory& each : {a, b, c}) std::memset(each.get_data_handle(), 0, each.get_desc().get_size());
  const dnnl::matmul product(chosen);
  return best_rate(2.0 * kSize * kSize * kSize, [&] {
    product.execute(stream, {{DNNL_ARG_SRC, a}, {DNNL_ARG_WEIGHTS, b}, {DNNL_ARG_DST, c}});
    stream.wait();
  });
}

double convolution_rate(bool int8) {
  constexpr int kChannels = 64, kSide = 96, kTaps = 9;
  LayerNumbers numbers;
  numbers.weights.assign(static_cast<std::size_t>(kChannels) * kChannels * kTaps, 0.01F);
  if (int8) numbers.in_steps = numbers.out_steps = std::vector<float>(kChannels, 0.01F);
  const std::ptrdiff_t pixels = static_cast<std::ptrdiff_t>(kSide) * kSide * kChannels / pixel_loops::kWidth;
  const PixelBuffer in(pixels, sizeof(float)), out(pixels, sizeof(float));
  OneDnnLayer layer =
      OneDnnLayer::convolution({1, kChannels, kChannels, kSide, kSide, 1}, numbers, in.data(), out.data());
  return best_rate(2.0 * kSide * kSide * kChannels * kChannels * kTaps, [&] { layer.run(); });
}

}  // namespace

ProcessorPeak measure_processor_peak() {
  return translating_onednn([] {
    return ProcessorPeak{std::max(product_rate(false), convolution_rate(false)),
                         std::max(product_rate(true), convolution_rate(true))};
  });
}

}  // namespace skiagraph
