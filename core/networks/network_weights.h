#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry/canonical_frame.h"
#include "core/networks/super_resolution_weights.h"
#include "core/networks/unet_shape.h"
#include "core/tensors/float_tensors.h"

namespace skiagraph::networks {

enum class NetworkId : std::uint8_t { kT, kMpn, kCign };
inline constexpr std::array<NetworkId, 3> kNetworkIds{NetworkId::kT, NetworkId::kMpn, NetworkId::kCign};

/// "t", "mpn", "cign": names in files and recipes.
std::string_view network_name(NetworkId id);

/// Large pictures are folded: squares of `fold` x `fold` pixels become channels before a network's first
/// convolution, and its X-ray is unfolded after the last. So the network works on a grid that is `fold` times
/// smaller, at the cost of pictures of that size; heat maps lie on the grid. This says how frames are folded
/// when networks are made: 2 above 256 rows, else 1. Trained networks carry their own.
int fold_of(const geometry::CanonicalFrame& frame);

/// T: surface (2) -> X-ray (1). MPN: surface (2) + X-ray (1) -> heat maps (kMarkerCount). CIGN: surface (2)
/// + heat maps (kMarkerCount) -> X-ray (1). Surface and X-ray have fold x fold times as many channels.
UnetShape shape_of(NetworkId id, int fold);

/// All parameters and running statistics of one network by name: convolution1.weight (out, in, 3, 3),
/// norm1.weight, norm1.bias, norm1.running_mean, norm1.running_var (32) and so on; convolution27.bias.
using UnetWeights = tensors::FloatTensors;

using TensorShapes = std::map<std::string, std::vector<std::int64_t>>;
/// Names and shapes of all weights of such a network.
TensorShapes weight_shapes(const UnetShape& shape);
/// Throws InputError naming `source` when a tensor is missing, unknown, or of another shape.
void require_shapes(const TensorShapes& given, const TensorShapes& wanted, const std::string& source);

/// The weights of all networks of one frame, without LibTorch.
struct NetworkWeights {
  geometry::CanonicalFrame frame;
  int fold = 1;  ///< of pictures, see fold_of(); 1 or 2
  /// MPN reads pictures this many times smaller than the frame, as markers are known to a few pixels at best.
  int marker_shrink = 1;
  std::array<UnetWeights, kNetworkIds.size()> networks;  ///< in the order of kNetworkIds
  std::map<std::string, std::string> metadata;           ///< of the files: model, data, recipe
  /// Of the network that makes their X-rays finer; nothing where there is none.
  std::optional<SuperResolutionWeights> super_resolution = {};

  [[nodiscard]] const UnetWeights& network(NetworkId id) const {
    return networks[static_cast<std::size_t>(id)];
  }
};

/// Reads t, mpn and cign.safetensors of one folder. A file that is missing there is taken from the nearest
/// folder above, two levels at most: so networks that differ in one file need no copies of the others. Throws
/// InputError when a file is missing, damaged, of another kind or shape, holds values that are not finite, or
/// when the three are not of one frame and fold. Files that do not say their fold have 1.
/// super_resolution.safetensors is read where it stands in the folder itself.
NetworkWeights read_network_weights(const std::filesystem::path& folder);
/// Writes the three files, and that of the finer X-rays where there is one; the metadata of each says
/// network, frame, fold and format. Throws Error when one cannot be written.
void write_network_weights(const std::filesystem::path& folder, const NetworkWeights& weights);

/// How files name a frame.
std::string frame_text(const geometry::CanonicalFrame& frame);

/// 16 hexadecimal digits over names and values of all three networks (FNV-1a). It recognises weights that are
/// different by accident; it does not protect against forgery.
std::string weights_checksum(const NetworkWeights& weights);

}  // namespace skiagraph::networks
