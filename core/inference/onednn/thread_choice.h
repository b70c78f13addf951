#pragma once

#include <functional>

namespace skiagraph::inference {

/// Whether compiled networks on this thread stay on it. Begins as false: they use all that OpenMP has.
bool& staying_on_one_thread();

/// Several threads make a network faster, unless another program keeps a processor busy: then each layer
/// waits until the scheduler gives the others their turn, and one thread alone may be ten times as fast. So
/// both are timed, and after a run that would have been faster alone the next ones stay on one thread, for
/// longer each time that it happens again.
class ThreadChoice {
 public:
  void run(const std::function<void()>& work);

 private:
  double alone_ms_ = 0;  ///< 0: not known yet
  int alone_left_ = 0, alone_next_ = kFewest;
  static constexpr int kFewest = 16, kMost = 512;
};

}  // namespace skiagraph::inference
