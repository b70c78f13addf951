#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace skiagraph::inference {

/// How a processor applies the networks, from the reference to the fastest.
enum class ComputeType : std::uint8_t { kLibTorch, kFloat32, kInt8 };

/// "libtorch", "float32", "int8"
std::string_view compute_type_name(ComputeType form);
std::optional<ComputeType> compute_type_named(std::string_view name);

}  // namespace skiagraph::inference
