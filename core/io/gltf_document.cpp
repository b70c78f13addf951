#include "core/io/gltf_document.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <utility>

#include "core/io/gltf_uri.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "glTF";

std::string file_bytes(const std::filesystem::path& path) {
  std::error_code error;
  std::string bytes(std::filesystem::file_size(path, error), '\0');
  std::ifstream file(path, std::ios::binary);
  if (error || !file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    throw InputError("file.unreadable", "\"{}\" cannot be read.", path);
  return bytes;
}

/// How many brackets are open at most; those within strings do not count. The parser would recurse as deep.
int json_depth(std::string_view text) {
  int depth = 0, deepest = 0;
  bool quoted = false;
  for (std::size_t n = 0; n < text.size(); ++n) {
    const char c = text[n];
    if (quoted && c == '\\') ++n;
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if (c == ']' || c == '}') --depth;
  }
  return deepest;
}

/// Extensions of looks, lights and the like change no vertex.
bool changes_no_shape(std::string_view extension) {
  if (extension == "VRM" || extension.starts_with("VRMC_")) return true;
  constexpr std::array<std::string_view, 5> kLooks{"_materials_", "_texture", "_lights_", "_xmp",
                                                   "_animation_"};
  return std::ranges::any_of(
      kLooks, [&](std::string_view part) { return extension.find(part) != std::string_view::npos; });
}

void check_extensions(const json& required, const std::filesystem::path& path) {
  constexpr std::array<std::string_view, 3> kRead{"KHR_mesh_quantization", "KHR_draco_mesh_compression",
                                                  "EXT_meshopt_compression"};
  for (const json& each : required) {
    const std::string name = each.is_string() ? each.get<std::string>() : each.dump();
    if (std::ranges::find(kRead, name) != kRead.end() || changes_no_shape(name)) continue;
    throw InputError("surface.extension",
                     "\"{}\" needs the glTF extension {}, which is not read here; export it without.", path,
                     name);
  }
}

[[noreturn]] void refuse_version(const std::filesystem::path& path) {
  throw InputError("surface.version",
                   "\"{}\" is no glTF 2.0 but of another version; convert it, for example with Blender.",
                   path);
}

}  // namespace

GltfDocument::GltfDocument(std::filesystem::path path) : path_(std::move(path)) {
  std::string bytes = file_bytes(path_);
  file_bytes_ = bytes.size();
  if (bytes.starts_with("glTF"))
    read_binary(std::move(bytes));
  else
    parse(bytes);
  if (!content_.is_object()) throw damaged();
  const json& version = gltf_member(gltf_member(content_, "asset"), "version");
  if (version.is_string() && !version.get<std::string>().starts_with('2')) refuse_version(path_);
  check_extensions(list("extensionsRequired"), path_);
  buffers_.resize(list("buffers").size());
}

InputError GltfDocument::damaged() const {
  return {"surface.damaged", "\"{}\" is a damaged glTF file: its parts do not fit together.", path_};
}

/// A header of magic, version and length; then chunks of length, kind and content: the JSON, and its buffer.
void GltfDocument::read_binary(std::string bytes) {
  constexpr std::size_t kHeaderBytes = 12, kChunkBytes = 8;
  constexpr std::uint32_t kJson = 0x4E4F534A, kBinary = 0x004E4942;
  const auto number_at = [&](std::size_t at) {
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
  };
  if (bytes.size() < kHeaderBytes + kChunkBytes || number_at(8) > bytes.size())
    throw ends_early(path_, kFormat);
  if (number_at(4) != 2) refuse_version(path_);
  std::size_t at = kHeaderBytes;
  while (at + kChunkBytes <= bytes.size()) {
    const std::size_t length = number_at(at), kind = number_at(at + 4);
    at += kChunkBytes;
    if (length > bytes.size() - at) throw ends_early(path_, kFormat);
    if (kind == kJson && content_.is_null()) parse(std::string_view(bytes).substr(at, length));
    if (kind == kBinary && !binary_) {
      bytes.resize(at + length);  // the same memory becomes the buffer
      bytes.erase(0, at);
      binary_ = std::move(bytes);
      return;
    }
    at += length;
  }
}

void GltfDocument::parse(std::string_view text) {
  constexpr int kMostDepth = 64;
  if (json_depth(text) > kMostDepth)
    throw InputError("surface.nested", "\"{}\" is damaged: its parts are nested too deep.", path_);
  content_ = json::parse(text, nullptr, false);
  if (!content_.is_discarded()) return;
  // Names of parts need not be UTF-8, and do not matter.
  std::string ascii(text);
  std::ranges::replace_if(
      ascii, [](char c) { return static_cast<unsigned char>(c) > 127; }, '?');
  content_ = json::parse(ascii, nullptr, false);
  if (content_.is_discarded())
    throw InputError("surface.damaged",
                     "\"{}\" is a damaged glTF file: its JSON is cut off or makes no sense.", path_);
}

const json& GltfDocument::list(std::string_view name) const {
  static const json kNone = json::array();
  const json& found = gltf_member(content_, name);
  return found.is_array() ? found : kNone;
}

const json& GltfDocument::entry(std::string_view name, std::uint64_t index) const {
  const json& entries = list(name);
  if (index >= entries.size()) throw damaged();
  return entries[index];
}

std::string_view GltfDocument::buffer(std::uint64_t index) {
  const json& buffer = entry("buffers", index);
  if (index == 0 && binary_ && !buffer.contains("uri")) return *binary_;
  if (!buffers_[index]) buffers_[index] = read_buffer(buffer);
  return *buffers_[index];
}

std::uint64_t GltfDocument::all_bytes() {
  const json& buffers = list("buffers");
  std::uint64_t bytes = file_bytes_;
  for (std::uint64_t n = 0; n < buffers.size(); ++n)
    if (buffers[n].contains("uri")) bytes += buffer(n).size();
  return bytes;
}

std::string GltfDocument::read_buffer(const json& buffer) const {
  const json& uri = gltf_member(buffer, "uri");
  if (!uri.is_string()) throw damaged();
  const std::string& text = uri.get_ref<const std::string&>();
  if (!text.starts_with("data:")) return read_beside(text);
  std::optional<std::string> bytes = data_of_uri(text);
  if (!bytes) throw damaged();
  return *std::move(bytes);
}

std::string GltfDocument::read_beside(std::string_view uri) const {
  std::error_code error;
  for (const std::string& name : {percent_decoded(uri), std::string(uri)}) {
    const std::filesystem::path beside = path_.parent_path() / name;
    if (std::filesystem::is_regular_file(beside, error)) return file_bytes(beside);
  }
  throw InputError("surface.missing_part",
                   "\"{}\" needs the file \"{}\", which is not there; copy it beside the first one.", path_,
                   percent_decoded(uri));
}

const json& gltf_member(const json& object, std::string_view name) {
  static const json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(std::string(name));
  return found == object.end() ? kNothing : *found;
}

std::optional<std::uint64_t> gltf_whole(const GltfDocument& document, const json& object,
                                        std::string_view name) {
  const json& member = gltf_member(object, name);
  if (member.is_null()) return std::nullopt;
  constexpr double kMost = 1e15;  // whole numbers may be written as 12.0
  if (!member.is_number()) throw document.damaged();
  const double number = member.get<double>();
  if (!(number >= 0 && number <= kMost)) throw document.damaged();
  return static_cast<std::uint64_t>(number);
}

std::vector<double> gltf_numbers(const GltfDocument& document, const json& object, std::string_view name) {
  const json& member = gltf_member(object, name);
  std::vector<double> numbers;
  for (const json& each : member) {
    if (!each.is_number()) throw document.damaged();
    numbers.push_back(each.get<double>());
  }
  return numbers;
}

}  // namespace skiagraph::io
