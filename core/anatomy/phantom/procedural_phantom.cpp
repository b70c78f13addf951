#include "core/anatomy/phantom/procedural_phantom.h"

#include <algorithm>
#include <cmath>

#include "core/anatomy/phantom/phantom_parts.h"
#include "core/base/error.h"
#include "core/bodies/body_shape.h"

namespace skiagraph::anatomy {
namespace {

constexpr double kFrameStature = 1750;  // of the frame in which all solids are given
constexpr double kSkinMm = 2.2;

/// A value that changes with the height.
struct Knot {
  double z, value;
};

template <std::size_t N>
double at(const std::array<Knot, N>& knots, double z) {
  if (z <= knots.front().z) return knots.front().value;
  for (std::size_t n = 1; n < N; ++n)
    if (z < knots[n].z) {
      const double t = (z - knots[n - 1].z) / (knots[n].z - knots[n - 1].z), s = t * t * (3 - 2 * t);
      return knots[n - 1].value + (knots[n].value - knots[n - 1].value) * s;
    }
  return knots.back().value;
}

// A woman's frame against a man's.
constexpr std::array<Knot, 9> kWomanBreadth{{{0, 0.91},
                                             {480, 0.93},
                                             {800, 0.99},
                                             {920, 0.99},
                                             {1120, 0.92},
                                             {1300, 0.93},
                                             {1430, 0.90},
                                             {1500, 0.87},
                                             {1600, 0.95}}};
constexpr std::array<Knot, 8> kWomanDepth{{{0, 0.91},
                                           {480, 0.93},
                                           {850, 1.00},
                                           {940, 0.98},
                                           {1120, 0.93},
                                           {1300, 0.94},
                                           {1480, 0.88},
                                           {1600, 0.95}}};

// Fat under the skin, mm, of a man.
constexpr std::array<Knot, 9> kFatFront{
    {{0, 3}, {480, 5}, {800, 9}, {900, 20}, {1080, 22}, {1180, 16}, {1320, 9}, {1450, 6}, {1560, 4}}};
constexpr std::array<Knot, 9> kFatBack{
    {{0, 3}, {480, 5}, {780, 9}, {890, 24}, {1000, 18}, {1150, 13}, {1320, 9}, {1450, 7}, {1560, 4}}};
constexpr double kFatOnArms = 5, kWomanFat = 1.45;

/// The person against the frame: stature, breadth and depth by height.
struct Stretch {
  double height, breadth, depth;

  Stretch(const PhantomParameters& person, double frame_z)
      : height(person.stature_mm / kFrameStature), breadth(person.breadth), depth(person.depth) {
    if (person.sex == bodies::Sex::kMale) return;
    breadth *= at(kWomanBreadth, frame_z);
    depth *= at(kWomanDepth, frame_z);
  }
  [[nodiscard]] Vec3 to_frame(Vec3 p, double frame_z) const { return {p.x / breadth, p.y / depth, frame_z}; }
  /// A length of the frame across the body.
  [[nodiscard]] double across() const { return std::sqrt(breadth * depth); }
};

using enum PhantomLabel;

struct Layers {
  PhantomLabel skin, fat, muscle;
};

Layers layers_of(bodies::BodyRegion region) {
  switch (region) {
    case bodies::BodyRegion::kHead:
      return {kSkinHead, kFatHead, kMuscleHead};
    case bodies::BodyRegion::kArms:
      return {kSkinArms, kFatArms, kMuscleArms};
    case bodies::BodyRegion::kLegs:
      return {kSkinLegs, kFatLegs, kMuscleLegs};
    case bodies::BodyRegion::kTrunk:
      break;
  }
  return {kSkinTrunk, kFatTrunk, kMuscleTrunk};
}

/// Writes the body's layers and all parts into a label volume, slice by slice.
class Voxeliser {
 public:
  Voxeliser(const PhantomParameters& person, double spacing_mm);
  bodies::LabelVolume voxelise();

 private:
  void fill_slice(int k);
  void fill_layers(const bodies::BodySlice& body, int k);
  void fill_part(const PhantomPart& part, int k);
  [[nodiscard]] PhantomLabel layer(const bodies::BodySlice& body, Vec3 p, double depth_mm) const;

  const PhantomParameters& person_;
  PhantomParts parts_;
  bodies::LabelVolume volume_;
  Stretch stretch_;             ///< of the current slice
  double frame_z_ = 0;          ///< of the current slice
  std::vector<double> depths_;  ///< below the skin, mm, of the current slice
};

Voxeliser::Voxeliser(const PhantomParameters& person, double spacing_mm)
    : person_(person), stretch_(person, 0) {
  constexpr double kHalfBreadth = 355, kFront = -190, kBack = 150, kMargin = 12;
  add_chest_organs(parts_, person);
  add_belly_organs(parts_, person);
  add_head(parts_);
  add_trunk_bones(parts_, person);
  add_limb_bones(parts_, person);
  const int half = static_cast<int>(std::ceil(kHalfBreadth * person.breadth / spacing_mm));
  volume_.nx = 2 * half + 1;
  volume_.ny = static_cast<int>(std::ceil((kBack - kFront) * person.depth / spacing_mm));
  volume_.nz = static_cast<int>(std::ceil((person.stature_mm + 4 * kMargin) / spacing_mm));
  volume_.spacing_mm = {spacing_mm, spacing_mm, spacing_mm};
  volume_.origin_mm = {-half * spacing_mm, kFront * person.depth, -kMargin};
  volume_.labels.assign(static_cast<std::size_t>(volume_.nx) * volume_.ny * volume_.nz, 0);
  depths_.resize(static_cast<std::size_t>(volume_.nx) * volume_.ny);
}

bodies::LabelVolume Voxeliser::voxelise() {
  for (int k = 0; k < volume_.nz; ++k) fill_slice(k);
  return std::move(volume_);
}

void Voxeliser::fill_slice(int k) {
  frame_z_ = volume_.position(0, 0, k).z * kFrameStature / person_.stature_mm;
  stretch_ = Stretch(person_, frame_z_);
  fill_layers(bodies::BodySlice(frame_z_, person_.sex == bodies::Sex::kFemale), k);
  for (const PhantomPart& part : parts_)
    if (frame_z_ >= part.solid.box.low.z && frame_z_ < part.solid.box.high.z) fill_part(part, k);
}

void Voxeliser::fill_layers(const bodies::BodySlice& body, int k) {
  const double scale = stretch_.across();
  const int middle = (volume_.nx - 1) / 2;
  for (int j = 0; j < volume_.ny; ++j)
    for (int i = middle; i < volume_.nx; ++i) {
      const Vec3 p = stretch_.to_frame(volume_.position(i, j, k), frame_z_);
      const double depth = body.depth(p.x, p.y) * scale;
      const auto label = static_cast<std::uint8_t>(depth > 0 ? layer(body, p, depth) : kAir);
      for (const int column : {i, 2 * middle - i}) {
        depths_[static_cast<std::size_t>(j) * volume_.nx + column] = depth;
        volume_.labels[volume_.index(column, j, k)] = label;
      }
    }
}

PhantomLabel Voxeliser::layer(const bodies::BodySlice& body, Vec3 p, double depth_mm) const {
  const bodies::BodyRegion region = body.region(p.x, p.y);
  const Layers layers = layers_of(region);
  if (depth_mm < kSkinMm) return layers.skin;
  constexpr double kMiddle = 0, kSide = 60;  // from front to back
  const double back = std::clamp((p.y - kMiddle + kSide) / (2 * kSide), 0.0, 1.0);
  double fat = region == bodies::BodyRegion::kArms
                   ? kFatOnArms
                   : (1 - back) * at(kFatFront, frame_z_) + back * at(kFatBack, frame_z_);
  fat *= person_.fat * (person_.sex == bodies::Sex::kFemale ? kWomanFat : 1);
  return depth_mm < kSkinMm + fat ? layers.fat : layers.muscle;
}

void Voxeliser::fill_part(const PhantomPart& part, int k) {
  const bodies::Box& box = part.solid.box;
  const auto first = [](double low, double origin, double spacing) {
    return std::max(0, static_cast<int>(std::ceil((low - origin) / spacing)));
  };
  const auto last = [](double high, double origin, double spacing, int count) {
    return std::min(count - 1, static_cast<int>(std::floor((high - origin) / spacing)));
  };
  const Vec3 origin = volume_.origin_mm, spacing = volume_.spacing_mm;
  const int i0 = first(box.low.x * stretch_.breadth, origin.x, spacing.x),
            i1 = last(box.high.x * stretch_.breadth, origin.x, spacing.x, volume_.nx),
            j0 = first(box.low.y * stretch_.depth, origin.y, spacing.y),
            j1 = last(box.high.y * stretch_.depth, origin.y, spacing.y, volume_.ny);
  // The skin stays closed whatever lies beneath.
  const double cover = std::max(kSkinMm, 1.1 * spacing.x);
  for (int j = j0; j <= j1; ++j)
    for (int i = i0; i <= i1; ++i) {
      if (depths_[static_cast<std::size_t>(j) * volume_.nx + i] < cover) continue;
      const double inside = part.solid.inside(stretch_.to_frame(volume_.position(i, j, k), frame_z_));
      if (inside <= 0) continue;
      volume_.labels[volume_.index(i, j, k)] =
          static_cast<std::uint8_t>(inside < part.shell_mm ? part.label : part.core);
    }
}

}  // namespace

PhantomParameters mean_phantom(bodies::Sex sex) {
  PhantomParameters person;
  person.sex = sex;
  if (sex == bodies::Sex::kFemale) person.stature_mm = 1630;
  return person;
}

PhantomParameters draw_phantom(bodies::Sex sex, RandomStream& random) {
  const auto n = [&](double mean, double sd) { return random.truncated_normal(mean, sd, 2); };
  PhantomParameters person = mean_phantom(sex);
  person.stature_mm *= n(1, 0.035);
  person.breadth = n(1, 0.03);
  person.depth = n(1, 0.03);
  person.fat = n(1, 0.15);
  person.lung_top_up = n(0, 4);
  person.diaphragm_up = n(0, 11);
  person.liver_bottom_up = n(0, 12);
  person.heart_size *= n(1, 0.04);
  person.kidney_up = {n(0, 10), n(0, 10)};
  person.rib_slope = n(1, 0.08);
  person.kyphosis = n(0, 3);
  person.spine_bend = n(0, 4);
  person.iliac_crest_up = n(0, 6);
  person.hips_apart = n(0, 2.5);
  person.bowel_pattern = random.bits();
  return person;
}

bodies::LabelVolume procedural_phantom(const PhantomParameters& parameters, double spacing_mm) {
  if (!(spacing_mm >= 1 && spacing_mm <= 10))
    throw Error("phantom.voxel_size", "The phantom's voxels can be 1 to 10 mm wide, not {} mm.", spacing_mm);
  return Voxeliser(parameters, spacing_mm).voxelise();
}

}  // namespace skiagraph::anatomy
