#include "core/io/png.h"

#include <vtkErrorCode.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGReader.h>
#include <vtkPNGWriter.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/io/vtk_errors.h"

namespace skiagraph {
namespace {

void write(const std::filesystem::path& path, vtkImageData* image) {
  vtkNew<vtkPNGWriter> writer;
  const VtkErrors errors(writer);
  writer->SetFileName(path.c_str());
  writer->SetInputData(image);
  writer->Write();
  if (errors.any() || writer->GetErrorCode() != vtkErrorCode::NoError) {
    throw Error("\"" + path.string() + "\" cannot be written.");
  }
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
    throw Error("A picture of " + std::to_string(rows) + " x " + std::to_string(columns) + " cannot hold " +
                std::to_string(size) + " values.");
  }
}

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
  vtkNew<vtkPNGReader> reader;
  const VtkErrors errors(reader);
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    throw InputError("There is no file \"" + path.string() + "\".");
  if (reader->CanReadFile(path.c_str()) == 0)
    throw InputError("\"" + path.string() + "\" is not a PNG picture.");
  reader->SetFileName(path.c_str());
  reader->Update();
  vtkImageData* image = reader->GetOutput();
  if (errors.any() || image->GetNumberOfPoints() == 0) {
    throw InputError("\"" + path.string() + "\" is a damaged PNG picture.");
  }
  PngImage result;
  result.columns = image->GetDimensions()[0];
  result.rows = image->GetDimensions()[1];
  result.channels = image->GetNumberOfScalarComponents();
  result.bits = image->GetScalarSize() * 8;
  const double full = result.bits == 16 ? 65535 : 255;
  for (int row = 0; row < result.rows; ++row) {
    for (int i = 0; i < result.columns * result.channels; ++i) {
      result.values.push_back(
          static_cast<float>(image->GetScalarComponentAsDouble(i / result.channels, result.rows - 1 - row, 0,
                                                               i % result.channels) /
                             full));
    }
  }
  return result;
}

}  // namespace skiagraph
