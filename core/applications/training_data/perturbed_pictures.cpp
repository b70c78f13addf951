#include "core/applications/training_data/perturbed_pictures.h"

#include <optional>
#include <utility>

#include "core/base/error.h"

namespace skiagraph::applications {
namespace {

/// CIGN's X-ray of these markers: all of them are held, so the loop is at rest at once.
imaging::XrayImage xray_of(inference::Predictor& predictor, const AnnotatedPerson& person,
                           const MarkerPositions& markers, const CancelToken* cancel) {
  inference::LoopRequest request;
  request.surface = person.surface;
  request.start = markers;
  for (std::size_t n = 0; n < markers.size(); ++n)
    request.pins.push_back({static_cast<Marker>(n), markers[n]});
  return predictor.run(request, cancel).xray;
}

std::optional<std::vector<Pixel>> tracked(const AnnotatedPicture& from, const imaging::XrayImage& to,
                                          const TrackingOptions& options) {
  std::vector<Pixel> places;
  for (const Pixel& annotation : from.annotations) {
    const auto found = tracked_place(from.xray, annotation, to, options);
    if (!found) return std::nullopt;
    places.push_back(found->place);
  }
  return places;
}

}  // namespace

PerturbedPictures perturbed_pictures(inference::Predictor& predictor, const AnnotatedPerson& person,
                                     const MarkerPerturbation& perturbation,
                                     const PerturbationOptions& options, const ProgressFunction& progress,
                                     const CancelToken* cancel) {
  PerturbedPictures made;
  made.pictures.push_back(
      {xray_of(predictor, person, person.markers, cancel), person.markers, person.annotations});
  for (int n = 0; n < options.count; ++n) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    RandomStream random(options.seed, static_cast<std::uint64_t>(n));
    AnnotatedPicture picture;
    picture.markers = perturbation.draw(person.markers, predictor.frame(), random);
    picture.xray = xray_of(predictor, person, picture.markers, cancel);
    auto annotations = tracked(made.pictures.front(), picture.xray, options.tracking);
    if (annotations) {
      picture.annotations = std::move(*annotations);
      made.pictures.push_back(std::move(picture));
    } else {
      ++made.lost;
    }
    if (progress) progress(static_cast<double>(n + 1) / options.count, "pictures");
  }
  return made;
}

}  // namespace skiagraph::applications
