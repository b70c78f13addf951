#include "core/io/voxel_stream.h"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/volume_limits.h"

namespace skiagraph::io {
namespace {

constexpr std::size_t kChunk = 1 << 20;

/// The bytes of the voxels.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills the buffer as far as there are bytes; says how many.
  virtual std::size_t read(std::span<char> bytes) = 0;
  /// Whether what has not been read yet is sound, too.
  virtual bool sound_to_end() { return true; }
};

class PlainBytes : public ByteStream {
 public:
  PlainBytes(const std::filesystem::path& path, std::uintmax_t offset) : file_(path, std::ios::binary) {
    file_.seekg(static_cast<std::streamoff>(offset));
  }
  std::size_t read(std::span<char> bytes) override {
    file_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return static_cast<std::size_t>(file_.gcount());
  }

 private:
  std::ifstream file_;
};

/// zlib or gzip, whichever it is; gzip also in several members.
class UnpackedBytes : public ByteStream {
 public:
  UnpackedBytes(const std::filesystem::path& path, std::uintmax_t offset) : packed_(path, offset) {
    constexpr int kZlibOrGzip = MAX_WBITS + 32;
    if (inflateInit2(&stream_, kZlibOrGzip) != Z_OK) throw std::bad_alloc();
  }
  UnpackedBytes(const UnpackedBytes&) = delete;
  UnpackedBytes& operator=(const UnpackedBytes&) = delete;
  ~UnpackedBytes() override { inflateEnd(&stream_); }

  std::size_t read(std::span<char> bytes) override {
    stream_.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream_.avail_out = static_cast<uInt>(bytes.size());
    while (stream_.avail_out > 0 && !ended_) {
      if (stream_.avail_in == 0) fill();
      const int state = inflate(&stream_, Z_NO_FLUSH);
      if (state == Z_STREAM_END)
        ended_ = !next_member();
      else if (state != Z_OK)
        ended_ = damaged_ = true;
    }
    return bytes.size() - stream_.avail_out;
  }
  bool sound_to_end() override {
    for (std::vector<char> rest(kChunk); !ended_;) read(rest);
    return !damaged_;
  }

 private:
  void fill() {
    stream_.avail_in = static_cast<uInt>(packed_.read(buffer_));
    stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
  }
  bool next_member() {
    constexpr Bytef kGzipMagic = 0x1f;
    if (stream_.avail_in == 0) fill();
    return stream_.avail_in > 0 && *stream_.next_in == kGzipMagic && inflateReset(&stream_) == Z_OK;
  }

  PlainBytes packed_;
  std::vector<char> buffer_ = std::vector<char>(kChunk);
  z_stream stream_{};
  bool ended_ = false, damaged_ = false;
};

[[noreturn]] void refuse_short(const std::filesystem::path& path) {
  throw InputError("volume.damaged", "\"{}\" is damaged: it holds fewer voxels than its header claims.",
                   path);
}

template <class Value>
void convert(std::span<const char> bytes, const VolumeHeader& header, std::vector<float>& values) {
  const bool swap = header.big_endian != (std::endian::native == std::endian::big);
  values.resize(bytes.size() / sizeof(Value));
  for (std::size_t n = 0; n < values.size(); ++n) {
    std::array<char, sizeof(Value)> raw;
    std::copy_n(bytes.data() + n * sizeof(Value), sizeof(Value), raw.data());
    if (swap) std::ranges::reverse(raw);
    values[n] =
        static_cast<float>(static_cast<double>(std::bit_cast<Value>(raw)) * header.slope + header.intercept);
  }
}

using Convert = void (*)(std::span<const char>, const VolumeHeader&, std::vector<float>&);

struct TypeRow {
  VoxelType type;
  std::size_t bytes;
  Convert convert;
};

template <class Value>
constexpr TypeRow row(VoxelType type) {
  return {type, sizeof(Value), convert<Value>};
}

const TypeRow& row_of(VoxelType type) {
  static constexpr std::array kRows{
      row<std::int8_t>(VoxelType::kInt8),   row<std::uint8_t>(VoxelType::kUint8),
      row<std::int16_t>(VoxelType::kInt16), row<std::uint16_t>(VoxelType::kUint16),
      row<std::int32_t>(VoxelType::kInt32), row<std::uint32_t>(VoxelType::kUint32),
      row<std::int64_t>(VoxelType::kInt64), row<std::uint64_t>(VoxelType::kUint64),
      row<float>(VoxelType::kFloat32),      row<double>(VoxelType::kFloat64)};
  return *std::ranges::find(kRows, type, &TypeRow::type);
}

void read_binary(const std::filesystem::path& path, const VolumeHeader& header, std::uintmax_t count,
                 ByteStream& stream, const std::function<void(std::span<const float>)>& take) {
  const TypeRow& type = row_of(header.type);
  std::vector<char> bytes(kChunk);
  for (std::uintmax_t left = header.skip; left > 0;) {
    const auto part = static_cast<std::size_t>(std::min<std::uintmax_t>(left, kChunk));
    if (stream.read({bytes.data(), part}) < part) refuse_short(path);
    left -= part;
  }
  std::vector<float> values;
  for (std::uintmax_t left = count * type.bytes; left > 0;) {
    const auto part = static_cast<std::size_t>(std::min<std::uintmax_t>(left, kChunk));
    if (stream.read({bytes.data(), part}) < part) refuse_short(path);
    type.convert({bytes.data(), part}, header, values);
    take(values);
    left -= part;
  }
  if (!stream.sound_to_end())
    throw InputError("volume.damaged", "\"{}\" is damaged; copy or save it again.", path);
}

void read_text(const std::filesystem::path& path, const VolumeHeader& header, std::uintmax_t count,
               const std::function<void(std::span<const float>)>& take) {
  std::ifstream file(header.voxel_file, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(header.offset));
  std::string word;
  for (std::uintmax_t n = 0; n < count; ++n) {
    const auto value = file >> word ? number_in(word) : std::nullopt;
    if (!value) refuse_short(path);
    const auto scaled = static_cast<float>(*value * header.slope + header.intercept);
    take({&scaled, 1});
  }
}

std::uintmax_t file_bytes(const std::filesystem::path& path, const std::filesystem::path& voxels) {
  std::error_code error;
  const auto bytes = std::filesystem::is_regular_file(voxels, error)
                         ? std::filesystem::file_size(voxels, error)
                         : std::uintmax_t{0};
  if (error || !std::filesystem::is_regular_file(voxels, error))
    throw InputError("volume.voxels_missing", "\"{}\" names \"{}\" for its voxels, which is not there.", path,
                     voxels.filename());
  return bytes;
}

/// No packed stream holds more than this times its own size.
constexpr double kMostDeflated = 1040, kLeastText = 2;

/// Before memory is taken for voxels that are not there.
void check_claim(const std::filesystem::path& path, const VolumeHeader& header, double voxels) {
  check_voxel_count(path, voxels);
  const std::uintmax_t bytes = file_bytes(path, header.voxel_file);
  const double there = static_cast<double>(bytes - std::min(bytes, header.offset));
  const double claimed = voxels * static_cast<double>(row_of(header.type).bytes);
  const bool too_few = header.packing == Packing::kNone   ? there < claimed + static_cast<double>(header.skip)
                       : header.packing == Packing::kText ? (there + 1) / kLeastText < voxels
                                                          : there * kMostDeflated < claimed;
  if (too_few) refuse_short(path);
}

}  // namespace

std::size_t bytes_of(VoxelType type) {
  return row_of(type).bytes;
}

void read_voxels(const std::filesystem::path& path, const VolumeHeader& header,
                 const std::function<void(std::span<const float>)>& take) {
  const double claimed = 1.0 * header.size[0] * header.size[1] * header.size[2];
  check_claim(path, header, claimed);
  const auto count = static_cast<std::uintmax_t>(claimed);
  if (header.packing == Packing::kText) return read_text(path, header, count, take);
  const std::uintmax_t offset =
      header.at_end ? file_bytes(path, header.voxel_file) - count * bytes_of(header.type) : header.offset;
  std::unique_ptr<ByteStream> stream;
  if (header.packing == Packing::kDeflate)
    stream = std::make_unique<UnpackedBytes>(header.voxel_file, offset);
  else
    stream = std::make_unique<PlainBytes>(header.voxel_file, offset);
  read_binary(path, header, count, *stream, take);
}

}  // namespace skiagraph::io
