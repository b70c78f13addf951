#include "core/inference/network_form.h"

#include <array>

namespace skiagraph {
namespace {

constexpr std::array<std::string_view, 3> kNames{"libtorch", "float32", "int8"};

}  // namespace

std::string_view form_name(NetworkForm form) {
  return kNames[static_cast<std::size_t>(form)];
}

std::optional<NetworkForm> form_named(std::string_view name) {
  for (std::size_t n = 0; n < kNames.size(); ++n)
    if (kNames[n] == name) return static_cast<NetworkForm>(n);
  return std::nullopt;
}

}  // namespace skiagraph
