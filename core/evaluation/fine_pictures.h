#pragma once

#include <torch/types.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/evaluation/figures.h"
#include "core/inference/predictor.h"
#include "core/tensors/dataset.h"

namespace skiagraph::evaluation {

/// Means over people, of pictures that are twice as large as the loop's.
struct FinePictures {
  int rows = 0, columns = 0;
  std::int64_t people = 0;
  PictureFigures interpolated;  ///< the loop's X-rays, interpolated
  PictureFigures shown;         ///< as they are shown and exported: Predictor::fine_xray()
  std::optional<double> floor;  ///< the lowest possible mean absolute error in the body
};

/// Compares the loop's X-rays with true ones that are twice as fine, person by person.
class FineComparison {
 public:
  /// fine: the people of `coarse` with pictures twice as large (population --fine). Both live longer. Throws
  /// InputError when they are other people or of another frame.
  FineComparison(const tensors::Dataset& fine, const tensors::Dataset& coarse);

  /// The true picture and the shown one, (H, W) float32.
  struct Pictures {
    torch::Tensor truth, shown;
  };
  /// xray: the loop's, of the person with this index on this surface.
  Pictures add(inference::Predictor& predictor, const std::shared_ptr<const geometry::SurfaceImage>& surface,
               const imaging::XrayImage& xray, std::int64_t index);
  [[nodiscard]] FinePictures result() const;

 private:
  const tensors::Dataset& fine_;
  std::vector<PictureFigures> interpolated_, shown_;
};

/// "X-rays of 512 x 384": a table as plain text, and as Markdown.
std::string fine_pictures_text(const FinePictures& pictures);
std::string fine_pictures_markdown(const FinePictures& pictures);

}  // namespace skiagraph::evaluation
