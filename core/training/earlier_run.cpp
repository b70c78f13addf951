#include "core/training/earlier_run.h"

#include <string>
#include <system_error>

#include "core/base/error.h"
#include "core/training/run_folder.h"

namespace skiagraph::training {

std::vector<std::filesystem::path> earlier_files(const TrainingOptions& options) {
  std::vector<std::filesystem::path> files{run_checkpoint_path(options.out), run_metrics_path(options.out)};
  for (const networks::NetworkId id : networks::kNetworkIds)
    files.push_back(options.out / (std::string(networks::network_name(id)) + ".safetensors"));
  std::error_code error;
  std::erase_if(files, [&](const auto& file) { return !std::filesystem::exists(file, error); });
  return files;
}

bool resumes(const TrainingOptions& options) {
  std::error_code error;
  return options.resume && std::filesystem::exists(run_checkpoint_path(options.out), error);
}

void check_folder_is_free(const TrainingOptions& options) {
  const auto earlier = earlier_files(options);
  if (earlier.empty() || resumes(options) || options.replace) return;
  if (earlier.front() == run_checkpoint_path(options.out))
    throw InputError("training.checkpoint_exists",
                     "The folder \"{}\" holds the checkpoint of a training run; go on with it (--resume), "
                     "choose another folder, or delete that run and start anew (--force).",
                     options.out);
  throw InputError("training.results_exist",
                   "There is already a file \"{}\"; choose another folder, or delete the networks and the "
                   "log in this one and start anew (--force).",
                   earlier.front());
}

}  // namespace skiagraph::training
