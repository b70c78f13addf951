#pragma once

#include <new>
#include <oneapi/dnnl/dnnl.hpp>

#include "core/base/error.h"

namespace skiagraph::inference {

/// Calls `work`. What oneDNN throws, and a lack of memory, leave as Error.
template <typename Work>
auto translating_onednn(const Work& work) try {
  return work();
} catch (const dnnl::error& error) {
  if (error.status == dnnl_out_of_memory)
    throw Error("memory",
                "The memory of this computer is not enough for the networks; close other programs.");
  throw Error("networks.onednn", "The compiled networks cannot run on this processor (oneDNN status {}).",
              static_cast<int>(error.status));
} catch (const std::bad_alloc&) {
  throw Error("memory", "The memory of this computer is not enough for the networks; close other programs.");
}

}  // namespace skiagraph::inference
