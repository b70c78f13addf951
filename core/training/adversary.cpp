#include "core/training/adversary.h"

#include <torch/autograd.h>

#include "core/networks/critic.h"
#include "core/networks/heat_maps.h"
#include "core/networks/marker_search.h"
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

networks::Critic make_critic(const AdversaryOptions& how, std::uint64_t seed, int fold,
                             torch::Device device) {
  torch::manual_seed(seed);
  using Shape = networks::CriticImpl::Shape;
  networks::Critic critic(how.kind == Kind::kPatches ? Shape::kPatches : Shape::kEncoder, fold,
                          how.sees_markers ? 3 : 2);
  critic->to(device);
  return critic;
}

/// (N, 1, H, W): all markers in one picture, as CIGN has them, on the folded grid.
Tensor marker_picture(const Tensor& markers, const Tensor& surface, int fold) {
  const Tensor maps = networks::stamp_heat_maps(networks::places_in_smaller(markers, fold),
                                                surface.size(2) / fold, surface.size(3) / fold);
  const Tensor all = maps.sum(1, true).to(surface.device());
  return fold == 1 ? all : all.repeat_interleave(fold, 2).repeat_interleave(fold, 3);
}

/// Logistic loss for scores of patches that are true, or are not.
Tensor patch_loss(const Tensor& scores, bool truth) {
  return torch::softplus(truth ? -scores : scores).mean();
}

}  // namespace

struct Adversary::State {
  State(const AdversaryOptions& how, bool in_bfloat16, std::uint64_t seed, int of_fold, torch::Device device,
        const Processes* all)
      : options(how),
        processes(all),
        type(in_bfloat16 ? torch::kBFloat16 : torch::kFloat32),
        fold(of_fold),
        critic(make_critic(how, seed, fold, device)),
        adam(critic->tensors(), kMomentum) {}

  /// What the critic sees beside the X-ray. Without gradients: markers are not the critic's to move.
  [[nodiscard]] Tensor given(const MadeFrom& from) const {
    return options.sees_markers
               ? torch::cat({from.surface, marker_picture(from.markers.detach(), from.surface, fold)}, 1)
               : from.surface;
  }
  Tensor scores(const Tensor& given, const Tensor& picture) {
    return critic->forward(given.to(type), picture.to(type)).to(torch::kFloat32);
  }
  /// One score for each person: the sum over patches, whose gradient has about length 1 from the start.
  Tensor worth(const Tensor& given, const Tensor& picture) { return scores(given, picture).sum({1, 2, 3}); }
  Tensor critic_loss(const Tensor& given_true, const Tensor& truth, const Tensor& given,
                     const Tensor& predicted, RandomStream& random);
  Tensor gradient_penalty(const Tensor& given, const Tensor& truth, const Tensor& predicted,
                          RandomStream& random);
  void hold(bool fixed) {
    for (auto& parameter : critic->parameters()) parameter.requires_grad_(!fixed);
  }

  AdversaryOptions options;
  const Processes* processes;
  torch::ScalarType type;
  int fold;
  networks::Critic critic;
  Adam adam;
};

/// Keeps the length of the gradient near 1 between true and predicted pictures.
Tensor Adversary::State::gradient_penalty(const Tensor& given, const Tensor& truth, const Tensor& predicted,
                                          RandomStream& random) {
  auto share = torch::empty({truth.size(0), 1, 1, 1});
  for (std::int64_t n = 0; n < share.size(0); ++n) share[n].fill_(random.uniform());
  share = share.to(truth.device());
  const Tensor between = (share * truth + (1 - share) * predicted).detach().requires_grad_();
  const Tensor gradient = torch::autograd::grad({worth(given, between).sum()}, {between}, {}, true, true)[0];
  return (gradient.flatten(1).norm(2, 1) - 1).square().mean() * kGradientPenalty;
}

Tensor Adversary::State::critic_loss(const Tensor& given_true, const Tensor& truth, const Tensor& given,
                                     const Tensor& predicted, RandomStream& random) {
  if (options.kind == Kind::kPatches)
    return (patch_loss(scores(given_true, truth), true) + patch_loss(scores(given, predicted), false)) / 2;
  const Tensor distance = (worth(given, predicted) - worth(given_true, truth)).mean();
  return options.kind == Kind::kWgan ? distance
                                     : distance + gradient_penalty(given, truth, predicted, random);
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

Tensor Adversary::learn(const MadeFrom& true_ones, const Tensor& truth, const MadeFrom& shown,
                        const Tensor& predicted, RandomStream& random) {
  state_->hold(false);
  state_->adam.zero_gradients();
  const Tensor loss =
      state_->critic_loss(state_->given(true_ones), truth, state_->given(shown), predicted.detach(), random);
  loss.backward();
  if (state_->processes != nullptr) state_->processes->average(state_->adam.gradients());
  state_->adam.step(state_->options.learning_rate);
  if (state_->options.kind == Kind::kWgan) {
    torch::NoGradGuard no_grad;
    for (auto& parameter : state_->critic->parameters()) parameter.clamp_(-kClip, kClip);
  }
  return loss.detach();
}

Tensor Adversary::loss(const MadeFrom& shown, const Tensor& predicted) {
  state_->hold(true);
  const Tensor given = state_->given(shown);
  if (state_->options.kind == Kind::kPatches) return patch_loss(state_->scores(given, predicted), true);
  return -state_->worth(given, predicted).mean();
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
