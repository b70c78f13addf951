#include "core/training/adversary.h"

#include <torch/autograd.h>

#include "core/networks/critic.h"
#include "core/training/adam.h"
#include "core/training/processes.h"

namespace skiagraph::training {
namespace {

using torch::Tensor;
using Kind = AdversaryOptions::Kind;

constexpr double kGradientPenalty = 10, kClip = 0.01;
/// Momentum harms a critic, whose task changes with every step of CIGN. Without it Adam is RMSProp, which the
/// papers use, with its bias at the start corrected.
constexpr double kMomentum = 0;

networks::Critic make_critic(Kind kind, std::uint64_t seed, int fold, torch::Device device) {
  torch::manual_seed(seed);
  networks::Critic critic(
      kind == Kind::kPatches ? networks::CriticImpl::Shape::kPatches : networks::CriticImpl::Shape::kEncoder,
      fold);
  critic->to(device);
  return critic;
}

/// Logistic loss for scores of patches that are true, or are not.
Tensor patch_loss(const Tensor& scores, bool truth) {
  return torch::softplus(truth ? -scores : scores).mean();
}

}  // namespace

struct Adversary::State {
  State(const AdversaryOptions& how, bool in_bfloat16, std::uint64_t seed, int fold, torch::Device device,
        const Processes* all)
      : options(how),
        processes(all),
        type(in_bfloat16 ? torch::kBFloat16 : torch::kFloat32),
        critic(make_critic(how.kind, seed, fold, device)),
        adam(critic->tensors(), kMomentum) {}

  Tensor scores(const Tensor& surface, const Tensor& picture) {
    return critic->forward(surface.to(type), picture.to(type)).to(torch::kFloat32);
  }
  /// One score for each person: the sum over patches, whose gradient has about length 1 from the start.
  Tensor worth(const Tensor& surface, const Tensor& picture) {
    return scores(surface, picture).sum({1, 2, 3});
  }
  Tensor critic_loss(const Tensor& surface, const Tensor& truth, const Tensor& predicted,
                     RandomStream& random);
  Tensor gradient_penalty(const Tensor& surface, const Tensor& truth, const Tensor& predicted,
                          RandomStream& random);
  void hold(bool fixed) {
    for (auto& parameter : critic->parameters()) parameter.requires_grad_(!fixed);
  }

  AdversaryOptions options;
  const Processes* processes;
  torch::ScalarType type;
  networks::Critic critic;
  Adam adam;
};

/// Keeps the length of the gradient near 1 between true and predicted pictures.
Tensor Adversary::State::gradient_penalty(const Tensor& surface, const Tensor& truth, const Tensor& predicted,
                                          RandomStream& random) {
  auto share = torch::empty({truth.size(0), 1, 1, 1});
  for (std::int64_t n = 0; n < share.size(0); ++n) share[n].fill_(random.uniform());
  share = share.to(truth.device());
  const Tensor between = (share * truth + (1 - share) * predicted).detach().requires_grad_();
  const Tensor gradient =
      torch::autograd::grad({worth(surface, between).sum()}, {between}, {}, true, true)[0];
  return (gradient.flatten(1).norm(2, 1) - 1).square().mean() * kGradientPenalty;
}

Tensor Adversary::State::critic_loss(const Tensor& surface, const Tensor& truth, const Tensor& predicted,
                                     RandomStream& random) {
  if (options.kind == Kind::kPatches)
    return (patch_loss(scores(surface, truth), true) + patch_loss(scores(surface, predicted), false)) / 2;
  const Tensor distance = (worth(surface, predicted) - worth(surface, truth)).mean();
  return options.kind == Kind::kWgan ? distance
                                     : distance + gradient_penalty(surface, truth, predicted, random);
}

Adversary::Adversary(const AdversaryOptions& options, bool bfloat16, std::uint64_t seed, int fold,
                     torch::Device device, const Processes* processes)
    : state_(std::make_unique<State>(options, bfloat16, seed, fold, device, processes)) {}
Adversary::~Adversary() = default;
Adversary::Adversary(Adversary&&) noexcept = default;
Adversary& Adversary::operator=(Adversary&&) noexcept = default;

const AdversaryOptions& Adversary::options() const {
  return state_->options;
}

Tensor Adversary::learn(const Tensor& surface, const Tensor& truth, const Tensor& predicted,
                        RandomStream& random) {
  state_->hold(false);
  state_->adam.zero_gradients();
  const Tensor loss = state_->critic_loss(surface, truth, predicted.detach(), random);
  loss.backward();
  if (state_->processes != nullptr) state_->processes->average(state_->adam.gradients());
  state_->adam.step(state_->options.learning_rate);
  if (state_->options.kind == Kind::kWgan) {
    torch::NoGradGuard no_grad;
    for (auto& parameter : state_->critic->parameters()) parameter.clamp_(-kClip, kClip);
  }
  return loss.detach();
}

Tensor Adversary::loss(const Tensor& surface, const Tensor& predicted) {
  state_->hold(true);
  if (state_->options.kind == Kind::kPatches) return patch_loss(state_->scores(surface, predicted), true);
  return -state_->worth(surface, predicted).mean();
}

void Adversary::save(const std::string& prefix, std::map<std::string, Tensor>& tensors) const {
  for (const auto& [name, tensor] : state_->critic->tensors())
    tensors[prefix + "critic." + name] = tensor.detach().contiguous();
  state_->adam.save(prefix + "adam.", tensors);
}

void Adversary::load(const std::string& prefix, const std::map<std::string, Tensor>& tensors) {
  torch::NoGradGuard no_grad;
  for (const auto& [name, tensor] : state_->critic->tensors())
    Tensor(tensor).copy_(tensors.at(prefix + "critic." + name));
  state_->adam.load(prefix + "adam.", tensors);
}

}  // namespace skiagraph::training
