#include "core/inference/torch/torch_networks.h"

#include <filesystem>

#include "core/base/error.h"
#include "core/inference/torch/torch_library.h"
#include "core/inference/torch/torch_module.h"

namespace skiagraph::inference {
namespace {

const TorchModule& torch_module() {
  using Function = const TorchModule& (*)();
  static const TorchModule& module =
      reinterpret_cast<Function>(torch_module_function(kTorchModuleFile, kTorchModuleFunction))();
  return module;
}

/// Whether NVIDIA's driver is installed, on Linux or on Windows below WSL.
bool may_have_cuda() {
  std::error_code error;
  return std::filesystem::exists("/proc/driver/nvidia/version", error) ||
         std::filesystem::exists("/dev/dxg", error);
}

}  // namespace

std::string torch_device(const std::string& name) {
  if (name == "cpu" || (name == "auto" && !may_have_cuda())) return "cpu";
  try {
    return torch_module().device(name);
  } catch (const Error& error) {
    if (name != "auto" || error.code() != kTorchMissing) throw;
    return "cpu";
  }
}

std::unique_ptr<LoopNetworks> torch_networks_if_installed(const networks::NetworkWeights& weights) try {
  return make_torch_networks(weights, "cpu");
} catch (const Error& error) {
  if (error.code() != kTorchMissing) throw;
  return nullptr;
}

std::unique_ptr<LoopNetworks> make_torch_networks(const networks::NetworkWeights& weights,
                                                  const std::string& device) {
  return torch_module().networks(weights, device);
}

}  // namespace skiagraph::inference
