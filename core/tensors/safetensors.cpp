#include "core/tensors/safetensors.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/error.h"

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
    if (header.is_discarded()) file_.damaged("its header is not JSON");
    if (!twice.empty()) file_.damaged("it names \"" + twice + "\" twice");
    if (!header.is_object()) file_.damaged("its header is not a JSON object");
    return header;
  }

  std::map<std::string, std::string> metadata(const json& value) const {
    if (!value.is_object()) file_.damaged("its metadata is not an object");
    std::map<std::string, std::string> result;
    for (const auto& [key, text] : value.items()) {
      if (!text.is_string()) file_.damaged("its metadata \"" + key + "\" is not text");
      result[key] = text.get<std::string>();
    }
    return result;
  }

  TensorEntry entry(const std::string& name, const json& value) const {
    const auto bad = [&](const std::string& what) { file_.damaged("tensor \"" + name + "\" has " + what); };
    if (!value.is_object() || !value.contains("dtype") || !value.contains("shape") ||
        !value.contains("data_offsets"))
      bad("an incomplete entry");
    if (!value["dtype"].is_string() || !type_named(value["dtype"].get<std::string>())) bad("an unknown type");
    TensorEntry entry{name, *type_named(value["dtype"].get<std::string>()), {}, 0, 0};
    const json& shape = value["shape"];
    if (!shape.is_array() || shape.size() > 8) bad("no usable shape");
    // Extents of 0 count as 1 for the limit: the other extents of an empty tensor must not overflow either.
    std::uint64_t bytes = bytes_of(entry.type);
    bool empty = false;
    for (const json& extent : shape) {
      if (!extent.is_number_unsigned()) bad("a negative or fractional extent");
      const auto n = extent.get<std::uint64_t>();
      empty = empty || n == 0;
      if (n > 1 && bytes > kMostTensorBytes / n) bad("a shape larger than the file");
      bytes *= std::max<std::uint64_t>(n, 1);
      entry.shape.push_back(static_cast<std::int64_t>(n));
    }
    if (empty) bytes = 0;
    if (bytes > data_bytes_) bad("a shape larger than the file");
    const json& offsets = value["data_offsets"];
    if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
        !offsets[1].is_number_unsigned())
      bad("no usable offsets");
    entry.begin = offsets[0].get<std::uint64_t>();
    entry.end = offsets[1].get<std::uint64_t>();
    if (entry.begin > entry.end || entry.end > data_bytes_ || entry.end - entry.begin != bytes)
      bad("offsets that do not fit its shape");
    return entry;
  }

 private:
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
    if (entry.begin != expected) damaged("tensor \"" + entry.name + "\" overlaps another or leaves a gap");
    expected = entry.end;
  }
  if (expected != data_bytes_) damaged("its tensors do not fill it; it may be truncated");
}

void SafetensorsReader::damaged(const std::string& why) const {
  throw InputError("The file " + path_.string() + " is not a usable .safetensors file: " + why + ".");
}

std::string SafetensorsReader::read_header() {
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(path_, error);
  stream_.open(path_, std::ios::binary);
  if (error || !stream_)
    throw InputError("The file " + path_.string() + " cannot be opened; check its name.");
  std::array<unsigned char, kLengthBytes> bytes{};
  if (size < kLengthBytes || !stream_.read(reinterpret_cast<char*>(bytes.data()), kLengthBytes))
    damaged("it is too short");
  std::uint64_t length = 0;
  for (std::size_t n = bytes.size(); n-- > 0;) length = (length << 8) | bytes[n];
  if (length > size - kLengthBytes || length > kMostHeaderBytes)
    damaged("its header is longer than the file or the limit");
  std::string text(length, ' ');
  if (!stream_.read(text.data(), static_cast<std::streamsize>(length))) damaged("its header is truncated");
  data_start_ = kLengthBytes + length;
  data_bytes_ = size - data_start_;
  return text;
}

void SafetensorsReader::read(const TensorEntry& entry, void* into) {
  stream_.seekg(static_cast<std::streamoff>(data_start_ + entry.begin));
  if (entry.end > entry.begin &&
      !stream_.read(static_cast<char*>(into), static_cast<std::streamsize>(entry.end - entry.begin)))
    damaged("it is truncated");
}

void write_safetensors(const std::filesystem::path& path, const std::map<std::string, TensorView>& tensors,
                       const std::map<std::string, std::string>& metadata) {
  json header = json::object();
  if (!metadata.empty()) header["__metadata__"] = metadata;
  const auto bytes = [](const TensorView& tensor) {
    std::uint64_t count = bytes_of(tensor.type);
    for (const std::int64_t extent : tensor.shape) count *= static_cast<std::uint64_t>(extent);
    return count;
  };
  std::uint64_t offset = 0;
  for (const auto& [name, tensor] : tensors) {
    header[name] = {{"dtype", kTypes[static_cast<std::size_t>(tensor.type)].name},
                    {"shape", tensor.shape},
                    {"data_offsets", {offset, offset + bytes(tensor)}}};
    offset += bytes(tensor);
  }
  std::string text = header.dump();
  text.resize((text.size() + 7) / 8 * 8, ' ');  // the format asks for aligned tensors

  const std::filesystem::path temporary = path.string() + ".partial";
  std::ofstream stream(temporary, std::ios::binary);
  for (std::uint64_t n = 0, length = text.size(); n < kLengthBytes; ++n, length >>= 8)
    stream.put(static_cast<char>(length & 0xff));
  stream << text;
  for (const auto& [name, tensor] : tensors)
    stream.write(static_cast<const char*>(tensor.data), static_cast<std::streamsize>(bytes(tensor)));
  stream.close();
  std::error_code error;
  if (stream) std::filesystem::rename(temporary, path, error);
  if (!stream || error) {
    std::filesystem::remove(temporary, error);
    throw Error("The file " + path.string() + " cannot be written; check the folder and the free space.");
  }
}

}  // namespace skiagraph::tensors
