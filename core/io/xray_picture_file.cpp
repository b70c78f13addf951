#include "core/io/xray_picture_file.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/geometry/extent.h"
#include "core/io/ct_scan.h"
#include "core/io/ct_volume_file.h"
#include "core/io/dicom_picture.h"
#include "core/io/dicom_structure.h"
#include "core/io/png.h"
#include "core/io/volume_process.h"

namespace skiagraph::io {
namespace {

using imaging::XrayPicture;

XrayPicture from_png(const std::filesystem::path& path) {
  const PngImage png = read_png(path);
  const bool coloured = png.channels >= 3;
  XrayPicture picture{png.rows, png.columns, png.tags.mm_per_px, png.tags.mm_per_px, {}, {}};
  for (std::size_t n = 0; n < png.values.size(); n += static_cast<std::size_t>(png.channels)) {
    const float* value = png.values.data() + n;
    picture.values.push_back(coloured ? 0.299F * value[0] + 0.587F * value[1] + 0.114F * value[2] : value[0]);
  }
  picture.known.assign(picture.values.size(), 1);
  return picture;
}

XrayPicture from_dicom(const std::filesystem::path& path, const ProgressFunction& progress,
                       const CancelToken* cancel) {
  imaging::CtVolume read = read_volume_apart(
      path, {progress, cancel}, [&](const FileNote& note) { return read_dicom_picture(path, note); });
  XrayPicture picture{read.ny,
                      read.nx,
                      read.spacing_mm.y,
                      read.spacing_mm.x,
                      std::move(read.hounsfield),
                      {},
                      std::move(read.remarks)};
  for (float& value : picture.values) {
    picture.known.push_back(std::isfinite(value) ? 1 : 0);
    if (!std::isfinite(value)) value = 0;
  }
  return picture;
}

/// In a frame of its own: the levels of the body need not be in it.
XrayPicture from_ct(const std::filesystem::path& path, const CtOptions& options,
                    const ProgressFunction& progress, const CancelToken* cancel) {
  constexpr double kStepMm = 1.5, kApartMm = 150;
  const CtReading ct = read_ct(path, options, progress, cancel);
  const geometry::Extent across = geometry::extent(ct.subject.skin, {1, 0, 0}),
                         along = geometry::extent(ct.subject.skin, {0, 0, 1});
  geometry::CanonicalFrame frame;
  frame.rows = static_cast<int>(along.size() / kStepMm) + 1;
  frame.columns = static_cast<int>(across.size() / kStepMm) + 1;
  frame.neck_row = 0, frame.symphysis_row = kApartMm / kStepMm,
  frame.centre_column = (frame.columns - 1) / 2.0;
  const double middle = (across.low + across.high) / 2;
  imaging::CtXray xray =
      ct.subject.columns.project({frame, {middle, 0, along.high}, {middle, 0, along.high - kApartMm}});
  return {frame.rows, frame.columns, kStepMm, kStepMm, std::move(xray.image.pixels), std::move(xray.covered),
          ct.remarks};
}

/// What a collimator or a frame leaves along the edges: lines of one value.
void forget_edges(XrayPicture& picture) {
  const auto [low, high] = std::ranges::minmax(picture.values);
  const float same = 0.004F * (high - low);
  const auto flat = [&](int first, int step, int count) {
    float least = INFINITY, most = -INFINITY;
    for (int n = 0; n < count; ++n) {
      const float value =
          picture.values[static_cast<std::size_t>(first) + static_cast<std::size_t>(n) * step];
      least = std::min(least, value), most = std::max(most, value);
    }
    return most - least <= same;
  };
  const auto forget = [&](int first, int step, int count) {
    for (int n = 0; n < count; ++n)
      picture.known[static_cast<std::size_t>(first) + static_cast<std::size_t>(n) * step] = 0;
  };
  const int rows = picture.rows, columns = picture.columns;
  const auto from_edge = [&](int lines, int start, int line_step, int step, int count) {
    for (int line = 0; line < lines && flat(start + line * line_step, step, count); ++line)
      forget(start + line * line_step, step, count);
  };
  from_edge(rows, 0, columns, 1, columns);
  from_edge(rows, (rows - 1) * columns, -columns, 1, columns);
  from_edge(columns, 0, 1, columns, rows);
  from_edge(columns, columns - 1, -1, columns, rows);
}

void check_values(const std::filesystem::path& path, const XrayPicture& picture) {
  if (std::ranges::count(picture.known, 1) == 0)
    throw InputError("partial.blank", "The X-ray picture \"{}\" is of one brightness throughout.", path);
}

}  // namespace

XrayPicture read_xray_picture(const std::filesystem::path& path, const XrayPictureOptions& options,
                              const ProgressFunction& progress, const CancelToken* cancel) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw InputError("file.missing", "There is no file \"{}\".", path);
  const bool file = std::filesystem::is_regular_file(path, error), dicom = file && is_dicom(path);
  if (!dicom && is_volume(path)) return from_ct(path, options.ct, progress, cancel);
  std::string extension = path.extension().string();
  std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return std::tolower(c); });
  if (!dicom && extension != ".png")
    throw InputError("partial.format",
                     "\"{}\" is no X-ray picture that can be read: give a PNG, a DICOM file or a CT.", path);
  XrayPicture picture = dicom ? from_dicom(path, progress, cancel) : from_png(path);
  if (options.spacing_mm) picture.row_mm = picture.column_mm = *options.spacing_mm;
  if (options.negative)
    for (float& value : picture.values) value = -value;
  forget_edges(picture);
  check_values(path, picture);
  return picture;
}

}  // namespace skiagraph::io
