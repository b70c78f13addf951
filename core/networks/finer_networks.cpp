#include "core/networks/finer_networks.h"

#include <torch/types.h>

#include "core/base/error.h"

namespace skiagraph::networks {
namespace {

constexpr int kFold = 2, kSquare = kFold * kFold;

std::string first_weight() {
  return "convolution1.weight";
}
std::string last(const char* what) {
  return "convolution" + std::to_string(UnetShape::kConvolutions) + what;
}

/// Pictures' channels stand before those of heat maps; each becomes kSquare channels side by side.
torch::Tensor folded_input(const torch::Tensor& weight, std::int64_t pictures) {
  return torch::cat(
      {weight.slice(1, 0, pictures).repeat_interleave(kSquare, 1) / kSquare, weight.slice(1, pictures)}, 1);
}

}  // namespace

Networks finer_networks(const Networks& coarse) {
  torch::NoGradGuard no_grad;
  const geometry::CanonicalFrame frame = refined(coarse.frame, kFold);
  if (coarse.fold != 1 || fold_of(frame) != kFold)
    throw Error("networks.finer", "Networks that fold their pictures already cannot be made finer.");
  Networks fine = make_networks(frame, 1);
  fine.marker_shrink = coarse.marker_shrink;
  fine.metadata = coarse.metadata;
  for (const NetworkId id : kNetworkIds) {
    const Unet& from = id == NetworkId::kT ? coarse.t : id == NetworkId::kMpn ? coarse.mpn : coarse.cign;
    std::map<std::string, torch::Tensor> tensors = network_tensors(from);
    const std::int64_t pictures = id == NetworkId::kMpn ? 3 : 2;  // surface, and MPN's X-ray
    tensors[first_weight()] = folded_input(tensors.at(first_weight()), pictures);
    if (id != NetworkId::kMpn)
      for (const char* what : {".weight", ".bias"})
        tensors[last(what)] = tensors.at(last(what)).repeat_interleave(kSquare, 0);
    set_network_tensors(fine.network(id), tensors, std::string(network_name(id)));
    fine.network(id)->eval();
  }
  return fine;
}

}  // namespace skiagraph::networks
