#pragma once

#include <array>
#include <filesystem>
#include <optional>

#include "core/base/vector.h"
#include "core/markers/marker_table.h"

namespace skiagraph::io {

/// Landmarks of one person as far as they are known: patient frame (LPS), mm, in the order of marker_table().
using KnownLandmarks = std::array<std::optional<Vec3>, kLandmarkCount>;

/// Reads landmarks from 3D Slicer's markups (.mrk.json; LPS or RAS, as the file says) or from a table (.csv)
/// with the columns name, x, y and z in LPS, parted by commas, semicolons or tabs. Points are named as in the
/// marker table, by name or label, in capitals or not. Throws InputError, one sentence naming the file:
/// missing, damaged, another format, a name that is no marker's or comes twice, places that are no numbers,
/// no points at all.
KnownLandmarks read_landmarks(const std::filesystem::path& path);

/// Writes those that are known as such a table, commas between. Throws Error when it cannot be written.
void write_landmarks(const std::filesystem::path& path, const KnownLandmarks& landmarks);

}  // namespace skiagraph::io
