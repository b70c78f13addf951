#pragma once

#include <torch/types.h>

#include <string>

namespace skiagraph::networks {

/// "cpu", "cuda", or "auto" (CUDA where there is one). Throws InputError for another name, and when CUDA is
/// asked for and missing.
torch::Device device_named(const std::string& name);

/// Lets LibTorch use all processors, unless the environment variable OMP_NUM_THREADS is set. By itself
/// LibTorch uses one thread on small computers.
void use_all_processors();

}  // namespace skiagraph::networks
