#pragma once

#include <array>
#include <functional>
#include <optional>

#include "core/base/error.h"
#include "core/bodies/body_model.h"

namespace skiagraph::ui {

/// Runs on the loader's thread; throws InputError when the model of that sex cannot be used.
using BodyModelSource = std::function<bodies::BodyModel(bodies::Sex)>;

/// The sizes that the body model of one sex can be given.
struct SizeLimits {
  std::optional<Error> error;                                      ///< why there is no model
  std::array<bodies::SizeRange, bodies::kBodySizeCount> ranges{};  ///< rounded inwards to whole cm and kg
  bodies::BodySizes mean{};                                        ///< of the body for which no size is given
};
using SizeLimitsBySex = std::array<SizeLimits, 2>;  ///< in the order of Sex

/// The models of both sexes, each read when it is first needed. For one thread.
class BodyModels {
 public:
  explicit BodyModels(BodyModelSource source) : source_(std::move(source)) {}

  /// Throws InputError when it cannot be used.
  const bodies::BodyModel& of(bodies::Sex sex);
  SizeLimitsBySex limits();

 private:
  BodyModelSource source_;
  std::array<std::optional<bodies::BodyModel>, 2> models_;
};

}  // namespace skiagraph::ui
