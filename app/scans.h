#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/scan_table.h"
#include "core/base/progress.h"
#include "core/evaluation/scan_study.h"

namespace skiagraph::app {

/// Where the networks and their mean person come from.
struct ScanNetworks {
  std::filesystem::path models;  ///< for rows that name no folder of their own
  std::string device;
  /// For weights that do not tell whom they learned from: the people of the data set, where there is one.
  std::optional<inference::LearnedPeople> of_dataset;
};

/// The whole pipeline on every row. A scan that is refused, or whose landmarks or networks cannot be read, is
/// a result with its sentence. Throws InputError when the networks of `models` are needed and cannot be read
/// or have no mean person, Cancelled.
std::vector<evaluation::ScanResult> evaluate_scans(std::span<const ScanRow> rows,
                                                   const ScanNetworks& networks,
                                                   const ProgressFunction& progress = {},
                                                   const CancelToken* cancel = nullptr);

}  // namespace skiagraph::app
