#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/remark.h"
#include "core/geometry/surface_image.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// Directions in the scan file's axes: "+x", "-y", ..., or three numbers such as "0.1,-1,0".
struct ScanAxes {
  std::string up;     ///< towards the head
  std::string front;  ///< where the person looks to

  friend bool operator==(const ScanAxes&, const ScanAxes&) = default;
};

/// What a person may fix by hand; everything else is found from the surface.
struct AlignmentOverrides {
  std::optional<double> unit_mm;             ///< millimetres per unit of the file: 1, 10, 100, 1000, 25.4
  std::optional<ScanAxes> axes;              ///< either direction may be empty, then it is found
  std::optional<double> neck_level_mm;       ///< z of the neck in the aligned patient frame
  std::optional<double> symphysis_level_mm;  ///< z of the pubic symphysis in the aligned patient frame

  friend bool operator==(const AlignmentOverrides&, const AlignmentOverrides&) = default;
};

/// How a scan lies in the patient frame.
struct ScanAlignment {
  double unit_mm = 1;  ///< millimetres per unit of the file
  Transform
      to_patient;  ///< from the file's own axes, scaled to mm, to the patient frame (rotation, translation)
  bool lying = false;        ///< found lying: the head points neither to the file's +y nor to its +z
  Vec3 neck;                 ///< C7/T1 on the midline, patient frame
  Vec3 symphysis;            ///< pubic symphysis, patient frame
  bool levels_found = true;  ///< in the surface; else they are where a person fixed them
  double found_neck_mm = 0;  ///< z of the neck in the surface, wherever it was fixed by hand
  double found_symphysis_mm = 0;
  bool crown_seen = true, feet_seen = true;  ///< where the levels were found by them
  std::vector<Remark> remarks = {};          ///< what was guessed or left out

  [[nodiscard]] CanonicalPlacement placement(CanonicalFrame frame = {}) const {
    return {frame, neck, symphysis};
  }
};

/// A scan as the rest of the program uses it.
struct AlignedScan : ScanAlignment {
  TriangleMesh mesh;  ///< patient frame, mm
};

/// Finds unit (mm, cm, dm, m, inch), orientation (which way is up, which way is front, lying or standing) and
/// the levels of neck and pubic symphysis from the surface. file_mesh: as read from the file, file units and
/// axes; what is not part of the person is left out (see scanned_body). file_unit_mm: what the file says of
/// its unit; decides where two units fit.
/// Throws InputError, one sentence, for: no triangles, NaN or infinite coordinates, a flat sheet, a
/// body of the wrong size for any unit (animal-sized, planet-sized), a surface that is not a standing or
/// lying human (a cube).
AlignedScan align_scan(TriangleMesh file_mesh, const AlignmentOverrides& overrides = {},
                       std::optional<double> file_unit_mm = {});

/// Two directions in the axes of a file as texts: "+x", or three numbers.
ScanAxes axes_text(Vec3 up, Vec3 front);

/// The axes that show the same scan the other way round: upright as it is, turned so that its back is its
/// front.
ScanAxes turned_axes(const ScanAlignment& scan);

/// As far as this from where it was found a level can be fixed without giving up the rest of what was found;
/// torso lengths.
inline constexpr double kLevelReach = 0.4;

/// The scan with its levels where `overrides` fixes them, else where they were found, as align_scan gives it
/// when nothing but levels changes. Needs levels_found. Throws InputError for levels outside the body or too
/// close.
ScanAlignment with_levels(ScanAlignment scan, const TriangleMesh& mesh, const AlignmentOverrides& overrides);

}  // namespace skiagraph::geometry
