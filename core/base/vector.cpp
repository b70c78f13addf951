#include "core/base/vector.h"

#include "core/base/error.h"

namespace skiagraph {

Vec3 Transform::operator()(Vec3 p) const {
  const auto row = [&](int r) { return m[r][0] * p.x + m[r][1] * p.y + m[r][2] * p.z + m[r][3]; };
  return {row(0), row(1), row(2)};
}

Transform operator*(const Transform& a, const Transform& b) {
  Transform c;
  for (int i = 0; i < 4; ++i)
    for (int j = 0; j < 4; ++j) {
      c.m[i][j] = 0;
      for (int k = 0; k < 4; ++k) c.m[i][j] += a.m[i][k] * b.m[k][j];
    }
  return c;
}

Transform Transform::inverse() const {
  const Vec3 c0{m[0][0], m[1][0], m[2][0]}, c1{m[0][1], m[1][1], m[2][1]}, c2{m[0][2], m[1][2], m[2][2]};
  const double determinant = dot(c0, cross(c1, c2));
  if (determinant == 0 || !std::isfinite(determinant))
    throw Error("transform.singular", "A transform cannot be inverted.");
  const std::array<Vec3, 3> rows{cross(c1, c2) * (1 / determinant), cross(c2, c0) * (1 / determinant),
                                 cross(c0, c1) * (1 / determinant)};
  const Vec3 t{m[0][3], m[1][3], m[2][3]};
  Transform inverted;
  for (int i = 0; i < 3; ++i) inverted.m[i] = {rows[i].x, rows[i].y, rows[i].z, -dot(rows[i], t)};
  return inverted;
}

}  // namespace skiagraph
