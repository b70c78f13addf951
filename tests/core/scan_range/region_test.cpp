#include "core/scan_range/region.h"

#include <catch2/catch.hpp>
#include <set>

#include "core/base/error.h"

using namespace skiagraph;
using namespace skiagraph::scan_range;
using Catch::Matchers::Contains;

TEST_CASE("Every region has a name of its own, a bottom, and a landmark that networks predict") {
  std::set<std::string_view> names;
  for (const RegionInfo& region : region_table()) {
    CHECK(&info(region.region) == &region);
    CHECK(names.insert(region.name).second);
    CHECK(region_named(region.name) == region.region);
    CHECK_FALSE(region.bottom.markers.empty());
    CHECK(static_cast<int>(region.landmark) < kMarkerCount);
    CHECK_THAT(region_names(), Contains(std::string(region.name)));
  }
}

TEST_CASE("A region that does not exist is refused with the names of those that do") {
  CHECK_FALSE(region_named("knee"));
  CHECK_THROWS_WITH(known_region("knee"), Contains("\"knee\"") && Contains("chest-abdomen-pelvis"));
  CHECK_THROWS_AS(known_region(""), InputError);
}
