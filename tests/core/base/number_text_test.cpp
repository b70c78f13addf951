#include "core/base/number_text.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace skiagraph;

TEST_CASE("Numbers are written with so many decimals, rounded") {
  CHECK(fixed(1.5, 2) == "1.50");
  CHECK(fixed(2.675, 0) == "3");
  CHECK(fixed(-0.125, 1) == "-0.1");
  CHECK(fixed(0, 3) == "0.000");
  CHECK(fixed(std::numeric_limits<double>::max(), 10).size() == 309 + 1 + 10);
  CHECK(fixed(std::numeric_limits<double>::quiet_NaN(), 2) == "nan");
  CHECK(signed_fixed(3.14159, 2) == "+3.14");
  CHECK(signed_fixed(-3.14159, 2) == "-3.14");
}

TEST_CASE("Texts fill their columns and are never cut") {
  CHECK(left_aligned("ab", 4) == "ab  ");
  CHECK(right_aligned("ab", 4) == "  ab");
  CHECK(right_aligned("abcdef", 4) == "abcdef");
}
