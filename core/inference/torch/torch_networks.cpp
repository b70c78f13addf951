#include "core/inference/torch/torch_networks.h"

#include <dlfcn.h>

#include <cstddef>
#include <filesystem>
#include <new>
#include <vector>

#include "core/base/error.h"
#include "core/inference/torch/torch_module.h"

namespace skiagraph::inference {
namespace {

/// The module's path in the first of the program's library folders that has it. dlopen() itself would search
/// the folders of its caller, which under a sanitizer is not the program.
std::filesystem::path module_path() {
  void* program = dlopen(nullptr, RTLD_LAZY);
  Dl_serinfo header{};
  if (dlinfo(program, RTLD_DI_SERINFOSIZE, &header) != 0) return kTorchModuleFile;
  std::vector<std::byte> memory(header.dls_size);
  auto* folders = new (memory.data()) Dl_serinfo(header);
  if (dlinfo(program, RTLD_DI_SERINFO, folders) != 0) return kTorchModuleFile;
  for (unsigned n = 0; n < folders->dls_cnt; ++n) {
    const auto path = std::filesystem::path(folders->dls_serpath[n].dls_name) / kTorchModuleFile;
    std::error_code error;
    if (std::filesystem::exists(path, error)) return path;
  }
  return kTorchModuleFile;
}

/// The module stays loaded: LibTorch cannot be unloaded.
const TorchModule& load_module() {
  void* library = dlopen(module_path().c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  void* function = library == nullptr ? nullptr : dlsym(library, kTorchModuleFunction);
  if (function == nullptr)
    throw Error("libtorch.missing", "LibTorch cannot be loaded ({}); install Skiagraph again.", dlerror());
  return reinterpret_cast<const TorchModule& (*)()>(function)();
}

const TorchModule& torch_module() {
  static const TorchModule& module = load_module();
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
  return torch_module().device(name);
}

std::unique_ptr<LoopNetworks> make_torch_networks(const networks::NetworkWeights& weights,
                                                  const std::string& device) {
  return torch_module().networks(weights, device);
}

}  // namespace skiagraph::inference
