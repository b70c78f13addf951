#include "core/io/gltf_accessor.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

#include "core/io/gltf_meshopt.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

using nlohmann::json;

enum ComponentType : int { kByte = 5120, kUnsignedByte, kShort, kUnsignedShort, kUnsignedInt = 5125, kFloat };

constexpr std::uint64_t kMostZeros = 64;  // bytes for each byte of the file

std::size_t bytes_of(int type) {
  switch (type) {
    case kByte:
    case kUnsignedByte:
      return 1;
    case kShort:
    case kUnsignedShort:
      return 2;
    case kUnsignedInt:
    case kFloat:
      return 4;
    default:
      return 0;
  }
}

std::size_t components_named(const json& name) {
  constexpr std::array<std::pair<std::string_view, std::size_t>, 7> kTypes{
      {{"SCALAR", 1}, {"VEC2", 2}, {"VEC3", 3}, {"VEC4", 4}, {"MAT2", 4}, {"MAT3", 9}, {"MAT4", 16}}};
  for (const auto& [known, components] : kTypes)
    if (name == known) return components;
  return 0;
}

template <class Number>
double number_at(const char* bytes, bool normalized) {
  Number number;
  std::memcpy(&number, bytes, sizeof number);
  if (!normalized) return static_cast<double>(number);
  return std::max(-1.0,
                  static_cast<double>(number) / static_cast<double>(std::numeric_limits<Number>::max()));
}

}  // namespace

GltfNumbers::GltfNumbers(std::vector<float> numbers, std::size_t components)
    : own_(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(float)),
      count_(numbers.size() / components),
      stride_(components * sizeof(float)),
      components_(components),
      type_(kFloat) {}

double GltfNumbers::operator()(std::uint64_t element, std::size_t component) const {
  const char* bytes = own_.empty() ? bytes_.data() : own_.data();
  bytes += element * stride_ + component * bytes_of(type_);
  switch (type_) {
    case kByte:
      return number_at<std::int8_t>(bytes, normalized_);
    case kUnsignedByte:
      return number_at<std::uint8_t>(bytes, normalized_);
    case kShort:
      return number_at<std::int16_t>(bytes, normalized_);
    case kUnsignedShort:
      return number_at<std::uint16_t>(bytes, normalized_);
    case kUnsignedInt:
      return number_at<std::uint32_t>(bytes, normalized_);
    default:
      return number_at<float>(bytes, false);
  }
}

GltfNumbers GltfAccessors::read(std::uint64_t index) {
  const json& accessor = document_.entry("accessors", index);
  const auto whole = [&](const char* name) { return gltf_whole(document_, accessor, name); };
  GltfNumbers numbers;
  numbers.count_ = whole("count").value_or(0);
  numbers.type_ = static_cast<int>(whole("componentType").value_or(0));
  numbers.components_ = components_named(gltf_member(accessor, "type"));
  numbers.normalized_ = gltf_member(accessor, "normalized") == true;
  const std::size_t element = numbers.components_ * bytes_of(numbers.type_);
  constexpr std::uint64_t kMostCount = 3 * kMostSurfaceParts;
  if (element == 0 || numbers.count_ > kMostCount) throw document_.damaged();
  numbers.stride_ = element;
  const json& sparse = gltf_member(accessor, "sparse");
  if (const auto view_index = whole("bufferView")) {
    const std::uint64_t offset = whole("byteOffset").value_or(0);
    numbers.stride_ =
        gltf_whole(document_, document_.entry("bufferViews", *view_index), "byteStride").value_or(element);
    const std::string_view bytes = view(*view_index);
    const std::uint64_t needed = numbers.count_ == 0 ? 0 : (numbers.count_ - 1) * numbers.stride_ + element;
    if (numbers.stride_ < element || offset > bytes.size() || needed > bytes.size() - offset)
      throw document_.damaged();
    numbers.bytes_ = bytes.substr(offset);
    if (sparse.is_object()) numbers.own_.assign(numbers.bytes_.substr(0, needed));
  } else if (sparse.is_object()) {
    // Zeros that are not in the file: no more of them than the file would have room for.
    if (numbers.count_ * element > kMostZeros * document_.all_bytes()) throw document_.damaged();
    numbers.own_.assign(numbers.count_ * element, '\0');
  } else if (numbers.count_ > 0) {
    throw document_.damaged();
  }
  if (sparse.is_object()) replace_some(numbers, sparse);
  return numbers;
}

void GltfAccessors::replace_some(GltfNumbers& numbers, const json& sparse) {
  const std::uint64_t count = gltf_whole(document_, sparse, "count").value_or(0);
  const json &where = gltf_member(sparse, "indices"), &what = gltf_member(sparse, "values");
  const auto bytes_from = [&](const json& part, std::uint64_t element) {
    const auto view_index = gltf_whole(document_, part, "bufferView");
    if (!view_index) throw document_.damaged();
    const std::uint64_t offset = gltf_whole(document_, part, "byteOffset").value_or(0);
    const std::string_view bytes = view(*view_index);
    if (offset > bytes.size() || count > (bytes.size() - offset) / element) throw document_.damaged();
    return bytes.substr(offset);
  };
  GltfNumbers indices;
  indices.type_ = static_cast<int>(gltf_whole(document_, where, "componentType").value_or(0));
  indices.stride_ = bytes_of(indices.type_);
  if (indices.stride_ == 0 || indices.type_ == kFloat) throw document_.damaged();
  indices.bytes_ = bytes_from(where, indices.stride_);
  const std::size_t element = numbers.components_ * bytes_of(numbers.type_);
  const std::string_view values = bytes_from(what, element);
  for (std::uint64_t n = 0; n < count; ++n) {
    const double at = indices(n, 0);
    if (!(at >= 0 && at < static_cast<double>(numbers.count_))) throw document_.damaged();
    std::memcpy(numbers.own_.data() + static_cast<std::uint64_t>(at) * numbers.stride_,
                values.data() + n * element, element);
  }
}

std::string_view GltfAccessors::part_of_buffer(const json& where) {
  const auto buffer = gltf_whole(document_, where, "buffer"),
             length = gltf_whole(document_, where, "byteLength");
  if (!buffer || !length) throw document_.damaged();
  const std::uint64_t offset = gltf_whole(document_, where, "byteOffset").value_or(0);
  const std::string_view bytes = document_.buffer(*buffer);
  if (offset > bytes.size() || *length > bytes.size() - offset) throw ends_early(document_.path(), "glTF");
  return bytes.substr(offset, *length);
}

std::string_view GltfAccessors::view(std::uint64_t index) {
  const json& view = document_.entry("bufferViews", index);
  const json& packed = gltf_member(gltf_member(view, "extensions"), "EXT_meshopt_compression");
  if (packed.is_null()) return part_of_buffer(view);
  const auto found = unpacked_.find(index);
  if (found != unpacked_.end()) return found->second;
  return unpacked_[index] = unpacked(packed, gltf_whole(document_, view, "byteLength").value_or(0));
}

std::string GltfAccessors::unpacked(const json& packed, std::uint64_t bytes) {
  MeshoptView view;
  view.packed = part_of_buffer(packed);
  view.count = gltf_whole(document_, packed, "count").value_or(0);
  view.stride = gltf_whole(document_, packed, "byteStride").value_or(0);
  const json &mode = gltf_member(packed, "mode"), &filter = gltf_member(packed, "filter");
  if (mode.is_string()) view.mode = mode.get<std::string>();
  if (filter.is_string()) view.filter = filter.get<std::string>();
  std::optional<std::string> result = unpack(view);
  if (!result || result->size() != bytes) throw document_.damaged();
  return *std::move(result);
}

}  // namespace skiagraph::io
