#include "core/evaluation/population_report.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/imaging/window_level.h"
#include "core/population/anthropometry.h"
#include "core/population/body_measures.h"

namespace skiagraph::evaluation {
namespace {

using torch::Tensor;

/// Standard deviations in mm: NAKO MRI as evaluated by Kats et al., "Internal organ localization using depth
/// images" (2025), positions on the scanner's table, and what their network leaves.
struct PublishedSpread {
  Marker marker;
  double total, unexplained;
  double unexplained_sideways = 0;  ///< 0: not known
};
constexpr std::array<PublishedSpread, 12> kPublished{{{Marker::kLungTopRight, 18, 8},
                                                      {Marker::kLungTopLeft, 18, 8},
                                                      {Marker::kSternalNotch, 18, 4},  // the clavicles' level
                                                      {Marker::kLiverTop, 23, 18},
                                                      {Marker::kLiverBottom, 29, 25},
                                                      {Marker::kLungBottomLeft, 26, 20},
                                                      {Marker::kKidneyCentreRight, 27, 18, 7.5},
                                                      {Marker::kKidneyCentreLeft, 27, 18, 7.5},
                                                      {Marker::kIliacCrestRight, 25, 11},
                                                      {Marker::kIliacCrestLeft, 25, 11},
                                                      {Marker::kFemoralHeadRight, 30, 9, 6.5},
                                                      {Marker::kFemoralHeadLeft, 30, 9, 6.5}}};

// Where on a person the table's zero lies (level) and how well it is met (mm) is not published. These two
// numbers explain the published totals of all landmarks together.
constexpr double kTableLevel = 0.72, kTableSdMm = 14;

double sd_of(const Tensor& values) {
  return values.to(torch::kFloat64).std().item<double>();
}

/// Head-feet positions of one landmark on the table, mm; (N).
Tensor table_positions(const tensors::Dataset& people, Marker marker) {
  const geometry::CanonicalFrame& f = people.frame;
  const auto row = people.landmarks.select(1, static_cast<int>(marker)).select(1, 0);
  const auto above_symphysis = (f.symphysis_row - row) * people.mm_per_px;
  return above_symphysis - kTableLevel * (f.symphysis_row - f.neck_row) * people.mm_per_px;
}

void add_floor(const Tensor& draws_mm, LandmarkSpread& spread) {
  // (S, D, 2): variance under each skin, mean of skins.
  const auto variance = draws_mm.var(1);
  spread.unexplained = std::sqrt(variance.select(1, 0).mean().item<double>());
  spread.unexplained_sideways = std::sqrt(variance.select(1, 1).mean().item<double>());
  const double draws = static_cast<double>(draws_mm.size(1)), small_sample = std::sqrt(draws / (draws - 1));
  const auto distance =
      ((draws_mm - draws_mm.mean(1, true)).norm(2, 2).mean(1) * (small_sample / 10)).contiguous();
  const float* by_skin = distance.data_ptr<float>();
  spread.floor_cm = distance.mean().item<double>();
  constexpr std::uint64_t kSeed = 1;
  spread.floor_95 = bootstrap_interval(
      distance.size(0),
      [&](std::span<const std::int64_t> skins) {
        double sum = 0;
        for (const std::int64_t skin : skins) sum += by_skin[skin];
        return sum / static_cast<double>(skins.size());
      },
      kSeed);
}

LandmarkSpread landmark_spread(const tensors::Dataset& people, Marker marker) {
  LandmarkSpread spread;
  spread.marker = marker;
  spread.total = std::hypot(sd_of(table_positions(people, marker)), kTableSdMm);
  if (people.floor_draws_mm.defined())
    add_floor(people.floor_draws_mm.select(2, static_cast<int>(marker)), spread);
  const auto published = std::ranges::find(kPublished, marker, &PublishedSpread::marker);
  if (published == kPublished.end()) return spread;
  spread.published_total = published->total;
  spread.published_unexplained = published->unexplained;
  if (published->unexplained_sideways > 0)
    spread.published_unexplained_sideways = published->unexplained_sideways;
  return spread;
}

std::vector<std::string> split_commas(const tensors::Dataset& people, const std::string& key) {
  const auto found = people.metadata.find(key);
  if (found == people.metadata.end())
    throw InputError("dataset.no_metadata",
                     "The data set does not say its \"{}\"; make it with skiagraph-cli population.", key);
  return split(found->second, ',');
}

std::optional<population::Spread> published_measure(const std::string& name, bool women) {
  const population::PublishedAdults& adults =
      population::published_adults(women ? bodies::Sex::kFemale : bodies::Sex::kMale);
  // Lungs and kidneys: method page of this product; lung heights of men and women, kidney length of both.
  const std::map<std::string, population::Spread> table{{"stature", adults.stature},
                                                        {"mass", adults.mass},
                                                        {"sitting_height", adults.sitting_height},
                                                        {"chest_girth", adults.chest_girth},
                                                        {"waist_girth", adults.waist_girth},
                                                        {"hip_girth", adults.hip_girth},
                                                        {"chest_depth", adults.chest_depth},
                                                        {"hip_breadth", adults.hip_breadth},
                                                        {"right_lung_height", {women ? 215.0 : 229.0, 30}},
                                                        {"left_lung_height", {women ? 226.0 : 244.0, 30}},
                                                        {"right_kidney_length", {110, 12}},
                                                        {"left_kidney_length", {110, 12}}};
  const auto found = table.find(name);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

/// The people of one base, as indices.
Tensor people_of(const tensors::Dataset& people, std::size_t base) {
  return (people.base == static_cast<std::int64_t>(base)).nonzero().flatten();
}

std::vector<MeasureSpread> measure_spreads(const tensors::Dataset& people) {
  const auto bases = split_commas(people, "bases"), sexes = split_commas(people, "sexes"),
             names = split_commas(people, "measures");
  if (sexes.size() != bases.size() || static_cast<std::int64_t>(names.size()) != people.measures.size(1))
    throw InputError(
        "dataset.metadata",
        "The data set does not say the sex of each of its bases, or does not name each measure; make "
        "it with skiagraph-cli population.");
  std::vector<MeasureSpread> spreads;
  for (std::size_t base = 0; base < bases.size(); ++base) {
    const auto own = people.measures.index_select(0, people_of(people, base));
    if (own.size(0) < 2) continue;
    for (std::size_t n = 0; n < names.size(); ++n) {
      const auto values = own.select(1, static_cast<std::int64_t>(n));
      MeasureSpread spread{bases[base], names[n], values.mean().item<double>(), sd_of(values), {}, {}};
      if (const auto published = published_measure(names[n], sexes[base] == "female")) {
        spread.published_mean = published->mean;
        spread.published_sd = published->sd;
      }
      spreads.push_back(spread);
    }
  }
  return spreads;
}

/// A value of an X-ray as the window shows it.
std::uint8_t shown(double value) {
  return static_cast<std::uint8_t>(std::lround(255 * imaging::grey(imaging::kDefaultWindowLevel, value)));
}

}  // namespace

PopulationReport population_report(const tensors::Dataset& people) {
  if (!people.measures.defined())
    throw InputError("dataset.no_measures",
                     "The data set has no measures of its people; make it with skiagraph-cli population.");
  PopulationReport report;
  report.people = static_cast<int>(people.size());
  if (const auto rejected = people.metadata.find("rejected"); rejected != people.metadata.end())
    report.rejected = rejected->second;
  if (people.floor_xray.defined()) report.floor_xray = people.floor_xray.item<double>();
  for (const MarkerInfo& marker : marker_table())
    report.landmarks.push_back(landmark_spread(people, marker.marker));
  report.measures = measure_spreads(people);
  return report;
}

ContactSheet population_sheet(const tensors::Dataset& people) {
  constexpr int kPerRow = 10, kGapPx = 4;
  const auto bases = split_commas(people, "bases");
  const int height = people.frame.rows + kGapPx, width = people.frame.columns + kGapPx;
  ContactSheet sheet;
  sheet.rows = height * static_cast<int>(bases.size()) - kGapPx;
  sheet.columns = width * kPerRow - kGapPx;
  sheet.rgb.assign(static_cast<std::size_t>(sheet.rows) * sheet.columns * 3, 0);
  for (std::size_t base = 0; base < bases.size(); ++base) {
    const auto own = people_of(people, base);
    if (own.numel() == 0) continue;
    const auto measures = people.measures.index_select(0, own);
    const auto by_weight =
        (measures.select(1, population::kMass) / measures.select(1, population::kStature).square()).argsort();
    for (int place = 0; place < kPerRow; ++place) {
      const auto rank = std::lround((own.numel() - 1) * place / double{kPerRow - 1});
      const auto person = own[by_weight[rank].item<std::int64_t>()].item<std::int64_t>();
      const auto xray = people.xray[person][0].to(torch::kFloat32).contiguous();
      const auto values = xray.accessor<float, 2>();
      for (int row = 0; row < people.frame.rows; ++row)
        for (int column = 0; column < people.frame.columns; ++column)
          std::fill_n(&sheet.rgb[(static_cast<std::size_t>(row + base * height) * sheet.columns +
                                  place * width + column) *
                                 3],
                      3, shown(values[row][column]));
    }
  }
  return sheet;
}

}  // namespace skiagraph::evaluation
