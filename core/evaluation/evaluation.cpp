#include "core/evaluation/evaluation.h"

#include <torch/types.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/anatomy/patient/virtual_patient.h"
#include "core/base/error.h"
#include "core/evaluation/mean_person.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/person.h"
#include "core/evaluation/picture_figures.h"
#include "core/evaluation/statistics.h"
#include "core/geometry/frame_change.h"

namespace skiagraph::evaluation {
namespace {

using torch::Tensor;

/// One method's answer for one person.
struct Answer {
  Tensor xray;  ///< (H, W) float32
  MarkerPositions markers;
};

std::array<double, kMarkerCount> errors_cm(const MarkerPositions& predicted, const Person& person) {
  std::array<double, kMarkerCount> errors{};
  for (int n = 0; n < kMarkerCount; ++n)
    errors[n] = marker_error_cm(predicted[n], person.markers[n], person.mm_per_px);
  return errors;
}

MethodFigures figures_of(const Answer& answer, const Person& person, const PixelBox& box) {
  return {picture_figures(answer.xray, person.xray, person.inside, box), errors_cm(answer.markers, person)};
}

RangeTruth range_truth(const Person& person) {
  RangeTruth truth{true_heights(person), {}};
  if (person.lung_bottom_left)
    truth.lung_bottom_mm = person.surface->placement.to_patient(*person.lung_bottom_left, 0).z;
  return truth;
}

struct Measured {
  PersonFigures figures;
  Answer loop;
  imaging::XrayImage xray;  ///< the loop's
};

Measured measure(inference::Predictor& predictor, const Person& person, const MeanPerson& mean_person,
                 const inference::LearnedPeople& learned, const EvaluationOptions& options) {
  PersonFigures figures;
  std::array<Answer, kMethods.size()> answers;
  const auto answer = [&](Method method) -> Answer& { return answers[static_cast<std::size_t>(method)]; };
  answer(Method::kMeanPerson) = {mean_person.xray, mean_person.markers};

  inference::LoopRequest request;
  request.surface = person.surface;
  request.max_iterations = options.max_iterations;
  const inference::LoopResult result =
      predictor.run(request, nullptr, [&](const inference::LoopIteration& iteration) {
        const MarkerPositions markers = inference::positions_of(iteration.markers);
        figures.error_cm_by_iteration.push_back(mean(errors_cm(markers, person)));
        if (iteration.number > 1) return;
        answer(iteration.number == 0 ? Method::kT : Method::kFirstPass) = {
            anatomy::xray_tensor(iteration.xray), markers};
      });
  answer(Method::kLoop) = {anatomy::xray_tensor(result.xray), inference::positions_of(result.markers)};

  const std::array<double, kMarkerCount> errors = errors_cm(answer(Method::kLoop).markers, person);
  constexpr double kMmPerCm = 10;
  for (int n = 0; n < kMarkerCount; ++n)
    figures.inside_95[n] =
        kMmPerCm * errors[n] <=
        learned.margin_mm(marker_table()[n].marker, result.markers[n].confidence_mm, result.unlikeness);

  const PixelBox box = body_box(person.inside);
  for (const Method method : kMethods)
    figures.methods[static_cast<std::size_t>(method)] = figures_of(answer(method), person, box);
  figures.parts = part_errors(answer(Method::kLoop).xray, person.xray, *person.surface);
  // Margins as `learned` has them, also where the predictor does not know it.
  inference::MarkerEstimates found = result.markers;
  for (int n = 0; n < kMarkerCount; ++n)
    found[n].margin_mm = learned.margin_mm(static_cast<Marker>(n), found[n].confidence_mm, result.unlikeness);
  figures.ranges = range_outcomes(found, learned.range_share, range_truth(person), mean_person.markers,
                                  person.surface->placement);
  figures.converged = result.converged;
  figures.iterations = result.iterations;
  figures.milliseconds = result.milliseconds;
  return {figures, answer(Method::kLoop), result.xray};
}

MarkerPositions in_frame(MarkerPositions markers, const geometry::CanonicalFrame& from,
                         const geometry::CanonicalFrame& to) {
  for (Pixel& marker : markers) marker = geometry::same_place(marker, from, to);
  return markers;
}

Floors floors_of(const tensors::Dataset& dataset) {
  Floors floors;
  if (dataset.floor_mm.defined()) {
    floors.marker_cm.emplace();
    for (int n = 0; n < kMarkerCount; ++n) (*floors.marker_cm)[n] = dataset.floor_mm[n].item<double>() / 10;
  }
  if (dataset.floor_xray.defined()) floors.mae_body = dataset.floor_xray.item<double>();
  return floors;
}

void check(const inference::Predictor& predictor, const tensors::Dataset& dataset) {
  const geometry::CanonicalFrame& frame = dataset.frame;
  if (!(predictor.frame() == frame))
    throw InputError("dataset.frame", "The data set and the networks are of different picture frames.");
  if (std::min(frame.rows, frame.columns) < kSmallestMsSsimSide)
    throw InputError("dataset.small",
                     "The pictures of the data set are too small to compare: MS-SSIM needs {} pixels a side.",
                     kSmallestMsSsimSide);
}

}  // namespace

std::string split_name(tensors::Split split) {
  return split == tensors::Split::kTrain        ? "train"
         : split == tensors::Split::kValidation ? "validation"
                                                : "test";
}

Evaluation evaluate(inference::Predictor& predictor, const tensors::Dataset& dataset,
                    const EvaluationOptions& options, const ProgressFunction& progress,
                    const CancelToken* cancel) {
  check(predictor, dataset);
  Tensor people = dataset.complete_indices(options.split);
  const std::int64_t left_out = dataset.indices(options.split).numel() - people.numel();
  if (people.numel() == 0 && left_out == 0)
    throw InputError("dataset.empty_split", "The data set has no people in its {} split.",
                     split_name(options.split));
  if (people.numel() == 0)
    throw InputError("dataset.none_complete",
                     "The data set has no people in its {} split whose markers and whole X-ray are known.",
                     split_name(options.split));
  if (options.most_people > 0) people = people.slice(0, 0, options.most_people);
  const MeanPerson baseline = mean_person(dataset);

  const auto& learned = predictor.learned_people();

  Evaluation evaluation{predictor.model_name(), predictor.device(), options.split, left_out, {}, {},
                        learned.has_value()};
  std::vector<PersonFigures> figures;
  std::optional<FineComparison> fine;
  if (options.fine != nullptr) fine.emplace(*options.fine, dataset);
  for (std::int64_t n = 0; n < people.numel(); ++n) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    if (progress) progress(static_cast<double>(n) / static_cast<double>(people.numel()), "Evaluating");
    const auto index = people[n].item<std::int64_t>();
    const Person person = person_of(dataset, index);
    const Measured measured =
        measure(predictor, person, baseline, learned.value_or(inference::LearnedPeople{}), options);
    figures.push_back(measured.figures);
    Example example{person.xray, measured.loop.xray, person.markers, measured.loop.markers};
    if (fine) {
      const FineComparison::Pictures large = fine->add(predictor, person.surface, measured.xray, index);
      example = {large.truth, large.shown, in_frame(person.markers, dataset.frame, options.fine->frame),
                 in_frame(measured.loop.markers, dataset.frame, options.fine->frame)};
    }
    if (n < options.examples) evaluation.examples.push_back(std::move(example));
  }
  if (progress) progress(1, "Evaluating");
  evaluation.tables = summarise(figures, floors_of(dataset));
  if (fine) evaluation.fine = fine->result();
  return evaluation;
}

}  // namespace skiagraph::evaluation
