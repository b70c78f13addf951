#pragma once

#include <QImage>

#include "core/geometry/triangle_mesh.h"
#include "core/io/ct_scan.h"

namespace skiagraph::ui {

/// A surface seen from one side, shaded by its slope, with the place of its picture in mm.
struct ScanPicture {
  QImage image;  ///< transparent beside the body
  /// Left and right edge, bottom and top edge. Of a view from the side the first two are y.
  double left_mm = 0, right_mm = 0, bottom_mm = 0, top_mm = 0;
};

/// From the front (the person's left is on the right), and from the person's left (the face is on the left).
/// mesh: patient frame, mm. Takes a while for large meshes: not on the window's thread.
ScanPicture picture_from_front(const geometry::TriangleMesh& mesh);
ScanPicture picture_from_left(const geometry::TriangleMesh& mesh);
/// The X-ray of a CT from the front, on which bones show where the levels are; in its aligned frame.
ScanPicture xray_picture(const io::CtReading& ct);

}  // namespace skiagraph::ui
