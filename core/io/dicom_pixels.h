#pragma once

#include <vector>

#include "core/io/dicom_header.h"
#include "core/io/separate_process.h"

namespace skiagraph::io {

/// Reads the pixels of slices with GDCM, which may end the process. Private to core/io.
class DicomPixels {
 public:
  explicit DicomPixels(const FileNote& note) : note_(note) {}

  /// Scaled as the header says; a file with many frames is read once. Throws InputError.
  std::vector<float> read(const DicomSlice& slice);
  static float scaled(const DicomSlice& slice, double stored) {
    return static_cast<float>(stored * slice.slope.value_or(1) + slice.intercept.value_or(0));
  }

 private:
  void open(const std::filesystem::path& path);

  const FileNote& note_;
  std::filesystem::path open_;
  std::vector<double> stored_;  ///< of all frames of the open file
};

}  // namespace skiagraph::io
