#pragma once

#include <limits>
#include <vector>

#include "core/anatomy/phantom/phantom_organs.h"
#include "core/anatomy/phantom/procedural_phantom.h"
#include "core/bodies/solid.h"

namespace skiagraph::anatomy {

/// A solid of the phantom: `label` down to shell_mm below its surface, `core` further inside.
struct PhantomPart {
  bodies::Solid solid;
  PhantomLabel label;
  double shell_mm = std::numeric_limits<double>::infinity();
  PhantomLabel core = label;
};

using PhantomParts = std::vector<PhantomPart>;

// The parts of one person, all in the frame of a man of 1750 mm; later ones replace earlier ones.
void add_chest_organs(PhantomParts& parts, const PhantomParameters& person);
void add_belly_organs(PhantomParts& parts, const PhantomParameters& person);
void add_trunk_bones(PhantomParts& parts, const PhantomParameters& person);
void add_limb_bones(PhantomParts& parts, const PhantomParameters& person);
void add_head(PhantomParts& parts);

/// What several of them follow.
class TrunkFrame {
 public:
  explicit TrunkFrame(const PhantomParameters& person);

  /// Cross-section of the vertebral bodies.
  [[nodiscard]] bodies::TubeSection spine(double z) const;
  /// The vertebral bodies as one column, `margin` mm wider.
  [[nodiscard]] bodies::Solid spine_column(double low_z, double high_z, double margin) const;
  /// A place on the surface through the middle of the ribs. angle: 0 at the back, pi in front, left.
  [[nodiscard]] Vec3 cage(double z, double angle) const;
  /// What the ribs enclose, `inset` mm inside their middle.
  [[nodiscard]] static bodies::Solid cage_column(double inset);

 private:
  std::vector<bodies::TubeSection> spine_;
};

/// What lies under the diaphragm: a right dome, a lower left one and the saddle between them.
bodies::Solid diaphragm(const PhantomParameters& person);

/// Upper borders of the 25 vertebrae from C1 to S1.
inline constexpr int kFirstThoracic = 7, kFirstLumbar = 19, kVertebrae = 24;
const std::array<double, kVertebrae + 1>& vertebra_tops();

}  // namespace skiagraph::anatomy
