#pragma once

#include <filesystem>

#include "core/geometry/canonical_frame.h"

namespace skiagraph::testing {

/// The frame of write_untrained_networks, smaller than that of the shipped ones.
inline constexpr geometry::CanonicalFrame kSmallFrame{64, 48, 15, 51, 24};

/// Writes t, mpn and cign.safetensors of kSmallFrame.
void write_untrained_networks(const std::filesystem::path& folder);

/// Gives one tensor of a network file another shape; the file stays well-formed.
void reshape_a_tensor(const std::filesystem::path& file);

}  // namespace skiagraph::testing
