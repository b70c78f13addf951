#include "core/inference/onednn/thread_choice.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace skiagraph::inference {

bool& staying_on_one_thread() {
  static thread_local bool staying = false;
  return staying;
}

namespace {

double milliseconds_of(const std::function<void()>& work, bool alone) {
  using Clock = std::chrono::steady_clock;
  struct Stay {
    explicit Stay(bool alone) : before(std::exchange(staying_on_one_thread(), alone)) {}
    Stay(const Stay&) = delete;
    Stay& operator=(const Stay&) = delete;
    ~Stay() { staying_on_one_thread() = before; }
    bool before;
  } const stay(alone);
  const auto begun = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

}  // namespace

void ThreadChoice::run(const std::function<void()>& work) {
  constexpr double kWorse = 1.15;  // what is hardly slower is noise
  if (alone_ms_ == 0 || alone_left_ > 0) {
    alone_ms_ = milliseconds_of(work, true);
    alone_left_ = std::max(0, alone_left_ - 1);
    return;
  }
  if (milliseconds_of(work, false) <= kWorse * alone_ms_) {
    alone_next_ = kFewest;
    return;
  }
  alone_left_ = alone_next_;
  alone_next_ = std::min(2 * alone_next_, kMost);
}

}  // namespace skiagraph::inference
