#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/evaluation/evaluation.h"

namespace skiagraph::evaluation {

/// rows x columns x 3, sRGB.
struct ContactSheet {
  int rows = 0, columns = 0;
  std::vector<std::uint8_t> rgb;
};

/// One row of pictures for each person, at twice their size where they have at most 256 rows: the true X-ray,
/// the predicted one, and the absolute difference times 4. The first two show every marker in its colour, a
/// ring where it is and a dot where it was predicted. Throws Error for no people.
ContactSheet contact_sheet(std::span<const Example> people);

}  // namespace skiagraph::evaluation
