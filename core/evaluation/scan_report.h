#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "core/evaluation/scan_study.h"

namespace skiagraph::evaluation {

/// Over the scans with known landmarks that were not refused: each scan counts once.
struct ScanSummary {
  int scans = 0, better_than_mean_person = 0;
  double error_cm = 0, mean_person_cm = 0;
  int landmarks = 0, inside_95 = 0;
};
ScanSummary summary_of(std::span<const ScanResult> scans);

/// An array with one object for each scan; what is not known is null.
nlohmann::ordered_json scans_json(std::span<const ScanResult> scans);
/// The same alone, as a file: an object with "scans".
std::string scans_json_text(std::span<const ScanResult> scans);

/// For a person to read, in fixed columns; empty without scans.
std::string scans_text(std::span<const ScanResult> scans);

/// A section of Markdown; empty without scans.
std::string scans_markdown(std::span<const ScanResult> scans);

}  // namespace skiagraph::evaluation
