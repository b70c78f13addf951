#pragma once

#include <oneapi/dnnl/dnnl.hpp>
#include <string>

#include "core/base/error.h"

namespace skiagraph::inference {

/// Calls `work`; what oneDNN throws leaves as Error.
template <typename Work>
auto translating_onednn(const Work& work) try {
  return work();
} catch (const dnnl::error& error) {
  throw Error(std::string("The compiled networks cannot run on this processor: ") + error.what() + ".");
}

}  // namespace skiagraph::inference
