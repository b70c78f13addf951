#pragma once

#include <QString>
#include <array>
#include <functional>
#include <optional>

#include "core/anatomy/body_model.h"

namespace skiagraph {

/// Runs on the loader's thread; throws InputError when the model of that sex cannot be used.
using BodyModelSource = std::function<BodyModel(Sex)>;

/// What the model of one sex can be asked for.
struct BodyOffer {
  QString trouble;                                 ///< one sentence when there is no model, else empty
  std::array<SizeRange, kBodySizeCount> ranges{};  ///< inwards to whole cm and kg
  BodySizes mean{};                                ///< of the body when nothing is asked for
};
using BodyOffers = std::array<BodyOffer, 2>;  ///< in the order of Sex

/// The models of both sexes, each read when it is first needed. For one thread.
class BodyModels {
 public:
  explicit BodyModels(BodyModelSource source) : source_(std::move(source)) {}

  /// Throws InputError when it cannot be used.
  const BodyModel& of(Sex sex);
  BodyOffers offers();

 private:
  BodyModelSource source_;
  std::array<std::optional<BodyModel>, 2> models_;
};

}  // namespace skiagraph
