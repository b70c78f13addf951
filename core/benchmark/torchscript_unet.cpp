#include "core/benchmark/torchscript_unet.h"

#include <torch/types.h>

#include <sstream>

namespace skiagraph::benchmark {
namespace {

constexpr int kPerBlock = networks::UnetShape::kConvolutionsPerBlock,
              kPoolings = networks::UnetShape::kPoolings;

torch::MemoryFormat format_of(FrozenLayout layout) {
  return layout == FrozenLayout::kPlain ? torch::MemoryFormat::Contiguous : torch::MemoryFormat::ChannelsLast;
}

/// The lines of one block: convolutions `first` and the two after it.
void write_block(std::ostream& code, int first) {
  for (int n = first; n < first + kPerBlock; ++n) {
    code << "    x = torch.conv2d(x, self.weight" << n << ", self.bias" << n
         << ", [1, 1], [1, 1], [1, 1], 1)\n";
    if (n < networks::UnetShape::kConvolutions) code << "    x = torch.relu(x)\n";
  }
}

std::string forward_code() {
  std::ostringstream code;
  code << "def forward(self, x):\n";
  for (int level = 0; level <= kPoolings; ++level) {
    if (level > 0) code << "    x = torch.avg_pool2d(x, [2, 2])\n";
    write_block(code, level * kPerBlock + 1);
    if (level < kPoolings) code << "    skip" << level << " = x\n";
  }
  for (int level = kPoolings - 1; level >= 0; --level) {
    code << "    x = torch.cat([torch.upsample_nearest2d(x, None, [2.0, 2.0]), skip" << level << "], 1)\n";
    write_block(code, (2 * kPoolings - level) * kPerBlock + 1);
  }
  code << "    return x\n";
  return code.str();
}

}  // namespace

torch::jit::Module frozen_unet(const networks::UnetImpl& network, FrozenLayout layout) {
  torch::jit::Module module("unet");
  module.register_attribute("training", c10::BoolType::get(), true);
  const auto parameters = network.folded()->named_parameters();
  for (int n = 1; n <= networks::UnetShape::kConvolutions; ++n) {
    const std::string name = "convolution" + std::to_string(n);
    module.register_parameter("weight" + std::to_string(n),
                              parameters[name + ".weight"].detach().contiguous(format_of(layout)), false);
    module.register_parameter("bias" + std::to_string(n), parameters[name + ".bias"].detach(), false);
  }
  module.define(forward_code());
  module.eval();
  torch::jit::Module frozen = torch::jit::freeze(module);
  // This optimisation inserts layout conversions, which make channels-last slower.
  return layout == FrozenLayout::kPlain ? torch::jit::optimize_for_inference(frozen) : frozen;
}

torch::Tensor apply(torch::jit::Module& network, const torch::Tensor& input, FrozenLayout layout) {
  return network.forward({input.contiguous(format_of(layout))}).toTensor();
}

}  // namespace skiagraph::benchmark
