#pragma once

#include <oneapi/dnnl/dnnl.hpp>
#include <unordered_map>
#include <vector>

namespace skiagraph::inference {

/// Values of a convolution between pictures of 8-bit steps or floats.
struct LayerNumbers {
  std::vector<float> weights;    ///< (out, in, 3, 3), or (out, in, 4, 4) for an upsampling one
  std::vector<float> bias;       ///< (out), or empty
  std::vector<float> in_steps;   ///< (in) value of a step of the input; empty: the input is float32
  std::vector<float> out_steps;  ///< (out) the same of the output
  bool rounded = true;           ///< false: the output counts its steps in float32
  bool relu = false;
};

/// Pictures are (batch, rows, columns, channels) in memory.
struct LayerShape {
  int batch = 1, in = 0, out = 0;
  int rows = 0, columns = 0;  ///< of the input
  int padding = 1;            ///< 1: the output has the size of the input; 0: two less
};

/// A oneDNN primitive with its weights and the memory it reads and writes, ready to run. Only for sources
/// that hide oneDNN; constructors and run() throw dnnl::error.
class OneDnnLayer {
 public:
  /// 3x3 convolution.
  static OneDnnLayer convolution(const LayerShape& shape, const LayerNumbers& numbers, void* in, void* out);
  /// Nearest upsampling to twice the size and a 3x3 convolution as one: a transposed convolution of 4x4 taps
  /// with stride 2, four taps for each pixel instead of nine. Weights as upsampling_weights() gives them.
  /// `added`, where there is one, is a float32 picture of the output's size, counted in its steps, that is
  /// added before ReLU and rounding.
  static OneDnnLayer upsampling(const LayerShape& shape, const LayerNumbers& numbers, void* in, void* out,
                                void* added = nullptr);

  void run();
  /// Multiplications and additions of one run.
  [[nodiscard]] double operations() const { return operations_; }

 private:
  /// A primitive divides its work among the threads that it was made for.
  struct Way {
    int threads = 1;
    dnnl::primitive primitive;
    std::unordered_map<int, dnnl::memory> arguments;
  };
  template <typename Description, typename Primitive>
  static OneDnnLayer make(const Description& description, const LayerNumbers& numbers,
                          const dnnl::memory::dims& weight_shape, double pixels, void* in, void* out,
                          void* added = nullptr);
  std::vector<Way> ways_;  ///< on one thread; on several, where that helps
  double operations_ = 0;
};

/// Whether adding within an upsampling layer of int8 is fast; elsewhere it is a hundred times slower.
bool adds_within_upsampling();

/// Steps of a uint8 activation: fewer where the processor adds products in 16 bits, which would overflow.
int activation_limit();

/// (out, in, 3, 3) -> (out, in, 4, 4)
std::vector<float> upsampling_weights(const std::vector<float>& weights);

}  // namespace skiagraph::inference
