#pragma once

#include <filesystem>
#include <vector>

#include "core/training/trainer.h"

namespace skiagraph::training {

/// Whatever a run writes and is in the folder already.
std::vector<std::filesystem::path> earlier_files(const TrainingOptions& options);
/// Whether there is a checkpoint, and it is to be gone on from.
bool resumes(const TrainingOptions& options);
/// A run never takes the place of an earlier one unasked: that may be the work of days. Throws InputError.
void check_folder_is_free(const TrainingOptions& options);

}  // namespace skiagraph::training
