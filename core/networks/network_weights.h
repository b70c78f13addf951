#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry/canonical_frame.h"
#include "core/networks/unet_shape.h"
#include "core/tensors/float_tensors.h"

namespace skiagraph::networks {

enum class NetworkId : std::uint8_t { kT, kMpn, kCign };
inline constexpr std::array<NetworkId, 3> kNetworkIds{NetworkId::kT, NetworkId::kMpn, NetworkId::kCign};

/// "t", "mpn", "cign": names in files and recipes.
std::string_view network_name(NetworkId id);

/// T: surface (2) -> X-ray (1). MPN: surface (2) + X-ray (1) -> 17 heat maps. CIGN: surface (2) + 17 heat
/// maps -> X-ray (1).
UnetShape shape_of(NetworkId id);

/// All parameters and running statistics of one network by name: convolution1.weight (out, in, 3, 3),
/// norm1.weight, norm1.bias, norm1.running_mean, norm1.running_var (32) and so on; convolution27.bias.
using UnetWeights = tensors::FloatTensors;

using TensorShapes = std::map<std::string, std::vector<std::int64_t>>;
/// Of the weights that such a network has.
TensorShapes weight_shapes(const UnetShape& shape);
/// Throws InputError naming `source` when a tensor is missing, unknown, or of another shape.
void require_shapes(const TensorShapes& given, const TensorShapes& wanted, const std::string& source);
/// InputError: the weights of `source` "are not for this network: <why>."
[[noreturn]] void refuse_weights(const std::string& source, const std::string& why);

/// The networks of one frame as plain numbers, without LibTorch.
struct NetworkWeights {
  geometry::CanonicalFrame frame;
  /// MPN works on pictures this many times smaller than the frame: markers are known to a few pixels at best.
  int marker_shrink = 1;
  std::array<UnetWeights, kNetworkIds.size()> networks;  ///< in the order of kNetworkIds
  std::map<std::string, std::string> metadata;           ///< of the files: model, data, recipe

  [[nodiscard]] const UnetWeights& network(NetworkId id) const {
    return networks[static_cast<std::size_t>(id)];
  }
};

/// Reads t, mpn and cign.safetensors of one folder; one that is not there is that of the nearest folder
/// above, two levels at most, as networks that differ in one need not keep copies of the others. Throws
/// InputError when a file is missing, damaged, of another kind or shape, holds what is not finite, or when
/// the three are not of one frame.
NetworkWeights read_network_weights(const std::filesystem::path& folder);
/// Writes the three files; their metadata says which network, frame and format it is. Throws Error when one
/// cannot be written.
void write_network_weights(const std::filesystem::path& folder, const NetworkWeights& weights);

/// Names these very weights: 16 hexadecimal digits over names and values of all three networks (FNV-1a). It
/// tells other weights apart by accident, not by malice.
std::string weights_checksum(const NetworkWeights& weights);

}  // namespace skiagraph::networks
