#include "core/imaging/window_level.h"

#include <catch2/catch.hpp>

using namespace skiagraph::imaging;

TEST_CASE("A window shows its level mid-grey and half its width on each side, and no more") {
  const WindowLevel window{0.5, 0.2};
  CHECK(grey(window, 0.5) == Approx(0.5));
  CHECK(grey(window, 0.45) == Approx(0.25));
  CHECK(grey(window, 0.4) == Approx(0).margin(1e-12));
  CHECK(grey(window, 0.6) == Approx(1));
  CHECK(grey(window, 0.0) == 0);
  CHECK(grey(window, 1.0) == 1);
}

TEST_CASE("The default window shows air black and tells the values of a trunk apart") {
  CHECK(grey(kDefaultWindowLevel, 0) == 0);
  CHECK(grey(kDefaultWindowLevel, 0.7) < 1);
  CHECK(grey(kDefaultWindowLevel, 0.72) == Approx(1));
}
