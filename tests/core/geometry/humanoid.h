#pragma once

#include <vector>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph {

enum class Arms { kAtSides, kAway, kOutstretched, kRaised };

/// A person of capsules, 1.75 m, patient frame, mm: soles at z 0, midline at x 0. The right hand is missing,
/// so that the sides differ.
geometry::TriangleMesh humanoid(Arms arms = Arms::kAway);

/// The 24 rotations that map axes to axes.
std::vector<Transform> axis_rotations();
Transform rotation_about(Vec3 axis, double degrees);
Transform scaling(double factor);

}  // namespace skiagraph
