#include "core/io/header_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string_view>

#include "core/base/error.h"
#include "core/base/text.h"

namespace skiagraph::io {

std::string HeaderFields::any_of(std::initializer_list<const char*> keys) const {
  for (const char* key : keys)
    if (const auto field = fields.find(key); field != fields.end()) return field->second;
  return {};
}

HeaderFields read_header_fields(const std::filesystem::path& path, char separator, const std::string& last) {
  constexpr int kMostLines = 1000;
  std::ifstream file(path, std::ios::binary);
  HeaderFields header;
  std::string line;
  for (int n = 0; n < kMostLines && std::getline(file, line); ++n) {
    header.bytes += line.size() + 1;
    if (trimmed(line).empty()) break;
    const auto split = line.find(separator);
    if (split == std::string::npos || line[0] == '#') continue;
    const std::string key(trimmed(std::string_view(line).substr(0, split)));
    const std::string value(trimmed(std::string_view(line).substr(split + 1)));
    if (separator == ':' && value.starts_with('=')) continue;  // a remark of NRRD, no field
    header.fields[key] = value;
    if (key == last) break;
  }
  return header;
}

std::optional<std::vector<double>> numbers_in(const std::string& field, std::size_t count) {
  std::istringstream words(field);
  std::vector<double> values;
  for (std::string word; words >> word;) {
    const auto value = number_in(word);
    if (!value || !std::isfinite(*value)) return std::nullopt;
    values.push_back(*value);
  }
  return values.size() == count ? std::optional(values) : std::nullopt;
}

std::array<int, 3> sizes_in(const std::string& field, const std::filesystem::path& path) {
  constexpr double kMost = 1e6;
  const auto sizes = numbers_in(field, 3);
  if (!sizes || !std::ranges::all_of(*sizes, [](double v) { return v >= 1 && v <= kMost; }))
    throw InputError("volume.sizes",
                     "\"{}\" does not say how many voxels it has along three axes; give a volume of one "
                     "image.",
                     path);
  return {static_cast<int>((*sizes)[0]), static_cast<int>((*sizes)[1]), static_cast<int>((*sizes)[2])};
}

std::filesystem::path voxel_file_of(const std::filesystem::path& header, const std::string& name) {
  if (name.starts_with("LIST") || name.find('%') != std::string::npos)
    refuse_storage(header, "several files");
  return header.parent_path() / name;
}

void refuse_storage(const std::filesystem::path& path, const std::string& way) {
  throw InputError("volume.storage",
                   "\"{}\" stores its voxels as {}, which is not read; save it again in one file, for "
                   "example with 3D Slicer.",
                   path, way);
}

std::uintmax_t bytes_to_skip(double bytes, const std::filesystem::path& path) {
  constexpr double kMost = 1e15;
  if (!(bytes <= kMost))
    throw InputError("volume.damaged", "\"{}\" is damaged; copy or save it again.", path);
  return static_cast<std::uintmax_t>(bytes);
}

}  // namespace skiagraph::io
