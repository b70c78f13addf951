#pragma once

#include <string_view>
#include <vector>

#include "core/bodies/body_sizes.h"

namespace skiagraph::bodies {

/// A person that is made by the body model instead of read from a scan.
struct BuiltInPerson {
  std::string_view name;   ///< for the command line: lower case, hyphens
  std::string_view title;  ///< for a person
  SizeTargets targets;
};

/// The program opens with the first one.
const std::vector<BuiltInPerson>& built_in_people();

}  // namespace skiagraph::bodies
