#include "core/benchmark/processor_peak.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <functional>

#include "core/inference/onednn/onednn_errors.h"
#include "core/inference/onednn/onednn_layer.h"
#include "core/inference/onednn/pixel_buffer.h"

namespace skiagraph::benchmark {
namespace {

using dnnl::memory;
using Clock = std::chrono::steady_clock;

struct Task {
  double operations;
  std::function<void()> work;
};

/// 10^9 operations a second, of the fastest run.
double rate_of(const Task& task, Clock::duration patience) {
  double best_s = 1e30;
  for (const auto begun = Clock::now(); Clock::now() - begun < patience;) {
    const auto start = Clock::now();
    task.work();
    best_s = std::min(best_s, std::chrono::duration<double>(Clock::now() - start).count());
  }
  return task.operations / best_s * 1e-9;
}

Task product(bool int8) {
  constexpr memory::dim kSize = 1024;
  const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
  const memory::dims shape{kSize, kSize};
  using type = memory::data_type;
  const auto any = memory::format_tag::any;
  const memory::desc first(shape, int8 ? type::u8 : type::f32, any),
      second(shape, int8 ? type::s8 : type::f32, any), result(shape, int8 ? type::s32 : type::f32, any);
#if DNNL_VERSION_MAJOR >= 3
  const dnnl::matmul::primitive_desc chosen(engine, first, second, result);
#else
  const dnnl::matmul::primitive_desc chosen(dnnl::matmul::desc(first, second, result), engine);
#endif
  const memory a(chosen.src_desc(), engine), b(chosen.weights_desc(), engine), c(chosen.dst_desc(), engine);
  for (const memory& each : {a, b, c}) std::memset(each.get_data_handle(), 0, each.get_desc().get_size());
  return {2.0 * kSize * kSize * kSize,
          [=, primitive = dnnl::matmul(chosen), stream = dnnl::stream(engine)]() mutable {
            primitive.execute(stream, {{DNNL_ARG_SRC, a}, {DNNL_ARG_WEIGHTS, b}, {DNNL_ARG_DST, c}});
            stream.wait();
          }};
}

Task convolution(bool int8) {
  constexpr int kChannels = 64, kSide = 96, kTaps = 9;
  inference::LayerParameters numbers;
  numbers.weights.assign(static_cast<std::size_t>(kChannels) * kChannels * kTaps, 0.01F);
  if (int8) numbers.in_scales = numbers.out_scales = std::vector<float>(kChannels, 0.01F);
  const std::ptrdiff_t pixels =
      static_cast<std::ptrdiff_t>(kSide) * kSide * kChannels / inference::kPictureChannels;
  const auto in = std::make_shared<inference::PixelBuffer>(pixels, sizeof(float)),
             out = std::make_shared<inference::PixelBuffer>(pixels, sizeof(float));
  const auto layer = std::make_shared<inference::OneDnnLayer>(inference::OneDnnLayer::convolution(
      {1, kChannels, kChannels, kSide, kSide, 1}, numbers, in->data(), out->data()));
  return {2.0 * kSide * kSide * kChannels * kChannels * kTaps, [in, out, layer] { layer->run(); }};
}

}  // namespace

class ProcessorPeak::Impl {
 public:
  explicit Impl(bool int8) {
    constexpr auto kPatience = std::chrono::milliseconds(500);
    for (Task& task : std::array{product(int8), convolution(int8)})
      if (const double rate = rate_of(task, kPatience); rate > best_) best_ = rate, task_ = std::move(task);
  }

  double rate_now() {
    const double rate = rate_of(task_, std::chrono::milliseconds(10));
    best_ = std::max(best_, rate);
    return rate;
  }

  double best_ = 0;

 private:
  Task task_{};
};

ProcessorPeak::ProcessorPeak(bool int8)
    : impl_(inference::translating_onednn([&] { return std::make_unique<Impl>(int8); })) {}
ProcessorPeak::~ProcessorPeak() = default;

double ProcessorPeak::rate_now() {
  return inference::translating_onednn([&] { return impl_->rate_now(); });
}

double ProcessorPeak::best_rate() const {
  return impl_->best_;
}

}  // namespace skiagraph::benchmark
