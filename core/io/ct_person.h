#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/remark.h"
#include "core/geometry/body_levels.h"
#include "core/geometry/surface_image.h"
#include "core/geometry/triangle_mesh.h"
#include "core/imaging/ct_volume.h"
#include "core/imaging/ct_xray.h"
#include "core/io/landmarks_file.h"

namespace skiagraph::io {

/// What is known besides a CT, in its patient frame, mm. Where a level is known from several sources, the
/// first of them counts.
struct CtKnowledge {
  std::optional<double> neck_level_mm, symphysis_level_mm;  ///< z; x is then the body's midline
  KnownLandmarks landmarks;
  std::optional<geometry::BodyLevels> like;  ///< of another scan of the same person
};

/// A real person: what virtual patients know of themselves, made from a CT. Nothing that tells who it is.
struct CtPerson {
  geometry::TriangleMesh skin;  ///< closed, patient frame, mm; flat where the CT ends
  geometry::SurfaceImage surface;
  imaging::CtXray xray;
  KnownLandmarks landmarks;
  std::vector<Remark> remarks;  ///< what was taken off the body
};

/// Finds the body, its levels and its pictures. What is not known of the levels is found from the skin, when
/// the CT shows the whole body. Throws InputError when there is no body, landmarks lie outside of the CT, or
/// neck and symphysis cannot be known or are not near the body.
CtPerson make_ct_person(imaging::CtVolume ct, const CtKnowledge& known,
                        const geometry::CanonicalFrame& frame);

}  // namespace skiagraph::io
