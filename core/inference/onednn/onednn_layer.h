#pragma once

#include <oneapi/dnnl/dnnl.hpp>
#include <unordered_map>
#include <vector>

namespace skiagraph::inference {

/// Parameters of a convolution between pictures of uint8 or float32.
struct LayerParameters {
  std::vector<float> weights;     ///< (out, in, 3, 3), or (out, in, 4, 4) for an upsampling one
  std::vector<float> bias;        ///< (out), or empty
  std::vector<float> in_scales;   ///< (in) of the quantized input; empty: the input is float32
  std::vector<float> out_scales;  ///< (out) the output is divided by these; empty: it is not
  bool rounded = true;            ///< with out_scales: false leaves the output in float32
  bool relu = false;
};

/// Pictures are (batch, rows, columns, channels) in memory.
struct LayerShape {
  int batch = 1, in = 0, out = 0;
  int rows = 0, columns = 0;  ///< of the input
  int padding = 1;            ///< 1: the output has the size of the input; 0: two less
};

/// A oneDNN primitive with its weights and the memory that it reads and writes. Only for the sources of this
/// folder, as it shows oneDNN. Constructors and run() throw dnnl::error.
class OneDnnLayer {
 public:
  /// 3x3 convolution.
  static OneDnnLayer convolution(const LayerShape& shape, const LayerParameters& parameters, void* in,
                                 void* out);
  /// Nearest upsampling to twice the size and a 3x3 convolution in one: a transposed 4x4 convolution with
  /// stride 2, which takes four products for each pixel instead of nine. Weights: see upsampling_weights().
  /// `added`, when given, is a float32 picture of the output's size, divided by its scales, that is added
  /// before ReLU and rounding.
  static OneDnnLayer upsampling(const LayerShape& shape, const LayerParameters& parameters, void* in,
                                void* out, void* added = nullptr);

  void run();
  /// Multiplications and additions of one run.
  [[nodiscard]] double operations() const { return operations_; }

 private:
  /// oneDNN makes a primitive for a number of threads.
  struct Variant {
    int threads = 1;
    dnnl::primitive primitive;
    std::unordered_map<int, dnnl::memory> arguments;
  };
  struct LayerGeometry {
    dnnl::memory::dims weights, out;
    double pixels = 0;  ///< for each of which every weight is used once
  };
  /// describe(attributes) -> Primitive::primitive_desc
  template <typename Primitive, typename Describe>
  static OneDnnLayer make(const Describe& describe, const LayerParameters& parameters,
                          const LayerGeometry& geometry, void* in, void* out, void* added = nullptr);
  std::vector<Variant> variants_;  ///< for one thread; and for several, where they are faster
  double operations_ = 0;
};

/// Whether `added` of an int8 upsampling layer is fast on this processor. On others it is a hundred times
/// slower than adding afterwards.
bool fuses_addition();

/// The largest quantized activation: 255, or 127 where the processor sums products in 16 bits, which would
/// overflow.
int activation_limit();

/// (out, in, 3, 3) -> (out, in, 4, 4)
std::vector<float> upsampling_weights(const std::vector<float>& weights);

}  // namespace skiagraph::inference
