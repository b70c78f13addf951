#pragma once

#include <filesystem>
#include <string>

namespace skiagraph::inference {

/// LibTorch depends on 250 libraries: loading them takes a third of a second and 100 MB, and they need not be
/// installed. So what needs it is in modules of the program's own library folder, which are loaded on demand.

/// Code of the error where they cannot be loaded.
inline constexpr const char* kTorchMissing = "libtorch.missing";

/// The module of this name; the name alone where it is in none of the program's library folders.
std::filesystem::path torch_module_path(const std::string& file);

/// The function that the module exports under this name. The module stays loaded: LibTorch cannot be
/// unloaded. Throws Error kTorchMissing when the module or LibTorch is not there.
void* torch_module_function(const std::string& file, const char* function);

/// Of the LibTorch that the modules were built with: "1.13.1"; empty where it does not say.
std::string torch_version();

}  // namespace skiagraph::inference
