#include "core/scan_range/region.h"

#include <algorithm>

#include "core/base/error.h"

namespace skiagraph::scan_range {
namespace {

constexpr std::array kLungTops{Marker::kLungTopRight, Marker::kLungTopLeft};
constexpr std::array kKidneys{Marker::kKidneyCentreRight, Marker::kKidneyCentreLeft};
constexpr std::array kIliacCrests{Marker::kIliacCrestRight, Marker::kIliacCrestLeft};
constexpr std::array kLiverTop{Marker::kLiverTop};
constexpr std::array kCarina{Marker::kCarina};
constexpr std::array kSymphysis{Marker::kPubicSymphysis};

/// Half a kidney's length; the adrenal glands lie on the upper poles, and the lungs end above them.
constexpr double kToUpperPoleMm = -50;
constexpr double kToSittingBonesMm = 40;
constexpr double kOverHeadMm = 10;

constexpr std::array<RegionInfo, kRegionCount> kTable{
    {{Region::kHeadNeck,
      "head-neck",
      "Head and neck",
      "From the top of the head to the carina",
      {{}, kOverHeadMm},
      {kCarina, 0},
      Marker::kSternalNotch},
     {Region::kChest,
      "chest",
      "Chest",
      "From the lung tops to the upper poles of the kidneys, with the adrenal glands",
      {kLungTops, 0},
      {kKidneys, kToUpperPoleMm},
      Marker::kSternalNotch},
     {Region::kAbdomen,
      "abdomen",
      "Abdomen",
      "From the liver top to the lower iliac crest",
      {kLiverTop, 0},
      {kIliacCrests, 0},
      Marker::kSternumTip},
     {Region::kPelvis,
      "pelvis",
      "Pelvis",
      "From the upper iliac crest to the sitting bones, 40 mm below the pubic symphysis",
      {kIliacCrests, 0},
      {kSymphysis, kToSittingBonesMm},
      Marker::kIliacCrestRight},
     {Region::kChestAbdomenPelvis,
      "chest-abdomen-pelvis",
      "Chest, abdomen and pelvis",
      "From the lung tops to the sitting bones, 40 mm below the pubic symphysis",
      {kLungTops, 0},
      {kSymphysis, kToSittingBonesMm},
      Marker::kSternalNotch}}};

}  // namespace

const std::array<RegionInfo, kRegionCount>& region_table() {
  return kTable;
}

const RegionInfo& info(Region region) {
  return kTable[static_cast<std::size_t>(region)];
}

std::optional<Region> region_named(std::string_view name) {
  const auto found = std::ranges::find(kTable, name, &RegionInfo::name);
  return found == kTable.end() ? std::nullopt : std::optional(found->region);
}

Region known_region(std::string_view name) {
  if (const auto region = region_named(name)) return *region;
  throw InputError("range.region", "There is no region \"{}\"; choose {}.", name.substr(0, 60),
                   region_names());
}

std::string region_names() {
  std::string names;
  for (const RegionInfo& region : kTable) {
    if (!names.empty()) names += &region == &kTable.back() ? " or " : ", ";
    names += region.name;
  }
  return names;
}

}  // namespace skiagraph::scan_range
