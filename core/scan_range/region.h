#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/markers/marker_table.h"

namespace skiagraph::scan_range {

/// What a CT is planned to show.
enum class Region : std::uint8_t { kHeadNeck, kChest, kAbdomen, kPelvis, kChestAbdomenPelvis };

inline constexpr int kRegionCount = 5;

/// One end of a region: the outermost of these markers, and from there so far outwards. Without markers it
/// is the top of the head, which the skin shows.
struct EndRule {
  std::span<const Marker> markers;
  double beyond_mm = 0;  ///< below 0: inside of them
};

struct RegionInfo {
  Region region;
  std::string_view name;     ///< in files and on the command line
  std::string_view label;    ///< English, for the screen
  std::string_view meaning;  ///< English: from where to where
  EndRule top, bottom;
  Marker landmark;  ///< can be felt on the body; the table's positions are told from it
};

/// In the order of Region. The one table of the presets.
const std::array<RegionInfo, kRegionCount>& region_table();
const RegionInfo& info(Region region);
std::optional<Region> region_named(std::string_view name);
/// Throws InputError that lists all names when there is none of this name.
Region known_region(std::string_view name);
/// "head-neck, chest, ... or chest-abdomen-pelvis"
std::string region_names();

/// By region: what share of its markers' 95 % margins lies beyond them, so that in 95 of 100 people both ends
/// together hold the true ones.
using MarginShares = std::array<double, kRegionCount>;

}  // namespace skiagraph::scan_range
