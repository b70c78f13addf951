#pragma once

#include <functional>

namespace skiagraph::inference {

/// Whether compiled networks that this thread runs use this thread alone. At first it is false: they use all
/// threads of OpenMP.
bool& single_threaded();

/// Runs a network with one thread or with all threads, whichever is faster at the moment. Several threads are
/// faster unless other programs keep a processor busy: then every layer waits for the thread that has no
/// processor, and one thread may be ten times as fast. So both are timed. After a run with all threads that
/// was slower than with one, the next 16 runs use one thread; this number doubles each time it happens again.
class ThreadCountTuner {
 public:
  void run(const std::function<void()>& work);

 private:
  static constexpr int kFewestRuns = 16, kMostRuns = 512;
  double single_thread_ms_ = 0;  ///< of the last run with one thread; 0: none yet
  int runs_left_ = 0;            ///< with one thread
  int next_runs_ = kFewestRuns;  ///< with one thread, when all threads are slower again
};

}  // namespace skiagraph::inference
