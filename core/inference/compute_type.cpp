#include "core/inference/compute_type.h"

#include <array>

namespace skiagraph::inference {
namespace {

constexpr std::array<std::string_view, 3> kNames{"libtorch", "float32", "int8"};

}  // namespace

std::string_view compute_type_name(ComputeType type) {
  return kNames[static_cast<std::size_t>(type)];
}

std::optional<ComputeType> compute_type_named(std::string_view name) {
  for (std::size_t n = 0; n < kNames.size(); ++n)
    if (kNames[n] == name) return static_cast<ComputeType>(n);
  return std::nullopt;
}

}  // namespace skiagraph::inference
