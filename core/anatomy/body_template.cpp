#include "core/anatomy/body_template.h"

#include <algorithm>
#include <cmath>

#include "core/anatomy/voxelised_mesh.h"
#include "core/geometry/mesh_simplification.h"

namespace skiagraph {
namespace {

constexpr float kSkinLevel = 0.5F;

HabitusParameters template_pose() {
  HabitusParameters pose;
  pose.abduction = {BodyTemplate::kAbduction, BodyTemplate::kAbduction};
  return pose;
}

/// How much of each place belongs to each part, and the skin round all of them.
struct PosedBody {
  std::array<ScalarGrid, kBodyPartCount> parts;
  TriangleMesh skin;
};

/// Where arms were cut off a lying body and where its crown was left out of the volume, skin is ragged.
std::vector<Vec3> ragged_places(const BaseAnatomy& base, const TriangleMesh& torso) {
  constexpr double kArmpitBelowJointMm = 90;
  std::vector<Vec3> places{std::ranges::max(torso.vertices, {}, &Vec3::z)};
  for (const Vec3 joint : base.shoulder_joints) places.push_back(joint - Vec3{0, 0, kArmpitBelowJointMm});
  return places;
}

/// Rounds the body off near some places: thin flaps go, clefts fill.
void round_off(ScalarGrid& grid, const std::vector<Vec3>& places) {
  constexpr int kRounds = 24;
  constexpr double kWholeMm = 110, kNoneMm = 170;
  ScalarGrid rounded = grid;
  for (int round = 0; round < kRounds; ++round) smooth(rounded);
  std::size_t n = 0;
  for (int k = 0; k < grid.nz; ++k)
    for (int j = 0; j < grid.ny; ++j)
      for (int i = 0; i < grid.nx; ++i, ++n) {
        const Vec3 p = grid.origin_mm + Vec3{i * grid.spacing_mm.x, j * grid.spacing_mm.y, k * grid.spacing_mm.z};
        double nearest = kNoneMm;
        for (const Vec3 place : places) nearest = std::min(nearest, norm(p - place));
        const auto share = static_cast<float>(std::min(1.0, (kNoneMm - nearest) / (kNoneMm - kWholeMm)));
        grid.values[n] += share * (rounded.values[n] - grid.values[n]);
      }
}

PosedBody posed_body(const BaseAnatomy& base, const Habitus& pose) {
  constexpr double kVoxelMm = 4;
  std::vector<TriangleMesh> meshes;
  for (int part = 0; part < kBodyPartCount; ++part) {
    meshes.push_back(base.parts[part].skin);
    for (Vec3& p : meshes.back().vertices) p = pose.from_base(p, static_cast<BodyPartId>(part));
  }
  PosedBody body;
  const ScalarGrid empty = grid_around(meshes, kVoxelMm);
  ScalarGrid whole = empty;
  for (int part = 0; part < kBodyPartCount; ++part) {
    body.parts[part] = empty;
    voxelise(meshes[part], body.parts[part]);
    std::ranges::transform(whole.values, body.parts[part].values, whole.values.begin(),
                           [](float a, float b) { return std::max(a, b); });
    smooth(body.parts[part]);
  }
  smooth(whole);
  round_off(whole, ragged_places(base, meshes[kTorso]));
  make_one_body(whole, kSkinLevel);
  body.skin = surface_nets(whole, kSkinLevel);
  return body;
}

using Weights = std::vector<std::array<double, kBodyPartCount>>;

/// Means over neighbours, again and again: the parts blend over a few centimetres along the skin.
void blend(const TriangleMesh& skin, Weights& weights) {
  constexpr int kRounds = 12;
  for (int round = 0; round < kRounds; ++round) {
    Weights sum = weights;
    std::vector<double> count(weights.size(), 1);
    for (const auto& corners : skin.triangles)
      for (std::size_t n = 0; n < 3; ++n) {
        const std::uint32_t to = corners[n], from = corners[(n + 1) % 3];
        for (std::size_t part = 0; part < kBodyPartCount; ++part) sum[to][part] += weights[from][part];
        ++count[to];
      }
    for (std::size_t v = 0; v < weights.size(); ++v)
      for (std::size_t part = 0; part < kBodyPartCount; ++part) weights[v][part] = sum[v][part] / count[v];
  }
}

Weights part_weights(const PosedBody& body, const TriangleMesh& skin) {
  Weights weights(skin.vertices.size());
  for (std::size_t v = 0; v < weights.size(); ++v) {
    const auto share = [&](const ScalarGrid& part) { return value_at(part, skin.vertices[v]); };
    const auto nearest = std::ranges::max_element(body.parts, {}, share) - body.parts.begin();
    weights[v][static_cast<std::size_t>(nearest)] = 1;
  }
  blend(skin, weights);
  return weights;
}

/// Who lies points the toes; this turns the feet about the ankles until heel and toes are level.
class FlatFeet {
 public:
  FlatFeet(const BaseAnatomy& base, const std::vector<Vec3>& skin) : ankle_(base.legs.at(false, base.sole_z + kAnkleMm)) {
    ankle_.z = base.sole_z + kAnkleMm;
    double low = 0, high = 1;
    for (int step = 0; step < 20; ++step) {
      angle_ = (low + high) / 2;
      (toes_above_heel(skin) < 0 ? low : high) = angle_;
    }
  }

  [[nodiscard]] Vec3 operator()(Vec3 p) const {
    constexpr double kBendMm = 60;
    const double share = std::clamp((ankle_.z + kBendMm / 2 - p.z) / kBendMm, 0.0, 1.0);
    const double angle = angle_ * share * share * (3 - 2 * share), c = std::cos(angle), s = std::sin(angle);
    const double y = p.y - ankle_.y, z = p.z - ankle_.z;
    return {p.x, ankle_.y + c * y + s * z, ankle_.z - s * y + c * z};
  }

 private:
  static constexpr double kAnkleMm = 70;

  [[nodiscard]] double toes_above_heel(const std::vector<Vec3>& skin) const {
    double toes = ankle_.z, heel = ankle_.z;
    for (const Vec3 p : skin) {
      const Vec3 q = (*this)(p);
      double& lowest = q.y < ankle_.y ? toes : heel;
      lowest = std::min(lowest, q.z);
    }
    return toes - heel;
  }

  Vec3 ankle_;
  double angle_ = 0;
};

}  // namespace

BodyTemplate::BodyTemplate(const BaseAnatomy& base, std::size_t vertices) : base_(base) {
  const Habitus pose(base, template_pose());
  const PosedBody body = posed_body(base, pose);
  const TriangleMesh skin = simplified(body.skin, vertices);
  const Weights weights = part_weights(body, skin);
  const FlatFeet with_flat_feet(base, skin.vertices);
  triangles_ = skin.triangles;
  for (std::size_t v = 0; v < skin.vertices.size(); ++v) {
    Anchor anchor{{}, weights[v]};
    for (int part = 0; part < kBodyPartCount; ++part)
      anchor.in_base[part] = pose.to_base(skin.vertices[v], static_cast<BodyPartId>(part));
    anchor.in_base[kTorso] = with_flat_feet(anchor.in_base[kTorso]);
    anchors_.push_back(anchor);
    on_arm_.push_back(anchor.weight[kTorso] < 0.5 ? 1 : 0);
  }
}

std::vector<Vec3> BodyTemplate::points(const HabitusParameters& person) const {
  const Habitus habitus(base_, person);
  std::vector<Vec3> points;
  for (const Anchor& anchor : anchors_) {
    Vec3 p;
    for (int part = 0; part < kBodyPartCount; ++part)
      if (anchor.weight[part] > 0)
        p = p + habitus.from_base(anchor.in_base[part], static_cast<BodyPartId>(part)) * anchor.weight[part];
    points.push_back(p);
  }
  const double sole_z = std::ranges::min(points, {}, &Vec3::z).z;
  for (const Marker marker :
       {Marker::kNeck, Marker::kPubicSymphysis, Marker::kShoulderRight, Marker::kShoulderLeft})
    points.push_back(habitus.from_base(base_.landmark(marker), kTorso));
  const Vec3 axis = habitus.from_base(
      {base_.midline_x, FatLayer::at(base_.fat.axis_y, FatLayer::level_place(0)), base_.symphysis_z}, kTorso);
  for (Vec3& p : points) p = p - Vec3{axis.x, axis.y, sole_z};
  return points;
}

}  // namespace skiagraph
