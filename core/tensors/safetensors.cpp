#include "core/tensors/safetensors.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/base/write_file.h"

namespace skiagraph::tensors {
namespace {

using nlohmann::json;

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kMostHeaderBytes = 16 << 20;
constexpr std::uint64_t kMostTensorBytes = 1ULL << 62;

struct TypeInfo {
  std::string_view name;
  std::size_t bytes;
};
/// In the order of TensorType.
constexpr std::array<TypeInfo, 10> kTypes{{{"F64", 8},
                                           {"F32", 4},
                                           {"F16", 2},
                                           {"BF16", 2},
                                           {"I64", 8},
                                           {"I32", 4},
                                           {"I16", 2},
                                           {"I8", 1},
                                           {"U8", 1},
                                           {"BOOL", 1}}};

std::optional<TensorType> type_named(const std::string& name) {
  const auto found = std::ranges::find(kTypes, name, &TypeInfo::name);
  return found == kTypes.end() ? std::nullopt
                               : std::optional(static_cast<TensorType>(found - kTypes.begin()));
}

/// The JSON of a header, checked piece by piece against the bytes behind it.
class Header {
 public:
  Header(const SafetensorsReader& file, std::uint64_t data_bytes) : file_(file), data_bytes_(data_bytes) {}

  json parse(const std::string& text) const {
    std::set<std::string, std::less<>> names;
    std::string twice;
    const auto note_name = [&](int depth, json::parse_event_t event, const json& value) {
      if (event == json::parse_event_t::key && depth == 1 && !names.insert(value.get<std::string>()).second)
        twice = value.get<std::string>();
      return true;
    };
    json header = json::parse(text, note_name, false);
    if (header.is_discarded()) file_.refuse("The file \"{}\" is damaged: its header is not JSON.");
    if (!twice.empty()) file_.refuse("The file \"{}\" is damaged: it names \"{}\" twice.", twice);
    if (!header.is_object()) file_.refuse("The file \"{}\" is damaged: its header is not a JSON object.");
    return header;
  }

  std::map<std::string, std::string> metadata(const json& value) const {
    if (!value.is_object()) file_.refuse("The file \"{}\" is damaged: its metadata is not an object.");
    std::map<std::string, std::string> result;
    for (const auto& [key, text] : value.items()) {
      if (!text.is_string())
        file_.refuse("The file \"{}\" is damaged: its metadata \"{}\" is not text.", key);
      result[key] = text.get<std::string>();
    }
    return result;
  }

  TensorEntry entry(const std::string& name, const json& value) const {
    if (!value.is_object() || !value.contains("dtype") || !value.contains("shape") ||
        !value.contains("data_offsets"))
      file_.refuse("The file \"{}\" is damaged: its tensor \"{}\" has an incomplete entry.", name);
    const json& type = value["dtype"];
    if (!type.is_string() || !type_named(type.get<std::string>()))
      file_.refuse("The file \"{}\" is damaged: its tensor \"{}\" has an unknown type.", name);
    TensorEntry entry{name, *type_named(type.get<std::string>()), {}, 0, 0};
    const std::uint64_t bytes = read_shape(entry, value["shape"]);
    const json& offsets = value["data_offsets"];
    if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
        !offsets[1].is_number_unsigned())
      file_.refuse("The file \"{}\" is damaged: its tensor \"{}\" has no usable offsets.", name);
    entry.begin = offsets[0].get<std::uint64_t>();
    entry.end = offsets[1].get<std::uint64_t>();
    if (entry.begin > entry.end || entry.end > data_bytes_ || entry.end - entry.begin != bytes)
      file_.refuse("The file \"{}\" is damaged: its tensor \"{}\" has offsets that do not fit its shape.",
                   name);
    return entry;
  }

 private:
  /// Bytes of a tensor of this shape, which becomes the entry's.
  std::uint64_t read_shape(TensorEntry& entry, const json& shape) const {
    constexpr std::size_t kMostDimensions = 8;
    if (!shape.is_array() || shape.size() > kMostDimensions)
      file_.refuse("The file \"{}\" is damaged: its tensor \"{}\" has no usable shape.", entry.name);
    // Extents of 0 count as 1 for the limit: the other extents of an empty tensor must not overflow either.
    std::uint64_t bytes = bytes_of(entry.type);
    bool empty = false;
    for (const json& extent : shape) {
      if (!extent.is_number_unsigned())
        file_.refuse("The file \"{}\" is damaged: its tensor \"{}\" has a negative or fractional extent.",
                     entry.name);
      const auto n = extent.get<std::uint64_t>();
      empty = empty || n == 0;
      if (n > 1 && bytes > kMostTensorBytes / n) refuse_large(entry);
      bytes *= std::max<std::uint64_t>(n, 1);
      entry.shape.push_back(static_cast<std::int64_t>(n));
    }
    if (empty) return 0;
    if (bytes > data_bytes_) refuse_large(entry);
    return bytes;
  }

  [[noreturn]] void refuse_large(const TensorEntry& entry) const {
    file_.refuse("The file \"{}\" is damaged: its tensor \"{}\" has a shape larger than the file.",
                 entry.name);
  }

  const SafetensorsReader& file_;
  std::uint64_t data_bytes_;
};

}  // namespace

std::size_t bytes_of(TensorType type) {
  return kTypes[static_cast<std::size_t>(type)].bytes;
}

SafetensorsReader::SafetensorsReader(std::filesystem::path path) : path_(std::move(path)) {
  const std::string text = read_header();
  const Header header(*this, data_bytes_);
  const json entries = header.parse(text);
  for (const auto& [name, value] : entries.items()) {
    if (name == "__metadata__")
      metadata_ = header.metadata(value);
    else
      entries_.push_back(header.entry(name, value));
  }
  std::ranges::sort(entries_, {}, &TensorEntry::begin);
  std::uint64_t expected = 0;
  for (const TensorEntry& entry : entries_) {
    if (entry.begin != expected)
      refuse("The file \"{}\" is damaged: its tensor \"{}\" overlaps another or leaves a gap.", entry.name);
    expected = entry.end;
  }
  if (expected != data_bytes_)
    refuse("The file \"{}\" is damaged: its tensors do not fill it; it may be truncated.");
}

std::string SafetensorsReader::read_header() {
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(path_, error);
  stream_.open(path_, std::ios::binary);
  if (error || !stream_)
    throw InputError("file.open", "The file \"{}\" cannot be opened; check its name.", path_);
  std::array<unsigned char, kLengthBytes> bytes{};
  if (size < kLengthBytes || !stream_.read(reinterpret_cast<char*>(bytes.data()), kLengthBytes))
    refuse("The file \"{}\" is damaged: it is too short.");
  std::uint64_t length = 0;
  for (std::size_t n = bytes.size(); n-- > 0;) length = (length << 8) | bytes[n];
  if (length > size - kLengthBytes || length > kMostHeaderBytes)
    refuse("The file \"{}\" is damaged: its header is longer than the file or the limit.");
  std::string text(length, ' ');
  if (!stream_.read(text.data(), static_cast<std::streamsize>(length)))
    refuse("The file \"{}\" is damaged: its header is truncated.");
  data_start_ = kLengthBytes + length;
  data_bytes_ = size - data_start_;
  return text;
}

void SafetensorsReader::read(const TensorEntry& entry, void* into) {
  stream_.seekg(static_cast<std::streamoff>(data_start_ + entry.begin));
  if (entry.end > entry.begin &&
      !stream_.read(static_cast<char*>(into), static_cast<std::streamsize>(entry.end - entry.begin)))
    refuse("The file \"{}\" is damaged: it is truncated.");
}

namespace {

std::uint64_t bytes_of(const TensorView& tensor) {
  std::uint64_t count = bytes_of(tensor.type);
  for (const std::int64_t extent : tensor.shape) count *= static_cast<std::uint64_t>(extent);
  return count;
}

/// Text that is not UTF-8, as in names of files, is written with replacement characters.
std::string header_text(const std::map<std::string, TensorView>& tensors,
                        const std::map<std::string, std::string>& metadata) {
  json header = json::object();
  if (!metadata.empty()) header["__metadata__"] = metadata;
  std::uint64_t offset = 0;
  for (const auto& [name, tensor] : tensors) {
    const std::uint64_t end = offset + bytes_of(tensor);
    header[name] = {{"dtype", kTypes[static_cast<std::size_t>(tensor.type)].name},
                    {"shape", tensor.shape},
                    {"data_offsets", {offset, end}}};
    offset = end;
  }
  std::string text = header.dump(-1, ' ', false, json::error_handler_t::replace);
  text.resize((text.size() + 7) / 8 * 8, ' ');  // the format asks for aligned tensors
  return text;
}

}  // namespace

void write_safetensors(const std::filesystem::path& path, const std::map<std::string, TensorView>& tensors,
                       const std::map<std::string, std::string>& metadata) {
  const std::string text = header_text(tensors, metadata);
  std::string length;
  for (std::uint64_t n = 0, rest = text.size(); n < kLengthBytes; ++n, rest >>= 8)
    length += static_cast<char>(rest & 0xff);
  write_file(path, [&](FileSink& file) {
    file.write(length);
    file.write(text);
    for (const auto& [name, tensor] : tensors) file.write(tensor.data, bytes_of(tensor));
  });
}

}  // namespace skiagraph::tensors
