#pragma once

#include <QString>
#include <array>
#include <functional>
#include <optional>

#include "core/bodies/body_model.h"

namespace skiagraph::ui {

/// Runs on the loader's thread; throws InputError when the model of that sex cannot be used.
using BodyModelSource = std::function<bodies::BodyModel(bodies::Sex)>;

/// What the model of one sex can be asked for.
struct BodyOffer {
  QString trouble;  ///< one sentence when there is no model, else empty
  std::array<bodies::SizeRange, bodies::kBodySizeCount> ranges{};  ///< inwards to whole cm and kg
  bodies::BodySizes mean{};                                        ///< of the body when nothing is asked for
};
using BodyOffers = std::array<BodyOffer, 2>;  ///< in the order of Sex

/// The models of both sexes, each read when it is first needed. For one thread.
class BodyModels {
 public:
  explicit BodyModels(BodyModelSource source) : source_(std::move(source)) {}

  /// Throws InputError when it cannot be used.
  const bodies::BodyModel& of(bodies::Sex sex);
  BodyOffers offers();

 private:
  BodyModelSource source_;
  std::array<std::optional<bodies::BodyModel>, 2> models_;
};

}  // namespace skiagraph::ui
