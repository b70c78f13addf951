#include "core/networks/device.h"

#include <torch/torch.h>

#include "core/base/error.h"

namespace skiagraph {

torch::Device device_named(const std::string& name) {
  if (name == "cpu") return torch::kCPU;
  if (name == "auto") return torch::cuda::is_available() ? torch::kCUDA : torch::kCPU;
  if (name != "cuda") throw InputError("There is no device \"" + name + "\"; use cpu, cuda or auto.");
  if (!torch::cuda::is_available()) throw InputError("This machine has no CUDA device; use cpu.");
  return torch::kCUDA;
}

}  // namespace skiagraph
