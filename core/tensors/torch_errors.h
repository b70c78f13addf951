#pragma once

#include <c10/util/Exception.h>

#include <new>
#include <string>

#include "core/base/error.h"

namespace skiagraph::tensors {

/// Calls `work`. What LibTorch throws leaves as Error, with the first line of LibTorch's report: the others
/// are for those who develop LibTorch.
template <typename Work>
auto translating_torch(const Work& work) try {
  return work();
} catch (const c10::OutOfMemoryError&) {
  throw Error("memory.device",
              "The memory of the graphics card is not enough for this; the CPU can be used.");
} catch (const c10::Error& error) {
  const std::string report = error.what_without_backtrace();
  throw Error("libtorch", "LibTorch could not compute this: {}", report.substr(0, report.find('\n')));
}

}  // namespace skiagraph::tensors
