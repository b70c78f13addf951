#include "core/io/dicom_series.h"

#include <fmt/format.h>
#include <gdcmAttribute.h>
#include <gdcmImageReader.h>
#include <gdcmReader.h>
#include <gdcmRescaler.h>
#include <gdcmTrace.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/volume_limits.h"
#include "core/io/voxel_axes.h"

namespace skiagraph::io {
namespace {

constexpr double kSamePlaceMm = 0.01;
constexpr double kMostMissing = 20;  // slices in one place
constexpr double kMostPixels = 1 << 24;

struct Slice {
  std::filesystem::path path;
  std::array<double, 3> place{}, row{}, column{};  ///< of its first pixel; directions of rows and of columns
  double along = 0;                                ///< position on the normal
};

/// One series in the order of its slices.
class Series {
 public:
  explicit Series(const std::filesystem::path& folder);
  imaging::CtVolume read() const;

 private:
  void take(const std::filesystem::path& path);
  void sort();
  double distance() const;
  std::vector<float> pixels(const Slice& slice) const;

  std::filesystem::path folder_;
  std::vector<Slice> slices_;
  std::set<std::string> series_;
  std::array<double, 3> normal_{};
  unsigned columns_ = 0, rows_ = 0;
  double column_mm_ = 1, row_mm_ = 1;
};

std::array<double, 3> cross_of(const std::array<double, 3>& a, const std::array<double, 3>& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double dot_of(const std::array<double, 3>& a, const std::array<double, 3>& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

std::string text_of(const gdcm::DataSet& data, const gdcm::Tag& tag) {
  if (!data.FindDataElement(tag)) return {};
  const gdcm::ByteValue* bytes = data.GetDataElement(tag).GetByteValue();
  if (bytes == nullptr) return {};
  std::string text(bytes->GetPointer(), bytes->GetLength());
  while (!text.empty() && text.back() == '\0') text.pop_back();
  return std::string(trimmed(text));
}

Series::Series(const std::filesystem::path& folder) : folder_(folder) {
  gdcm::Trace::SetDebug(false);
  gdcm::Trace::SetWarning(false);
  gdcm::Trace::SetError(false);
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.is_regular_file(error)) take(entry.path());
  if (slices_.empty()) throw InputError("dicom.none", "The folder \"{}\" holds no DICOM images.", folder_);
  if (series_.size() > 1)
    throw InputError("dicom.several_series",
                     "The folder \"{}\" holds {} series; put the files of one into a folder of their own.",
                     folder_, series_.size());
  sort();
}

/// What is no DICOM image (a DICOMDIR, a text) is left out.
void Series::take(const std::filesystem::path& path) {
  gdcm::ImageReader reader;
  reader.SetFileName(path.c_str());
  if (!reader.Read()) {
    gdcm::Reader plain;
    plain.SetFileName(path.c_str());
    if (plain.Read() && plain.GetFile().GetDataSet().FindDataElement(gdcm::Tag(0x7fe0, 0x0010)))
      throw InputError("dicom.damaged", "The DICOM file \"{}\" is damaged.", path);
    return;
  }
  const gdcm::DataSet& data = reader.GetFile().GetDataSet();
  if (const std::string modality = text_of(data, gdcm::Tag(0x0008, 0x0060)); modality != "CT")
    throw InputError("dicom.modality", "The DICOM file \"{}\" is not CT but \"{}\".", path, modality);
  if (std::abs(number_in(text_of(data, gdcm::Tag(0x0018, 0x1120))).value_or(0)) > 0.1)
    throw InputError(
        "dicom.tilted",
        "The DICOM file \"{}\" was taken with a tilted gantry; resample the series to upright slices "
        "first.",
        path);
  const gdcm::Image& image = reader.GetImage();
  if (image.GetNumberOfDimensions() != 2 || image.GetPixelFormat().GetSamplesPerPixel() != 1)
    throw InputError("dicom.no_slice", "The DICOM file \"{}\" is no single slice of CT.", path);
  if (static_cast<double>(image.GetDimension(0)) * image.GetDimension(1) > kMostPixels)
    throw InputError("dicom.damaged",
                     "The DICOM file \"{}\" claims more pixels than any CT has; it is damaged.", path);
  Slice slice{path, {}, {}, {}, 0};
  for (unsigned axis = 0; axis < 3; ++axis) {
    slice.place[axis] = image.GetOrigin(axis);
    slice.row[axis] = image.GetDirectionCosines(axis);
    slice.column[axis] = image.GetDirectionCosines(axis + 3);
  }
  if (slices_.empty()) {
    columns_ = image.GetDimension(0), rows_ = image.GetDimension(1);
    column_mm_ = image.GetSpacing(0), row_mm_ = image.GetSpacing(1);
    normal_ = cross_of(slice.row, slice.column);
  } else if (image.GetDimension(0) != columns_ || image.GetDimension(1) != rows_) {
    throw InputError("dicom.sizes", "The folder \"{}\" holds slices of different sizes.", folder_);
  } else if (dot_of(slice.row, slices_[0].row) < 0.9999 || dot_of(slice.column, slices_[0].column) < 0.9999) {
    throw InputError("dicom.orientations", "The folder \"{}\" holds slices of different orientations.",
                     folder_);
  }
  slice.along = dot_of(slice.place, normal_);
  if (!std::isfinite(slice.along) || !(std::abs(dot_of(normal_, normal_) - 1) < 0.01))
    throw InputError("dicom.place", "The DICOM file \"{}\" does not say where its slice lies.", path);
  series_.insert(text_of(data, gdcm::Tag(0x0020, 0x000e)));
  slices_.push_back(std::move(slice));
}

void Series::sort() {
  std::ranges::sort(slices_, {}, &Slice::along);
  for (std::size_t n = 1; n < slices_.size(); ++n) {
    const double step = slices_[n].along - slices_[n - 1].along;
    if (step < kSamePlaceMm)
      throw InputError("dicom.same_place",
                       "The folder \"{}\" holds two slices at the same place; choose one reconstruction.",
                       folder_);
    for (int axis = 0; axis < 3; ++axis) {
      const double sideways = slices_[n].place[axis] - slices_[n - 1].place[axis] - step * normal_[axis];
      if (std::abs(sideways) > 0.05 * step + kSamePlaceMm)
        throw InputError(
            "dicom.shifted",
            "The folder \"{}\" holds slices that are shifted against each other, as by a tilted gantry; "
            "resample the series first.",
            folder_);
    }
  }
}

/// Between neighbouring slices, as most of them have it. Wide gaps are refused.
double Series::distance() const {
  std::vector<double> steps;
  for (std::size_t n = 1; n < slices_.size(); ++n) steps.push_back(slices_[n].along - slices_[n - 1].along);
  if (steps.empty())
    throw InputError("volume.few_slices", "The folder \"{}\" has one slice alone; give a whole series.",
                     folder_);
  std::ranges::sort(steps);
  const double step = steps[steps.size() / 2];
  if (steps.back() > kMostMissing * step)
    throw InputError("dicom.gap", "The folder \"{}\" lacks more than 20 slices in one place.", folder_);
  return step;
}

/// In Hounsfield units.
std::vector<float> Series::pixels(const Slice& slice) const {
  gdcm::ImageReader reader;
  reader.SetFileName(slice.path.c_str());
  const auto damaged = [&] {
    return InputError("dicom.damaged", "The DICOM file \"{}\" is damaged.", slice.path);
  };
  if (!reader.Read()) throw damaged();
  const gdcm::Image& image = reader.GetImage();
  std::vector<char> raw(image.GetBufferLength());
  const std::size_t count = static_cast<std::size_t>(columns_) * rows_;
  if (raw.size() != count * image.GetPixelFormat().GetPixelSize() || !image.GetBuffer(raw.data()))
    throw damaged();
  std::vector<double> values(count);
  gdcm::Rescaler rescaler;
  rescaler.SetSlope(image.GetSlope());
  rescaler.SetIntercept(image.GetIntercept());
  rescaler.SetPixelFormat(image.GetPixelFormat());
  rescaler.SetTargetPixelType(gdcm::PixelFormat::FLOAT64);
  rescaler.SetUseTargetPixelType(true);
  if (!rescaler.Rescale(reinterpret_cast<char*>(values.data()), raw.data(), raw.size())) throw damaged();
  return {values.begin(), values.end()};
}

imaging::CtVolume Series::read() const {
  const double step = distance();
  const int levels = static_cast<int>(std::lround((slices_.back().along - slices_.front().along) / step)) + 1;
  imaging::CtVolume volume;
  VoxelMatrix matrix{};
  for (int axis = 0; axis < 3; ++axis)
    matrix[axis] = {slices_[0].row[axis] * column_mm_, slices_[0].column[axis] * row_mm_,
                    normal_[axis] * step, slices_[0].place[axis]};
  const std::array<int, 3> size{static_cast<int>(columns_), static_cast<int>(rows_), levels};
  const VoxelAxes axes = voxel_axes(matrix, size, folder_);
  const std::size_t count = static_cast<std::size_t>(columns_) * rows_;
  check_voxel_count(folder_, static_cast<double>(count) * levels);
  std::vector<float> stack(count * levels);
  std::size_t below = 0;
  std::vector<float> low = pixels(slices_[0]), high = slices_.size() > 1 ? pixels(slices_[1]) : low;
  int missing = 0;
  for (int level = 0; level < levels; ++level) {
    const double along = slices_.front().along + level * step;
    while (below + 2 < slices_.size() && along > slices_[below + 1].along) {
      ++below;
      low = std::move(high);
      high = pixels(slices_[below + 1]);
    }
    const double gap = slices_[below + 1].along - slices_[below].along;
    const double share = std::clamp((along - slices_[below].along) / gap, 0.0, 1.0);
    if (gap > 1.5 * step && share > 0.01 && share < 0.99) ++missing;
    for (std::size_t n = 0; n < count; ++n)
      stack[level * count + n] = static_cast<float>(low[n] * (1 - share) + high[n] * share);
  }
  if (missing > 0)
    volume.remarks.push_back(
        fmt::format("{} missing slices were interpolated between their neighbours.", missing));
  volume.nx = axes.size[0], volume.ny = axes.size[1], volume.nz = axes.size[2];
  volume.spacing_mm = axes.spacing_mm, volume.origin_mm = axes.origin_mm;
  if (axes.in_order()) {
    volume.hounsfield = std::move(stack);
    return volume;
  }
  volume.hounsfield.reserve(stack.size());
  axes.for_each([&](std::ptrdiff_t n) { volume.hounsfield.push_back(stack[static_cast<std::size_t>(n)]); });
  return volume;
}

}  // namespace

imaging::CtVolume read_dicom_series(const std::filesystem::path& folder) {
  return Series(folder).read();
}

}  // namespace skiagraph::io
