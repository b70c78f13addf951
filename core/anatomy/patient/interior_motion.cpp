#include "core/anatomy/patient/interior_motion.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::anatomy {
namespace {

/// Values of a Gaussian about `centre` on the nodes of one axis, and the range where they count.
struct AxisWeights {
  int first = 0, last = 0;  ///< half open
  std::vector<float> weight, offset;
};

AxisWeights axis_weights(int count, double origin, double spacing, double centre, double reach) {
  constexpr double kReaches = 3;
  AxisWeights axis;
  axis.first =
      std::clamp(static_cast<int>(std::ceil((centre - kReaches * reach - origin) / spacing)), 0, count);
  axis.last = std::clamp(static_cast<int>(std::floor((centre + kReaches * reach - origin) / spacing)) + 1,
                         axis.first, count);
  for (int n = axis.first; n < axis.last; ++n) {
    const double offset = origin + n * spacing - centre;
    axis.offset.push_back(static_cast<float>(offset));
    axis.weight.push_back(static_cast<float>(std::exp(-0.5 * offset * offset / (reach * reach))));
  }
  return axis;
}

void add(const InteriorMotion& motion, const InteriorMobility& mobility, DisplacementField& velocity) {
  const GridGeometry& grid = mobility.grid;
  const auto along = [&](auto member, int count) {
    return axis_weights(count, grid.origin_mm.*member, grid.spacing_mm.*member, motion.centre.*member,
                        motion.reach_mm.*member);
  };
  const AxisWeights x = along(&Vec3::x, grid.nx), y = along(&Vec3::y, grid.ny), z = along(&Vec3::z, grid.nz);
  const std::vector<float>& weights = motion.viscera_only ? mobility.viscera : mobility.any;
  const auto shift = [&](auto member, float offset) {
    return static_cast<float>(motion.shift_mm.*member + offset * (motion.stretch.*member));
  };
  for (int k = z.first; k < z.last; ++k)
    for (int i = x.first; i < x.last; ++i) {
      const float plane = z.weight[k - z.first] * x.weight[i - x.first];
      const float shift_x = shift(&Vec3::x, x.offset[i - x.first]),
                  shift_z = shift(&Vec3::z, z.offset[k - z.first]);
      const std::size_t n = grid.index(i, y.first, k);
      for (int j = 0; j < y.last - y.first; ++j) {
        const float weight = plane * y.weight[j] * weights[n + j];
        velocity.shift[n + j] =
            velocity.shift[n + j] + Vec3f{shift_x, shift(&Vec3::y, y.offset[j]), shift_z} * weight;
      }
    }
}

double gaussian(const InteriorMotion& m, Vec3 offset) {
  const Vec3 t{offset.x / m.reach_mm.x, offset.y / m.reach_mm.y, offset.z / m.reach_mm.z};
  return std::exp(-0.5 * dot(t, t));
}

}  // namespace

DisplacementField velocity_of(const InteriorMobility& mobility, const InteriorParameters& motions) {
  DisplacementField velocity{mobility.grid, std::vector<Vec3f>(mobility.grid.count())};
  for (const InteriorMotion& motion : motions) add(motion, mobility, velocity);
  return velocity;
}

Vec3 velocity_at(const InteriorMobility& mobility, const InteriorParameters& motions, Vec3 p) {
  GridCell cell;
  if (!GridCell::find(mobility.grid, p, cell)) return {};
  const double any = cell.interpolate(mobility.any.data()),
               viscera = cell.interpolate(mobility.viscera.data());
  Vec3 velocity;
  for (const InteriorMotion& m : motions) {
    const Vec3 d = p - m.centre;
    const double weight = gaussian(m, d) * (m.viscera_only ? viscera : any);
    velocity =
        velocity + (m.shift_mm + Vec3{d.x * m.stretch.x, d.y * m.stretch.y, d.z * m.stretch.z}) * weight;
  }
  return velocity;
}

double weight_at(const InteriorMobility& mobility, const InteriorMotion& motion, Vec3 p) {
  GridCell cell;
  if (!GridCell::find(mobility.grid, p, cell)) return 0;
  return gaussian(motion, p - motion.centre) *
         cell.interpolate((motion.viscera_only ? mobility.viscera : mobility.any).data());
}

}  // namespace skiagraph::anatomy
