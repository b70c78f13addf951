#pragma once

#include <cstdint>
#include <vector>

#include "core/base/remark.h"

namespace skiagraph::imaging {

/// A real X-ray from the front, of a body or of part of one, as a file holds it or as a CT projects. Row 0 is
/// the head end, column 0 the patient's right side; what is denser is brighter, on any scale.
struct XrayPicture {
  int rows = 0, columns = 0;
  /// From row to row and from column to column, mm in the body; 0: not told.
  double row_mm = 0, column_mm = 0;
  std::vector<float> values;         ///< rows x columns
  std::vector<std::uint8_t> known;   ///< rows x columns: 0 where nothing was recorded, as behind a collimator
  std::vector<Remark> remarks = {};  ///< what was guessed or turned while reading
};

}  // namespace skiagraph::imaging
