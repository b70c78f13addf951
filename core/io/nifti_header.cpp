// NIfTI-1 and -2, and Analyze 7.5, which says nothing of directions. After the standard's nifti1.h and
// nifti2.h.
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <string>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/header_fields.h"
#include "core/io/volume_header.h"

namespace skiagraph::io {
namespace {

constexpr std::int32_t kBytes1 = 348, kBytes2 = 540;

/// Where the fields are in one of the two versions.
struct Layout {
  bool second;  ///< wider numbers
  std::size_t magic, type, dim, pixdim, offset, slope, intercept, units, qform, sform, quatern, qoffset, srow;
};
constexpr Layout kFirst{false, 344, 70, 40, 76, 108, 112, 116, 123, 252, 254, 256, 268, 280};
constexpr Layout kSecond{true, 4, 12, 16, 104, 168, 176, 184, 500, 344, 348, 352, 376, 400};

/// As many bytes as there are, unpacked where the file is.
std::string first_bytes(const std::filesystem::path& path, std::size_t count) {
  std::string bytes(count, '\0');
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return {};
  const int read = gzread(file, bytes.data(), static_cast<unsigned>(count));
  gzclose(file);
  bytes.resize(static_cast<std::size_t>(std::max(read, 0)));
  return bytes;
}

bool is_packed(const std::filesystem::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  char first = 0;
  gzread(file, &first, 1);
  const bool packed = gzdirect(file) == 0;
  gzclose(file);
  return packed;
}

class Fields {
 public:
  /// Throws InputError.
  explicit Fields(const std::filesystem::path& path) : bytes_(first_bytes(path, kBytes2)) {
    const auto length = bytes_.size() < kBytes1 ? 0 : at<std::int32_t>(0);
    swapped_ = length == swapped(kBytes1) || length == swapped(kBytes2);
    const std::int32_t own = swapped_ ? swapped(length) : length;
    if ((own != kBytes1 && own != kBytes2) || bytes_.size() < static_cast<std::size_t>(own))
      throw InputError("volume.format", "\"{}\" is not a NIfTI file, or is damaged.", path);
    layout_ = own == kBytes1 ? kFirst : kSecond;
  }

  [[nodiscard]] const Layout& layout() const { return layout_; }
  [[nodiscard]] bool swapped() const { return swapped_; }
  [[nodiscard]] std::string magic() const { return bytes_.substr(layout_.magic, 3); }
  [[nodiscard]] double whole(std::size_t place, std::size_t n = 0) const {
    return layout_.second ? static_cast<double>(at<std::int64_t>(place + 8 * n))
                          : at<std::int16_t>(place + 2 * n);
  }
  [[nodiscard]] double real(std::size_t place, std::size_t n = 0) const {
    return layout_.second ? at<double>(place + 8 * n) : at<float>(place + 4 * n);
  }
  [[nodiscard]] int code(std::size_t place) const {
    return layout_.second ? at<std::int32_t>(place) : at<std::int16_t>(place);
  }
  [[nodiscard]] int type() const { return at<std::int16_t>(layout_.type); }
  [[nodiscard]] int units() const {
    return layout_.second ? at<std::int32_t>(layout_.units) : at<std::uint8_t>(layout_.units);
  }
  [[nodiscard]] double voxel_offset() const {
    return layout_.second ? static_cast<double>(at<std::int64_t>(layout_.offset)) : at<float>(layout_.offset);
  }

 private:
  template <class Value>
  static Value swapped(Value value) {
    auto raw = std::bit_cast<std::array<char, sizeof(Value)>>(value);
    std::ranges::reverse(raw);
    return std::bit_cast<Value>(raw);
  }
  template <class Value>
  [[nodiscard]] Value at(std::size_t place) const {
    std::array<char, sizeof(Value)> raw;
    std::copy_n(bytes_.data() + place, sizeof(Value), raw.data());
    const auto value = std::bit_cast<Value>(raw);
    return swapped_ ? swapped(value) : value;
  }

  std::string bytes_;
  bool swapped_ = false;
  Layout layout_ = kFirst;
};

std::array<int, 3> size_of(const Fields& fields, const std::filesystem::path& path) {
  constexpr double kMost = 1e6;
  std::array<int, 3> size{1, 1, 1};
  const double axes = fields.whole(fields.layout().dim);
  for (int n = 1; n <= std::clamp(axes, 0.0, 7.0); ++n) {
    const double count = fields.whole(fields.layout().dim, static_cast<std::size_t>(n));
    if (n > 3 && count > 1)
      throw InputError("volume.several", "\"{}\" holds several volumes or colours; give one volume of CT.",
                       path);
    if (n <= 3 && !(count >= 1 && count <= kMost))
      throw InputError("volume.damaged", "\"{}\" is damaged; copy or save it again.", path);
    if (n <= 3) size[static_cast<std::size_t>(n) - 1] = static_cast<int>(count);
  }
  if (axes < 1 || axes > 7)
    throw InputError("volume.damaged", "\"{}\" is damaged; copy or save it again.", path);
  return size;
}

VoxelType type_of(int code, const std::filesystem::path& path) {
  static const std::map<int, VoxelType> kTypes{{2, VoxelType::kUint8},    {4, VoxelType::kInt16},
                                               {8, VoxelType::kInt32},    {16, VoxelType::kFloat32},
                                               {64, VoxelType::kFloat64}, {256, VoxelType::kInt8},
                                               {512, VoxelType::kUint16}, {768, VoxelType::kUint32},
                                               {1024, VoxelType::kInt64}, {1280, VoxelType::kUint64}};
  const auto found = kTypes.find(code);
  if (found == kTypes.end()) refuse_storage(path, "numbers of NIfTI's type " + std::to_string(code));
  return found->second;
}

/// Rows of [R | t] in RAS, mm.
using Matrix = std::array<std::array<double, 4>, 3>;

Matrix sform(const Fields& fields) {
  Matrix matrix{};
  for (std::size_t n = 0; n < 12; ++n) matrix[n / 4][n % 4] = fields.real(fields.layout().srow, n);
  return matrix;
}

/// The rotation of a unit quaternion whose first part is what is lacking to 1.
Matrix qform(const Fields& fields) {
  const Layout& at = fields.layout();
  const double b = fields.real(at.quatern, 0), c = fields.real(at.quatern, 1), d = fields.real(at.quatern, 2),
               a = std::sqrt(std::max(0.0, 1 - b * b - c * c - d * d)),
               face = fields.real(at.pixdim) < 0 ? -1 : 1;
  Matrix matrix{{{a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c), 0},
                 {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b), 0},
                 {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - c * c - b * b, 0}}};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t axis = 0; axis < 3; ++axis) matrix[row][axis] *= fields.real(at.pixdim, axis + 1);
    matrix[row][2] *= face;
    matrix[row][3] = fields.real(at.qoffset, row);
  }
  return matrix;
}

FilePlace placed(const Matrix& ras, double mm) {
  FilePlace place;
  place.directions.emplace(), place.spacing_mm.emplace(), place.origin_mm.emplace();
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const double length = std::hypot(ras[0][axis], ras[1][axis], ras[2][axis]);
    (*place.spacing_mm)[axis] = length * mm;
    for (std::size_t xyz = 0; xyz < 3; ++xyz)
      (*place.directions)[axis][xyz] = (xyz < 2 ? -1 : 1) * ras[xyz][axis] / length;
  }
  for (std::size_t xyz = 0; xyz < 3; ++xyz) (*place.origin_mm)[xyz] = (xyz < 2 ? -1 : 1) * ras[xyz][3] * mm;
  return place;
}

bool agree(const AxisDirections& a, const AxisDirections& b) {
  constexpr double kSameDirection = 0.7;
  for (std::size_t axis = 0; axis < 3; ++axis)
    if (a[axis][0] * b[axis][0] + a[axis][1] * b[axis][1] + a[axis][2] * b[axis][2] < kSameDirection)
      return false;
  return true;
}

bool agree(const std::array<double, 3>& a, const std::array<double, 3>& b) {
  constexpr double kSameSize = 0.02;
  for (std::size_t axis = 0; axis < 3; ++axis)
    if (!(std::abs(a[axis] - b[axis]) <= kSameSize * b[axis])) return false;
  return true;
}

/// The standard prefers the sform. Where the two contradict each other, nothing is known.
FilePlace place_of(const Fields& fields, bool analyze) {
  const int unit = fields.units() & 7;
  const double mm = analyze || unit == 0 || unit == 2 ? 1 : unit == 1 ? 1000 : 0.001;
  const bool has_s = !analyze && fields.code(fields.layout().sform) > 0,
             has_q = !analyze && fields.code(fields.layout().qform) > 0;
  if (has_s || has_q) {
    FilePlace place = placed(has_s ? sform(fields) : qform(fields), mm);
    if (has_s && has_q) {
      const FilePlace other = placed(qform(fields), mm);
      if (!agree(*place.directions, *other.directions)) place.directions.reset();
      if (!agree(*place.spacing_mm, *other.spacing_mm)) place.spacing_mm.reset();
    }
    return place;
  }
  FilePlace place;
  place.spacing_mm.emplace();
  for (std::size_t axis = 0; axis < 3; ++axis)
    (*place.spacing_mm)[axis] = std::abs(fields.real(fields.layout().pixdim, axis + 1)) * mm;
  return place;
}

/// The other file of a pair of header and voxels, with its extension in capitals or not.
std::filesystem::path partner(const std::filesystem::path& path, const char* extension) {
  for (std::string name : {std::string(extension), std::string(extension) + ".gz"}) {
    std::filesystem::path other = path;
    other.replace_extension(name);
    if (std::filesystem::exists(other)) return other;
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
    other.replace_extension(name);
    if (std::filesystem::exists(other)) return other;
  }
  std::filesystem::path other = path;
  return other.replace_extension(extension);
}

}  // namespace

VolumeHeader read_nifti_header(const std::filesystem::path& path) {
  const std::string extension = lower_case(path.extension().string());
  const std::filesystem::path header_file = extension == ".img" ? partner(path, ".hdr") : path;
  const Fields fields(header_file);
  const bool single = fields.magic().starts_with("n+"), pair = fields.magic().starts_with("ni"),
             analyze = !single && !pair;
  if (analyze && extension != ".hdr" && extension != ".img")
    throw InputError("volume.format", "\"{}\" is not a NIfTI file, or is damaged.", path);
  VolumeHeader header;
  header.size = size_of(fields, path);
  header.type = type_of(fields.type(), path);
  header.big_endian = fields.swapped() != (std::endian::native == std::endian::big);
  header.place = place_of(fields, analyze);
  const double slope = fields.real(fields.layout().slope), intercept = fields.real(fields.layout().intercept);
  if (std::isfinite(slope) && slope != 0) {  // else the standard says: not scaled
    header.slope = slope;
    header.intercept = std::isfinite(intercept) ? intercept : 0;
  }
  header.voxel_file = single ? path : partner(header_file, ".img");
  if (is_packed(header.voxel_file)) header.packing = Packing::kDeflate;
  constexpr double kMostOffset = 1e9;
  const double offset = fields.voxel_offset(), least = single ? (fields.layout().second ? 544 : 352) : 0;
  if (!(offset <= kMostOffset))
    throw InputError("volume.damaged", "\"{}\" is damaged; copy or save it again.", path);
  header.skip = static_cast<std::uintmax_t>(std::max(offset, least));
  return header;
}

}  // namespace skiagraph::io
