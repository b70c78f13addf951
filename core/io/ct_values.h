#pragma once

#include <filesystem>

#include "core/imaging/ct_volume.h"

namespace skiagraph::io {

/// Throws InputError "volume.values" when the values of a CT are no Hounsfield units: stored values without
/// their intercept, labels, attenuation, values scaled for a network. All of these lack air. Private to
/// core/io.
void check_hounsfield(const imaging::CtVolume& volume, const std::filesystem::path& path);

}  // namespace skiagraph::io
