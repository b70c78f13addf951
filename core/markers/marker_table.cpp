#include "core/markers/marker_table.h"

#include <algorithm>

namespace skiagraph {
namespace {

using Colour = std::array<std::uint8_t, 3>;
constexpr Colour kSkyBlue{86, 180, 233}, kOrange{230, 159, 0}, kGreen{0, 158, 115}, kPurple{204, 121, 167};

constexpr MarkerInfo entry(Marker marker, std::string_view name, std::string_view label, MarkerGroup group) {
  constexpr std::array<Colour, 4> kColours{kSkyBlue, kOrange, kGreen, kPurple};
  return {marker, name, label, group, kColours[static_cast<std::size_t>(group)]};
}

using enum MarkerGroup;
constexpr std::array<MarkerInfo, kLandmarkCount> kTable{
    entry(Marker::kNeck, "neck", "Neck (C7/T1)", kShoulders),
    entry(Marker::kLungTopRight, "lung_top_right", "Lung top, right", kChest),
    entry(Marker::kLungTopLeft, "lung_top_left", "Lung top, left", kChest),
    entry(Marker::kSternalNotch, "sternal_notch", "Sternal notch", kChest),
    entry(Marker::kSternumTip, "sternum_tip", "Sternum tip", kChest),
    entry(Marker::kCarina, "carina", "Carina", kChest),
    entry(Marker::kLiverTop, "liver_top", "Liver top", kAbdomen),
    entry(Marker::kLiverBottom, "liver_bottom", "Liver bottom", kAbdomen),
    entry(Marker::kKidneyCentreRight, "kidney_centre_right", "Kidney centre, right", kAbdomen),
    entry(Marker::kKidneyCentreLeft, "kidney_centre_left", "Kidney centre, left", kAbdomen),
    entry(Marker::kIliacCrestRight, "iliac_crest_right", "Iliac crest, right", kPelvis),
    entry(Marker::kIliacCrestLeft, "iliac_crest_left", "Iliac crest, left", kPelvis),
    entry(Marker::kPubicSymphysis, "pubic_symphysis", "Pubic symphysis", kPelvis),
    entry(Marker::kFemoralHeadRight, "femoral_head_right", "Femoral head, right", kPelvis),
    entry(Marker::kFemoralHeadLeft, "femoral_head_left", "Femoral head, left", kPelvis),
    entry(Marker::kShoulderRight, "shoulder_right", "Shoulder, right", kShoulders),
    entry(Marker::kShoulderLeft, "shoulder_left", "Shoulder, left", kShoulders),
    entry(Marker::kLungBottomLeft, "lung_bottom_left", "Lung bottom, left", kChest),
};

}  // namespace

const std::array<MarkerInfo, kLandmarkCount>& marker_table() {
  return kTable;
}

const MarkerInfo& info(Marker marker) {
  return kTable[static_cast<std::size_t>(marker)];
}

std::optional<Marker> marker_named(std::string_view name) {
  const auto found = std::ranges::find(kTable, name, &MarkerInfo::name);
  return found == kTable.end() ? std::nullopt : std::optional(found->marker);
}

}  // namespace skiagraph
