#include "core/io/png.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#include "core/base/error.h"
#include "core/base/write_file.h"

namespace skiagraph::io {
namespace {

void check_size(int rows, int columns, int channels, std::size_t size) {
  if (rows < 1 || columns < 1 || size != static_cast<std::size_t>(rows) * columns * channels) {
    throw Error("png.size", "A picture of {} x {} cannot hold {} values.", rows, columns, size);
  }
}

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// libpng leaves by longjmp: no function that calls setjmp may own anything.
[[noreturn]] void leave(png_structp png, png_const_charp) {
  png_longjmp(png, 1);
}
void ignore(png_structp, png_const_charp) {}

/// Where the bytes of one picture come from.
struct PngPixels {
  int rows, columns, channels, bits;
  std::vector<png_byte> bytes;  ///< 16-bit values with the high byte first
};

class PngEncoder {
 public:
  explicit PngEncoder(const PngTags& tags)
      : tags_(tags),
        png_(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, &leave, &ignore)),
        info_(png_create_info_struct(png_)) {
    for (const PngText& text : tags.texts) texts_.push_back(chunk(text));
  }
  PngEncoder(const PngEncoder&) = delete;
  PngEncoder& operator=(const PngEncoder&) = delete;
  ~PngEncoder() { png_destroy_write_struct(&png_, &info_); }

  /// False when libpng refuses or the memory is not enough.
  bool encode(const PngPixels& pixels) {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_set_write_fn(png_, &encoded_, &PngEncoder::append, [](png_structp) {});
    png_set_IHDR(png_, info_, static_cast<png_uint_32>(pixels.columns), static_cast<png_uint_32>(pixels.rows),
                 pixels.bits, pixels.channels == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (tags_.mm_per_px > 0) {
      const auto per_metre = static_cast<png_uint_32>(std::lround(1000 / tags_.mm_per_px));
      png_set_pHYs(png_, info_, per_metre, per_metre, PNG_RESOLUTION_METER);
    }
    if (!texts_.empty()) png_set_text(png_, info_, texts_.data(), static_cast<int>(texts_.size()));
    png_write_info(png_, info_);
    const std::size_t stride = pixels.bytes.size() / static_cast<std::size_t>(pixels.rows);
    for (int row = 0; row < pixels.rows; ++row)
      png_write_row(png_, pixels.bytes.data() + static_cast<std::size_t>(row) * stride);
    png_write_end(png_, info_);
    return true;
  }
  [[nodiscard]] const std::string& encoded() const { return encoded_; }

 private:
  /// Refers to the tags, which libpng does not change.
  static png_text chunk(const PngText& text) {
    png_text chunk{};
    chunk.compression = PNG_TEXT_COMPRESSION_NONE;
    chunk.key = const_cast<char*>(text.keyword.c_str());
    chunk.text = const_cast<char*>(text.text.c_str());
    chunk.text_length = text.text.size();
    return chunk;
  }
  static void append(png_structp png, png_bytep bytes, png_size_t count) {
    auto* all = static_cast<std::string*>(png_get_io_ptr(png));
    all->append(reinterpret_cast<const char*>(bytes), count);
  }

  const PngTags& tags_;
  std::vector<png_text> texts_;
  std::string encoded_;
  png_structp png_;
  png_infop info_;
};

void write(const std::filesystem::path& path, const PngPixels& pixels, const PngTags& tags) {
  PngEncoder encoder(tags);
  if (!encoder.encode(pixels)) throw Error("png.encode", "The picture \"{}\" cannot be made a PNG.", path);
  write_file(path, encoder.encoded());
}

/// libpng itself, because VTK's reader crashes on a truncated file.
class PngDecoder {
 public:
  PngDecoder()
      : png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, &leave, &ignore)),
        info_(png_create_info_struct(png_)) {}
  PngDecoder(const PngDecoder&) = delete;
  PngDecoder& operator=(const PngDecoder&) = delete;
  ~PngDecoder() { png_destroy_read_struct(&png_, &info_, nullptr); }

  /// The signature has been read. False when the file is damaged.
  bool read_header(std::FILE* file) {
    constexpr png_uint_32 kLargest = 1 << 14;
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_init_io(png_, file);
    png_set_sig_bytes(png_, 8);
    png_set_user_limits(png_, kLargest, kLargest);
    png_read_info(png_, info_);
    if (png_get_color_type(png_, info_) == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png_);
    png_set_expand_gray_1_2_4_to_8(png_);
    if constexpr (std::endian::native == std::endian::little) png_set_swap(png_);
    passes_ = png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
    return true;
  }

  /// A few bytes of a file may claim gigabytes.
  bool read_pixels() {
    constexpr std::uint64_t kMost = 1 << 25;  // pixels: a screen of 8K; 800 MB as 16-bit colours
    if (std::uint64_t{png_get_image_height(png_, info_)} * png_get_image_width(png_, info_) > kMost)
      return false;
    stride_ = png_get_rowbytes(png_, info_);
    bytes_.resize(stride_ * png_get_image_height(png_, info_));
    return read_rows();
  }

  [[nodiscard]] PngImage image() const {
    PngImage result;
    result.rows = static_cast<int>(png_get_image_height(png_, info_));
    result.columns = static_cast<int>(png_get_image_width(png_, info_));
    result.channels = png_get_channels(png_, info_);
    result.bits = png_get_bit_depth(png_, info_);
    const std::size_t count =
        static_cast<std::size_t>(result.rows) * result.columns * static_cast<std::size_t>(result.channels);
    result.values.resize(count);
    result.tags = tags();
    for (std::size_t i = 0; i < count; ++i) {
      std::uint16_t wide = 0;
      if (result.bits == 16) std::memcpy(&wide, bytes_.data() + 2 * i, 2);
      result.values[i] =
          result.bits == 16 ? static_cast<float>(wide) / 65535.0F : static_cast<float>(bytes_[i]) / 255.0F;
    }
    return result;
  }

 private:
  /// Those before the pixels and those behind them.
  [[nodiscard]] PngTags tags() const {
    PngTags result;
    if (const png_uint_32 per_metre = png_get_pixels_per_meter(png_, info_); per_metre > 0)
      result.mm_per_px = 1000.0 / per_metre;
    png_textp texts = nullptr;
    const int count = png_get_text(png_, info_, &texts, nullptr);
    for (int n = 0; n < count; ++n)
      result.texts.push_back({texts[n].key, texts[n].text == nullptr ? "" : texts[n].text});
    return result;
  }

  bool read_rows() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    for (int pass = 0; pass < passes_; ++pass)
      for (std::size_t row = 0; row * stride_ < bytes_.size(); ++row)
        png_read_row(png_, bytes_.data() + row * stride_, nullptr);
    png_read_end(png_, info_);
    return true;
  }

  png_structp png_;
  png_infop info_;
  int passes_ = 1;
  std::size_t stride_ = 0;
  std::vector<png_byte> bytes_;
};

}  // namespace

void write_png16(const std::filesystem::path& path, int rows, int columns, std::span<const float> values,
                 const PngTags& tags) {
  check_size(rows, columns, 1, values.size());
  PngPixels pixels{rows, columns, 1, 16, {}};
  pixels.bytes.reserve(2 * values.size());
  for (const float value : values) {
    const std::uint16_t grey = grey16(value);
    pixels.bytes.push_back(static_cast<png_byte>(grey >> 8));
    pixels.bytes.push_back(static_cast<png_byte>(grey & 0xff));
  }
  write(path, pixels, tags);
}

void write_png8(const std::filesystem::path& path, int rows, int columns,
                std::span<const std::uint8_t> values, const PngTags& tags) {
  check_size(rows, columns, 1, values.size());
  write(path, {rows, columns, 1, 8, {values.begin(), values.end()}}, tags);
}

void write_png_rgb(const std::filesystem::path& path, int rows, int columns,
                   std::span<const std::uint8_t> values) {
  check_size(rows, columns, 3, values.size());
  write(path, {rows, columns, 3, 8, {values.begin(), values.end()}}, {});
}

std::uint16_t grey16(float value) {
  return std::isfinite(value)
             ? static_cast<std::uint16_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 65535.0F))
             : 0;
}

PngImage read_png(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    throw InputError("file.missing", "There is no file \"{}\".", path);
  const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
  std::array<png_byte, 8> signature{};
  if (!file || std::fread(signature.data(), 1, signature.size(), file.get()) != signature.size() ||
      png_sig_cmp(signature.data(), 0, signature.size()) != 0)
    throw InputError("png.format", "\"{}\" is not a PNG picture.", path);
  PngDecoder decoder;
  if (!decoder.read_header(file.get()) || !decoder.read_pixels())
    throw InputError("png.damaged", "\"{}\" is a damaged PNG picture.", path);
  return decoder.image();
}

}  // namespace skiagraph::io
