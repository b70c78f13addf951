#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace skiagraph::io {

/// A buffer view that EXT_meshopt_compression has packed, in the extension's own terms. Private to core/io.
struct MeshoptView {
  std::string_view packed;
  std::uint64_t count = 0, stride = 0;  ///< elements, and bytes of each, unpacked
  std::string mode, filter;             ///< "ATTRIBUTES", "TRIANGLES" or "INDICES"; "EXPONENTIAL" and others
};

/// Nothing when the bytes or the numbers make no sense.
std::optional<std::string> unpack(const MeshoptView& view);

}  // namespace skiagraph::io
