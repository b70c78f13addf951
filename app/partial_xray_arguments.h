#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/ct_arguments.h"
#include "app/scan_arguments.h"
#include "core/applications/anomalies/picture_spread.h"
#include "core/applications/completion/completion.h"
#include "core/geometry/scan_alignment.h"
#include "core/inference/predictor.h"
#include "core/session/session.h"

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
    std::shared_ptr<const geometry::SurfaceImage> surface;
    applications::Completion completion;
    std::string model;
    std::optional<applications::PictureSpread> spread;  ///< of healthy people, where it was measured
  };
  /// Reads both and completes the X-ray. Throws InputError, Cancelled.
  [[nodiscard]] Work completed() const;

 private:
  [[nodiscard]] session::PartialXray source(const std::optional<session::Session>& session) const;
  std::filesystem::path scan_, xray_;
  std::optional<std::filesystem::path> models_;
  std::optional<double> spacing_mm_, magnification_;
  std::string place_ = "auto", device_ = "auto";
  bool negative_ = false;
  std::shared_ptr<ScanArguments> alignment_;
  std::shared_ptr<CtArguments> ct_;
};

}  // namespace skiagraph::app
