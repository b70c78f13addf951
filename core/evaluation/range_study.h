#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/inference/predictor.h"
#include "core/scan_range/proposal.h"

namespace skiagraph::evaluation {

/// One end of a range beside the true one. Millimetres; + is outwards: too high at the top, too low at the
/// bottom.
struct RangeEndError {
  double found_mm = 0;        ///< of the markers alone, without margin
  double planned_mm = 0;      ///< with the calibrated margin; from 0 the true end is inside
  double mean_person_mm = 0;  ///< of the mean person, placed by the same found levels, without margin
};

/// One region of one person; what is not known is nothing. The true ends are those of the same rule on the
/// true landmarks.
struct RangeOutcome {
  scan_range::Region region{};
  std::optional<RangeEndError> top, bottom;
  std::optional<bool> lung_inside;  ///< of a chest: the left lung's true bottom

  /// All ends that are known.
  [[nodiscard]] bool covered() const;
};

/// What a person's ranges are compared with.
struct RangeTruth {
  scan_range::Heights landmarks;  ///< without margins
  std::optional<double> lung_bottom_mm;
};

/// Regions with at least one known end, in their order. The top of a head is the skin's and no marker's: that
/// end is not compared. mean_person: pixels.
std::vector<RangeOutcome> range_outcomes(const inference::MarkerEstimates& found,
                                         const scan_range::MarginShares& shares, const RangeTruth& truth,
                                         const MarkerPositions& mean_person,
                                         const geometry::CanonicalPlacement& placement);

/// The least share of the markers' margins with which the range holds the true ends that are known; below 0
/// where it does so by itself. Nothing where none is known. found: with the whole 95 % margins.
std::optional<double> needed_share(scan_range::Region region, const scan_range::Heights& found,
                                   const scan_range::Heights& truth);

/// Over people. Millimetres.
struct RangeRow {
  scan_range::Region region{};
  std::int64_t people = 0;
  struct Error {
    double mean_mm = 0, sd_mm = 0;  ///< of the markers alone; + is outwards
  };
  std::optional<Error> top, bottom;
  double covered = 0;                  ///< share of the people
  std::optional<double> lungs_inside;  ///< share of the people
  double too_long_mm = 0;              ///< what is planned beyond the true ends, mean
  double fixed_mm = 0;                 ///< one margin for everybody that covers 95 % of these people
  double fixed_too_long_mm = 0;        ///< beyond the true ends with it, mean
  double mean_person_fixed_mm = 0;     ///< the same on the mean person
  double mean_person_too_long_mm = 0;
};

/// A row for each region that somebody has.
std::vector<RangeRow> range_rows(std::span<const std::vector<RangeOutcome>> people);

}  // namespace skiagraph::evaluation
