#include "core/bodies/built_in_people.h"

namespace skiagraph::bodies {
namespace {

SizeTargets targets(Sex sex, double stature_mm, double weight_kg) {
  SizeTargets result{sex, {}};
  result[BodySize::kStature] = stature_mm;
  result[BodySize::kWeight] = weight_kg;
  return result;
}

}  // namespace

const std::vector<BuiltInPerson>& built_in_people() {
  static const std::vector<BuiltInPerson> kPeople{
      {"mean-man", "Mean man", {Sex::kMale, {}}},
      {"mean-woman", "Mean woman", {Sex::kFemale, {}}},
      {"small-woman", "Small woman", targets(Sex::kFemale, 1520, 49)},
      {"slim-tall-woman", "Slim, tall woman", targets(Sex::kFemale, 1780, 60)},
      {"stout-woman", "Stout woman", targets(Sex::kFemale, 1620, 95)},
      {"slim-man", "Slim man", targets(Sex::kMale, 1780, 64)},
      {"tall-man", "Tall man", targets(Sex::kMale, 1930, 95)},
      {"stout-man", "Stout man", targets(Sex::kMale, 1720, 115)}};
  return kPeople;
}

}  // namespace skiagraph::bodies
