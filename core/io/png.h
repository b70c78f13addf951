#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace skiagraph::io {

/// "Description", "Disclaimer", "Software": the PNG standard's keywords.
struct PngText {
  std::string keyword;
  std::string text;  ///< Latin-1
};

/// What a file tells beside its pixels.
struct PngTags {
  double mm_per_px = 0;  ///< to whole pixels per metre; 0: not told
  std::vector<PngText> texts;
};

/// A picture as it lies in a file: rows x columns x channels, row 0 at the top, 0 to 1.
struct PngImage {
  int rows = 0, columns = 0, channels = 0;
  int bits = 8;  ///< per channel in the file
  std::vector<float> values;
  PngTags tags;
};

/// 16-bit grey. values: rows x columns, clipped to [0, 1]. Throws Error when the sizes disagree or it cannot
/// be written.
void write_png16(const std::filesystem::path& path, int rows, int columns, std::span<const float> values,
                 const PngTags& tags = {});

/// 8-bit grey. values: rows x columns. Throws as above.
void write_png8(const std::filesystem::path& path, int rows, int columns,
                std::span<const std::uint8_t> values, const PngTags& tags = {});

/// 8-bit colour. values: rows x columns x 3. Throws as above.
void write_png_rgb(const std::filesystem::path& path, int rows, int columns,
                   std::span<const std::uint8_t> values);

/// The 16-bit grey of a value, clipped to [0, 1]; black for what is no number.
std::uint16_t grey16(float value);

/// Throws InputError when the file is missing or no PNG.
PngImage read_png(const std::filesystem::path& path);

}  // namespace skiagraph::io
