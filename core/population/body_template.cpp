#include "core/population/body_template.h"

#include <algorithm>
#include <cmath>

#include "core/bodies/voxelised_mesh.h"
#include "core/geometry/mesh_simplification.h"

namespace skiagraph::population {
namespace {

constexpr float kSkinLevel = 0.5F;

anatomy::HabitusParameters template_pose() {
  anatomy::HabitusParameters pose;
  pose.abduction = {BodyTemplate::kAbduction, BodyTemplate::kAbduction};
  return pose;
}

/// The share of each voxel that belongs to each part, and the skin around all parts.
struct PosedBody {
  std::array<bodies::ScalarGrid, anatomy::kBodyPartCount> parts;
  geometry::TriangleMesh skin;
};

/// Skin is ragged where the arms of a lying body were cut off, and at the crown, which the volume may lack.
std::vector<Vec3> ragged_places(const anatomy::BaseAnatomy& base, const geometry::TriangleMesh& torso) {
  constexpr double kArmpitBelowJointMm = 90;
  std::vector<Vec3> places{std::ranges::max(torso.vertices, {}, &Vec3::z)};
  for (const Vec3 joint : base.shoulder_joints) places.push_back(joint - Vec3{0, 0, kArmpitBelowJointMm});
  return places;
}

/// Smooths the body near some places: thin flaps vanish and clefts are filled.
void round_off(bodies::ScalarGrid& grid, const std::vector<Vec3>& places) {
  constexpr std::array<std::size_t, 4> kSteps{1, 2, 3, 3};  // together about 14 mm
  constexpr double kWholeMm = 110, kNoneMm = 170;
  bodies::ScalarGrid rounded = grid;
  for (const std::size_t step : kSteps) bodies::smooth(rounded, step);
  std::size_t n = 0;
  for (int k = 0; k < grid.nz; ++k)
    for (int j = 0; j < grid.ny; ++j)
      for (int i = 0; i < grid.nx; ++i, ++n) {
        const Vec3 p =
            grid.origin_mm + Vec3{i * grid.spacing_mm.x, j * grid.spacing_mm.y, k * grid.spacing_mm.z};
        double nearest = kNoneMm;
        for (const Vec3 place : places) nearest = std::min(nearest, norm(p - place));
        const auto share = static_cast<float>(std::min(1.0, (kNoneMm - nearest) / (kNoneMm - kWholeMm)));
        grid.values[n] += share * (rounded.values[n] - grid.values[n]);
      }
}

PosedBody posed_body(const anatomy::BaseAnatomy& base, const anatomy::Habitus& pose) {
  constexpr double kVoxelMm = 4;
  std::vector<geometry::TriangleMesh> meshes;
  for (int part = 0; part < anatomy::kBodyPartCount; ++part) {
    meshes.push_back(base.parts[part].skin);
    for (Vec3& p : meshes.back().vertices) p = pose.from_base(p, static_cast<anatomy::BodyPartId>(part));
  }
  PosedBody body;
  const bodies::ScalarGrid empty = bodies::grid_around(meshes, kVoxelMm);
  bodies::ScalarGrid whole = empty;
  for (int part = 0; part < anatomy::kBodyPartCount; ++part) {
    body.parts[part] = empty;
    bodies::voxelise(meshes[part], body.parts[part]);
    std::ranges::transform(whole.values, body.parts[part].values, whole.values.begin(),
                           [](float a, float b) { return std::max(a, b); });
    bodies::smooth(body.parts[part]);
  }
  bodies::smooth(whole);
  round_off(whole, ragged_places(base, meshes[anatomy::kTorso]));
  bodies::make_one_body(whole, kSkinLevel);
  body.skin = bodies::surface_nets(whole, kSkinLevel);
  return body;
}

/// In each round a value becomes the mean of itself and its neighbours, which spreads differences over some
/// centimetres of the skin. T: anything with + and * double.
template <typename T>
void spread(const std::vector<std::array<std::uint32_t, 3>>& triangles, int rounds, std::vector<T>& values) {
  std::vector<double> share(values.size(), 1);
  for (const auto& corners : triangles)
    for (const std::uint32_t v : corners) ++share[v];
  for (double& s : share) s = 1 / s;
  for (int round = 0; round < rounds; ++round) {
    std::vector<T> sum = values;
    for (const auto& [a, b, c] : triangles) {  // each neighbour once: the surface is closed
      sum[a] = sum[a] + values[b];
      sum[b] = sum[b] + values[c];
      sum[c] = sum[c] + values[a];
    }
    for (std::size_t v = 0; v < values.size(); ++v) values[v] = sum[v] * share[v];
  }
}

using PartWeights = std::array<std::vector<double>, anatomy::kBodyPartCount>;

/// Each vertex moves with the part that it belongs to most; at the shoulders the weights blend.
PartWeights part_weights(const PosedBody& body, const geometry::TriangleMesh& skin) {
  constexpr int kRounds = 12;
  PartWeights weights;
  for (auto& of_part : weights) of_part.resize(skin.vertices.size());
  for (std::size_t v = 0; v < skin.vertices.size(); ++v) {
    const auto share = [&](const bodies::ScalarGrid& part) {
      return bodies::value_at(part, skin.vertices[v]);
    };
    const auto nearest = std::ranges::max_element(body.parts, {}, share) - body.parts.begin();
    weights[static_cast<std::size_t>(nearest)][v] = 1;
  }
  for (auto& of_part : weights) spread(skin.triangles, kRounds, of_part);
  return weights;
}

std::vector<Vec3> vertex_normals(const geometry::TriangleMesh& mesh) {
  std::vector<Vec3> normals(mesh.vertices.size());
  for (const auto& [a, b, c] : mesh.triangles) {
    const Vec3 normal = cross(mesh.vertices[b] - mesh.vertices[a], mesh.vertices[c] - mesh.vertices[a]);
    for (const std::uint32_t v : {a, b, c}) normals[v] = normals[v] + normal;
  }
  for (Vec3& normal : normals)
    if (const double length = norm(normal); length > 0) normal = normal * (1 / length);
  return normals;
}

/// Who lies points the toes; this turns the feet about the ankles until heel and toes are level.
class FlatFeet {
 public:
  FlatFeet(const anatomy::BaseAnatomy& base, const std::vector<Vec3>& skin) {
    constexpr double kShankMm = 100;  // above the ankle, where the foot is out of the way
    ankle_ = {0, base.legs.at(false, base.sole_z + kAnkleMm + kShankMm).y, base.sole_z + kAnkleMm};
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
      if (q.y > ankle_.y) heel = std::min(heel, q.z);
      if (q.y < ankle_.y - kAnkleMm) toes = std::min(toes, q.z);
    }
    return toes - heel;
  }

  Vec3 ankle_;
  double angle_ = 0;
};

}  // namespace

BodyTemplate::BodyTemplate(const anatomy::BaseAnatomy& base, std::size_t vertices) : base_(base) {
  const anatomy::Habitus pose(base, template_pose());
  const PosedBody body = posed_body(base, pose);
  const geometry::TriangleMesh skin = geometry::simplified(body.skin, vertices);
  const PartWeights weights = part_weights(body, skin);
  const FlatFeet with_flat_feet(base, skin.vertices);
  triangles_ = skin.triangles;
  for (std::size_t v = 0; v < skin.vertices.size(); ++v) {
    Anchor anchor;
    for (int part = 0; part < anatomy::kBodyPartCount; ++part) {
      anchor.weight[part] = weights[part][v];
      anchor.in_base[part] = pose.to_base(skin.vertices[v], static_cast<anatomy::BodyPartId>(part));
    }
    anchor.in_base[anatomy::kTorso] = with_flat_feet(anchor.in_base[anatomy::kTorso]);
    anchors_.push_back(anchor);
    on_arm_.push_back(anchor.weight[anatomy::kTorso] < 0.5 ? 1 : 0);
  }
  own_skin_ = placed_in(pose);
  normals_ = vertex_normals({own_skin_, triangles_});
}

std::vector<Vec3> BodyTemplate::placed_in(const anatomy::Habitus& person) const {
  std::vector<Vec3> vertices;
  for (const Anchor& anchor : anchors_) {
    Vec3 p;
    for (int part = 0; part < anatomy::kBodyPartCount; ++part)
      if (anchor.weight[part] > 0)
        p = p + person.from_base(anchor.in_base[part], static_cast<anatomy::BodyPartId>(part)) *
                    anchor.weight[part];
    vertices.push_back(p);
  }
  return vertices;
}

std::vector<Vec3> BodyTemplate::smooth_displacements(const std::vector<Vec3>& displacements) const {
  constexpr int kRounds = 15;
  constexpr double kSmoothLevel = 0.9, kSharpLevel = 1;  // shoulders must not flow into the neck
  std::vector<Vec3> smooth = displacements;
  spread(triangles_, kRounds, smooth);
  // Round a limb, displacements outwards cancel; how far outwards they go does not.
  std::vector<double> outwards;
  for (std::size_t v = 0; v < smooth.size(); ++v)
    outwards.push_back(dot(displacements[v] - smooth[v], normals_[v]));
  spread(triangles_, kRounds, outwards);
  for (std::size_t v = 0; v < smooth.size(); ++v) {
    const double level = (own_skin_[v].z - base_.symphysis_z) / (base_.neck_z - base_.symphysis_z),
                 sharp = std::clamp((level - kSmoothLevel) / (kSharpLevel - kSmoothLevel), 0.0, 1.0);
    smooth[v] = (smooth[v] + normals_[v] * outwards[v]) * (1 - sharp) + displacements[v] * sharp;
  }
  return smooth;
}

std::vector<Vec3> BodyTemplate::points(const anatomy::HabitusParameters& person) const {
  const anatomy::Habitus habitus(base_, person);
  std::vector<Vec3> points = placed_in(habitus);
  for (std::size_t v = 0; v < points.size(); ++v) points[v] = points[v] - own_skin_[v];
  points = smooth_displacements(points);
  for (std::size_t v = 0; v < points.size(); ++v) points[v] = points[v] + own_skin_[v];
  const double sole_z = std::ranges::min(points, {}, &Vec3::z).z;
  for (const Marker marker :
       {Marker::kNeck, Marker::kPubicSymphysis, Marker::kShoulderRight, Marker::kShoulderLeft})
    points.push_back(habitus.from_base(base_.landmark(marker), anatomy::kTorso));
  const Vec3 axis = habitus.from_base(
      {base_.midline_x, anatomy::FatLayer::at(base_.fat.axis_y, anatomy::FatLayer::level_place(0)),
       base_.symphysis_z},
      anatomy::kTorso);
  for (Vec3& p : points) p = p - Vec3{axis.x, axis.y, sole_z};
  return points;
}

}  // namespace skiagraph::population
