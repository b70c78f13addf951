#include "core/population/proportions.h"

#include <utility>
#include <vector>

namespace skiagraph::population {
namespace {

constexpr std::size_t index_of(Marker marker) {
  return static_cast<std::size_t>(marker);
}

/// Mean height in people known from CT: distances read by hand, to 5 to 10 mm, in up to seven adults (each in
/// `people` of them), joined up from the symphysis to the neck 603 mm above it.
struct KnownHeight {
  Marker marker;
  double share;
  int people;
};
constexpr KnownHeight kKnown[] = {
    {Marker::kLungTopRight, 0.975, 4},      {Marker::kLungTopLeft, 0.975, 4},
    {Marker::kSternumTip, 0.647, 4},        {Marker::kCarina, 0.857, 4},
    {Marker::kLiverTop, 0.706, 4},          {Marker::kLiverBottom, 0.420, 4},
    {Marker::kKidneyCentreRight, 0.458, 4}, {Marker::kKidneyCentreLeft, 0.481, 4},
    {Marker::kIliacCrestRight, 0.282, 3},   {Marker::kIliacCrestLeft, 0.282, 3},
    {Marker::kFemoralHeadRight, 0.043, 3},  {Marker::kFemoralHeadLeft, 0.043, 3}};

/// What moves several landmarks at once: standard deviation in mm of a person with a torso of 580 mm, and how
/// much of it each takes part in. Together they give the standard deviations, in mm, of organ edges about
/// what the surface tells: lung tops 8, liver top 18, liver bottom 25, lung bottom 20, kidneys 18, crests 11,
/// femoral heads 9 (orgloc notebook, NAKO MRI), carina 10; breath reaches from full expiration to a deep
/// breath. Neck and symphysis lie about the levels found on the skin as the bones of all bodies with known
/// landmarks do (11 mm over both). Shoulders are our estimate: 8 mm about where the outline shows them.
struct Factor {
  double sd_mm;
  std::vector<std::pair<Marker, double>> shares;
};

const std::vector<Factor>& factors() {
  using M = Marker;
  static const std::vector<Factor> kFactors{
      // Breath.
      {13,
       {{M::kLiverTop, 1},
        {M::kLiverBottom, 1},
        {M::kLungBottomLeft, 1},
        {M::kKidneyCentreRight, 0.65},
        {M::kKidneyCentreLeft, 0.65},
        {M::kCarina, 0.2}}},
      // The chest as a whole against the spine.
      {5,
       {{M::kLungTopRight, 1},
        {M::kLungTopLeft, 1},
        {M::kSternalNotch, 0.6},
        {M::kSternumTip, 1},
        {M::kCarina, 0.7},
        {M::kLiverTop, 0.5},
        {M::kLungBottomLeft, 0.5}}},
      // The pelvis as a whole goes with the symphysis; the crests' and the femoral heads' height over it.
      {9, {{M::kIliacCrestRight, 1}, {M::kIliacCrestLeft, 1}}},
      {3.5, {{M::kFemoralHeadRight, 1}, {M::kFemoralHeadLeft, 1}}},
      // Liver: place, and lower edge.
      {13, {{M::kLiverTop, 1}, {M::kLiverBottom, 0.6}, {M::kKidneyCentreRight, 0.3}}},
      {22, {{M::kLiverBottom, 1}}},
      {18, {{M::kLungBottomLeft, 1}}},
      // Kidneys.
      {11, {{M::kKidneyCentreRight, 1}, {M::kKidneyCentreLeft, 1}}},
      {9, {{M::kKidneyCentreRight, 1}}},
      {11, {{M::kKidneyCentreLeft, 1}}},
      // Shoulders rise and fall together.
      {7, {{M::kShoulderRight, 1}, {M::kShoulderLeft, 1}}},
      {4, {{M::kShoulderRight, 1}}},
      {4, {{M::kShoulderLeft, 1}}},
      {8, {{M::kNeck, 1}}},
      {9, {{M::kPubicSymphysis, 1}}},
      {3, {{M::kLungTopRight, 1}}},
      {3, {{M::kLungTopLeft, 1}}},
      {3, {{M::kSternalNotch, 1}}},
      {9, {{M::kSternumTip, 1}}},
      {8, {{M::kCarina, 1}}},
      {3, {{M::kIliacCrestRight, 1}}},
      {3, {{M::kIliacCrestLeft, 1}}},
      {2, {{M::kFemoralHeadRight, 1}}},
      {2, {{M::kFemoralHeadLeft, 1}}}};
  return kFactors;
}

bool follows_skin(Marker marker) {
  return marker == Marker::kSternalNotch || marker == Marker::kShoulderRight ||
         marker == Marker::kShoulderLeft;
}

}  // namespace

LandmarkHeights mean_heights(std::span<const anatomy::BaseAnatomy> bases) {
  LandmarkHeights sum{};
  std::array<double, kLandmarkCount> people{};
  for (const anatomy::BaseAnatomy& base : bases)
    for (int n = 0; n < kLandmarkCount; ++n) {
      sum[n] +=
          (base.landmark(static_cast<Marker>(n)).z - base.symphysis_z) / (base.neck_z - base.symphysis_z);
      people[n] += 1;
    }
  for (const KnownHeight& known : kKnown) {
    sum[index_of(known.marker)] += known.people * known.share;
    people[index_of(known.marker)] += known.people;
  }
  for (int n = 0; n < kLandmarkCount; ++n)
    if (people[n] > 0) sum[n] /= people[n];
  return sum;
}

anatomy::LandmarkShifts draw_heights(const anatomy::BaseAnatomy& base, const anatomy::Habitus& habitus,
                                     const geometry::CanonicalPlacement& found, const LandmarkHeights& mean,
                                     RandomStream& random) {
  constexpr double kTorsoMm = 580;  // of the factors
  std::array<double, kLandmarkCount> off{};
  for (const Factor& factor : factors()) {
    const double drawn = random.truncated_normal(0, factor.sd_mm, 2.5);
    for (const auto& [marker, share] : factor.shares) off[index_of(marker)] += share * drawn;
  }
  const double size = found.torso_mm() / kTorsoMm;
  const auto about_row = [&](double row, Marker marker) {
    return found.to_patient({row, found.frame().centre_column}, 0).z + size * off[index_of(marker)];
  };
  const double symphysis = about_row(found.frame().symphysis_row, Marker::kPubicSymphysis),
               torso = about_row(found.frame().neck_row, Marker::kNeck) - symphysis;
  off[index_of(Marker::kPubicSymphysis)] = off[index_of(Marker::kNeck)] = 0;  // both are in there
  anatomy::LandmarkShifts up{};
  for (int n = 0; n < kLandmarkCount; ++n) {
    const auto marker = static_cast<Marker>(n);
    const Vec3 carried = habitus.from_base(base.landmark(marker), anatomy::kTorso);
    const double z = (follows_skin(marker) ? carried.z : symphysis + mean[n] * torso) + size * off[n];
    up[n] = habitus.to_base({carried.x, carried.y, z}, anatomy::kTorso).z - base.landmark(marker).z;
  }
  return up;
}

}  // namespace skiagraph::population
