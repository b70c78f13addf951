#include "core/inference/onednn/thread_count_tuner.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

using namespace skiagraph;
using namespace skiagraph::inference;

namespace {

/// How many of so many runs stay on one thread, of work that takes so long alone and together.
int runs_alone(int runs, std::chrono::milliseconds alone, std::chrono::milliseconds together) {
  ThreadCountTuner tuner;
  int count = 0;
  for (int n = 0; n < runs; ++n)
    tuner.run([&] {
      count += single_threaded() ? 1 : 0;
      std::this_thread::sleep_for(single_threaded() ? alone : together);
    });
  CHECK_FALSE(single_threaded());
  return count;
}

}  // namespace

TEST_CASE("Several threads are used as long as they are no slower than one, else now and then to see") {
  using std::chrono::milliseconds;
  CHECK(runs_alone(60, milliseconds(8), milliseconds(1)) < 30);
  CHECK(runs_alone(60, milliseconds(1), milliseconds(20)) > 50);
}

TEST_CASE("Work that throws leaves the threads as they were") {
  ThreadCountTuner tuner;
  CHECK_THROWS_AS(tuner.run([] { throw 1; }), int);
  CHECK_FALSE(single_threaded());
}
