#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/remark.h"
#include "core/io/ct_options.h"
#include "core/io/dicom_header.h"
#include "core/io/separate_process.h"

namespace skiagraph::io {

/// The slices of one series, or of one acquisition or sweep of it where several lie in one another.
using DicomSeries = std::vector<DicomSlice>;

/// The directions of a slice's rows and columns and the normal of both, by the person's word or else the
/// file's; nothing when neither says it.
std::optional<AxisDirections> slice_directions(const DicomSlice& slice, const CtOptions& options);

struct ChosenSeries {
  DicomSeries slices;
  std::vector<Remark> remarks;  ///< what else was there
};

/// Every file in a folder and the folders below, or one file alone.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& path);

/// The CT among the files: the one series, or the one of axial slices, or the one that the options name by
/// its number in the list or its UID. Scouts, dose pages, reports, other kinds of images and copies of a file
/// are left out, and told. Throws InputError: nothing there, a damaged file, or several series; then its
/// sentence lists them with number, slices and extent. Private to core/io.
ChosenSeries choose_series(const std::filesystem::path& given,
                           const std::vector<std::filesystem::path>& files, const CtOptions& options,
                           const FileNote& note);

}  // namespace skiagraph::io
