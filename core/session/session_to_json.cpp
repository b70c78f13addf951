#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.h"
#include "core/session/json_names.h"
#include "core/session/session_json.h"

namespace skiagraph::session {
namespace {

using nlohmann::json;

template <class Value>
json to_json(const Value& value) {
  return value;
}
json to_json(const Pixel& pixel) {
  return {pixel.row, pixel.column};
}
json to_json(const Vec3& v) {
  return {v.x, v.y, v.z};
}
json to_json(const scan_range::Plan& plan) {
  json object = {{"region", scan_range::info(plan.region).name}};
  for (const auto& [name, mm] : {std::pair("margin_mm", &plan.margin_mm), std::pair("top_mm", &plan.top_mm),
                                 std::pair("bottom_mm", &plan.bottom_mm),
                                 std::pair("right_mm", &plan.right_mm), std::pair("left_mm", &plan.left_mm)})
    if (*mm) object[name] = **mm;
  return object;
}
json to_json(const PartialXray& xray) {
  json object = {{"path", xray.path.string()},
                 {"sha256", xray.sha256},
                 {"negative", xray.negative},
                 {"magnification", xray.magnification}};
  if (xray.spacing_mm) object["spacing_mm"] = *xray.spacing_mm;
  if (xray.place) object["place"] = {xray.place->x, xray.place->z};
  return object;
}
json to_json(const AnomalyCriterion& criterion) {
  json object = {{"plain", criterion.plain}};
  if (criterion.threshold) object["threshold"] = *criterion.threshold;
  return object;
}
json to_json(const Measurement& measurement) {
  return {{"from", to_json(measurement.from)}, {"to", to_json(measurement.to)}};
}
json to_json(const Annotations& annotations) {
  const auto place = [](Vec3 v) { return json{v.x, v.z}; };
  json object = json::object();
  for (const auto& [name, annotation] : annotations) {
    json markers = json::object();
    for (std::size_t n = 0; n < annotation.markers.size(); ++n)
      markers[std::string(marker_table()[n].name)] = place(annotation.markers[n]);
    object[name] = {{"place", place(annotation.place)}, {"markers", std::move(markers)}};
  }
  return object;
}
template <class Value>
json to_json(const std::optional<Value>& value) {
  return value ? to_json(*value) : json();
}
json to_json(const bodies::SizeTargets& targets) {
  json sizes = json::object();
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n)
    if (targets.values[n]) sizes[std::string(bodies::body_size_table()[n].name)] = *targets.values[n];
  return {{"sex", kSexes[static_cast<std::size_t>(targets.sex)]}, {"sizes", sizes}};
}
json to_json(const geometry::AlignmentOverrides& overrides) {
  json object = json::object();
  if (overrides.unit_mm) object["unit_mm"] = *overrides.unit_mm;
  if (overrides.axes) object["axes"] = {{"up", overrides.axes->up}, {"front", overrides.axes->front}};
  if (overrides.neck_level_mm) object["neck_level_mm"] = *overrides.neck_level_mm;
  if (overrides.symphysis_level_mm) object["symphysis_level_mm"] = *overrides.symphysis_level_mm;
  return object;
}
json to_json(const CtSettings& ct) {
  json object = json::object();
  for (const auto& [name, text] : {std::pair("axes", &ct.axes), std::pair("spacing", &ct.spacing),
                                   std::pair("values", &ct.values), std::pair("series", &ct.series)})
    if (!text->empty()) object[name] = *text;
  return object;
}
json to_json(const ScanSource& scan) {
  json object = {
      {"path", scan.path.string()}, {"sha256", scan.sha256}, {"overrides", to_json(scan.overrides)}};
  if (scan.ct) object["ct"] = to_json(*scan.ct);
  return object;
}
json to_json(const BodySource& body) {
  const bool scan = std::holds_alternative<ScanSource>(body);
  return {{scan ? "scan" : "made_to_measure",
           std::visit([](const auto& source) { return to_json(source); }, body)}};
}
json to_json(const geometry::CanonicalFrame& frame) {
  return {{"rows", frame.rows},
          {"columns", frame.columns},
          {"neck_row", frame.neck_row},
          {"symphysis_row", frame.symphysis_row},
          {"centre_column", frame.centre_column}};
}
json to_json(const Pins& pins) {
  json object = json::object();
  for (std::size_t n = 0; n < pins.size(); ++n)
    if (pins[n]) object[std::string(marker_table()[n].name)] = to_json(*pins[n]);
  return object;
}
/// The names of those that are set.
template <std::size_t kCount, class Table>
json names_of(const std::array<bool, kCount>& set, const Table& table) {
  json names = json::array();
  for (std::size_t n = 0; n < kCount; ++n)
    if (set[n]) names.push_back(table[n].name);
  return names;
}
json to_json(const Locks& locks) {
  return names_of(locks, marker_table());
}
json to_json(const HiddenGroups& hidden) {
  return names_of(hidden, marker_group_table());
}
json to_json(const Comparison& comparison) {
  return {{"mode", kComparisons[static_cast<std::size_t>(comparison.mode)]}, {"before", comparison.before}};
}
json to_json(const View& view) {
  json object = {{"level", view.window_level.level},
                 {"width", view.window_level.width},
                 {"side", kSides[static_cast<std::size_t>(view.side)]},
                 {"body_opacity", view.body_opacity},
                 {"xray_in_body", view.xray_in_body},
                 {"level_handles", view.level_handles},
                 {"all_labels", view.all_labels},
                 {"ct", kCtViews[static_cast<std::size_t>(view.ct)]},
                 {"wipe", view.wipe},
                 {"dismissed", view.dismissed},
                 {"hidden_groups", to_json(view.hidden_groups)},
                 {"anomalies", view.anomalies},
                 {"margins", view.margins},
                 {"comparison", to_json(view.comparison)}};
  if (view.xray) object["xray"] = {{"zoom", view.xray->zoom}, {"centre", to_json(view.xray->centre)}};
  if (view.camera)
    object["camera"] = {{"position", to_json(view.camera->position)},
                        {"focal_point", to_json(view.camera->focal_point)},
                        {"up", to_json(view.camera->up)}};
  return object;
}

}  // namespace

std::string to_json_text(const Session& session, const Whereabouts& whereabouts) {
  json file = {{"format", kFormat}, {"version", kVersion}};
  visit_fields(session, [&file](const char* name, const auto& field) { file[name] = to_json(field); });
  if (!whereabouts.relative_scan.empty())
    file["body"]["scan"]["relative_path"] = whereabouts.relative_scan.generic_string();
  if (!whereabouts.relative_xray.empty())
    file["partial_xray"]["relative_path"] = whereabouts.relative_xray.generic_string();
  if (!whereabouts.saved_as.empty()) file["saved_as"] = whereabouts.saved_as.string();
  try {
    return file.dump(2) + "\n";
  } catch (const json::exception&) {  // text that is not UTF-8: only a path can be
    throw InputError("session.path",
                     "The scan's file name has letters that a session cannot hold; rename the file.");
  }
}

}  // namespace skiagraph::session
