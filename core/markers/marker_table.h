#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/vector.h"

namespace skiagraph {

/// The 17 anatomical markers that networks predict, and one more that only generators of people know. The one
/// table of their names in files, labels on the screen, groups and colours.
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
  kLungBottomLeft,  ///< held out: networks are neither trained with it nor predict it
};

inline constexpr int kMarkerCount = 17;    ///< what networks predict
inline constexpr int kLandmarkCount = 18;  ///< what generators know

/// Markers that belong together: they share colour and shape, and are shown or hidden together.
enum class MarkerGroup : std::uint8_t { kLungs, kLiver, kKidneys, kChestBones, kPelvis };

inline constexpr int kMarkerGroupCount = 5;

struct MarkerGroupInfo {
  std::string_view name;   ///< snake_case, in files
  std::string_view label;  ///< English, for the screen
};

/// In the order of MarkerGroup.
const std::array<MarkerGroupInfo, kMarkerGroupCount>& marker_group_table();

struct MarkerInfo {
  Marker marker;
  std::string_view name;   ///< snake_case, in files and on the command line
  std::string_view label;  ///< English, for the screen
  MarkerGroup group;
  /// sRGB, one for each group, from the Okabe-Ito palette, which colour-blind people can tell apart.
  std::array<std::uint8_t, 3> colour;
};

/// In the order of the networks' channels.
const std::array<MarkerInfo, kLandmarkCount>& marker_table();
const MarkerInfo& info(Marker marker);
std::optional<Marker> marker_named(std::string_view name);

/// One position per marker, in the order of the table, pixels of the canonical frame.
using MarkerPositions = std::array<Pixel, kMarkerCount>;

}  // namespace skiagraph
