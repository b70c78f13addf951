#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/networks/network_weights.h"
#include "core/networks/unet.h"
#include "core/tensors/tensor_file.h"

namespace skiagraph::networks {

/// The networks of one frame as modules of LibTorch, for inference and training.
struct Networks {
  geometry::CanonicalFrame frame;
  int fold = 1, marker_shrink = 1;  ///< see NetworkWeights
  Unet t{nullptr}, mpn{nullptr}, cign{nullptr};
  std::map<std::string, std::string> metadata;  ///< of the files: model, data, recipe

  [[nodiscard]] Unet& network(NetworkId id) {
    return id == NetworkId::kT ? t : id == NetworkId::kMpn ? mpn : cign;
  }
};

/// Untrained networks with the fold of the frame, the same for the same seed.
Networks make_networks(const geometry::CanonicalFrame& frame, std::uint64_t seed);

/// All parameters and running statistics by name. The tensors are the network's own.
std::map<std::string, torch::Tensor> network_tensors(const Unet& network);
/// Copies tensors into the network. Throws InputError naming `source` when one is missing, unknown, of
/// another shape, or not finite.
void set_network_tensors(Unet& network, const std::map<std::string, torch::Tensor>& tensors,
                         const std::string& source);

/// Copies of the weights.
UnetWeights weights_of(const Unet& network);
NetworkWeights weights_of(Networks& networks);
/// Networks with these weights, in evaluation mode.
Networks networks_with(const NetworkWeights& weights);

/// As read_network_weights() and write_network_weights().
Networks read_networks(const std::filesystem::path& folder);
void write_networks(const std::filesystem::path& folder, Networks& networks);

}  // namespace skiagraph::networks
