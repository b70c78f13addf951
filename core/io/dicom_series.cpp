#include "core/io/dicom_series.h"

#include <gdcmAttribute.h>
#include <gdcmImageReader.h>
#include <gdcmReader.h>
#include <gdcmRescaler.h>
#include <gdcmTrace.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/io/voxel_axes.h"

namespace skiagraph::io {
namespace {

constexpr double kSamePlaceMm = 0.01;
constexpr double kMostMissing = 20;  // slices in one place
constexpr double kMostPixels = 1 << 24, kMostVoxels = 1.5e9;

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
  [[noreturn]] void fail(const std::string& why) const {
    throw InputError("The folder \"" + folder_.string() + "\" " + why + ".");
  }
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
  while (!text.empty() && (text.back() == ' ' || text.back() == '\0')) text.pop_back();
  return text;
}

Series::Series(const std::filesystem::path& folder) : folder_(folder) {
  gdcm::Trace::SetDebug(false);
  gdcm::Trace::SetWarning(false);
  gdcm::Trace::SetError(false);
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.is_regular_file(error)) take(entry.path());
  if (slices_.empty()) fail("holds no DICOM images");
  if (series_.size() > 1)
    fail("holds " + std::to_string(series_.size()) +
         " series; put the files of one into a folder of their own");
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
      throw InputError("The DICOM file \"" + path.string() + "\" is damaged.");
    return;
  }
  const gdcm::DataSet& data = reader.GetFile().GetDataSet();
  if (const std::string modality = text_of(data, gdcm::Tag(0x0008, 0x0060)); modality != "CT")
    throw InputError("The DICOM file \"" + path.string() + "\" is not CT but \"" + modality + "\".");
  if (std::abs(std::atof(text_of(data, gdcm::Tag(0x0018, 0x1120)).c_str())) > 0.1)
    throw InputError("The DICOM file \"" + path.string() +
                     "\" was taken with a tilted gantry; resample the series to upright slices first.");
  const gdcm::Image& image = reader.GetImage();
  if (image.GetNumberOfDimensions() != 2 || image.GetPixelFormat().GetSamplesPerPixel() != 1)
    throw InputError("The DICOM file \"" + path.string() + "\" is no single slice of CT.");
  if (static_cast<double>(image.GetDimension(0)) * image.GetDimension(1) > kMostPixels)
    throw InputError("The DICOM file \"" + path.string() +
                     "\" claims more pixels than any CT has; it is damaged.");
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
    fail("holds slices of different sizes");
  } else if (dot_of(slice.row, slices_[0].row) < 0.9999 || dot_of(slice.column, slices_[0].column) < 0.9999) {
    fail("holds slices of different orientations");
  }
  slice.along = dot_of(slice.place, normal_);
  if (!std::isfinite(slice.along) || !(std::abs(dot_of(normal_, normal_) - 1) < 0.01))
    throw InputError("The DICOM file \"" + path.string() + "\" does not say where its slice lies.");
  series_.insert(text_of(data, gdcm::Tag(0x0020, 0x000e)));
  slices_.push_back(std::move(slice));
}

void Series::sort() {
  std::ranges::sort(slices_, {}, &Slice::along);
  for (std::size_t n = 1; n < slices_.size(); ++n) {
    const double step = slices_[n].along - slices_[n - 1].along;
    if (step < kSamePlaceMm) fail("holds two slices at the same place; choose one reconstruction");
    for (int axis = 0; axis < 3; ++axis) {
      const double sideways = slices_[n].place[axis] - slices_[n - 1].place[axis] - step * normal_[axis];
      if (std::abs(sideways) > 0.05 * step + kSamePlaceMm)
        fail(
            "holds slices that are shifted against each other, as by a tilted gantry; resample the series "
            "first");
    }
  }
}

/// Between neighbouring slices, as most of them have it. Wide gaps are refused.
double Series::distance() const {
  std::vector<double> steps;
  for (std::size_t n = 1; n < slices_.size(); ++n) steps.push_back(slices_[n].along - slices_[n - 1].along);
  if (steps.empty()) fail("has one slice alone; give a whole series");
  std::ranges::sort(steps);
  const double step = steps[steps.size() / 2];
  if (steps.back() > kMostMissing * step) fail("lacks more than 20 slices in one place");
  return step;
}

/// In Hounsfield units.
std::vector<float> Series::pixels(const Slice& slice) const {
  gdcm::ImageReader reader;
  reader.SetFileName(slice.path.c_str());
  const auto damaged = [&] {
    return InputError("The DICOM file \"" + slice.path.string() + "\" is damaged.");
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
  const auto axes = voxel_axes(matrix, size);
  if (!axes) fail("has slices that are tilted against the patient's axes; resample it first");

  const std::size_t count = static_cast<std::size_t>(columns_) * rows_;
  if (static_cast<double>(count) * levels > kMostVoxels)
    fail("holds more voxels than any CT has; it is damaged");
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
    volume.remarks.push_back(std::to_string(missing) +
                             " missing slices were interpolated between their neighbours.");
  volume.nx = axes->size[0], volume.ny = axes->size[1], volume.nz = axes->size[2];
  volume.spacing_mm = axes->spacing_mm, volume.origin_mm = axes->origin_mm;
  volume.hounsfield.reserve(stack.size());
  axes->for_each([&](std::ptrdiff_t n) { volume.hounsfield.push_back(stack[static_cast<std::size_t>(n)]); });
  return volume;
}

}  // namespace

imaging::CtVolume read_dicom_series(const std::filesystem::path& folder) {
  return Series(folder).read();
}

}  // namespace skiagraph::io
