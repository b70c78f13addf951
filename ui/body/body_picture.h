#pragma once

#include <QImage>
#include <QSize>
#include <array>
#include <memory>
#include <optional>

#include "core/session/session.h"

class vtkPolyData;

namespace skiagraph::ui {

/// The X-ray as a plane in the body: its picture, and where the picture's lower left, lower right and upper
/// left corners are.
struct XrayPlane {
  QImage picture;  ///< RGBA
  std::array<Vec3, 3> corners;
};

/// Two opposite corners of a box. Patient frame, mm.
struct RangeSlab {
  Vec3 low, high;

  friend bool operator==(const RangeSlab&, const RangeSlab&) = default;
};

/// What is to be drawn. Patient frame, mm. Nobody changes what it points to.
struct BodyPicture {
  QSize size;  ///< in the screen's pixels
  session::BodyCamera camera;
  std::shared_ptr<vtkPolyData> skin;
  double opacity = 1;
  std::shared_ptr<const XrayPlane> plane;  ///< null: none
  std::optional<RangeSlab> slab;           ///< the scan range
};

}  // namespace skiagraph::ui
