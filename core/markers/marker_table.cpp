#include "core/markers/marker_table.h"

#include <algorithm>

namespace skiagraph {
namespace {

using Colour = std::array<std::uint8_t, 3>;
constexpr Colour kSkyBlue{86, 180, 233}, kOrange{230, 159, 0}, kPurple{204, 121, 167}, kYellow{240, 228, 66},
    kGreen{0, 158, 115};

constexpr std::array<MarkerGroupInfo, kMarkerGroupCount> kGroups{{{"lungs", "Lungs"},
                                                                  {"liver", "Liver"},
                                                                  {"kidneys", "Kidneys"},
                                                                  {"chest_bones", "Neck and chest bones"},
                                                                  {"pelvis", "Pelvis and hips"}}};

constexpr MarkerInfo entry(Marker marker, std::string_view name, std::string_view label, MarkerGroup group) {
  constexpr std::array<Colour, kMarkerGroupCount> kColours{kSkyBlue, kOrange, kPurple, kYellow, kGreen};
  return {marker, name, label, group, kColours[static_cast<std::size_t>(group)]};
}

using enum MarkerGroup;
constexpr std::array<MarkerInfo, kLandmarkCount> kTable{
    entry(Marker::kNeck, "neck", "Neck (C7/T1)", kChestBones),
    entry(Marker::kLungTopRight, "lung_top_right", "Lung top, right", kLungs),
    entry(Marker::kLungTopLeft, "lung_top_left", "Lung top, left", kLungs),
    entry(Marker::kSternalNotch, "sternal_notch", "Sternal notch", kChestBones),
    entry(Marker::kSternumTip, "sternum_tip", "Sternum tip", kChestBones),
    entry(Marker::kCarina, "carina", "Carina", kLungs),
    entry(Marker::kLiverTop, "liver_top", "Liver top", kLiver),
    entry(Marker::kLiverBottom, "liver_bottom", "Liver bottom", kLiver),
    entry(Marker::kKidneyCentreRight, "kidney_centre_right", "Kidney centre, right", kKidneys),
    entry(Marker::kKidneyCentreLeft, "kidney_centre_left", "Kidney centre, left", kKidneys),
    entry(Marker::kIliacCrestRight, "iliac_crest_right", "Iliac crest, right", kPelvis),
    entry(Marker::kIliacCrestLeft, "iliac_crest_left", "Iliac crest, left", kPelvis),
    entry(Marker::kPubicSymphysis, "pubic_symphysis", "Pubic symphysis", kPelvis),
    entry(Marker::kFemoralHeadRight, "femoral_head_right", "Femoral head, right", kPelvis),
    entry(Marker::kFemoralHeadLeft, "femoral_head_left", "Femoral head, left", kPelvis),
    entry(Marker::kShoulderRight, "shoulder_right", "Shoulder, right", kChestBones),
    entry(Marker::kShoulderLeft, "shoulder_left", "Shoulder, left", kChestBones),
    entry(Marker::kLungBottomLeft, "lung_bottom_left", "Lung bottom, left", kLungs),
};

}  // namespace

const std::array<MarkerInfo, kLandmarkCount>& marker_table() {
  return kTable;
}

const std::array<MarkerGroupInfo, kMarkerGroupCount>& marker_group_table() {
  return kGroups;
}

const MarkerInfo& info(Marker marker) {
  return kTable[static_cast<std::size_t>(marker)];
}

std::optional<Marker> marker_named(std::string_view name) {
  const auto found = std::ranges::find(kTable, name, &MarkerInfo::name);
  return found == kTable.end() ? std::nullopt : std::optional(found->marker);
}

}  // namespace skiagraph
