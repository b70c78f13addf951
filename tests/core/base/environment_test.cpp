#include "core/base/environment.h"

#include <stdlib.h>

#include <catch2/catch.hpp>

using namespace skiagraph;

TEST_CASE("an environment variable is read; one that is not set or empty gives nothing") {
  constexpr const char* kName = "SKIAGRAPH_ENVIRONMENT_TEST";
  unsetenv(kName);
  CHECK_FALSE(environment_variable(kName).has_value());
  setenv(kName, "", 1);
  CHECK_FALSE(environment_variable(kName).has_value());
  setenv(kName, "a value = 1", 1);
  CHECK(environment_variable(kName) == "a value = 1");
  unsetenv(kName);
}
