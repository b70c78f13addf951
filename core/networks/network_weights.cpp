#include "core/networks/network_weights.h"

#include <iomanip>
#include <sstream>

#include "core/base/error.h"
#include "core/markers/marker_names.h"
#include "core/markers/marker_table.h"

namespace skiagraph::networks {
namespace {

using Metadata = std::map<std::string, std::string>;

constexpr const char* kFormat = "skiagraph-unet-2";

std::filesystem::path file_of(const std::filesystem::path& folder, NetworkId id) {
  return folder / (std::string(network_name(id)) + ".safetensors");
}

/// The file in the folder itself, or in the nearest folder above that has it.
std::filesystem::path nearest_file_of(const std::filesystem::path& folder, NetworkId id) {
  constexpr int kLevels = 2;
  std::filesystem::path here = std::filesystem::absolute(folder).lexically_normal();
  if (!here.has_filename()) here = here.parent_path();
  for (int level = 0; level <= kLevels; ++level, here = here.parent_path())
    if (std::filesystem::exists(file_of(here, id))) return file_of(here, id);
  return file_of(folder, id);
}

/// Empty when there is no such entry.
std::string value_of(const Metadata& metadata, const char* key) {
  const auto found = metadata.find(key);
  return found == metadata.end() ? std::string() : found->second;
}

geometry::CanonicalFrame frame_of(const Metadata& metadata, const std::string& file) {
  geometry::CanonicalFrame f;
  std::istringstream text(value_of(metadata, "frame"));
  const bool read =
      static_cast<bool>(text >> f.rows >> f.columns >> f.neck_row >> f.symphysis_row >> f.centre_column);
  constexpr int kLargest = 4096;
  const auto fits = [](int size) {
    return size > 0 && size <= kLargest && size % UnetShape::kSizeMultiple == 0;
  };
  if (!read || !fits(f.rows) || !fits(f.columns) || !(f.symphysis_row > f.neck_row))
    throw InputError(
        "weights.frame",
        "The weights \"{}\" do not say for which picture frame they are; train or copy them again.", file);
  return f;
}

bool divisible(const geometry::CanonicalFrame& frame, int by) {
  const int multiple = by * UnetShape::kSizeMultiple;
  return frame.rows % multiple == 0 && frame.columns % multiple == 0;
}

int read_fold(const Metadata& metadata, const geometry::CanonicalFrame& frame, const std::string& file) {
  if (!metadata.contains("fold")) return 1;
  for (const int fold : {1, 2})
    if (value_of(metadata, "fold") == std::to_string(fold) && divisible(frame, fold)) return fold;
  throw InputError(
      "weights.fold",
      "The weights \"{}\" fold pictures in a way that their frame cannot have; train or copy them "
      "again.",
      file);
}

int marker_shrink_of(const Metadata& metadata, const NetworkWeights& weights, const std::string& file) {
  if (!metadata.contains("marker_shrink")) return 1;
  for (const int shrink : {1, 2, 4, 8})
    if (value_of(metadata, "marker_shrink") == std::to_string(shrink) &&
        divisible(weights.frame, weights.fold * shrink))
      return shrink;
  throw InputError("weights.marker_shrink",
                   "The weights \"{}\" name a picture size for markers that their frame cannot have; train "
                   "or copy them again.",
                   file);
}

/// Weights that were written before they named their markers have them in the table's order.
void check_marker_names(const Metadata& metadata, const std::filesystem::path& file) {
  if (!metadata.contains("markers") || value_of(metadata, "markers") == marker_names(kMarkerCount)) return;
  throw InputError(
      "weights.markers",
      "The weights \"{}\" are for other markers than this program's, or for another order of them.", file);
}

UnetWeights read_weights(tensors::SafetensorsReader& file, const UnetShape& shape, const std::string& path) {
  TensorShapes shapes;
  for (const tensors::TensorEntry& entry : file.entries()) shapes[entry.name] = entry.shape;
  require_shapes(shapes, weight_shapes(shape), path);
  return tensors::read_float_tensors(file);
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

std::string frame_text(const geometry::CanonicalFrame& f) {
  std::ostringstream text;
  text << f.rows << ' ' << f.columns << ' ' << f.neck_row << ' ' << f.symphysis_row << ' ' << f.centre_column;
  return text.str();
}

std::string_view network_name(NetworkId id) {
  constexpr std::array<std::string_view, 3> kNames{"t", "mpn", "cign"};
  return kNames[static_cast<std::size_t>(id)];
}

int fold_of(const geometry::CanonicalFrame& frame) {
  constexpr int kMostRowsUnfolded = 256;
  return frame.rows > kMostRowsUnfolded ? 2 : 1;
}

UnetShape shape_of(NetworkId id, int fold) {
  const int xray = fold * fold, surface = 2 * xray;
  switch (id) {
    case NetworkId::kT:
      return {surface, xray};
    case NetworkId::kMpn:
      return {surface + xray, kMarkerCount};
    case NetworkId::kCign:
      return {surface + kMarkerCount, xray};
  }
  throw Error("weights.network", "There is no such network.");
}

TensorShapes weight_shapes(const UnetShape& shape) {
  TensorShapes shapes;
  for (int n = 0; n < UnetShape::kConvolutions; ++n) {
    const std::string number = std::to_string(n + 1);
    shapes["convolution" + number + ".weight"] = {shape.out_of(n), shape.in_of(n), 3, 3};
    if (n + 1 == UnetShape::kConvolutions) {
      shapes["convolution" + number + ".bias"] = {shape.out_channels};
    } else {
      for (const char* name : {".weight", ".bias", ".running_mean", ".running_var"})
        shapes["norm" + number + name] = {UnetShape::kFilters};
    }
  }
  return shapes;
}

void require_shapes(const TensorShapes& given, const TensorShapes& wanted, const std::string& source) {
  for (const auto& [name, shape] : wanted) {
    const auto found = given.find(name);
    if (found == given.end())
      throw InputError("weights.tensors",
                       "The weights \"{}\" are not for this network: tensor \"{}\" is missing.", source,
                       name);
    if (found->second != shape)
      throw InputError("weights.tensors",
                       "The weights \"{}\" are not for this network: tensor \"{}\" has another shape.",
                       source, name);
  }
  if (given.size() != wanted.size())
    throw InputError(
        "weights.tensors",
        "The weights \"{}\" are not for this network: they hold tensors that the network does not have.",
        source);
}

NetworkWeights read_network_weights(const std::filesystem::path& folder) {
  NetworkWeights weights;
  for (const NetworkId id : kNetworkIds) {
    const std::filesystem::path path = nearest_file_of(folder, id);
    tensors::SafetensorsReader file(path);
    const Metadata& metadata = file.metadata();
    if (value_of(metadata, "format") != kFormat || value_of(metadata, "network") != network_name(id))
      throw InputError("weights.network", "The file \"{}\" does not hold weights of network \"{}\".", path,
                       network_name(id));
    check_marker_names(metadata, path);
    const geometry::CanonicalFrame frame = frame_of(metadata, path.string());
    const int fold = read_fold(metadata, frame, path.string());
    if (id != kNetworkIds.front() && !(frame == weights.frame && fold == weights.fold))
      throw InputError(
          "weights.frames",
          "The weights in \"{}\" are for different picture frames; take all three from one training.",
          folder);
    weights.frame = frame;
    weights.fold = fold;
    if (id == NetworkId::kMpn) weights.marker_shrink = marker_shrink_of(metadata, weights, path.string());
    weights.networks[static_cast<std::size_t>(id)] = read_weights(file, shape_of(id, fold), path.string());
    weights.metadata = metadata;
  }
  weights.metadata.erase("network");
  weights.super_resolution = read_super_resolution(super_resolution_path(folder), weights.frame);
  return weights;
}

void write_network_weights(const std::filesystem::path& folder, const NetworkWeights& weights) {
  for (const NetworkId id : kNetworkIds) {
    Metadata metadata = weights.metadata;
    metadata["format"] = kFormat;
    metadata["network"] = network_name(id);
    metadata["markers"] = marker_names(kMarkerCount);
    metadata["frame"] = frame_text(weights.frame);
    metadata["fold"] = std::to_string(weights.fold);
    metadata["marker_shrink"] = std::to_string(weights.marker_shrink);
    tensors::write_float_tensors(file_of(folder, id), weights.network(id), metadata);
  }
  if (weights.super_resolution)
    write_super_resolution(super_resolution_path(folder), *weights.super_resolution);
}

std::string weights_checksum(const NetworkWeights& weights) {
  Fnv1a hash;
  for (const UnetWeights& network : weights.networks)
    for (const auto& [name, tensor] : network) {
      hash.add(name.data(), name.size());
      hash.add(tensor.values.data(), tensor.values.size() * sizeof(float));
    }
  return hash.text();
}

}  // namespace skiagraph::networks
