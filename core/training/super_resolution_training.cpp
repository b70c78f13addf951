#include "core/training/super_resolution_training.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/networks/device.h"
#include "core/networks/marker_search.h"
#include "core/training/adam.h"
#include "core/training/batches.h"
#include "core/training/learning_rate.h"
#include "core/training/losses.h"
#include "core/training/moving_average.h"

namespace skiagraph::training {
namespace {

using networks::SuperResolutionShape;
using torch::Tensor;

constexpr std::int64_t kValidationPeople = 32;
constexpr int kValidations = 20;

Tensor halved(const Tensor& pictures) {
  return torch::avg_pool2d(pictures, {SuperResolutionShape::kFactor, SuperResolutionShape::kFactor});
}

/// Sums over the body.
Tensor in_body(const Tensor& values, const Tensor& surface) {
  return (values * (surface.slice(1, 1, 2) > 0)).sum();
}

/// How much detail lies around each place, wherever in the neighbourhood it is: CIGN's organs are not quite
/// where the true ones are.
Tensor amount(const Tensor& detail) {
  constexpr std::int64_t kAround = 16, kStep = 4;
  constexpr double kLeast = 1e-8;  // keeps the gradient finite
  return (torch::avg_pool2d(detail.square(), {kAround, kAround}, {kStep, kStep}) + kLeast).sqrt();
}

/// What the network is shown.
struct Shown {
  Tensor surface, true_xray, cign_xray;  ///< (N, C, H, W), of half the size
};

class Training {
 public:
  Training(networks::Networks& networks, const tensors::Dataset& people,
           const SuperResolutionOptions& options)
      : networks_(networks),
        options_(options),
        device_(networks::device_named(options.device)),
        network_(networks::make_super_resolution(options.seed)),
        training_(people, tensors::Split::kTrain, 1, options.seed, Chosen::kComplete, device_),
        validation_(people, tensors::Split::kValidation, 1, 0, Chosen::kComplete, device_) {
    for (const networks::NetworkId id : networks::kNetworkIds) {
      networks_.network(id)->to(device_);
      networks_.network(id)->eval();
    }
    network_->to(device_);
  }

  TrainedSuperResolution run(const ProgressFunction& progress, const CancelToken* cancel);

 private:
  [[nodiscard]] Shown shown(const Batch& batch) const;
  [[nodiscard]] Tensor detail(const Tensor& surface, const Tensor& xray) {
    return network_->forward(surface.to(torch::kBFloat16), xray.to(torch::kBFloat16)).to(torch::kFloat32);
  }
  Tensor loss(const Batch& batch);
  [[nodiscard]] SuperResolutionFigures validate(std::int64_t step);
  [[nodiscard]] std::vector<float> largest_activations();
  template <class Look>
  void look_at_validation(const Look& look);

  networks::Networks& networks_;
  const SuperResolutionOptions& options_;
  torch::Device device_;
  networks::SuperResolution network_;
  Batches training_, validation_;
};

Shown Training::shown(const Batch& batch) const {
  torch::NoGradGuard no_grad;
  const Tensor surface = halved(batch.surface);
  const NetworkRunner run{networks_, 1, true};
  const Tensor markers = networks::places_in_smaller(batch.markers, SuperResolutionShape::kFactor);
  return {surface, halved(batch.xray), run.cign(surface, markers).clamp(0, 1)};
}

/// Half of the people show their true X-ray, the others CIGN's.
Tensor Training::loss(const Batch& batch) {
  const Shown all = shown(batch);
  const std::int64_t half = batch.surface.size(0) / 2;
  const Tensor given = torch::cat({all.true_xray.slice(0, 0, half), all.cign_xray.slice(0, half)});
  const Tensor predicted = detail(all.surface, given), truth = networks::detail_of(batch.xray);
  return xray_loss(predicted.slice(0, 0, half), truth.slice(0, 0, half), {}) +
         options_.amount_weight * xray_loss(amount(predicted), amount(truth), {});
}

/// Of validation people, some at a time: look(batch, what the network is shown).
template <class Look>
void Training::look_at_validation(const Look& look) {
  torch::NoGradGuard no_grad;
  const std::int64_t count = std::min(validation_.people(), kValidationPeople);
  for (std::int64_t first = 0; first < count; first += options_.batch) {
    const Batch batch =
        validation_.in_order(first, static_cast<int>(std::min<std::int64_t>(options_.batch, count - first)));
    look(batch, shown(batch));
  }
}

/// The mean rather than the maximum: an outlier may be clipped, but must not make scales coarse for
/// everybody.
std::vector<float> Training::largest_activations() {
  std::vector<Tensor> largest;
  look_at_validation([&](const Batch&, const Shown& all) {
    largest.push_back(network_->largest_activations(all.surface, all.cign_xray));
  });
  if (largest.empty()) return {};
  const Tensor mean = torch::cat(largest).mean(0).to(torch::kCPU).contiguous();
  return {mean.data_ptr<float>(), mean.data_ptr<float>() + mean.numel()};
}

SuperResolutionFigures Training::validate(std::int64_t step) {
  double pixels = 0, repeated = 0, error = 0, true_power = 0, from_true = 0, from_cign = 0;
  look_at_validation([&](const Batch& batch, const Shown& all) {
    const Tensor truth = networks::detail_of(batch.xray), predicted = detail(all.surface, all.true_xray),
                 cign = detail(all.surface, all.cign_xray);
    const auto sum = [&](const Tensor& values) { return in_body(values, batch.surface).item<double>(); };
    pixels += sum(torch::ones_like(truth));
    repeated += sum(truth.abs());
    error += sum((predicted - truth).abs());
    true_power += sum(truth.square());
    from_true += sum(predicted.square());
    from_cign += sum(cign.square());
  });
  return {step, repeated / pixels, error / pixels, from_true / true_power, from_cign / true_power};
}

TrainedSuperResolution Training::run(const ProgressFunction& progress, const CancelToken* cancel) {
  TrainedSuperResolution result{network_, {}, {}};
  Adam adam(network_->tensors(), Adam::Matrices::kOrthogonalised);
  MovingAverage average(network_->tensors());
  BatchQueue batches(training_, options_.batch, {}, options_.steps);
  const std::int64_t between = std::max<std::int64_t>(1, options_.steps / kValidations);
  for (std::int64_t step = 0; step < options_.steps; ++step) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    const Tensor loss = this->loss(batches.take(step));
    adam.zero_gradients();
    loss.backward();
    adam.step(learning_rate(options_.learning_rate, step, options_.steps));
    if (!std::isfinite(loss.item<double>()))
      throw Error("training.diverged",
                  "Training diverged in the stage \"{}\": its loss is not finite; lower its learning rate.",
                  "super-resolution");
    average.update(network_->tensors());
    if ((step + 1) % between == 0 && step + 1 < options_.steps) result.figures.push_back(validate(step + 1));
    if (progress)
      progress(static_cast<double>(step + 1) / static_cast<double>(options_.steps), "finer pictures");
  }
  average.copy_to(network_->tensors());
  network_->eval();
  result.figures.push_back(validate(options_.steps));
  result.largest_activations = largest_activations();
  return result;
}

}  // namespace

TrainedSuperResolution train_super_resolution(networks::Networks& networks, const tensors::Dataset& people,
                                              const SuperResolutionOptions& options,
                                              const ProgressFunction& progress, const CancelToken* cancel) {
  if (networks.fold != 1 || !(refined(networks.frame, SuperResolutionShape::kFactor) == people.frame))
    throw InputError("training.super_resolution",
                     "The data set's pictures must be twice as large as those of the networks; make one of "
                     "fine pictures (population --fine).");
  networks::use_all_processors();
  return Training(networks, people, options).run(progress, cancel);
}

}  // namespace skiagraph::training
