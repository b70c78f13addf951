#pragma once

#include <QString>
#include <memory>
#include <optional>

#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"
#include "core/imaging/ct_xray.h"
#include "core/session/session.h"

class vtkPolyData;

namespace skiagraph::ui {

/// A body ready to be shown and predicted from. Nobody changes it. Bodies of one scan that differ in levels
/// alone share everything that is large.
struct LoadedBody {
  session::BodySource source;
  QString name;  ///< for the title
  geometry::ScanAlignment scan;
  std::shared_ptr<const geometry::TriangleMesh> mesh;  ///< patient frame, mm
  std::shared_ptr<const geometry::TriangleMesh>
      coarse;  ///< to look at; the same as mesh unless that is large
  std::shared_ptr<const geometry::SurfaceImage> surface;
  std::shared_ptr<vtkPolyData> skin;  ///< of `coarse`, for the 3D view alone
  std::shared_ptr<const imaging::CtXray>
      ct;                                  ///< the true X-ray of a CT, in the frame of `surface`; else null
  double head_top_mm = 0;                  ///< z of the top of the head (see scan_range::head_top)
  std::optional<bodies::BodySizes> sizes;  ///< measured; none for a scan
  bool substitute = false;                 ///< made in code, because the body of `source` could not be made
  bool draft = false;                      ///< its surface image comes from the coarse mesh

  [[nodiscard]] bool made_to_measure() const { return sizes.has_value(); }
};

}  // namespace skiagraph::ui
