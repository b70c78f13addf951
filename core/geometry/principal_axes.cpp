#include "core/geometry/principal_axes.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::geometry {
namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

/// Integrated over the triangles instead of summed over their centres: a coarse sheet has few triangles.
Matrix covariance(const TriangleMesh& mesh) {
  const auto for_each = [&](auto&& use) {
    for (const auto& [a, b, c] : mesh.triangles) {
      const Vec3 &p = mesh.vertices[a], &q = mesh.vertices[b], &r = mesh.vertices[c];
      use(norm(cross(q - p, r - p)) / 2, p, q, r);
    }
  };
  double weight = 0;
  Vec3 mean;
  for_each(
      [&](double area, Vec3 p, Vec3 q, Vec3 r) { weight += area, mean = mean + (p + q + r) * (area / 3); });
  mean = mean * (1 / std::max(weight, 1e-300));
  Matrix m{};
  const auto add = [&](double factor, Vec3 v) {
    const double d[3] = {v.x, v.y, v.z};
    for (int i = 0; i < 3; ++i) {
      for (int j = 0; j < 3; ++j) m[i][j] += factor * d[i] * d[j];
    }
  };
  for_each([&](double area, Vec3 p, Vec3 q, Vec3 r) {
    p = p - mean, q = q - mean, r = r - mean;
    for (const Vec3 v : {p, q, r, p + q + r}) add(area / 12, v);
  });
  return m;
}

/// Jacobi rotations (Golub and Van Loan, "Matrix Computations", 8.5); columns of `vectors` are eigenvectors.
void diagonalise(Matrix& m, Matrix& vectors) {
  vectors = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  for (int sweep = 0; sweep < 30; ++sweep) {
    for (int p = 0; p < 2; ++p) {
      for (int q = p + 1; q < 3; ++q) {
        if (std::abs(m[p][q]) < 1e-15 * (std::abs(m[p][p]) + std::abs(m[q][q]))) continue;
        const double theta = 0.5 * std::atan2(2 * m[p][q], m[p][p] - m[q][q]);
        const double c = std::cos(theta), s = std::sin(theta);
        for (int k = 0; k < 3; ++k) {
          const double kp = m[k][p], kq = m[k][q];
          m[k][p] = c * kp + s * kq, m[k][q] = c * kq - s * kp;
        }
        for (int k = 0; k < 3; ++k) {
          const double pk = m[p][k], qk = m[q][k];
          m[p][k] = c * pk + s * qk, m[q][k] = c * qk - s * pk;
          const double vp = vectors[k][p], vq = vectors[k][q];
          vectors[k][p] = c * vp + s * vq, vectors[k][q] = c * vq - s * vp;
        }
      }
    }
  }
}

}  // namespace

std::array<Vec3, 3> principal_axes(const TriangleMesh& mesh) {
  Matrix m = covariance(mesh), vectors;
  diagonalise(m, vectors);
  std::array<int, 3> order{0, 1, 2};
  std::sort(order.begin(), order.end(), [&](int a, int b) { return m[a][a] > m[b][b]; });
  std::array<Vec3, 3> axes;
  for (int i = 0; i < 3; ++i) axes[i] = {vectors[0][order[i]], vectors[1][order[i]], vectors[2][order[i]]};
  return axes;
}

}  // namespace skiagraph::geometry
