#include "core/inference/onednn/onednn_layer.h"

#include <omp.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "core/inference/onednn/thread_count_tuner.h"

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

/// The number of OpenMP's threads within a scope.
class Threads {
 public:
  explicit Threads(int count) : before_(omp_get_max_threads()) { omp_set_num_threads(count); }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;
  ~Threads() { omp_set_num_threads(before_); }

 private:
  int before_;
};

memory::data_type in_type(const LayerParameters& parameters) {
  return parameters.in_scales.empty() ? memory::data_type::f32 : memory::data_type::u8;
}
memory::data_type weight_type(const LayerParameters& parameters) {
  return parameters.in_scales.empty() ? memory::data_type::f32 : memory::data_type::s8;
}
memory::data_type out_type(const LayerParameters& parameters) {
  return parameters.out_scales.empty() || !parameters.rounded ? memory::data_type::f32
                                                              : memory::data_type::u8;
}

/// Small layers, below 0.1 ms on one thread, use one: waking the others takes longer.
int threads_for(double operations, bool int8) {
  constexpr double kLeastFloat32 = 1e7, kLeastInt8 = 4e7;
  return operations < (int8 ? kLeastInt8 : kLeastFloat32) ? 1 : omp_get_max_threads();
}

/// oneDNN 2 computes in int8: scale[out] * (sum of products + bias), rounded when the output is uint8; oneDNN
/// 3 adds the bias after the scale.
constexpr bool kBiasAfterScale = DNNL_VERSION_MAJOR >= 3;
#if DNNL_VERSION_MAJOR >= 3
constexpr int kWeightScales = DNNL_ARG_ATTR_SCALES | DNNL_ARG_WEIGHTS;
#else
constexpr int kWeightScales = 0;  // part of the primitive
#endif

struct Quantised {
  std::vector<std::int8_t> weights;
  std::vector<float> bias, scales;
};

Quantised quantised(const LayerParameters& parameters, std::size_t out, std::size_t in) {
  constexpr float kLargest = 127;
  const std::size_t kernel_size = parameters.weights.size() / (out * in);
  Quantised result{std::vector<std::int8_t>(parameters.weights.size()), parameters.bias,
                   std::vector<float>(out)};
  for (std::size_t o = 0; o < out; ++o) {
    const float* row = parameters.weights.data() + o * in * kernel_size;
    const auto value = [&](std::size_t n) { return row[n] * parameters.in_scales[n / kernel_size]; };
    float largest = 1e-20F;
    for (std::size_t n = 0; n < in * kernel_size; ++n) largest = std::max(largest, std::abs(value(n)));
    const float scale = largest / kLargest;
    for (std::size_t n = 0; n < in * kernel_size; ++n)
      result.weights[o * in * kernel_size + n] = static_cast<std::int8_t>(std::lround(value(n) / scale));
    result.scales[o] = parameters.out_scales.empty() ? scale : scale / parameters.out_scales[o];
    if (result.bias.empty()) continue;
    result.bias[o] /= scale;
    if (kBiasAfterScale) result.bias[o] *= result.scales[o];
  }
  return result;
}

memory::desc description(const memory::dims& shape, memory::data_type type) {
  return {shape, type, memory::format_tag::nhwc};
}

/// Weights (out, in, rows, columns) reordered as the primitive needs them.
memory weights_for(const memory::desc& wanted, const memory::dims& shape, memory::data_type type,
                   const void* values) {
  const Threads one(1);
  memory plain({shape, type, memory::format_tag::oihw}, engine(), const_cast<void*>(values));
  memory result(wanted, engine());
  dnnl::reorder(plain, result).execute(stream(), plain, result);
  stream().wait();
  return result;
}

memory row_of(const std::vector<float>& values) {
  memory result({{static_cast<memory::dim>(values.size())}, memory::data_type::f32, memory::format_tag::x},
                engine());
  std::copy(values.begin(), values.end(), static_cast<float*>(result.get_data_handle()));
  return result;
}

void append_eltwise(dnnl::post_ops& after, dnnl::algorithm how, float alpha, float beta) {
#if DNNL_VERSION_MAJOR >= 3
  after.append_eltwise(how, alpha, beta);
#else
  after.append_eltwise(1, how, alpha, beta);
#endif
}

dnnl::primitive_attr attributes(const LayerParameters& parameters, const std::vector<float>& scales,
                                const memory::desc* added) {
  dnnl::primitive_attr attributes;
#if DNNL_VERSION_MAJOR >= 3
  constexpr int kPerOutput = 1 << 0;  // of the weights' dimensions
  if (!scales.empty()) attributes.set_scales_mask(DNNL_ARG_WEIGHTS, kPerOutput);
#else
  constexpr int kPerOutput = 1 << 1;  // of the result's
  if (!scales.empty()) attributes.set_output_scales(kPerOutput, scales);
#endif
  dnnl::post_ops after;
  if (added != nullptr) after.append_binary(dnnl::algorithm::binary_add, *added);
  if (parameters.relu && !parameters.out_scales.empty() && activation_limit() < UINT8_MAX)
    append_eltwise(after, dnnl::algorithm::eltwise_clip, 0, static_cast<float>(activation_limit()));
  else if (parameters.relu)
    append_eltwise(after, dnnl::algorithm::eltwise_relu, 0, 0);
  attributes.set_post_ops(after);
  return attributes;
}

/// Direct, without gradients.
template <typename Primitive, typename... Shapes>
typename Primitive::primitive_desc described(const dnnl::primitive_attr& attributes, dnnl::algorithm how,
                                             const Shapes&... shapes) {
  const auto kind = dnnl::prop_kind::forward_inference;
#if DNNL_VERSION_MAJOR >= 3
  return {engine(), kind, how, shapes..., attributes};
#else
  return {typename Primitive::desc(kind, how, shapes...), attributes, engine()};
#endif
}

}  // namespace

template <typename Primitive, typename Describe>
OneDnnLayer OneDnnLayer::make(const Describe& describe, const LayerParameters& parameters,
                              const LayerGeometry& geometry, void* in, void* out, void* added) {
  const memory::dims& weight_shape = geometry.weights;
  const bool int8 = !parameters.in_scales.empty();
  Quantised int8_values;
  if (int8)
    int8_values = quantised(parameters, static_cast<std::size_t>(weight_shape[0]),
                            static_cast<std::size_t>(weight_shape[1]));
  const void* values =
      int8 ? static_cast<const void*>(int8_values.weights.data()) : parameters.weights.data();
  OneDnnLayer layer;
  layer.operations_ =
      2 * geometry.pixels *
      static_cast<double>(weight_shape[0] * weight_shape[1] * weight_shape[2] * weight_shape[3]);
  const memory::desc added_shape = description(geometry.out, memory::data_type::f32);
  std::vector<int> counts{1};
  if (const int several = threads_for(layer.operations_, int8); several > 1) counts.push_back(several);
  for (const int count : counts) {
    const Threads threads(count);
    const typename Primitive::primitive_desc chosen =
        describe(attributes(parameters, int8_values.scales, added == nullptr ? nullptr : &added_shape));
    Variant variant{count, Primitive(chosen), {}};
    variant.arguments = {
        {DNNL_ARG_SRC, memory(chosen.src_desc(), engine(), in)},
        {DNNL_ARG_WEIGHTS, weights_for(chosen.weights_desc(), weight_shape, weight_type(parameters), values)},
        {DNNL_ARG_DST, memory(chosen.dst_desc(), engine(), out)}};
    if (added != nullptr)
      variant.arguments.emplace(DNNL_ARG_ATTR_MULTIPLE_POST_OP(0) | DNNL_ARG_SRC_1,
                                memory(added_shape, engine(), added));
    if (!parameters.bias.empty())
      variant.arguments.emplace(DNNL_ARG_BIAS, row_of(int8 ? int8_values.bias : parameters.bias));
    if (int8 && kBiasAfterScale) variant.arguments.emplace(kWeightScales, row_of(int8_values.scales));
    layer.variants_.push_back(std::move(variant));
  }
  return layer;
}

OneDnnLayer OneDnnLayer::convolution(const LayerShape& shape, const LayerParameters& parameters, void* in,
                                     void* out) {
  using dnnl::convolution_forward;
  constexpr int kKernel = 3;
  const int lost = 2 - 2 * shape.padding;
  const LayerGeometry geometry{
      {shape.out, shape.in, kKernel, kKernel},
      {shape.batch, shape.out, shape.rows - lost, shape.columns - lost},
      static_cast<double>(shape.batch) * (shape.rows - lost) * (shape.columns - lost)};
  const memory::dims stride{1, 1}, padding{shape.padding, shape.padding};
  const auto source = description({shape.batch, shape.in, shape.rows, shape.columns}, in_type(parameters));
  const auto target = description(geometry.out, out_type(parameters));
  const memory::desc weights(geometry.weights, weight_type(parameters), memory::format_tag::any),
      bias({shape.out}, memory::data_type::f32, memory::format_tag::x);
  const auto describe = [&](const dnnl::primitive_attr& attributes) {
    constexpr auto kHow = dnnl::algorithm::convolution_direct;
    return parameters.bias.empty() ? described<convolution_forward>(attributes, kHow, source, weights, target,
                                                                    stride, padding, padding)
                                   : described<convolution_forward>(attributes, kHow, source, weights, bias,
                                                                    target, stride, padding, padding);
  };
  return make<convolution_forward>(describe, parameters, geometry, in, out);
}

OneDnnLayer OneDnnLayer::upsampling(const LayerShape& shape, const LayerParameters& parameters, void* in,
                                    void* out, void* added) {
  using dnnl::deconvolution_forward;
  constexpr int kKernel = 4;
  // Each weight is used once for each pixel of the input.
  const LayerGeometry geometry{{shape.out, shape.in, kKernel, kKernel},
                               {shape.batch, shape.out, 2 * shape.rows, 2 * shape.columns},
                               static_cast<double>(shape.batch) * shape.rows * shape.columns};
  const memory::dims stride{2, 2}, padding{1, 1};
  const auto source = description({shape.batch, shape.in, shape.rows, shape.columns}, in_type(parameters));
  const auto target = description(geometry.out, out_type(parameters));
  const memory::desc weights(geometry.weights, weight_type(parameters), memory::format_tag::any);
  const auto describe = [&](const dnnl::primitive_attr& attributes) {
    return described<deconvolution_forward>(attributes, dnnl::algorithm::deconvolution_direct, source,
                                            weights, target, stride, padding, padding);
  };
  return make<deconvolution_forward>(describe, parameters, geometry, in, out, added);
}

void OneDnnLayer::run() {
  const Variant& variant = single_threaded() ? variants_.front() : variants_.back();
  const Threads threads(variant.threads);
  variant.primitive.execute(stream(), variant.arguments);
  stream().wait();
}

bool fuses_addition() {
  return processor_has(dnnl::cpu_isa::avx512_core);
}

int activation_limit() {
  const bool vnni = processor_has(dnnl::cpu_isa::avx512_core_vnni) || processor_has(dnnl::cpu_isa::avx2_vnni);
  return vnni ? UINT8_MAX : INT8_MAX;
}

std::vector<float> upsampling_weights(const std::vector<float>& weights) {
  // Along one axis the weights (a, b, c) over upsampled pixels are (c, b + c, a + b, a) over the pixels
  // before.
  constexpr std::size_t kSmall = 3, kLarge = 4;
  constexpr std::array<std::array<float, kSmall>, kLarge> kShares{
      {{0, 0, 1}, {0, 1, 1}, {1, 1, 0}, {1, 0, 0}}};
  const std::size_t kernels = weights.size() / (kSmall * kSmall);
  std::vector<float> large(kernels * kLarge * kLarge);
  for (std::size_t kernel = 0; kernel < kernels; ++kernel)
    for (std::size_t y = 0; y < kLarge; ++y)
      for (std::size_t x = 0; x < kLarge; ++x) {
        float sum = 0;
        for (std::size_t a = 0; a < kSmall; ++a)
          for (std::size_t b = 0; b < kSmall; ++b)
            sum += kShares[y][a] * kShares[x][b] * weights[(kernel * kSmall + a) * kSmall + b];
        large[(kernel * kLarge + y) * kLarge + x] = sum;
      }
  return large;
}

}  // namespace skiagraph::inference
