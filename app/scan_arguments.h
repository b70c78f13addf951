#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/scan_alignment.h"
#include "core/inference/predictor.h"

namespace skiagraph::app {

/// The options of every command that predicts inside a scan: how the scan lies, and markers that are held.
class ScanArguments {
 public:
  static std::shared_ptr<ScanArguments> add_to(CLI::App& command);

  /// Throw InputError.
  [[nodiscard]] geometry::AlignmentOverrides overrides() const;
  void check_pins() const;

  [[nodiscard]] bool has_pins() const { return !pins_.empty(); }
  /// The markers that are held away from where they are. Throws InputError.
  [[nodiscard]] std::vector<inference::Pin> pins(const MarkerPositions& from, double mm_per_px) const;

 private:
  std::string unit_, up_, front_;
  std::optional<double> neck_level_mm_, symphysis_level_mm_;
  std::vector<std::string> pins_;
};

}  // namespace skiagraph::app
