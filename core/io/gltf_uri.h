#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace skiagraph::io {

/// "scan%20of%20body.bin" becomes "scan of body.bin" (RFC 3986). Private to core/io.
std::string percent_decoded(std::string_view uri);

/// The bytes that a data URI holds in Base64 (RFC 2397, RFC 4648); nothing when it holds none.
std::optional<std::string> data_of_uri(std::string_view uri);

}  // namespace skiagraph::io
