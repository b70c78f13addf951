#include "core/io/image_header.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <initializer_list>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/text.h"

namespace skiagraph::io {
namespace {

/// The text of a header.
struct Fields {
  std::map<std::string, std::string> fields;
  std::uintmax_t bytes = 0;  ///< of the text

  /// Empty when there is no such field.
  [[nodiscard]] std::string operator[](const std::string& key) const {
    const auto field = fields.find(key);
    return field == fields.end() ? std::string() : field->second;
  }
  /// The first of several spellings of a field.
  [[nodiscard]] std::string any_of(std::initializer_list<const char*> keys) const {
    for (const char* key : keys)
      if (fields.contains(key)) return fields.at(key);
    return {};
  }
};

/// The lines "key SEPARATOR value" up to an empty line or the key `last`.
Fields read_fields(const std::filesystem::path& path, char separator, const std::string& last) {
  constexpr int kMostLines = 1000;
  std::ifstream file(path, std::ios::binary);
  Fields header;
  std::string line;
  for (int n = 0; n < kMostLines && std::getline(file, line); ++n) {
    header.bytes += line.size() + 1;
    if (trimmed(line).empty()) break;
    const auto split = line.find(separator);
    if (split == std::string::npos) continue;
    const std::string key(trimmed(std::string_view(line).substr(0, split)));
    header.fields[key] = trimmed(std::string_view(line).substr(split + 1));
    if (key == last) break;
  }
  return header;
}

/// The numbers of a field; brackets and commas count as spaces.
std::vector<double> numbers(std::string field, const char* name, std::size_t count,
                            const std::filesystem::path& path) {
  std::ranges::replace_if(
      field, [](char c) { return c == '(' || c == ')' || c == ','; }, ' ');
  std::istringstream words(field);
  std::vector<double> values;
  for (std::string word; words >> word;) values.push_back(number_in(word).value_or(std::nan("")));
  const bool finite = std::ranges::all_of(values, [](double v) { return std::isfinite(v); });
  if (values.size() != count || !finite)
    throw InputError("volume.place", "\"{}\" does not say where its voxels lie ({}).", path, name);
  return values;
}

/// data_file: beside the header's file, or empty for the same file.
std::optional<std::uintmax_t> bytes_of(const std::filesystem::path& path, const std::string& data_file,
                                       const Fields& header) {
  if (data_file.starts_with("LIST") || data_file.find('%') != std::string::npos) return std::nullopt;
  std::error_code error;
  const auto bytes =
      std::filesystem::file_size(data_file.empty() ? path : path.parent_path() / data_file, error);
  if (error)
    throw InputError("volume.voxels_missing", "\"{}\" names \"{}\" for its voxels, which is not there.", path,
                     data_file);
  return data_file.empty() ? bytes - std::min(bytes, header.bytes) : bytes;
}

/// How many bytes a compressed stream holds, as far as it is whole. VTK's reader takes what is missing for
/// voxels.
std::uintmax_t unpacked_bytes(const std::filesystem::path& path, std::uintmax_t offset) {
  constexpr int kZlibOrGzip = MAX_WBITS + 32;
  constexpr std::size_t kChunk = 1 << 20;
  std::ifstream file(path, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(offset));
  std::vector<char> packed(kChunk), unpacked(kChunk);
  z_stream stream{};
  if (inflateInit2(&stream, kZlibOrGzip) != Z_OK) return 0;
  std::uintmax_t bytes = 0;
  int state = Z_OK;
  while (state == Z_OK) {
    if (stream.avail_in == 0) {
      file.read(packed.data(), kChunk);
      stream.avail_in = static_cast<uInt>(file.gcount());
      stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    }
    stream.avail_out = kChunk;
    stream.next_out = reinterpret_cast<Bytef*>(unpacked.data());
    state = inflate(&stream, Z_NO_FLUSH);
    bytes += kChunk - stream.avail_out;
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END ? bytes : 0;
}

}  // namespace

ImageHeader read_meta_image_header(const std::filesystem::path& path) {
  const Fields header = read_fields(path, '=', "ElementDataFile");
  const auto spacing = numbers(header["ElementSpacing"], "ElementSpacing", 3, path);
  const auto place = numbers(header.any_of({"Offset", "Position", "Origin"}), "Offset", 3, path);
  const auto directions =  // axis by axis, LPS
      numbers(header.any_of({"TransformMatrix", "Rotation", "Orientation"}), "TransformMatrix", 9, path);
  ImageHeader result;
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t axis = 0; axis < 3; ++axis)
      result.to_patient[row][axis] = directions[3 * axis + row] * spacing[axis];
    result.to_patient[row][3] = place[row];
  }
  const std::string data = header["ElementDataFile"] == "LOCAL" ? "" : header["ElementDataFile"];
  if (header["CompressedData"] == "True") {
    if (header["CompressedDataSize"].empty())
      throw InputError("volume.compressed_size",
                       "\"{}\" does not say how large its compressed voxels are (CompressedDataSize).", path);
    if (bytes_of(path, data, header))
      result.voxel_bytes =
          data.empty() ? unpacked_bytes(path, header.bytes) : unpacked_bytes(path.parent_path() / data, 0);
  } else if (header["BinaryData"] != "False") {
    result.voxel_bytes = bytes_of(path, data, header);
  }
  return result;
}

ImageHeader read_nrrd_header(const std::filesystem::path& path) {
  const Fields header = read_fields(path, ':', "");
  const auto directions = numbers(header["space directions"], "space directions", 9, path);
  const auto place = numbers(header["space origin"], "space origin", 3, path);
  const std::string space = header["space"];
  const bool lps = space == "left-posterior-superior" || space == "LPS";
  if (!lps && space != "right-anterior-superior" && space != "RAS")
    throw InputError("volume.space", "\"{}\" does not say in which space its voxels lie (space).", path);
  ImageHeader result;
  for (std::size_t row = 0; row < 3; ++row) {
    const double sign = lps || row == 2 ? 1 : -1;
    for (std::size_t axis = 0; axis < 3; ++axis)
      result.to_patient[row][axis] = sign * directions[3 * axis + row];
    result.to_patient[row][3] = sign * place[row];
  }
  if (header["encoding"] == "raw")
    result.voxel_bytes = bytes_of(path, header.any_of({"data file", "datafile"}), header);
  return result;
}

}  // namespace skiagraph::io
