#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/applications/completion/completion.h"
#include "core/evaluation/person.h"
#include "core/tensors/dataset.h"

namespace skiagraph::applications {

/// A person of a data set, and what is known of the truth.
struct StudyPerson {
  evaluation::Person person;
  std::vector<float> truth;         ///< the X-ray
  std::vector<std::uint8_t> known;  ///< 1 where it is known
  bool whole = true;                ///< it is known everywhere
};

StudyPerson study_person(const tensors::Dataset& people, std::int64_t index);

/// Pixels [top, bottom) x [left, right) of a frame.
struct PixelArea {
  int top, bottom, left, right;

  /// What a picture of this area has as its centre.
  [[nodiscard]] Pixel centre() const { return {(top + bottom - 1) / 2.0, (left + right - 1) / 2.0}; }
};

/// The true X-ray of an area as a detector shows it: brightness saturates, steps are those of 12 bits.
imaging::XrayPicture picture_of(const StudyPerson& person, const PixelArea& area);

/// The people of a split, or of all; the first `most` of them; 0: all. Throws InputError when there is
/// nobody, or the frames differ.
std::vector<std::int64_t> people_of(const tensors::Dataset& people, std::optional<tensors::Split> split,
                                    std::int64_t most, const geometry::CanonicalFrame& frame);

}  // namespace skiagraph::applications
