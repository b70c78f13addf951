#include "core/training/checkpoint.h"

#include <torch/torch.h>

#include <string>

#include "core/base/error.h"

namespace skiagraph::training {
namespace {

constexpr const char* kAdversaryPrefix = "adversary/";

std::string prefix(networks::NetworkId id, const char* what) {
  return std::string(networks::network_name(id)) + "/" + what + "/";
}

/// LibTorch's own parameters, without the running statistics.
std::map<std::string, torch::Tensor> parameters_of(networks::Unet& network) {
  std::map<std::string, torch::Tensor> parameters;
  for (const auto& item : network->named_parameters()) parameters[item.key()] = item.value();
  return parameters;
}

}  // namespace

Learner::Learner(networks::NetworkId which, networks::Networks& networks, Adam::Matrices matrices)
    : id(which), adam(parameters_of(networks.network(which)), matrices), average(networks.network(which)) {}

void write_checkpoint(const std::filesystem::path& path, const std::string& recipe_text,
                      networks::Networks& networks, const std::vector<Learner>& learners,
                      const Adversary* adversary, const TrainingPosition& position) {
  tensors::TensorFile file;
  file.metadata = {{"recipe", recipe_text}};
  file.tensors["position"] =
      torch::tensor({static_cast<double>(position.stage), static_cast<double>(position.step),
                     position.seconds, static_cast<double>(position.critic_steps)},
                    torch::kFloat64);
  for (const networks::NetworkId id : networks::kNetworkIds)
    for (const auto& [name, tensor] : networks::network_tensors(networks.network(id)))
      file.tensors[prefix(id, "network") + name] = tensor.detach();
  for (const Learner& learner : learners) {
    learner.adam.save(prefix(learner.id, "adam"), file.tensors);
    learner.average.save(prefix(learner.id, "average"), file.tensors);
  }
  if (adversary != nullptr) adversary->save(kAdversaryPrefix, file.tensors);
  for (auto& [name, tensor] : file.tensors) tensor = tensor.to(torch::kCPU).contiguous();
  tensors::write_tensor_file(path, file);
}

Checkpoint::Checkpoint(const std::filesystem::path& path, const std::string& recipe_text)
    : path_(path.string()) {
  tensors::TensorFile file = tensors::read_tensor_file(path);
  const auto recipe = file.metadata.find("recipe");
  const auto where = file.tensors.find("position");
  if (recipe == file.metadata.end() || where == file.tensors.end() || where->second.numel() != 4)
    throw InputError("The file \"" + path_ + "\" is not a checkpoint of a training run.");
  if (recipe->second != recipe_text)
    throw InputError("The checkpoint \"" + path_ +
                     "\" belongs to another recipe; choose another folder or train without --resume.");
  const auto values = where->second.to(torch::kFloat64);
  position_ = {static_cast<std::size_t>(values[0].item<double>()),
               static_cast<std::int64_t>(values[1].item<double>()), values[2].item<double>(),
               static_cast<std::int64_t>(values[3].item<double>())};
  tensors_ = std::move(file.tensors);
}

void Checkpoint::restore(networks::Networks& networks) const {
  for (const networks::NetworkId id : networks::kNetworkIds) {
    const std::string start = prefix(id, "network");
    std::map<std::string, torch::Tensor> own;
    for (const auto& [name, tensor] : tensors_)
      if (name.starts_with(start)) own[name.substr(start.size())] = tensor;
    networks::set_network_tensors(networks.network(id), own, path_);
  }
}

namespace {

[[noreturn]] void throw_lacking(const std::string& path) {
  throw InputError("The checkpoint \"" + path + "\" lacks the state of its stage; train without --resume.");
}

}  // namespace

void Checkpoint::restore(Adversary& adversary) const try {
  adversary.load(kAdversaryPrefix, tensors_);
} catch (const std::out_of_range&) {
  throw_lacking(path_);
}

void Checkpoint::restore(std::vector<Learner>& learners) const try {
  for (Learner& learner : learners) {
    learner.adam.load(prefix(learner.id, "adam"), tensors_);
    learner.average.load(prefix(learner.id, "average"), tensors_);
  }
} catch (const std::out_of_range&) {
  throw_lacking(path_);
}

}  // namespace skiagraph::training
