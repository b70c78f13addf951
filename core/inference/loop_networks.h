#pragma once

#include <array>
#include <vector>

#include "core/geometry/surface_image.h"
#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// The markers that MPN finds in an X-ray, in pixels of the frame.
struct FoundMarkers {
  MarkerPositions positions;
  std::array<double, kMarkerCount> sd_px;  ///< standard deviation that the heat map implies
};

/// The three networks as the loop uses them, whatever computes them. X-rays are (rows, columns) values in
/// [0, 1], of standard size (kStandardTorsoMm). An object serves one thread at a time. Every function throws
/// Error when the networks cannot be applied.
class LoopNetworks {
 public:
  LoopNetworks() = default;
  LoopNetworks(const LoopNetworks&) = delete;
  LoopNetworks& operator=(const LoopNetworks&) = delete;
  virtual ~LoopNetworks() = default;

  /// The body of the following calls. Throws InputError when its planes do not have the size of its frame.
  virtual void set_surface(const geometry::SurfaceImage& surface) = 0;
  virtual std::vector<float> first_xray() = 0;                             ///< network T
  virtual std::vector<float> xray_of(const MarkerPositions& markers) = 0;  ///< CIGN
  virtual FoundMarkers markers_in(const std::vector<float>& xray) = 0;     ///< MPN
  /// An X-ray of this body twice as fine (networks::SuperResolutionShape); the same where the weights have no
  /// network for it.
  virtual std::vector<float> fine_xray(const std::vector<float>& xray) = 0;
};

}  // namespace skiagraph::inference
