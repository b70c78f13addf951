#pragma once

#include <span>
#include <string>

#include "core/evaluation/evaluation.h"
#include "core/evaluation/loop_study.h"
#include "core/evaluation/scan_study.h"

namespace skiagraph::evaluation {

/// The tables as JSON, for programs: errors of pictures in units of the X-ray image, of markers in cm,
/// MS-SSIM from 0 to 1. Tables that were not made, and floors that are not known, are null. Baselines are
/// further rows of table 1, by their models' names. "scans" is as in scan_report.h.
std::string evaluation_json(const Evaluation& evaluation, std::span<const Evaluation> baselines = {},
                            std::span<const LoopStudy> studies = {}, std::span<const ScanResult> scans = {});

/// The same for a person to read, in fixed columns.
std::string evaluation_text(const Evaluation& evaluation);

}  // namespace skiagraph::evaluation
