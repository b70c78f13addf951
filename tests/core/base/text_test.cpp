#include "core/base/text.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace skiagraph;

TEST_CASE("A number is the whole text, with or without a sign") {
  CHECK(number_in("12") == 12);
  CHECK(number_in("+1") == 1);
  CHECK(number_in("-2.5") == -2.5);
  CHECK(number_in(".5") == 0.5);
  CHECK(number_in("3e1") == 30);
  CHECK(std::isnan(number_in("nan").value()));
  for (const char* text : {"", "+", "two", "1,5", "1 ", " 1", "1mm", "+-1", "++1", "1e999", "0x10"}) {
    CAPTURE(text);
    CHECK_FALSE(number_in(text));
  }
  CHECK_FALSE(number_in("+" + std::string(100000, '9')));
}

TEST_CASE("A text is split at every separator") {
  CHECK(split("", ',').empty());
  CHECK(split("a", ',') == std::vector<std::string>{"a"});
  CHECK(split("a,,b", ',') == std::vector<std::string>{"a", "", "b"});
  CHECK(split("a,", ',') == std::vector<std::string>{"a", ""});
}

TEST_CASE("Blanks and line ends at both ends are cut off") {
  CHECK(trimmed(" \ta b\r\n") == "a b");
  CHECK(trimmed(" \r\n").empty());
  CHECK(lower_case("Left LUNG \xc3\x84") == "left lung \xc3\x84");
}
