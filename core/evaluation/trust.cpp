#include "core/evaluation/trust.h"

#include <torch/types.h>

#include "core/base/error.h"
#include "core/evaluation/learned_people_of.h"
#include "core/evaluation/person.h"
#include "core/inference/mean_jacobian.h"

namespace skiagraph::evaluation {
namespace {

torch::Tensor people_of(const tensors::Dataset& dataset, int base, std::int64_t most) {
  const torch::Tensor people = dataset.complete_indices(tensors::Split::kTrain);
  const torch::Tensor own = people.masked_select(dataset.base.index_select(0, people) == base);
  if (own.numel() == 0)
    throw InputError("dataset.no_such_base", "The data set has nobody of the base anatomy number {}.", base);
  return own.slice(0, 0, most);
}

}  // namespace

Eigen::VectorXd measured_trust(const std::vector<HeldOutNetworks>& networks, const tensors::Dataset& dataset,
                               std::int64_t people, const ProgressFunction& progress,
                               const CancelToken* cancel) {
  const Eigen::VectorXd mean = inference::to_vector(learned_people_of(dataset).mean);
  Eigen::VectorXd together = Eigen::VectorXd::Zero(mean.size()), found = together;
  double done = 0;
  for (const HeldOutNetworks& one : networks) {
    inference::PredictorOptions options;
    options.learned_people.emplace();  // answers as they are
    inference::Predictor predictor(one.folder, "cpu", options);
    const torch::Tensor own = people_of(dataset, one.base, people);
    for (std::int64_t n = 0; n < own.numel(); ++n) {
      if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
      if (progress)
        progress((done + static_cast<double>(n) / static_cast<double>(own.numel())) /
                     static_cast<double>(networks.size()),
                 "Trust");
      const Person person = person_of(dataset, own[n].item<std::int64_t>());
      inference::LoopRequest request;
      request.surface = person.surface;
      const Eigen::VectorXd answer =
          inference::to_vector(inference::positions_of(predictor.run(request).markers)) - mean;
      const Eigen::VectorXd truth = inference::to_vector(person.markers) - mean;
      together += answer.cwiseProduct(truth);
      found += answer.cwiseProduct(answer);
    }
    ++done;
  }
  if (progress) progress(1, "Trust");
  return together.cwiseQuotient(found.cwiseMax(1e-9)).cwiseMax(0).cwiseMin(1);
}

}  // namespace skiagraph::evaluation
