#include "core/inference/onednn/thread_count_tuner.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace skiagraph::inference {

bool& single_threaded() {
  static thread_local bool single = false;
  return single;
}

namespace {

double milliseconds_of(const std::function<void()>& work, bool single) {
  using Clock = std::chrono::steady_clock;
  struct Scope {
    explicit Scope(bool single) : before(std::exchange(single_threaded(), single)) {}
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope() { single_threaded() = before; }
    bool before;
  } const scope(single);
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

}  // namespace

void ThreadCountTuner::run(const std::function<void()>& work) {
  constexpr double kSlower = 1.15;  // smaller differences are noise
  if (single_thread_ms_ == 0 || runs_left_ > 0) {
    single_thread_ms_ = milliseconds_of(work, true);
    runs_left_ = std::max(0, runs_left_ - 1);
    return;
  }
  if (milliseconds_of(work, false) <= kSlower * single_thread_ms_) {
    next_runs_ = kFewestRuns;
    return;
  }
  runs_left_ = next_runs_;
  next_runs_ = std::min(2 * next_runs_, kMostRuns);
}

}  // namespace skiagraph::inference
