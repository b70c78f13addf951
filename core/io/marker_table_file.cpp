#include "core/io/marker_table_file.h"

#include <string>

#include "core/base/number_text.h"
#include "core/base/write_file.h"
#include "core/io/markers_file.h"
#include "core/io/synthetic_notice.h"

namespace skiagraph::io {

void write_marker_table(const std::filesystem::path& path, const Prediction& prediction) {
  constexpr int kDecimals = 2;
  std::string text = "name,x,y,z,patient_x,patient_y,patient_z,row,column,margin_95_mm,pinned,notice\n";
  for (std::size_t n = 0; n < kMarkerCount; ++n) {
    const inference::MarkerEstimate& marker = prediction.result.markers[n];
    const Vec3 patient = marker_position(prediction.surface, marker.position),
               scan = scan_position(prediction.scan, patient);
    text += marker_table()[n].name;
    for (const double number : {scan.x, scan.y, scan.z, patient.x, patient.y, patient.z, marker.position.row,
                                marker.position.column})
      text += "," + fixed(number, kDecimals);
    text += "," + (marker.margin_mm > 0 ? fixed(marker.margin_mm, kDecimals) : std::string());
    text += marker.pinned ? ",yes," : ",no,";
    text += "\"" + std::string(kSyntheticNotice) + "\"\n";
  }
  write_file(path, text);
}

}  // namespace skiagraph::io
