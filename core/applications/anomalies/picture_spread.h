#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/canonical_frame.h"
#include "core/imaging/xray_image.h"
#include "core/inference/predictor.h"

namespace skiagraph::applications {

/// How far the real X-rays of healthy people are from their synthetic ones after completion, pixel by pixel
/// of the frame: ribs, hilus and the edges of organs are never quite where they are drawn. Measured on people
/// whom the networks have not learned from.
struct PictureSpread {
  geometry::CanonicalFrame frame;
  std::vector<float> mean;  ///< of smoothed real - synthetic, in units of the X-ray image
  std::vector<float> sd;    ///< of the same, above 0
  /// The score from which on a healthy person has one false region on average.
  double threshold = 4;
  /// The margins of completed markers are this much wider than the fit promises, so that they hold 95 %.
  double margin_factor = 1;
};

/// Differences as scores see them: means over about `width_mm`, without what the picture does not know.
std::vector<float> smoothed(const std::vector<float>& values, const std::vector<std::uint8_t>& known,
                            const geometry::CanonicalFrame& frame, double width_px);

/// Gathers differences of healthy people, one after another.
class PictureSpreadMeasure {
 public:
  explicit PictureSpreadMeasure(const geometry::CanonicalFrame& frame);
  /// difference: smoothed real - synthetic; used: where it counts.
  void add(const std::vector<float>& difference, const std::vector<std::uint8_t>& used);
  /// Neighbours help each other, as far as people are few. Throws Error without people.
  [[nodiscard]] PictureSpread spread() const;

 private:
  geometry::CanonicalFrame frame_;
  std::vector<double> count_, sum_, squares_;
  int people_ = 0;
};

/// The file's path in the folder of the weights.
std::filesystem::path picture_spread_path(const std::filesystem::path& models);
/// Throws Error when it cannot be written.
void write_picture_spread(const std::filesystem::path& path, const PictureSpread& spread,
                          const std::string& weights_checksum);
/// Nothing when the file is missing, damaged, for other weights or of another frame.
std::optional<PictureSpread> read_picture_spread(const std::filesystem::path& path,
                                                 const geometry::CanonicalFrame& frame,
                                                 const std::string& weights_checksum);
/// The same for a predictor's weights.
std::optional<PictureSpread> picture_spread_of(const inference::Predictor& predictor);

}  // namespace skiagraph::applications
