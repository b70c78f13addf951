#include "core/inference/onednn/onednn_layer.h"

#include <omp.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "core/inference/onednn/thread_choice.h"

namespace skiagraph::inference {
namespace {

using dnnl::memory;

const dnnl::engine& engine() {
  static const dnnl::engine the_engine(dnnl::engine::kind::cpu, 0);
  return the_engine;
}

/// Runs on the calling thread, which hands parts to OpenMP's.
dnnl::stream& stream() {
  thread_local dnnl::stream the_stream(engine());
  return the_stream;
}

bool processor_has(dnnl::cpu_isa part) {
  // Bits of later instruction sets include those of the earlier ones.
  const auto bits = [](dnnl::cpu_isa isa) { return static_cast<unsigned>(isa); };
  return (bits(dnnl::get_effective_cpu_isa()) & bits(part)) == bits(part);
}

/// So many threads within a scope.
class Threads {
 public:
  explicit Threads(int count) : before_(omp_get_max_threads()) { omp_set_num_threads(count); }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;
  ~Threads() { omp_set_num_threads(before_); }

 private:
  int before_;
};

memory::data_type in_type(const LayerNumbers& numbers) {
  return numbers.in_steps.empty() ? memory::data_type::f32 : memory::data_type::u8;
}
memory::data_type out_type(const LayerNumbers& numbers) {
  return numbers.out_steps.empty() || !numbers.rounded ? memory::data_type::f32 : memory::data_type::u8;
}

/// Waking sleeping threads takes longer than a small layer: less than 0.1 ms of one thread's work.
int threads_for(double operations, bool int8) {
  constexpr double kLeastFloat32 = 1e7, kLeastInt8 = 4e7;
  return operations < (int8 ? kLeastInt8 : kLeastFloat32) ? 1 : omp_get_max_threads();
}

/// What oneDNN 2 computes in int8 is scale[out] * (sum of products + bias), rounded when the output is.
struct Quantised {
  std::vector<std::int8_t> weights;
  std::vector<float> bias, scales;
};

Quantised quantised(const LayerNumbers& numbers, std::size_t out, std::size_t in) {
  constexpr float kLargest = 127;
  const std::size_t taps = numbers.weights.size() / (out * in);
  Quantised result{std::vector<std::int8_t>(numbers.weights.size()), numbers.bias, std::vector<float>(out)};
  for (std::size_t o = 0; o < out; ++o) {
    const float* row = numbers.weights.data() + o * in * taps;
    const auto value = [&](std::size_t n) { return row[n] * numbers.in_steps[n / taps]; };
    float largest = 1e-20F;
    for (std::size_t n = 0; n < in * taps; ++n) largest = std::max(largest, std::abs(value(n)));
    const float step = largest / kLargest;
    for (std::size_t n = 0; n < in * taps; ++n)
      result.weights[o * in * taps + n] = static_cast<std::int8_t>(std::lround(value(n) / step));
    if (!result.bias.empty()) result.bias[o] /= step;
    result.scales[o] = numbers.out_steps.empty() ? step : step / numbers.out_steps[o];
  }
  return result;
}

memory::desc description(const memory::dims& shape, memory::data_type type) {
  return {shape, type, memory::format_tag::nhwc};
}

/// Plain weights in the order that the primitive wants.
memory weights_for(const memory::desc& wanted, const memory::dims& shape, memory::data_type type,
                   const void* values) {
  const Threads alone(1);
  memory plain({shape, type, memory::format_tag::oihw}, engine(), const_cast<void*>(values));
  memory result(wanted, engine());
  dnnl::reorder(plain, result).execute(stream(), plain, result);
  stream().wait();
  return result;
}

memory bias_memory(const std::vector<float>& bias) {
  memory result({{static_cast<memory::dim>(bias.size())}, memory::data_type::f32, memory::format_tag::x},
                engine());
  std::copy(bias.begin(), bias.end(), static_cast<float*>(result.get_data_handle()));
  return result;
}

dnnl::primitive_attr attributes(const LayerNumbers& numbers, const std::vector<float>& scales,
                                const memory::desc* added) {
  dnnl::primitive_attr attributes;
  constexpr int kPerOutput = 1 << 1;
  if (!scales.empty()) attributes.set_output_scales(kPerOutput, scales);
  dnnl::post_ops after;
  if (added != nullptr) after.append_binary(dnnl::algorithm::binary_add, *added);
  if (numbers.relu && !numbers.out_steps.empty() && activation_limit() < UINT8_MAX)
    after.append_eltwise(1, dnnl::algorithm::eltwise_clip, 0, static_cast<float>(activation_limit()));
  else if (numbers.relu)
    after.append_eltwise(1, dnnl::algorithm::eltwise_relu, 0, 0);
  attributes.set_post_ops(after);
  return attributes;
}

}  // namespace

template <typename Description, typename Primitive>
OneDnnLayer OneDnnLayer::make(const Description& description, const LayerNumbers& numbers,
                              const memory::dims& weight_shape, double pixels, void* in, void* out,
                              void* added) {
  const bool int8 = !numbers.in_steps.empty();
  Quantised small;
  if (int8)
    small = quantised(numbers, static_cast<std::size_t>(weight_shape[0]),
                      static_cast<std::size_t>(weight_shape[1]));
  const void* values = int8 ? static_cast<const void*>(small.weights.data()) : numbers.weights.data();
  OneDnnLayer layer;
  layer.operations_ =
      2 * pixels * static_cast<double>(weight_shape[0] * weight_shape[1] * weight_shape[2] * weight_shape[3]);
  memory::desc added_shape = description.data.dst_desc;
  added_shape.data.data_type = dnnl_f32;
  std::vector<int> counts{1};
  if (const int several = threads_for(layer.operations_, int8); several > 1) counts.push_back(several);
  for (const int count : counts) {
    const Threads threads(count);
    const typename Primitive::primitive_desc chosen(
        description, attributes(numbers, small.scales, added == nullptr ? nullptr : &added_shape), engine());
    Way way{count, Primitive(chosen), {}};
    way.arguments = {
        {DNNL_ARG_SRC, memory(chosen.src_desc(), engine(), in)},
        {DNNL_ARG_WEIGHTS, weights_for(chosen.weights_desc(), weight_shape,
                                       int8 ? memory::data_type::s8 : memory::data_type::f32, values)},
        {DNNL_ARG_DST, memory(chosen.dst_desc(), engine(), out)}};
    if (added != nullptr)
      way.arguments.emplace(DNNL_ARG_ATTR_MULTIPLE_POST_OP(0) | DNNL_ARG_SRC_1,
                            memory(added_shape, engine(), added));
    if (!numbers.bias.empty())
      way.arguments.emplace(DNNL_ARG_BIAS, bias_memory(int8 ? small.bias : numbers.bias));
    layer.ways_.push_back(std::move(way));
  }
  return layer;
}

OneDnnLayer OneDnnLayer::convolution(const LayerShape& shape, const LayerNumbers& numbers, void* in,
                                     void* out) {
  using dnnl::convolution_forward;
  constexpr int kTaps = 3;
  const int lost = 2 - 2 * shape.padding;
  const double pixels = static_cast<double>(shape.batch) * (shape.rows - lost) * (shape.columns - lost);
  const memory::dims weight_shape{shape.out, shape.in, kTaps, kTaps}, stride{1, 1},
      padding{shape.padding, shape.padding};
  const auto weight_type = numbers.in_steps.empty() ? memory::data_type::f32 : memory::data_type::s8;
  const auto source = description({shape.batch, shape.in, shape.rows, shape.columns}, in_type(numbers));
  const auto target =
      description({shape.batch, shape.out, shape.rows - lost, shape.columns - lost}, out_type(numbers));
  const memory::desc weights(weight_shape, weight_type, memory::format_tag::any);
  const auto kind = dnnl::prop_kind::forward_inference;
  const auto how = dnnl::algorithm::convolution_direct;
  if (numbers.bias.empty())
    return make<convolution_forward::desc, convolution_forward>(
        {kind, how, source, weights, target, stride, padding, padding}, numbers, weight_shape, pixels, in,
        out);
  const memory::desc bias({shape.out}, memory::data_type::f32, memory::format_tag::x);
  return make<convolution_forward::desc, convolution_forward>(
      {kind, how, source, weights, bias, target, stride, padding, padding}, numbers, weight_shape, pixels, in,
      out);
}

OneDnnLayer OneDnnLayer::upsampling(const LayerShape& shape, const LayerNumbers& numbers, void* in, void* out,
                                    void* added) {
  using dnnl::deconvolution_forward;
  constexpr int kTaps = 4;
  const memory::dims weight_shape{shape.out, shape.in, kTaps, kTaps}, stride{2, 2}, padding{1, 1};
  const auto weight_type = numbers.in_steps.empty() ? memory::data_type::f32 : memory::data_type::s8;
  return make<deconvolution_forward::desc, deconvolution_forward>(
      {dnnl::prop_kind::forward_inference, dnnl::algorithm::deconvolution_direct,
       description({shape.batch, shape.in, shape.rows, shape.columns}, in_type(numbers)),
       memory::desc(weight_shape, weight_type, memory::format_tag::any),
       description({shape.batch, shape.out, 2 * shape.rows, 2 * shape.columns}, out_type(numbers)), stride,
       padding, padding},
      // Each tap is used once for each pixel of the input.
      numbers, weight_shape, static_cast<double>(shape.batch) * shape.rows * shape.columns, in, out, added);
}

void OneDnnLayer::run() {
  const Way& way = staying_on_one_thread() ? ways_.front() : ways_.back();
  const Threads threads(way.threads);
  way.primitive.execute(stream(), way.arguments);
  stream().wait();
}

bool adds_within_upsampling() {
  return processor_has(dnnl::cpu_isa::avx512_core);
}

int activation_limit() {
  const bool vnni = processor_has(dnnl::cpu_isa::avx512_core_vnni) || processor_has(dnnl::cpu_isa::avx2_vnni);
  return vnni ? UINT8_MAX : INT8_MAX;
}

std::vector<float> upsampling_weights(const std::vector<float>& weights) {
  // Along one axis the taps (a, b, c) over doubled pixels meet the small ones as (c, b + c, a + b, a).
  constexpr std::size_t kTaps = 3, kLarge = 4;
  constexpr std::array<std::array<float, kTaps>, kLarge> kShares{
      {{0, 0, 1}, {0, 1, 1}, {1, 1, 0}, {1, 0, 0}}};
  const std::size_t kernels = weights.size() / (kTaps * kTaps);
  std::vector<float> large(kernels * kLarge * kLarge);
  for (std::size_t kernel = 0; kernel < kernels; ++kernel)
    for (std::size_t y = 0; y < kLarge; ++y)
      for (std::size_t x = 0; x < kLarge; ++x) {
        float sum = 0;
        for (std::size_t a = 0; a < kTaps; ++a)
          for (std::size_t b = 0; b < kTaps; ++b)
            sum += kShares[y][a] * kShares[x][b] * weights[(kernel * kTaps + a) * kTaps + b];
        large[(kernel * kLarge + y) * kLarge + x] = sum;
      }
  return large;
}

}  // namespace skiagraph::inference
