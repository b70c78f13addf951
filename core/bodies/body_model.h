#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/bodies/body_sizes.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::bodies {

/// Points inside the body that are part of the shape model.
enum TrackedPoint {
  kNeckPoint,
  kSymphysisPoint,
  kRightShoulderPoint,
  kLeftShoulderPoint,
  kTrackedPointCount
};

/// Weight of a body by its volume: kg per litre = constant + by_build x litres / (m of stature)^2.
struct DensityLaw {
  double constant = 1, by_build = 0;
};

/// The joint normal distribution of the logarithms of adults' sizes and the coefficients of the shape.
struct SizeStatistics {
  BodySizes mean{};                                    ///< of the logarithms
  std::array<BodySizes, kBodySizeCount> covariance{};  ///< of the logarithms
  std::vector<BodySizes> with_shape;                   ///< covariance of each coefficient with the logarithms
};

/// Statistical shape model of the skin of one sex: a mean and principal components (Cootes et al., "Active
/// shape models", CVIU 1995). Patient frame, mm: soles on z 0, midline on x 0; upright, arms held away.
struct BodyModel {
  Sex sex = Sex::kFemale;
  std::string base;  ///< name of the base anatomy from which its people were made
  std::vector<std::array<std::uint32_t, 3>> triangles;
  std::vector<std::uint8_t> on_arm;           ///< for each vertex, 1 on an arm: girths leave arms out
  std::vector<Vec3> mean;                     ///< all vertices, then the tracked points
  std::vector<std::vector<Vec3>> components;  ///< mm for each standard deviation
  DensityLaw density;
  SizeStatistics statistics;
};

/// All vertices, then the tracked points. coefficients: in standard deviations, one for each component.
std::vector<Vec3> body_points(const BodyModel& model, const std::vector<double>& coefficients);

/// Enclosed volume of a closed surface, litres.
double enclosed_litres(const std::vector<Vec3>& vertices,
                       const std::vector<std::array<std::uint32_t, 3>>& triangles);

/// Measured on the surface: stature is its height, weight its volume by the density law; girths and breadth
/// are those of horizontal slices. points: as body_points returns them.
BodySizes measured_sizes(const BodyModel& model, const std::vector<Vec3>& points);

struct SizeRange {
  double least = 0, most = 0;  ///< mm or kg
};
/// Within which a single size must lie.
SizeRange size_range(const BodyModel& model, BodySize size);

/// A body with given sizes.
struct Body {
  geometry::TriangleMesh skin;
  Vec3 neck, symphysis;  ///< as the scan's alignment finds them
  BodySizes sizes{};     ///< measured on the skin
};

/// The most likely body with these sizes: lengths within 2 mm, weight within 0.2 kg, girths within 4 mm.
/// Takes a few milliseconds. Throws InputError when a size is out of range, or when no body of the model has
/// all of them together. May be called on any thread.
Body make_body(const BodyModel& model, const SizeTargets& targets);

}  // namespace skiagraph::bodies
