#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace skiagraph {

/// How a processor applies the networks, from the reference to the fastest.
enum class NetworkForm : std::uint8_t { kLibTorch, kFloat32, kInt8 };

/// "libtorch", "float32", "int8"
std::string_view form_name(NetworkForm form);
std::optional<NetworkForm> form_named(std::string_view name);

}  // namespace skiagraph
