#include "ui/body_models.h"

#include <cmath>
#include <exception>

namespace skiagraph {
namespace {

BodyOffer offer_of(const BodyModel& model) {
  BodyOffer offer;
  for (std::size_t n = 0; n < kBodySizeCount; ++n) {
    const double unit = body_size_table()[n].per_unit;
    const SizeRange range = size_range(model, static_cast<BodySize>(n));
    offer.ranges[n] = {std::ceil(range.least / unit) * unit, std::floor(range.most / unit) * unit};
  }
  offer.mean = make_body(model, {model.sex, {}}).sizes;
  return offer;
}

}  // namespace

const BodyModel& BodyModels::of(Sex sex) {
  auto& model = models_[static_cast<std::size_t>(sex)];
  if (!model) model = source_(sex);
  return *model;
}

BodyOffers BodyModels::offers() {
  BodyOffers offers;
  for (const Sex sex : {Sex::kFemale, Sex::kMale}) {
    BodyOffer& offer = offers[static_cast<std::size_t>(sex)];
    try {
      offer = offer_of(of(sex));
    } catch (const std::exception& error) {
      offer.trouble = QString::fromUtf8(error.what());
    }
  }
  return offers;
}

}  // namespace skiagraph
