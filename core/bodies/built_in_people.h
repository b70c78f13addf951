#pragma once

#include <string_view>
#include <vector>

#include "core/bodies/body_sizes.h"

namespace skiagraph::bodies {

/// A person that needs no scan: what to ask the body model for.
struct BuiltInPerson {
  std::string_view name;   ///< for the command line: lower case, hyphens
  std::string_view title;  ///< for a person
  SizeTargets targets;
};

/// The first is the one to begin with.
const std::vector<BuiltInPerson>& built_in_people();

}  // namespace skiagraph::bodies
