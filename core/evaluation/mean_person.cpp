#include "core/evaluation/mean_person.h"

#include <torch/types.h>

#include "core/base/error.h"
#include "core/evaluation/person.h"

namespace skiagraph::evaluation {

MeanPerson mean_person(const tensors::Dataset& dataset) {
  const torch::Tensor people = dataset.complete_indices(tensors::Split::kTrain);
  if (people.numel() == 0)
    throw InputError("dataset.none_complete",
                     "The data set has no people to train on whose markers and whole X-ray are known, so "
                     "there is no mean person to compare with.");
  constexpr std::int64_t kAtOnce = 64;
  torch::Tensor sum = torch::zeros({dataset.frame.rows, dataset.frame.columns}, torch::kFloat64);
  for (const torch::Tensor& some : people.split(kAtOnce))
    sum += dataset.xray.index_select(0, some).to(torch::kFloat64).sum(0)[0];
  return {(sum / people.numel()).to(torch::kFloat32),
          markers_of(dataset.landmarks.index_select(0, people).to(torch::kFloat64).mean(0))};
}

}  // namespace skiagraph::evaluation
