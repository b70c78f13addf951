#include "core/networks/device.h"

#include <ATen/Parallel.h>
#include <torch/cuda.h>

#include <algorithm>
#include <thread>

#include "core/base/environment.h"
#include "core/base/error.h"

namespace skiagraph::networks {

torch::Device device_named(const std::string& name) {
  if (name == "cpu") return torch::kCPU;
  if (name == "auto") return torch::cuda::is_available() ? torch::kCUDA : torch::kCPU;
  if (name != "cuda")
    throw InputError("device.unknown", "There is no device \"{}\"; it may be cpu, cuda or auto.", name);
  if (!torch::cuda::is_available())
    throw InputError("device.missing", "This computer has no CUDA device; the CPU can be used.");
  return torch::kCUDA;
}

void use_all_processors() {
  if (environment_variable("OMP_NUM_THREADS")) return;
  at::set_num_threads(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
}

}  // namespace skiagraph::networks
