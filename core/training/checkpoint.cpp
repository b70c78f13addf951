#include "core/training/checkpoint.h"

#include <torch/types.h>

#include <string>

#include "core/base/error.h"
#include "core/training/recipe.h"

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
    : id(which),
      adam(parameters_of(networks.network(which)), matrices),
      average(networks::network_tensors(networks.network(which))) {}

void write_checkpoint(const std::filesystem::path& path, const TrainingTexts& texts,
                      networks::Networks& networks, const std::vector<Learner>& learners,
                      const Adversary* adversary, const TrainingPosition& position) {
  tensors::TensorFile file;
  file.metadata = {{"recipe", texts.recipe}, {"log", texts.log}, {"frame", texts.frame}};
  file.tensors["position"] = torch::tensor(
      {static_cast<double>(position.stage), static_cast<double>(position.step), position.seconds,
       static_cast<double>(position.critic_steps), position.loss, position.critic_loss},
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

Checkpoint::Checkpoint(const std::filesystem::path& path, const std::string& recipe_text,
                       const std::string& frame)
    : path_(path.string()) {
  tensors::TensorFile file = tensors::read_tensor_file(path);
  const auto recipe = file.metadata.find("recipe"), log = file.metadata.find("log");
  const auto position = file.tensors.find("position");
  // Of 4 numbers in checkpoints that were written before they kept losses and log.
  if (recipe == file.metadata.end() || position == file.tensors.end() ||
      (position->second.numel() != 4 && position->second.numel() != 6))
    throw InputError("checkpoint.foreign", "The file \"{}\" is not a checkpoint of a training run.", path_);
  if (!goes_on_from(recipe_text, recipe->second))
    throw InputError("checkpoint.recipe",
                     "The checkpoint \"{}\" belongs to another recipe; choose another folder or start anew.",
                     path_);
  const std::string& own_frame = file.metadata["frame"];
  if (!frame.empty() && !own_frame.empty() && own_frame != frame)
    throw InputError(
        "checkpoint.frame",
        "The checkpoint \"{}\" belongs to pictures of another frame than the data set's; take the data "
        "set that the run began with, or start anew.",
        path_);
  if (log != file.metadata.end()) log_ = log->second;
  const auto values = position->second.to(torch::kFloat64);
  const auto value = [&](int n) { return values[n].item<double>(); };
  position_.stage = static_cast<std::size_t>(value(0));
  position_.step = static_cast<std::int64_t>(value(1));
  position_.seconds = value(2);
  position_.critic_steps = static_cast<std::int64_t>(value(3));
  if (values.numel() == 6) position_.loss = value(4), position_.critic_loss = value(5);
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

[[noreturn]] void throw_incomplete(const std::string& path) {
  throw InputError("checkpoint.incomplete",
                   "The checkpoint \"{}\" lacks the state of its stage; start the run anew.", path);
}

}  // namespace

void Checkpoint::restore(Adversary& adversary) const try {
  adversary.load(kAdversaryPrefix, tensors_);
} catch (const std::out_of_range&) {
  throw_incomplete(path_);
}

void Checkpoint::restore(std::vector<Learner>& learners) const try {
  for (Learner& learner : learners) {
    learner.adam.load(prefix(learner.id, "adam"), tensors_);
    learner.average.load(prefix(learner.id, "average"), tensors_);
  }
} catch (const std::out_of_range&) {
  throw_incomplete(path_);
}

}  // namespace skiagraph::training
