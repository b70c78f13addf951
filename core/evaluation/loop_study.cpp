#include "core/evaluation/loop_study.h"

#include <torch/types.h>

#include "core/base/error.h"
#include "core/base/random.h"

namespace skiagraph::evaluation {

LoopStudy study_loop(inference::Predictor& predictor, const tensors::Dataset& dataset,
                     const LoopStudyOptions& options, const ProgressFunction& progress,
                     const CancelToken* cancel) {
  torch::Tensor people = dataset.complete_indices(tensors::Split::kTest);
  if (people.numel() == 0)
    throw InputError("dataset.none_complete",
                     "The data set has no test people whose markers and whole X-ray are known.");
  if (options.people > 0) people = people.slice(0, 0, options.people);
  torch::Tensor together;
  if (dataset.floor_draws_mm.defined()) together = displacement_slopes(dataset.floor_draws_mm);

  LoopStudy study;
  study.model = predictor.model_name();
  for (std::int64_t n = 0; n < people.numel(); ++n) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    if (progress) progress(static_cast<double>(n) / static_cast<double>(people.numel()), "Studying the loop");
    const Person person = person_of(dataset, people[n].item<std::int64_t>());
    const PlainLoop plain = plain_loop(predictor, person);
    study.plain_iterations.push_back(plain.iterations_to_rest());
    if (n == 0) study.example = plain;
    inference::LoopRequest request;
    request.surface = person.surface;
    const inference::LoopResult rest = predictor.run(request);
    study.cold_iterations.push_back(rest.iterations);
    const Contraction map = contraction(predictor, person, inference::positions_of(rest.markers));
    study.norms.push_back(map.norm);
    study.radii.push_back(map.radius);
    if (!options.edits) continue;
    RandomStream random(options.seed, static_cast<std::uint64_t>(n));
    for (const Marker marker : edge_markers())
      study.edits.push_back(edit(predictor, person, rest, marker,
                                 random.uniform(-options.farthest_mm, options.farthest_mm), together));
  }
  if (progress) progress(1, "Studying the loop");
  return study;
}

}  // namespace skiagraph::evaluation
