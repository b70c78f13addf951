#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/ct_arguments.h"
#include "app/scan_arguments.h"
#include "core/applications/completion/completion.h"
#include "core/geometry/scan_alignment.h"
#include "core/inference/predictor.h"

namespace skiagraph::app {

/// The arguments of every command that lays a real X-ray on the body of a scan: the scan, the X-ray, where it
/// lies, the networks.
class PartialXrayArguments {
 public:
  static std::shared_ptr<PartialXrayArguments> add_to(CLI::App& command);

  /// What is completed, and what belongs to it.
  struct Work {
    geometry::AlignedScan scan;
    std::filesystem::path file;  ///< the scan's
    std::vector<Remark> remarks;
    applications::CompletionRequest request;
    applications::Completion completion;
    std::string model;
  };
  /// Reads both and completes the X-ray. Throws InputError, Cancelled.
  [[nodiscard]] Work completed() const;
  [[nodiscard]] const std::optional<std::filesystem::path>& models() const { return models_; }

 private:
  [[nodiscard]] std::optional<applications::PicturePlacement> placement(
      const geometry::SurfaceImage& surface) const;

  std::filesystem::path scan_, xray_;
  std::optional<std::filesystem::path> models_;
  std::optional<double> spacing_mm_;
  double magnification_ = 1;
  std::string place_ = "auto", device_ = "auto";
  bool negative_ = false;
  std::shared_ptr<ScanArguments> alignment_;
  std::shared_ptr<CtArguments> ct_;
};

}  // namespace skiagraph::app
