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

/// A body ready to be shown and predicted from. Nobody changes it. The GUI thread drops the last reference,
/// because the 3D view's data end with it.
struct LoadedBody {
  session::BodySource source;
  QString name;  ///< for the title
  geometry::AlignedScan scan;
  std::shared_ptr<const geometry::SurfaceImage> surface;
  std::shared_ptr<vtkPolyData> skin;  ///< the surface, for the 3D view alone
  std::shared_ptr<const imaging::CtXray>
      ct;                                  ///< the true X-ray of a CT, in the frame of `surface`; else null
  std::optional<bodies::BodySizes> sizes;  ///< measured; none for a scan
  bool substitute = false;                 ///< made in code, because the body of `source` could not be made

  [[nodiscard]] bool made_to_measure() const { return sizes.has_value(); }
};

}  // namespace skiagraph::ui
