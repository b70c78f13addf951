#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/geometry/canonical_frame.h"
#include "core/networks/unet.h"
#include "core/tensors/tensor_file.h"

namespace skiagraph {

enum class NetworkId : std::uint8_t { kT, kMpn, kCign };
inline constexpr std::array<NetworkId, 3> kNetworkIds{NetworkId::kT, NetworkId::kMpn, NetworkId::kCign};

/// "t", "mpn", "cign": names in files and recipes.
std::string_view network_name(NetworkId id);

/// The networks of one frame.
struct Networks {
  CanonicalFrame frame;
  /// MPN works on pictures this many times smaller than the frame: markers are known to a few pixels at best.
  int marker_shrink = 1;
  Unet t{nullptr};                              ///< surface (2) -> X-ray (1)
  Unet mpn{nullptr};                            ///< surface (2) + X-ray (1) -> 17 heat maps
  Unet cign{nullptr};                           ///< surface (2) + 17 heat maps -> X-ray (1)
  std::map<std::string, std::string> metadata;  ///< of the files: model, data, recipe

  [[nodiscard]] Unet& network(NetworkId id) {
    return id == NetworkId::kT ? t : id == NetworkId::kMpn ? mpn : cign;
  }
};

/// Untrained networks, the same for the same seed.
Networks make_networks(const CanonicalFrame& frame, std::uint64_t seed);

/// All parameters and running statistics by name. The tensors are the network's own.
std::map<std::string, torch::Tensor> network_tensors(const Unet& network);
/// Copies tensors into the network. Throws InputError naming `source` when one is missing, unknown, of
/// another shape, or not finite.
void set_network_tensors(Unet& network, const std::map<std::string, torch::Tensor>& tensors,
                         const std::string& source);

/// Reads t, mpn and cign.safetensors of one folder; one that is not there is that of the nearest folder
/// above, two levels at most, as networks that differ in one need not keep copies of the others. Throws
/// InputError when a file is missing, damaged, of another kind or shape, or when the three are not of one
/// frame.
Networks read_networks(const std::filesystem::path& folder);
/// Writes the three files; their metadata says which network, frame and format it is.
void write_networks(const std::filesystem::path& folder, Networks& networks);

}  // namespace skiagraph
