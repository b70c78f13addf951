#include "core/applications/study_person.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/evaluation/evaluation.h"

namespace skiagraph::applications {

StudyPerson study_person(const tensors::Dataset& people, std::int64_t index) {
  StudyPerson known{evaluation::person_of(people, index), {}, {}, true};
  const torch::Tensor truth = known.person.xray.contiguous();
  known.truth.assign(truth.data_ptr<float>(), truth.data_ptr<float>() + truth.numel());
  known.known.assign(known.truth.size(), 1);
  if (people.covered.defined()) {
    const torch::Tensor covered = people.covered[index][0].to(torch::kUInt8).contiguous();
    std::copy_n(covered.data_ptr<std::uint8_t>(), known.known.size(), known.known.begin());
  }
  known.whole = std::ranges::count(known.known, 0) == 0;
  return known;
}

imaging::XrayPicture picture_of(const StudyPerson& person, const PixelArea& area) {
  constexpr float kContrast = 3, kSteps = 4095;
  const int columns = person.person.surface->placement.frame().columns;
  imaging::XrayPicture picture{area.bottom - area.top,
                               area.right - area.left,
                               person.person.mm_per_px,
                               person.person.mm_per_px,
                               {},
                               {}};
  for (int row = area.top; row < area.bottom; ++row)
    for (int column = area.left; column < area.right; ++column) {
      const std::size_t n = static_cast<std::size_t>(row) * columns + column;
      picture.values.push_back(std::round((1 - std::exp(-kContrast * person.truth[n])) * kSteps));
      picture.known.push_back(person.known[n]);
    }
  return picture;
}

std::vector<std::int64_t> people_of(const tensors::Dataset& people, std::optional<tensors::Split> split,
                                    std::int64_t most, const geometry::CanonicalFrame& frame) {
  if (!(frame == people.frame))
    throw InputError("dataset.frame", "The data set and the networks are of different picture frames.");
  torch::Tensor chosen = split ? people.indices(*split) : torch::arange(people.size(), torch::kInt64);
  if (split && chosen.numel() == 0)
    throw InputError("dataset.empty_split", "The data set has no people in its {} split.",
                     evaluation::split_name(*split));
  chosen = (most > 0 ? chosen.slice(0, 0, most) : chosen).contiguous();
  return {chosen.data_ptr<std::int64_t>(), chosen.data_ptr<std::int64_t>() + chosen.numel()};
}

}  // namespace skiagraph::applications
