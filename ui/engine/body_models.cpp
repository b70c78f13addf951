#include "ui/engine/body_models.h"

#include <cmath>
#include <exception>

namespace skiagraph::ui {
namespace {

BodyOffer offer_of(const bodies::BodyModel& model) {
  BodyOffer offer;
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n) {
    const double unit = bodies::body_size_table()[n].per_unit;
    const bodies::SizeRange range = bodies::size_range(model, static_cast<bodies::BodySize>(n));
    offer.ranges[n] = {std::ceil(range.least / unit) * unit, std::floor(range.most / unit) * unit};
  }
  offer.mean = bodies::make_body(model, {model.sex, {}}).sizes;
  return offer;
}

}  // namespace

const bodies::BodyModel& BodyModels::of(bodies::Sex sex) {
  auto& model = models_[static_cast<std::size_t>(sex)];
  if (!model) model = source_(sex);
  return *model;
}

BodyOffers BodyModels::offers() {
  BodyOffers offers;
  for (const bodies::Sex sex : {bodies::Sex::kFemale, bodies::Sex::kMale}) {
    BodyOffer& offer = offers[static_cast<std::size_t>(sex)];
    try {
      offer = offer_of(of(sex));
    } catch (const std::exception& error) {
      offer.trouble = QString::fromUtf8(error.what());
    }
  }
  return offers;
}

}  // namespace skiagraph::ui
