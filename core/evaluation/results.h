#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/evaluation/evaluation.h"
#include "core/evaluation/loop_study.h"
#include "core/evaluation/scan_study.h"

namespace skiagraph::evaluation {

/// The baseline that convergent training began with.
inline constexpr const char* kBeforeConvergence = "pix2pix";

/// Everything that is compared with the paper's tables.
struct Results {
  std::optional<Evaluation> shipped;   ///< on the people of a data set; without it there are scans alone
  std::vector<Evaluation> baselines;   ///< in the order of table 1; may be empty
  std::vector<LoopStudy> studies;      ///< the last is of the shipped networks; may be empty
  std::vector<Evaluation> held_out;    ///< model: the base that was left out of training and is tested on
  std::string command;                 ///< the command that writes this report
  std::vector<ScanResult> scans = {};  ///< from other sources; may be empty
};

/// Scans from other sources, then the tables of Teixeira et al., CVPR 2018, with our columns beside the
/// paper's, and the goals with what was reached, as Markdown. It links to figure3.png when there are studies,
/// and to figure7.png when there are baselines.
std::string results_markdown(const Results& results);

}  // namespace skiagraph::evaluation
