#include "core/inference/network_weights.h"

#include <torch/torch.h>

#include <iomanip>
#include <sstream>

#include "core/networks/networks.h"

namespace skiagraph {
namespace {

std::vector<float> values_of(const torch::Tensor& tensor) {
  const torch::Tensor values = tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
  const float* first = values.data_ptr<float>();
  return {first, first + values.numel()};
}

class Fnv1a {
 public:
  void add(const void* data, std::size_t bytes) {
    for (const auto* at = static_cast<const unsigned char*>(data); bytes > 0; --bytes, ++at)
      hash_ = (hash_ ^ *at) * 0x100000001b3ULL;
  }
  [[nodiscard]] std::string text() const {
    std::ostringstream out;
    out << std::hex << std::setw(16) << std::setfill('0') << hash_;
    return out.str();
  }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

}  // namespace

FoldedConvolutions folded_convolutions(const UnetImpl& network) {
  const auto parameters = network.folded()->named_parameters();
  FoldedConvolutions convolutions;
  for (int n = 1; n <= UnetImpl::kConvolutions; ++n) {
    const std::string name = "convolution" + std::to_string(n);
    const torch::Tensor& weight = parameters[name + ".weight"];
    convolutions.push_back({static_cast<int>(weight.size(1)), static_cast<int>(weight.size(0)),
                            values_of(weight.contiguous(torch::MemoryFormat::Contiguous)),
                            values_of(parameters[name + ".bias"])});
  }
  return convolutions;
}

std::string weights_checksum(Networks& networks) {
  Fnv1a hash;
  for (const NetworkId id : kNetworkIds)
    for (const auto& [name, tensor] : network_tensors(networks.network(id))) {
      hash.add(name.data(), name.size());
      const std::vector<float> values = values_of(tensor);
      hash.add(values.data(), values.size() * sizeof(float));
    }
  return hash.text();
}

}  // namespace skiagraph
