#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/vector.h"

namespace skiagraph {

/// The 17 anatomical markers that the networks know, and the one that only the generators know. One table for
/// everybody: names in files, names on the screen, colours, groups, mirror partners.
enum class Marker : std::uint8_t {
  kNeck,
  kLungTopRight,
  kLungTopLeft,
  kSternalNotch,
  kSternumTip,
  kCarina,
  kLiverTop,
  kLiverBottom,
  kKidneyCentreRight,
  kKidneyCentreLeft,
  kIliacCrestRight,
  kIliacCrestLeft,
  kPubicSymphysis,
  kFemoralHeadRight,
  kFemoralHeadLeft,
  kShoulderRight,
  kShoulderLeft,
  kLungBottomLeft,  ///< held out: the networks never see it
};

inline constexpr int kMarkerCount = 17;    ///< what networks predict
inline constexpr int kLandmarkCount = 18;  ///< what generators know

enum class MarkerGroup : std::uint8_t { kChest, kAbdomen, kPelvis, kShoulders };

struct MarkerInfo {
  Marker marker;
  std::string_view name;   ///< snake_case, in files and on the command line
  std::string_view label;  ///< English, for the screen
  MarkerGroup group;
  std::array<std::uint8_t, 3>
      colour;  ///< sRGB; by group, from the Okabe-Ito palette that colour-blind people can tell apart
};

/// In the order of the networks' channels.
const std::array<MarkerInfo, kLandmarkCount>& marker_table();
const MarkerInfo& info(Marker marker);
std::optional<Marker> marker_named(std::string_view name);

/// One position per marker, in the order of the table, pixels of the canonical frame.
using MarkerPositions = std::array<Pixel, kMarkerCount>;

}  // namespace skiagraph
