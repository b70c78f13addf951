#pragma once

#include <atomic>
#include <functional>
#include <string>

namespace skiagraph {

/// Set from any thread; long work looks at it between steps and throws Cancelled.
class CancelToken {
 public:
  void cancel() { cancelled_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> cancelled_{false};
};

/// Called by long work: how much is done (0 to 1) and what is going on.
using ProgressFunction = std::function<void(double done, const std::string& what)>;

}  // namespace skiagraph
