#include "core/tensors/tensor_file.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <vector>

#include "core/base/error.h"

namespace skiagraph {
namespace {

using nlohmann::json;

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kMostHeaderBytes = 16 << 20;
constexpr std::uint64_t kMostTensorBytes = 1ULL << 62;

struct TypeName {
  torch::ScalarType type;
  const char* name;
};
constexpr std::array<TypeName, 10> kTypes{{{torch::kFloat64, "F64"},
                                           {torch::kFloat32, "F32"},
                                           {torch::kFloat16, "F16"},
                                           {torch::kBFloat16, "BF16"},
                                           {torch::kInt64, "I64"},
                                           {torch::kInt32, "I32"},
                                           {torch::kInt16, "I16"},
                                           {torch::kInt8, "I8"},
                                           {torch::kUInt8, "U8"},
                                           {torch::kBool, "BOOL"}}};

std::optional<torch::ScalarType> type_named(const std::string& name) {
  const auto found = std::ranges::find_if(kTypes, [&](const TypeName& t) { return name == t.name; });
  return found == kTypes.end() ? std::nullopt : std::optional(found->type);
}

const char* name_of(torch::ScalarType type) {
  const auto found = std::ranges::find(kTypes, type, &TypeName::type);
  if (found == kTypes.end()) throw Error("A tensor of this type cannot be stored in a .safetensors file.");
  return found->name;
}

/// Everything wrong with a file becomes one sentence that names it.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& path) : path_(path) {}

  TensorFile read() {
    const json header = read_header();
    if (!header.is_object()) damaged("its header is not a JSON object");
    TensorFile result;
    std::vector<Entry> entries;
    for (const auto& [name, value] : header.items()) {
      if (name == "__metadata__")
        read_metadata(value, result);
      else
        entries.push_back(read_entry(name, value));
    }
    std::ranges::sort(entries, {}, &Entry::begin);
    std::uint64_t expected = 0;
    for (const Entry& entry : entries) {
      if (entry.begin != expected) damaged("tensor \"" + entry.name + "\" overlaps another or leaves a gap");
      expected = entry.end;
    }
    if (expected != data_bytes_) damaged("its tensors do not fill it; it may be truncated");
    for (const Entry& entry : entries) result.tensors[entry.name] = read_tensor(entry);
    return result;
  }

 private:
  struct Entry {
    std::string name;
    torch::ScalarType type;
    std::vector<std::int64_t> shape;
    std::uint64_t begin, end;
  };

  [[noreturn]] void damaged(const std::string& why) const {
    throw InputError("The file " + path_.string() + " is not a usable .safetensors file: " + why + ".");
  }

  json read_header() {
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
    std::set<std::string, std::less<>> names;
    std::string twice;
    const auto note_name = [&](int depth, json::parse_event_t event, const json& value) {
      if (event == json::parse_event_t::key && depth == 1 && !names.insert(value.get<std::string>()).second)
        twice = value.get<std::string>();
      return true;
    };
    json header = json::parse(text, note_name, false);
    if (header.is_discarded()) damaged("its header is not JSON");
    if (!twice.empty()) damaged("it names \"" + twice + "\" twice");
    return header;
  }

  void read_metadata(const json& value, TensorFile& result) const {
    if (!value.is_object()) damaged("its metadata is not an object");
    for (const auto& [key, text] : value.items()) {
      if (!text.is_string()) damaged("its metadata \"" + key + "\" is not text");
      result.metadata[key] = text.get<std::string>();
    }
  }

  Entry read_entry(const std::string& name, const json& value) const {
    const auto bad = [&](const std::string& what) { damaged("tensor \"" + name + "\" has " + what); };
    if (!value.is_object() || !value.contains("dtype") || !value.contains("shape") ||
        !value.contains("data_offsets"))
      bad("an incomplete entry");
    if (!value["dtype"].is_string() || !type_named(value["dtype"].get<std::string>())) bad("an unknown type");
    Entry entry{name, *type_named(value["dtype"].get<std::string>()), {}, 0, 0};
    const json& shape = value["shape"];
    if (!shape.is_array() || shape.size() > 8) bad("no usable shape");
    // Extents of 0 count as 1 for the limit: the other extents of an empty tensor must not overflow either.
    std::uint64_t bytes = c10::elementSize(entry.type);
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

  torch::Tensor read_tensor(const Entry& entry) {
    auto tensor = torch::empty(entry.shape, entry.type);
    stream_.seekg(static_cast<std::streamoff>(data_start_ + entry.begin));
    if (entry.end > entry.begin && !stream_.read(static_cast<char*>(tensor.data_ptr()),
                                                 static_cast<std::streamsize>(entry.end - entry.begin)))
      damaged("it is truncated");
    return tensor;
  }

  const std::filesystem::path& path_;
  std::ifstream stream_;
  std::uint64_t data_start_ = 0, data_bytes_ = 0;
};

}  // namespace

TensorFile read_tensor_file(const std::filesystem::path& path) {
  return Reader(path).read();
}

void write_tensor_file(const std::filesystem::path& path, const TensorFile& file) {
  json header = json::object();
  if (!file.metadata.empty()) header["__metadata__"] = file.metadata;
  std::uint64_t offset = 0;
  std::vector<torch::Tensor> in_order;
  for (const auto& [name, tensor] : file.tensors) {
    const auto plain = tensor.detach().to(torch::kCPU).contiguous();
    const std::uint64_t bytes = plain.nbytes();
    header[name] = {{"dtype", name_of(plain.scalar_type())},
                    {"shape", plain.sizes().vec()},
                    {"data_offsets", {offset, offset + bytes}}};
    offset += bytes;
    in_order.push_back(plain);
  }
  std::string text = header.dump();
  text.resize((text.size() + 7) / 8 * 8, ' ');  // the format asks for aligned tensors

  const std::filesystem::path temporary = path.string() + ".partial";
  std::ofstream stream(temporary, std::ios::binary);
  for (std::uint64_t n = 0, length = text.size(); n < kLengthBytes; ++n, length >>= 8)
    stream.put(static_cast<char>(length & 0xff));
  stream << text;
  for (const torch::Tensor& tensor : in_order)
    stream.write(static_cast<const char*>(tensor.data_ptr()), static_cast<std::streamsize>(tensor.nbytes()));
  stream.close();
  std::error_code error;
  if (stream) std::filesystem::rename(temporary, path, error);
  if (!stream || error) {
    std::filesystem::remove(temporary, error);
    throw Error("The file " + path.string() + " cannot be written; check the folder and the free space.");
  }
}

}  // namespace skiagraph
