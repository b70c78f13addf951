#pragma once

#include <torch/types.h>

#include <string>

namespace skiagraph::networks {

/// "cpu", "cuda", or "auto": CUDA where there is one. Throws InputError for another name, and where CUDA is
/// asked for and not there.
torch::Device device_named(const std::string& name);

/// Unless $OMP_NUM_THREADS says otherwise; LibTorch by itself takes one thread on small machines.
void use_all_processors();

}  // namespace skiagraph::networks
