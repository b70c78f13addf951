#pragma once

namespace skiagraph::networks {

/// What a network that reads markers in real X-rays of part of a body is shown where nothing is seen. No
/// X-ray has such a value.
inline constexpr float kNotSeen = -0.25F;

}  // namespace skiagraph::networks
