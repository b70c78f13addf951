#pragma once

#include <filesystem>

#include "core/inference/predictor.h"
#include "core/tensors/dataset.h"

namespace skiagraph::testing {

/// As small as MS-SSIM allows.
inline constexpr geometry::CanonicalFrame kTinyFrame{176, 176, 40, 140, 88};

/// Boxes with smooth X-rays: 4 people to train, 1 to validate, 3 to test; every one different, floors known.
tensors::Dataset tiny_people(const geometry::CanonicalFrame& frame = kTinyFrame);

/// Writes networks that look at nothing to `folder`: T's picture is `t` everywhere, CIGN's is `cign`.
void write_constant_networks(const std::filesystem::path& folder, const geometry::CanonicalFrame& frame,
                             double t, double cign);

/// A folder of such networks, for as long as the object lives.
class ConstantModels {
 public:
  ConstantModels(const geometry::CanonicalFrame& frame, double t, double cign);
  ~ConstantModels();
  ConstantModels(const ConstantModels&) = delete;
  ConstantModels& operator=(const ConstantModels&) = delete;
  [[nodiscard]] inference::Predictor predictor() const { return inference::Predictor(folder_, "cpu"); }

 private:
  std::filesystem::path folder_;
};

}  // namespace skiagraph::testing
