#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace skiagraph::inference {

/// How the networks are computed on a CPU, from the reference to the fastest.
enum class ComputeType : std::uint8_t { kLibTorch, kFloat32, kInt8 };

/// "libtorch", "float32", "int8"
std::string_view compute_type_name(ComputeType type);
/// Nothing for any other name.
std::optional<ComputeType> compute_type_named(std::string_view name);

}  // namespace skiagraph::inference
