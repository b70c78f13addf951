#pragma once

#include <torch/types.h>

#include <string>

namespace skiagraph {

/// "cpu", "cuda", or "auto": CUDA where there is one. Throws InputError for another name, and where CUDA is
/// asked for and not there.
torch::Device device_named(const std::string& name);

}  // namespace skiagraph
