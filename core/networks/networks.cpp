#include "core/networks/networks.h"

#include "core/base/error.h"

namespace skiagraph::networks {
namespace {

Unet make_network(NetworkId id, int fold) {
  const UnetShape shape = shape_of(id, fold);
  return Unet(shape.in_channels, shape.out_channels);
}

/// Tensors that show the weights without a copy.
std::map<std::string, torch::Tensor> tensors_over(const UnetWeights& weights) {
  std::map<std::string, torch::Tensor> tensors;
  for (const auto& [name, tensor] : weights)
    tensors[name] =
        torch::from_blob(const_cast<float*>(tensor.values.data()), tensor.shape);  // never written
  return tensors;
}

}  // namespace

Networks make_networks(const geometry::CanonicalFrame& frame, std::uint64_t seed) {
  torch::manual_seed(seed);
  Networks networks;
  networks.frame = frame;
  networks.fold = fold_of(frame);
  for (const NetworkId id : kNetworkIds) networks.network(id) = make_network(id, networks.fold);
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
  const auto own = network_tensors(network);
  const auto shapes = [](const std::map<std::string, torch::Tensor>& of) {
    TensorShapes result;
    for (const auto& [name, tensor] : of) result[name] = tensor.sizes().vec();
    return result;
  };
  require_shapes(shapes(tensors), shapes(own), source);
  for (const auto& [name, tensor] : tensors)
    if (!tensor.is_floating_point() || !tensor.isfinite().all().item<bool>())
      throw InputError(
          "weights.tensors",
          "The weights \"{}\" are damaged: tensor \"{}\" holds values that are not finite numbers.", source,
          name);
  torch::NoGradGuard no_grad;
  for (const auto& [name, tensor] : own) torch::Tensor(tensor).copy_(tensors.at(name));
}

UnetWeights weights_of(const Unet& network) {
  UnetWeights weights;
  for (const auto& [name, tensor] : network_tensors(network)) {
    const torch::Tensor here =
        tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous(torch::MemoryFormat::Contiguous);
    const float* first = here.data_ptr<float>();
    weights[name] = {here.sizes().vec(), {first, first + here.numel()}};
  }
  return weights;
}

NetworkWeights weights_of(Networks& networks) {
  NetworkWeights weights{networks.frame, networks.fold, networks.marker_shrink, {}, networks.metadata, {}};
  for (const NetworkId id : kNetworkIds)
    weights.networks[static_cast<std::size_t>(id)] = weights_of(networks.network(id));
  return weights;
}

Networks networks_with(const NetworkWeights& weights) {
  Networks networks;
  networks.frame = weights.frame;
  networks.fold = weights.fold;
  networks.marker_shrink = weights.marker_shrink;
  networks.metadata = weights.metadata;
  for (const NetworkId id : kNetworkIds) {
    networks.network(id) = make_network(id, weights.fold);
    set_network_tensors(networks.network(id), tensors_over(weights.network(id)),
                        std::string(network_name(id)));
    networks.network(id)->eval();
  }
  return networks;
}

Networks read_networks(const std::filesystem::path& folder) {
  return networks_with(read_network_weights(folder));
}

void write_networks(const std::filesystem::path& folder, Networks& networks) {
  write_network_weights(folder, weights_of(networks));
}

}  // namespace skiagraph::networks
