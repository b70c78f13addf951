#include "app/completion_output.h"

#include <nlohmann/json.hpp>

#include "core/base/number_text.h"
#include "core/io/markers_file.h"

namespace skiagraph::app {
namespace {

using Json = nlohmann::ordered_json;

Json place(const geometry::SurfaceImage& surface, Pixel pixel) {
  const Vec3 p = io::marker_position(surface, pixel);
  return Json::array({p.x, p.y, p.z});
}

}  // namespace

std::string completion_json(const applications::Completion& completion,
                            const geometry::SurfaceImage& surface) {
  const applications::FitState& fit = completion.fit;
  const Vec3 centre = surface.placement.to_patient(fit.placement.centre, 0);
  Json markers = Json::array(), remarks = Json::array();
  for (int n = 0; n < kMarkerCount; ++n) {
    const applications::CompletedMarker& marker = completion.markers[n];
    const double mm = surface.placement.mm_per_px();
    markers.push_back({{"name", marker_table()[static_cast<std::size_t>(n)].name},
                       {"before_patient_mm", place(surface, marker.before)},
                       {"patient_mm", place(surface, marker.position)},
                       {"px", {marker.position.row, marker.position.column}},
                       {"moved_mm", mm * norm(marker.position - marker.before)},
                       {"margin_mm", marker.margin_mm},
                       {"seen", marker.seen},
                       {"pinned", marker.pinned}});
  }
  for (const Remark& remark : completion.remarks)
    remarks.push_back({{"code", remark.code}, {"text", remark.text()}, {"doubtful", remark.doubtful}});
  const Json json{{"placement",
                   {{"centre_px", {fit.placement.centre.row, fit.placement.centre.column}},
                    {"centre_patient_mm", {centre.x, centre.z}},
                    {"scale", fit.placement.scale}}},
                  {"agreement", {{"before", completion.agreement_before}, {"after", fit.agreement}}},
                  {"difference", {{"before", completion.difference_before}, {"after", fit.difference}}},
                  {"steps", fit.steps},
                  {"markers", markers},
                  {"warnings", remarks}};
  return json.dump(2) + "\n";
}

std::string completion_text(const applications::Completion& completion,
                            const geometry::SurfaceImage& surface) {
  const applications::FitState& fit = completion.fit;
  const Vec3 centre = surface.placement.to_patient(fit.placement.centre, 0);
  std::string text = "Real X-ray: centre " + fixed(centre.x, 0) + " mm to the left, " + fixed(centre.z, 0) +
                     " mm to the head; agreement " + fixed(completion.agreement_before, 3) + " -> " +
                     fixed(fit.agreement, 3) + ", difference " +
                     fixed(100 * completion.difference_before, 2) + " -> " + fixed(100 * fit.difference, 2) +
                     " % of full scale, " + std::to_string(fit.steps) + " steps\n";
  for (int n = 0; n < kMarkerCount; ++n) {
    const applications::CompletedMarker& marker = completion.markers[n];
    const Vec3 p = io::marker_position(surface, marker.position);
    text += left_aligned(marker_table()[static_cast<std::size_t>(n)].name, 22);
    for (const double mm : {p.x, p.y, p.z}) text += right_aligned(fixed(mm, 1), 8);
    text += "  +-" + right_aligned(fixed(marker.margin_mm, 1), 5) + " mm, moved " +
            fixed(surface.placement.mm_per_px() * norm(marker.position - marker.before), 1) + " mm" +
            (marker.pinned ? ", pinned"
             : marker.seen ? ", seen"
                           : "") +
            "\n";
  }
  return text;
}

}  // namespace skiagraph::app
