#include "core/markers/marker_names.h"

#include "core/markers/marker_table.h"

namespace skiagraph {

std::string marker_names(int count) {
  std::string names;
  for (int n = 0; n < count; ++n)
    names += (n > 0 ? "," : "") + std::string(marker_table()[static_cast<std::size_t>(n)].name);
  return names;
}

}  // namespace skiagraph
