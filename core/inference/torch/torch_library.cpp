#include "core/inference/torch/torch_library.h"

#include <dlfcn.h>

#include <cstddef>
#include <new>
#include <vector>

#include "core/base/error.h"

namespace skiagraph::inference {
namespace {

/// Debian names the package after the first two numbers.
std::string package_name() {
  const std::string version = torch_version();
  return "libtorch" + version.substr(0, version.find('.', version.find('.') + 1));
}

}  // namespace

/// dlopen() itself would search the folders of its caller, which under a sanitizer is not the program.
std::filesystem::path torch_module_path(const std::string& file) {
  void* program = dlopen(nullptr, RTLD_LAZY);
  Dl_serinfo header{};
  if (dlinfo(program, RTLD_DI_SERINFOSIZE, &header) != 0) return file;
  std::vector<std::byte> memory(header.dls_size);
  auto* folders = new (memory.data()) Dl_serinfo(header);
  if (dlinfo(program, RTLD_DI_SERINFO, folders) != 0) return file;
  for (unsigned n = 0; n < folders->dls_cnt; ++n) {
    const auto path = std::filesystem::path(folders->dls_serpath[n].dls_name) / file;
    std::error_code error;
    if (std::filesystem::exists(path, error)) return path;
  }
  return file;
}

void* torch_module_function(const std::string& file, const char* function) {
  void* library = dlopen(torch_module_path(file).c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  void* address = library == nullptr ? nullptr : dlsym(library, function);
  // kTorchMissing; a literal, so that translators get the sentence.
  if (address == nullptr)
    throw Error("libtorch.missing",
                "This needs LibTorch, which cannot be loaded ({}); install it, on Debian the package {}.",
                dlerror(), package_name());
  return address;
}

std::string torch_version() {
  return SKIAGRAPH_TORCH_VERSION;
}

}  // namespace skiagraph::inference
