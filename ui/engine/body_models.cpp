#include "ui/engine/body_models.h"

#include <cmath>
#include <exception>

namespace skiagraph::ui {
namespace {

SizeLimits limits_of(const bodies::BodyModel& model) {
  SizeLimits limits;
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n) {
    const double unit = bodies::body_size_table()[n].per_unit;
    const bodies::SizeRange range = size_range(model, static_cast<bodies::BodySize>(n));
    limits.ranges[n] = {std::ceil(range.least / unit) * unit, std::floor(range.most / unit) * unit};
  }
  limits.mean = make_body(model, {model.sex, {}}).sizes;
  return limits;
}

}  // namespace

const bodies::BodyModel& BodyModels::of(bodies::Sex sex) {
  auto& model = models_[static_cast<std::size_t>(sex)];
  if (!model) model = source_(sex);
  return *model;
}

SizeLimitsBySex BodyModels::limits() {
  SizeLimitsBySex limits;
  for (const bodies::Sex sex : {bodies::Sex::kFemale, bodies::Sex::kMale}) {
    SizeLimits& one = limits[static_cast<std::size_t>(sex)];
    try {
      one = limits_of(of(sex));
    } catch (const std::exception& error) {
      one.error = readable_error(error);
    }
  }
  return limits;
}

}  // namespace skiagraph::ui
