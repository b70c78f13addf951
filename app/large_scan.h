#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/base/progress.h"
#include "core/benchmark/benchmark_report.h"

namespace skiagraph::app {

/// Opens a scan of two million triangles, made from the built-in person, until its first X-ray is there: the
/// times of the stages and of the whole, with the networks loaded as in the window. Throws InputError when
/// the models cannot be read, Error when the scan cannot be written to the folder of temporary files,
/// Cancelled.
std::map<std::string, benchmark::TimeSummary> time_large_scan(const std::filesystem::path& models,
                                                              const ProgressFunction& progress = {},
                                                              const CancelToken* cancel = nullptr);

}  // namespace skiagraph::app
