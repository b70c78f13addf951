#include "core/io/png.h"

#include <png.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGWriter.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>

#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/io/vtk_errors.h"

namespace skiagraph::io {
namespace {

void write(const std::filesystem::path& path, vtkImageData* image) {
  vtkNew<vtkPNGWriter> writer;
  const VtkErrors errors(writer);
  writer->WriteToMemoryOn();
  writer->SetInputData(image);
  writer->Write();
  vtkUnsignedCharArray* bytes = writer->GetResult();
  if (errors.any() || bytes == nullptr || bytes->GetNumberOfValues() == 0)
    throw Error("png.encode", "The picture \"{}\" cannot be made a PNG.", path);
  write_file(path, {reinterpret_cast<const char*>(bytes->GetPointer(0)),
                    static_cast<std::size_t>(bytes->GetNumberOfValues())});
}

/// VTK's row 0 is at the bottom.
template <class T, class Convert>
void fill(vtkImageData* image, int rows, int columns, int channels, Convert convert) {
  for (int row = 0; row < rows; ++row) {
    T* line = static_cast<T*>(image->GetScalarPointer(0, rows - 1 - row, 0));
    for (int i = 0; i < columns * channels; ++i) {
      line[i] = convert(static_cast<std::size_t>(row) * columns * channels + i);
    }
  }
}

void check_size(int rows, int columns, int channels, std::size_t size) {
  if (rows < 1 || columns < 1 || size != static_cast<std::size_t>(rows) * columns * channels) {
    throw Error("png.size", "A picture of {} x {} cannot hold {} values.", rows, columns, size);
  }
}

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// libpng itself, because VTK's reader crashes on a truncated file. libpng leaves by longjmp: no function
/// that calls setjmp may own anything.
class PngDecoder {
 public:
  PngDecoder()
      : png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, &PngDecoder::leave, &PngDecoder::ignore)),
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
    for (std::size_t i = 0; i < count; ++i) {
      std::uint16_t wide = 0;
      if (result.bits == 16) std::memcpy(&wide, bytes_.data() + 2 * i, 2);
      result.values[i] =
          result.bits == 16 ? static_cast<float>(wide) / 65535.0F : static_cast<float>(bytes_[i]) / 255.0F;
    }
    return result;
  }

 private:
  [[noreturn]] static void leave(png_structp png, png_const_charp) { png_longjmp(png, 1); }
  static void ignore(png_structp, png_const_charp) {}

  bool read_rows() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    for (int pass = 0; pass < passes_; ++pass)
      for (std::size_t row = 0; row * stride_ < bytes_.size(); ++row)
        png_read_row(png_, bytes_.data() + row * stride_, nullptr);
    png_read_end(png_, nullptr);
    return true;
  }

  png_structp png_;
  png_infop info_;
  int passes_ = 1;
  std::size_t stride_ = 0;
  std::vector<png_byte> bytes_;
};

}  // namespace

void write_png16(const std::filesystem::path& path, int rows, int columns, std::span<const float> values) {
  check_size(rows, columns, 1, values.size());
  vtkNew<vtkImageData> image;
  image->SetDimensions(columns, rows, 1);
  image->AllocateScalars(VTK_UNSIGNED_SHORT, 1);
  fill<std::uint16_t>(image, rows, columns, 1, [&](std::size_t i) {
    const float value = std::isfinite(values[i]) ? std::clamp(values[i], 0.0F, 1.0F) : 0.0F;
    return static_cast<std::uint16_t>(std::lround(value * 65535.0F));
  });
  write(path, image);
}

void write_png_rgb(const std::filesystem::path& path, int rows, int columns,
                   std::span<const std::uint8_t> values) {
  check_size(rows, columns, 3, values.size());
  vtkNew<vtkImageData> image;
  image->SetDimensions(columns, rows, 1);
  image->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
  fill<std::uint8_t>(image, rows, columns, 3, [&](std::size_t i) { return values[i]; });
  write(path, image);
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
