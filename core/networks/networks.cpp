#include "core/networks/networks.h"

#include <sstream>

#include "core/anatomy/marker_table.h"
#include "core/base/error.h"

namespace skiagraph {
namespace {

constexpr const char* kFormat = "skiagraph-unet-2";

struct Channels {
  std::int64_t in, out;
};

Channels channels(NetworkId id) {
  constexpr std::int64_t kSurface = 2, kXray = 1;
  switch (id) {
    case NetworkId::kT:
      return {kSurface, kXray};
    case NetworkId::kMpn:
      return {kSurface + kXray, kMarkerCount};
    case NetworkId::kCign:
      return {kSurface + kMarkerCount, kXray};
  }
  throw Error("There is no such network.");
}

Unet make_network(NetworkId id) {
  return Unet(channels(id).in, channels(id).out);
}

std::filesystem::path file_of(const std::filesystem::path& folder, NetworkId id) {
  return folder / (std::string(network_name(id)) + ".safetensors");
}

/// In the folder itself or in the nearest one above that has it.
std::filesystem::path nearest_file_of(const std::filesystem::path& folder, NetworkId id) {
  constexpr int kLevels = 2;
  std::filesystem::path here = std::filesystem::absolute(folder).lexically_normal();
  if (!here.has_filename()) here = here.parent_path();
  for (int level = 0; level <= kLevels; ++level, here = here.parent_path())
    if (std::filesystem::exists(file_of(here, id))) return file_of(here, id);
  return file_of(folder, id);
}

std::string frame_text(const CanonicalFrame& f) {
  std::ostringstream text;
  text << f.rows << ' ' << f.columns << ' ' << f.neck_row << ' ' << f.symphysis_row << ' ' << f.centre_column;
  return text.str();
}

CanonicalFrame frame_of(const std::map<std::string, std::string>& metadata, const std::string& file) {
  CanonicalFrame f;
  const auto found = metadata.find("frame");
  std::istringstream text(found == metadata.end() ? std::string() : found->second);
  const bool read =
      static_cast<bool>(text >> f.rows >> f.columns >> f.neck_row >> f.symphysis_row >> f.centre_column);
  constexpr int kLargest = 4096;
  const auto fits = [](int size) {
    return size > 0 && size <= kLargest && size % UnetImpl::kSizeMultiple == 0;
  };
  if (!read || !fits(f.rows) || !fits(f.columns) || !(f.symphysis_row > f.neck_row))
    throw InputError("The weights \"" + file +
                     "\" do not say for which picture frame they are; train or copy them again.");
  return f;
}

int marker_shrink_of(const std::map<std::string, std::string>& metadata, const CanonicalFrame& frame,
                     const std::string& file) {
  const auto found = metadata.find("marker_shrink");
  if (found == metadata.end()) return 1;
  for (const int shrink : {1, 2, 4, 8})
    if (found->second == std::to_string(shrink) && frame.rows % (shrink * UnetImpl::kSizeMultiple) == 0 &&
        frame.columns % (shrink * UnetImpl::kSizeMultiple) == 0)
      return shrink;
  throw InputError(
      "The weights \"" + file +
      "\" name a picture size for markers that their frame cannot have; train or copy them again.");
}

}  // namespace

std::string_view network_name(NetworkId id) {
  constexpr std::array<std::string_view, 3> kNames{"t", "mpn", "cign"};
  return kNames[static_cast<std::size_t>(id)];
}

Networks make_networks(const CanonicalFrame& frame, std::uint64_t seed) {
  torch::manual_seed(seed);
  Networks networks;
  networks.frame = frame;
  for (const NetworkId id : kNetworkIds) networks.network(id) = make_network(id);
  return networks;
}

std::map<std::string, torch::Tensor> network_tensors(const Unet& network) {
  std::map<std::string, torch::Tensor> tensors;
  for (const auto& item : network->named_parameters()) tensors[item.key()] = item.value();
  for (const auto& item : network->named_buffers())
    if (item.value().is_floating_point()) tensors[item.key()] = item.value();  // not the count of batches
  return tensors;
}

void set_network_tensors(Unet& network, const std::map<std::string, torch::Tensor>& tensors,
                         const std::string& source) {
  const auto fail = [&](const std::string& why) {
    throw InputError("The weights \"" + source + "\" are not for this network: " + why + ".");
  };
  const auto own = network_tensors(network);
  for (const auto& [name, tensor] : own) {
    const auto found = tensors.find(name);
    if (found == tensors.end()) fail("tensor \"" + name + "\" is missing");
    if (found->second.sizes() != tensor.sizes()) fail("tensor \"" + name + "\" has another shape");
    if (!found->second.is_floating_point() || !found->second.isfinite().all().item<bool>())
      fail("tensor \"" + name + "\" holds values that are not finite numbers");
  }
  if (tensors.size() != own.size()) fail("it holds tensors that the network does not have");
  torch::NoGradGuard no_grad;
  for (const auto& [name, tensor] : own) torch::Tensor(tensor).copy_(tensors.at(name));
}

Networks read_networks(const std::filesystem::path& folder) {
  Networks networks;
  for (const NetworkId id : kNetworkIds) {
    const std::filesystem::path path = nearest_file_of(folder, id);
    const TensorFile file = read_tensor_file(path);
    const auto kind = file.metadata.find("network"), format = file.metadata.find("format");
    if (format == file.metadata.end() || format->second != kFormat || kind == file.metadata.end() ||
        kind->second != network_name(id))
      throw InputError("The file \"" + path.string() + "\" does not hold weights of network \"" +
                       std::string(network_name(id)) + "\".");
    const CanonicalFrame frame = frame_of(file.metadata, path.string());
    if (id != kNetworkIds.front() && !(frame == networks.frame))
      throw InputError("The weights in \"" + folder.string() +
                       "\" are for different picture frames; take all three from one training.");
    networks.frame = frame;
    if (id == NetworkId::kMpn) networks.marker_shrink = marker_shrink_of(file.metadata, frame, path.string());
    networks.network(id) = make_network(id);
    set_network_tensors(networks.network(id), file.tensors, path.string());
    networks.network(id)->eval();
    networks.metadata = file.metadata;
  }
  networks.metadata.erase("network");
  return networks;
}

void write_networks(const std::filesystem::path& folder, Networks& networks) {
  for (const NetworkId id : kNetworkIds) {
    TensorFile file;
    file.metadata = networks.metadata;
    file.metadata["format"] = kFormat;
    file.metadata["network"] = network_name(id);
    file.metadata["frame"] = frame_text(networks.frame);
    file.metadata["marker_shrink"] = std::to_string(networks.marker_shrink);
    for (const auto& [name, tensor] : network_tensors(networks.network(id)))
      file.tensors[name] = tensor.detach().to(torch::kCPU).contiguous();
    write_tensor_file(file_of(folder, id), file);
  }
}

}  // namespace skiagraph
