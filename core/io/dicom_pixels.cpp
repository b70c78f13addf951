#include "core/io/dicom_pixels.h"

#include <gdcmImageReader.h>
#include <gdcmRescaler.h>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

InputError damaged(const std::filesystem::path& path) {
  return InputError("dicom.damaged", "The DICOM file \"{}\" is damaged; copy it again.", path);
}

}  // namespace

void DicomPixels::open(const std::filesystem::path& path) {
  note_(path);
  gdcm::ImageReader reader;
  reader.SetFileName(path.c_str());
  if (!reader.Read()) throw damaged(path);
  const gdcm::Image& image = reader.GetImage();
  std::vector<char> raw(image.GetBufferLength());
  const std::size_t bytes = image.GetPixelFormat().GetPixelSize();
  if (image.GetPixelFormat().GetSamplesPerPixel() != 1 || bytes == 0 || !image.GetBuffer(raw.data()))
    throw damaged(path);
  stored_.resize(raw.size() / bytes);
  gdcm::Rescaler rescaler;
  rescaler.SetSlope(1);
  rescaler.SetIntercept(0);
  rescaler.SetPixelFormat(image.GetPixelFormat());
  rescaler.SetTargetPixelType(gdcm::PixelFormat::FLOAT64);
  rescaler.SetUseTargetPixelType(true);
  if (!rescaler.Rescale(reinterpret_cast<char*>(stored_.data()), raw.data(), raw.size())) throw damaged(path);
  open_ = path;
}

std::vector<float> DicomPixels::read(const DicomSlice& slice) {
  if (open_ != slice.path) open(slice.path);
  const std::size_t count = static_cast<std::size_t>(slice.columns) * slice.rows;
  if (stored_.size() < (slice.frame + 1) * count || stored_.size() % count != 0) throw damaged(slice.path);
  std::vector<float> values(count);
  for (std::size_t n = 0; n < count; ++n) values[n] = scaled(slice, stored_[slice.frame * count + n]);
  return values;
}

}  // namespace skiagraph::io
