#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/session/json_names.h"
#include "core/session/session_json.h"

namespace skiagraph::session {
namespace {

using nlohmann::json;

/// A value in the file cannot be used.
struct WrongField {};

// A single value is read or it is lost: it throws WrongField or a JSON exception. What
// has members loses those that cannot be read and keeps the others.

/// Where in the file we are: "view." and what could not be read.
struct Place {
  std::string at;
  std::vector<std::string>& lost;

  [[nodiscard]] Place inside(const std::string& name) const { return {at + name + ".", lost}; }
};

template <class Value>
void from_json(const json& from, Value& value) {
  value = from.get<Value>();
}
void from_json(const json& from, double& value) {
  value = from.get<double>();
  if (!std::isfinite(value)) throw WrongField{};
}
void from_json(const json& from, int& value) {
  constexpr int kMost = 8192;
  if (!from.is_number_integer() || from < 0 || from > kMost) throw WrongField{};
  value = from.get<int>();
}
void from_json(const json& from, Pixel& pixel) {
  if (from.size() != 2) throw WrongField{};
  from_json(from.at(0), pixel.row);
  from_json(from.at(1), pixel.column);
}
void from_json(const json& from, Vec3& v) {
  if (from.size() != 3) throw WrongField{};
  from_json(from.at(0), v.x);
  from_json(from.at(1), v.y);
  from_json(from.at(2), v.z);
}
void from_json(const json& from, CtSettings& ct) {
  ct = {from.value("axes", ""), from.value("spacing", ""), from.value("values", ""),
        from.value("series", "")};
}
void from_json(const json& from, Measurement& measurement) {
  from_json(from.at("from"), measurement.from);
  from_json(from.at("to"), measurement.to);
}
void from_json(const json& from, geometry::ScanAxes& axes) {
  axes = {from.at("up").get<std::string>(), from.at("front").get<std::string>()};
}
void from_json(const json& from, geometry::CanonicalFrame& frame) {
  from_json(from.at("rows"), frame.rows);
  from_json(from.at("columns"), frame.columns);
  from_json(from.at("neck_row"), frame.neck_row);
  from_json(from.at("symphysis_row"), frame.symphysis_row);
  from_json(from.at("centre_column"), frame.centre_column);
  if (frame.rows < 1 || frame.columns < 1 || !(frame.symphysis_row > frame.neck_row + 1)) throw WrongField{};
}
void from_json(const json& from, XrayViewport& viewport) {
  constexpr double kLeastZoom = 1e-3, kMostZoom = 1e3;
  from_json(from.at("zoom"), viewport.zoom);
  from_json(from.at("centre"), viewport.centre);
  if (!(viewport.zoom >= kLeastZoom && viewport.zoom <= kMostZoom)) throw WrongField{};
}
/// A camera that looks at a point other than its own place, and not along its own up.
void from_json(const json& from, BodyCamera& camera) {
  from_json(from.at("position"), camera.position);
  from_json(from.at("focal_point"), camera.focal_point);
  from_json(from.at("up"), camera.up);
  if (!(norm(cross(camera.focal_point - camera.position, camera.up)) > 0)) throw WrongField{};
}
/// A margin that is one, and lines that are not exchanged.
void from_json(const json& from, scan_range::Plan& plan) {
  if (!from.is_object()) throw WrongField{};
  const auto region = scan_range::region_named(from.at("region").get<std::string>());
  if (!region) throw WrongField{};
  plan = {};
  plan.region = *region;
  for (const auto& [name, mm] : {std::pair("margin_mm", &plan.margin_mm), std::pair("top_mm", &plan.top_mm),
                                 std::pair("bottom_mm", &plan.bottom_mm),
                                 std::pair("right_mm", &plan.right_mm), std::pair("left_mm", &plan.left_mm)})
    if (from.contains(name)) from_json(from.at(name), mm->emplace());
  if (!scan_range::is_usable(plan)) throw WrongField{};
}
/// Left and height of a place in the frontal plane.
void read_place(const json& from, Vec3& place) {
  if (!from.is_array() || from.size() != 2) throw WrongField{};
  from_json(from.at(0), place.x);
  from_json(from.at(1), place.z);
}
/// Numbers that a picture can have.
void from_json(const json& from, PartialXray& xray) {
  if (!from.is_object()) throw WrongField{};
  xray = {.path = from.at("path").get<std::string>(),
          .sha256 = from.value("sha256", ""),
          .spacing_mm = {},
          .negative = from.value("negative", false),
          .place = {}};
  const auto positive = [&](const char* name, double& value) {
    from_json(from.at(name), value);
    if (!(value > 0)) throw WrongField{};
  };
  if (from.contains("magnification")) positive("magnification", xray.magnification);
  if (from.contains("spacing_mm")) positive("spacing_mm", xray.spacing_mm.emplace());
  if (!from.contains("place")) return;
  read_place(from.at("place"), xray.place.emplace());
}
void from_json(const json& from, Annotation& annotation) {
  read_place(from.at("place"), annotation.place);
  for (std::size_t n = 0; n < annotation.markers.size(); ++n)
    read_place(from.at("markers").at(std::string(marker_table()[n].name)), annotation.markers[n]);
}
void from_json(const json& from, AnomalyCriterion& criterion) {
  if (!from.is_object()) throw WrongField{};
  criterion = {from.value("plain", false), {}};
  if (!from.contains("threshold")) return;
  from_json(from.at("threshold"), criterion.threshold.emplace());
  if (!(*criterion.threshold > 0)) throw WrongField{};
}
template <class Value>
void from_json(const json& from, std::optional<Value>& value) {
  value.reset();
  if (!from.is_null()) from_json(from, value.emplace());
}
template <class Choice, std::size_t kCount>
void read_choice(const json& from, const std::array<const char*, kCount>& names, Choice& value) {
  const auto name = from.get<std::string>();
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) throw WrongField{};
  value = static_cast<Choice>(found - names.begin());
}
void from_json(const json& from, bodies::Sex& sex) {
  read_choice(from, kSexes, sex);
}
void from_json(const json& from, BodySide& side) {
  read_choice(from, kSides, side);
}
/// Sets those that are named.
template <std::size_t kCount, class Table>
void set_named(const json& from, std::array<bool, kCount>& set, const Table& table) {
  if (!from.is_array()) throw WrongField{};
  set = {};
  for (const json& item : from) {
    const auto name = item.get<std::string>();
    const auto found = std::find_if(table.begin(), table.begin() + kCount,
                                    [&](const auto& row) { return row.name == name; });
    if (found == table.begin() + kCount) throw WrongField{};
    set[static_cast<std::size_t>(found - table.begin())] = true;
  }
}
void from_json(const json& from, Locks& locks) {
  set_named(from, locks, marker_table());
}
void from_json(const json& from, HiddenGroups& hidden) {
  set_named(from, hidden, marker_group_table());
}
void from_json(const json& from, Comparison& comparison) {
  read_choice(from.at("mode"), kComparisons, comparison.mode);
  from_json(from.at("before"), comparison.before);
  if (comparison.before < 0 || comparison.before > 1) throw WrongField{};
}
void from_json(const json& from, CtView& view) {
  read_choice(from, kCtViews, view);
}

/// Reads one member, if it is there, all or nothing.
template <class Value>
void read(const json& object, const std::string& name, Value& value, const Place& place) try {
  if (!object.contains(name)) return;
  Value read_value = value;
  from_json(object.at(name), read_value);
  value = std::move(read_value);
} catch (const WrongField&) {
  place.lost.push_back(place.at + name);
} catch (const json::exception&) {
  place.lost.push_back(place.at + name);
}

/// What a newer or damaged file has beyond the known members.
void lose_unknown(const json& object, const std::set<std::string>& known, const Place& place) {
  for (const auto& [name, value] : object.items())
    if (!known.contains(name)) place.lost.push_back(place.at + name);
}
void require_object(const json& from) {
  if (!from.is_object()) throw WrongField{};
}

void read_members(const json& from, bodies::SizeTargets& targets, const Place& place) {
  from_json(from.at("sex"), targets.sex);
  lose_unknown(from, {"sex", "sizes"}, place);
  const json sizes = from.value("sizes", json::object());
  require_object(sizes);
  std::set<std::string> names;
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n) {
    const std::string name(bodies::body_size_table()[n].name);
    names.insert(name);
    read(sizes, name, targets.values[n], place.inside("sizes"));
  }
  lose_unknown(sizes, names, place.inside("sizes"));
}
void read_members(const json& from, geometry::AlignmentOverrides& overrides, const Place& place) {
  read(from, "unit_mm", overrides.unit_mm, place);
  read(from, "axes", overrides.axes, place);
  read(from, "neck_level_mm", overrides.neck_level_mm, place);
  read(from, "symphysis_level_mm", overrides.symphysis_level_mm, place);
  lose_unknown(from, {"unit_mm", "axes", "neck_level_mm", "symphysis_level_mm"}, place);
}
void read_members(const json& from, ScanSource& scan, const Place& place) {
  scan.path = from.at("path").get<std::string>();
  read(from, "sha256", scan.sha256, place);
  const json overrides = from.value("overrides", json::object());
  require_object(overrides);
  read_members(overrides, scan.overrides, place.inside("overrides"));
  read(from, "ct", scan.ct, place);
  lose_unknown(from, {"path", "relative_path", "sha256", "overrides", "ct"}, place);
}
void read_members(const json& from, BodySource& body, const Place& place) {
  if (from.size() != 1) throw WrongField{};
  BodySource read_body;
  if (from.contains("scan")) {
    read_members(from.at("scan"), read_body.emplace<ScanSource>(), place.inside("scan"));
  } else {
    read_members(from.at("made_to_measure"), read_body.emplace<bodies::SizeTargets>(),
                 place.inside("made_to_measure"));
  }
  body = read_body;
}
void read_members(const json& from, Pins& pins, const Place& place) {
  std::set<std::string> names;
  for (std::size_t n = 0; n < pins.size(); ++n) {
    const std::string name(marker_table()[n].name);
    names.insert(name);
    read(from, name, pins[n], place);
  }
  lose_unknown(from, names, place);
}
void read_members(const json& from, Annotations& annotations, const Place& place) {
  for (const auto& [name, value] : from.items()) {
    const bool usable = !name.empty() && name.size() <= kLongestAnnotationName &&
                        annotations.size() < kMostAnnotations && value.is_object();
    std::optional<Annotation> annotation;
    if (usable)
      read(from, name, annotation, place);
    else
      place.lost.push_back(place.at + name);
    if (annotation) annotations.emplace(name, *annotation);
  }
}
/// A share of a whole.
void read_share(const json& from, const std::string& name, double& share, const Place& place) {
  const double before = share;
  read(from, name, share, place);
  if (share >= 0 && share <= 1) return;
  share = before;
  place.lost.push_back(place.at + name);
}

void read_members(const json& from, View& view, const Place& place) {
  read(from, "level", view.window_level.level, place);
  read(from, "width", view.window_level.width, place);
  if (!(view.window_level.width > 0)) {
    view.window_level.width = imaging::kDefaultWindowLevel.width;
    place.lost.push_back(place.at + "width");
  }
  read(from, "side", view.side, place);
  read(from, "xray", view.xray, place);
  read(from, "camera", view.camera, place);
  read_share(from, "body_opacity", view.body_opacity, place);
  read(from, "xray_in_body", view.xray_in_body, place);
  read(from, "level_handles", view.level_handles, place);
  read(from, "all_labels", view.all_labels, place);
  read(from, "ct", view.ct, place);
  read_share(from, "wipe", view.wipe, place);
  read(from, "dismissed", view.dismissed, place);
  read(from, "hidden_groups", view.hidden_groups, place);
  read(from, "anomalies", view.anomalies, place);
  read(from, "margins", view.margins, place);
  read(from, "comparison", view.comparison, place);
  lose_unknown(
      from,
      {"level", "width", "side", "xray", "camera", "body_opacity", "xray_in_body", "level_handles",
       "all_labels", "ct", "wipe", "dismissed", "hidden_groups", "anomalies", "margins", "comparison"},
      place);
}

template <class Field>
void read_field(const json& file, const std::string& name, Field& field, const Place& place) try {
  if constexpr (requires { read_members(file, field, place); }) {
    if (!file.contains(name)) return;
    require_object(file.at(name));
    read_members(file.at(name), field, place.inside(name));
  } else {
    read(file, name, field, place);
  }
} catch (const WrongField&) {
  place.lost.push_back(place.at + name);
} catch (const json::exception&) {
  place.lost.push_back(place.at + name);
}

/// Places mean nothing where their frame is not known, and the networks take no pin outside the picture.
void lose_misplaced_pins(Session& session, const Place& place) {
  const bool no_frame = std::ranges::find(place.lost, "frame") != place.lost.end();
  for (std::size_t n = 0; n < session.pins.size(); ++n) {
    auto& pin = session.pins[n];
    const bool inside = pin && pin->row >= 0 && pin->row <= session.frame.rows - 1 && pin->column >= 0 &&
                        pin->column <= session.frame.columns - 1;
    if (!pin || (inside && !no_frame)) continue;
    place.lost.push_back("pins." + std::string(marker_table()[n].name));
    pin.reset();
  }
  if (no_frame) session.view.xray.reset();
}

json parsed(std::string_view text, const std::string& source) {
  json file = json::parse(text, nullptr, false);
  if (!file.is_object() || !file.contains("format") || file["format"] != kFormat ||
      !file.contains("version") || !file["version"].is_number_integer())
    throw InputError("session.damaged", "\"{}\" is not a Skiagraph session, or it is damaged.", source);
  if (file["version"] > kVersion)
    throw InputError("session.newer",
                     "\"{}\" comes from a newer version of Skiagraph; update the program to open it.",
                     source);
  return file;
}

std::filesystem::path path_in(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? std::filesystem::path(found->get<std::string>())
                                                     : std::filesystem::path();
}

}  // namespace

ReadSession from_json_text(std::string_view text, const std::string& source) {
  const json file = parsed(text, source);
  ReadSession read;
  std::set<std::string> known{"format", "version", "saved_as"};
  const Place place{"", read.lost};
  visit_fields(read.session, [&](const char* name, auto& field) {
    known.insert(name);
    read_field(file, name, field, place);
  });
  lose_unknown(file, known, place);
  lose_misplaced_pins(read.session, place);
  if (std::holds_alternative<ScanSource>(read.session.body))
    read.whereabouts.relative_scan = path_in(file["body"]["scan"], "relative_path");
  if (read.session.partial_xray)
    read.whereabouts.relative_xray = path_in(file["partial_xray"], "relative_path");
  read.whereabouts.saved_as = path_in(file, "saved_as");
  return read;
}

std::optional<Remark> loss(const ReadSession& read, const std::string& source) {
  if (read.lost.empty()) return std::nullopt;
  constexpr std::size_t kMostNamed = 5, kLongest = 60;
  std::string names;
  for (std::size_t n = 0; n < std::min(read.lost.size(), kMostNamed); ++n)
    names += (n > 0 ? ", " : "") + read.lost[n].substr(0, kLongest);
  if (read.lost.size() > kMostNamed) names += ", …";
  return Remark{.code = "session.lost",
                .title = "Damaged session",
                .sentence =
                    "\"{}\" is damaged: what stands there as {} could not be read and was left out; "
                    "everything else is open.",
                .arguments = {source, names}};
}

}  // namespace skiagraph::session
