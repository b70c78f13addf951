#include "core/networks/device.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "core/base/error.h"

namespace skiagraph::networks {

torch::Device device_named(const std::string& name) {
  if (name == "cpu") return torch::kCPU;
  if (name == "auto") return torch::cuda::is_available() ? torch::kCUDA : torch::kCPU;
  if (name != "cuda") throw InputError("There is no device \"" + name + "\"; use cpu, cuda or auto.");
  if (!torch::cuda::is_available()) throw InputError("This machine has no CUDA device; use cpu.");
  return torch::kCUDA;
}

void use_all_processors() {
  if (const char* told = std::getenv("OMP_NUM_THREADS"); told != nullptr && *told != '\0') return;
  at::set_num_threads(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
}

}  // namespace skiagraph::networks
