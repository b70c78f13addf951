#pragma once

#include <array>
#include <cmath>

namespace skiagraph {

/// A point or direction in millimetres. In the patient frame (LPS): +x to the patient's left, +y to the back,
/// +z to the head.
struct Vec3 {
  double x = 0, y = 0, z = 0;

  friend Vec3 operator+(Vec3 a, Vec3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
  friend Vec3 operator-(Vec3 a, Vec3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
  friend Vec3 operator*(Vec3 a, double s) { return {a.x * s, a.y * s, a.z * s}; }
  friend Vec3 operator*(double s, Vec3 a) { return a * s; }
  friend bool operator==(Vec3 a, Vec3 b) = default;
};

inline double dot(Vec3 a, Vec3 b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline Vec3 cross(Vec3 a, Vec3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double norm(Vec3 a) {
  return std::sqrt(dot(a, a));
}

/// A place in an image in pixels: row 0 is the head end, column 0 the patient's right side. Whole numbers are
/// pixel centres.
struct Pixel {
  double row = 0, column = 0;

  friend Pixel operator+(Pixel a, Pixel b) { return {a.row + b.row, a.column + b.column}; }
  friend Pixel operator-(Pixel a, Pixel b) { return {a.row - b.row, a.column - b.column}; }
  friend Pixel operator*(Pixel a, double s) { return {a.row * s, a.column * s}; }
  friend bool operator==(Pixel a, Pixel b) = default;
};

inline double norm(Pixel a) {
  return std::hypot(a.row, a.column);
}

/// Affine map x -> A x + t, row-major 4x4 with the last row 0 0 0 1; millimetres to millimetres.
struct Transform {
  std::array<std::array<double, 4>, 4> m{{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}}};

  Vec3 operator()(Vec3 p) const;
  /// (a * b)(p) == a(b(p)).
  friend Transform operator*(const Transform& a, const Transform& b);
  /// Throws Error when the map is singular.
  [[nodiscard]] Transform inverse() const;
};

}  // namespace skiagraph
