#pragma once

#include <array>
#include <vector>

#include "core/geometry/surface_image.h"
#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// What MPN reads in a picture, in pixels of the frame.
struct FoundMarkers {
  MarkerPositions places;
  std::array<double, kMarkerCount> spreads;  ///< standard deviation that the heat map implies
};

/// The three networks as the loop uses them, in one form or another. Pictures are rows x columns values in
/// [0, 1], X-rays of standard size (kStandardTorsoMm). An object serves one thread at a time. Everything
/// throws Error when the networks cannot be applied.
class LoopNetworks {
 public:
  LoopNetworks() = default;
  LoopNetworks(const LoopNetworks&) = delete;
  LoopNetworks& operator=(const LoopNetworks&) = delete;
  virtual ~LoopNetworks() = default;

  /// The body that the following calls are about. Throws InputError when its planes are not of its frame.
  virtual void set_surface(const geometry::SurfaceImage& surface) = 0;
  virtual std::vector<float> first_picture() = 0;                             ///< T
  virtual std::vector<float> picture_of(const MarkerPositions& markers) = 0;  ///< CIGN
  virtual FoundMarkers markers_in(const std::vector<float>& picture) = 0;     ///< MPN
};

}  // namespace skiagraph::inference
