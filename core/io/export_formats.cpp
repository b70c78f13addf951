#include "core/io/export_formats.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/io/dicom_capture_file.h"
#include "core/io/marker_table_file.h"
#include "core/io/markers_file.h"
#include "core/io/markups_file.h"
#include "core/io/mesh_file.h"
#include "core/io/picture_files.h"
#include "core/io/range_file.h"

namespace skiagraph::io {
namespace {

using std::filesystem::path;

double pixel_mm(const Prediction& prediction) {
  return mm_per_px(prediction.xray, prediction.surface);
}

constexpr std::array<ExportFormat, 9> kFormats{
    {{"picture", "X-ray as picture", "The X-ray as it is shown, for slides and texts: 8-bit PNG", "PNG",
      "xray_picture.png", true,
      [](const path& file, const Prediction& p) {
        write_shown_xray(file, p.xray, p.window_level, pixel_mm(p));
      }},
     {"xray", "X-ray values", "The values of the X-ray, for computing with them: 16-bit PNG", "PNG",
      "xray.png", true,
      [](const path& file, const Prediction& p) { write_xray_values(file, p.xray, pixel_mm(p)); }},
     {"dicom", "X-ray as DICOM", "The X-ray as DICOM secondary capture, for viewers of medical images",
      "DICOM", "xray.dcm", true,
      [](const path& file, const Prediction& p) {
        write_dicom_capture(file, p.xray, p.window_level, pixel_mm(p));
      }},
     {"markups", "Markers for 3D Slicer",
      "The markers as a point list of 3D Slicer, in the axes of the scan's file and mm", "3D Slicer markups",
      "markers.mrk.json", true, write_markups},
     {"csv", "Markers as table", "The markers in mm as a table for spreadsheets: CSV", "CSV", "markers.csv",
      true, write_marker_table},
     {"json", "Markers as JSON", "The markers with all that is known of the prediction, for programs", "JSON",
      "markers.json", true, write_markers},
     {"range", "Scan range as JSON", "Start, end and length of the planned scan range in mm, for programs",
      "JSON", "range.json", true, write_range},
     {"surface", "Surface image", "What the networks see of the body, depth and thickness: 16-bit PNG", "PNG",
      "surface.png", true,
      [](const path& file, const Prediction& p) { write_surface_image(file, p.surface); }},
     {"body", "Body surface", "The surface of the body as PLY, in the patient's axes (LPS) and mm", "PLY",
      "body.ply", false, [](const path& file, const Prediction& p) { write_ply(file, p.mesh); }}}};

}  // namespace

std::span<const ExportFormat> export_formats() {
  return kFormats;
}

const ExportFormat& export_format_named(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &ExportFormat::name);
  if (found == kFormats.end())
    throw InputError("export.format", "There is no export \"{}\"; choose {}.", name.substr(0, 60),
                     export_format_names());
  return *found;
}

std::string export_format_names() {
  std::string names;
  for (const ExportFormat& format : kFormats) {
    if (!names.empty()) names += &format == &kFormats.back() ? " or " : ", ";
    names += format.name;
  }
  return names;
}

}  // namespace skiagraph::io
