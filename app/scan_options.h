#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/scan_alignment.h"
#include "core/inference/predictor.h"
#include "core/session/session.h"

namespace skiagraph::app {

/// How a scan lies, where it was found wrong: the options of every command that reads one.
struct ScanOptions {
  std::string unit, up, front;
  std::optional<double> neck_level_mm, symphysis_level_mm;

  /// Throws InputError: no such unit.
  [[nodiscard]] geometry::AlignmentOverrides overrides() const;
};
void add_scan_options(CLI::App& command, ScanOptions& options);

/// The session's pins, in the networks' frame, as the window holds them.
std::vector<inference::Pin> session_pins(const session::Session& session,
                                         const geometry::CanonicalFrame& frame);

/// Tells remarks on a result on stderr, one line each, with the options that settle them. Ends the program as
/// untrusted when one of them is a doubt: call it last.
void tell_remarks(const std::vector<Remark>& remarks);

}  // namespace skiagraph::app
