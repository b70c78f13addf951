#include "core/session/session_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <type_traits>

#include "core/base/error.h"

namespace skiagraph::session {
namespace {

using nlohmann::json;

constexpr const char* kFormat = "skiagraph-session";
constexpr int kVersion = 1;
constexpr std::array<const char*, 2> kSexes{"female", "male"};
constexpr std::array<const char*, 4> kCtViews{"hidden", "beside", "wipe", "difference"};
constexpr std::array<const char*, 6> kSides{"front", "back", "left", "right", "top", "bottom"};
constexpr std::array<const char*, 4> kComparisons{"off", "split", "blend", "difference"};

/// What is wrong in a file: the field's name.
struct WrongField {
  std::string name;
};

// ---- Values to JSON.

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
json to_json(const Measurement& measurement) {
  return {{"from", to_json(measurement.from)}, {"to", to_json(measurement.to)}};
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
                 {"margins", view.margins},
                 {"comparison", to_json(view.comparison)}};
  if (view.xray) object["xray"] = {{"zoom", view.xray->zoom}, {"centre", to_json(view.xray->centre)}};
  if (view.camera)
    object["camera"] = {{"position", to_json(view.camera->position)},
                        {"focal_point", to_json(view.camera->focal_point)},
                        {"up", to_json(view.camera->up)}};
  return object;
}

// ---- JSON to values. Each throws WrongField or a JSON exception.

void require_known(const json& object, const std::set<std::string>& known) {
  if (!object.is_object()) throw WrongField{"object"};
  for (const auto& [name, value] : object.items())
    if (!known.contains(name)) throw WrongField{name};
}

template <class Value>
void from_json(const json& from, Value& value) {
  value = from.get<Value>();
}
void from_json(const json& from, double& value) {
  value = from.get<double>();
  if (!std::isfinite(value)) throw WrongField{"number"};
}
void from_json(const json& from, Pixel& pixel) {
  if (from.size() != 2) throw WrongField{"place"};
  from_json(from.at(0), pixel.row);
  from_json(from.at(1), pixel.column);
}
void from_json(const json& from, Vec3& v) {
  if (from.size() != 3) throw WrongField{"place"};
  from_json(from.at(0), v.x);
  from_json(from.at(1), v.y);
  from_json(from.at(2), v.z);
}
void from_json(const json& from, CtSettings& ct) {
  require_known(from, {"axes", "spacing", "values", "series"});
  ct = {from.value("axes", ""), from.value("spacing", ""), from.value("values", ""),
        from.value("series", "")};
}
void from_json(const json& from, Measurement& measurement) {
  require_known(from, {"from", "to"});
  from_json(from.at("from"), measurement.from);
  from_json(from.at("to"), measurement.to);
}
template <class Value>
void from_json(const json& from, std::optional<Value>& value) {
  value.reset();
  if (!from.is_null()) from_json(from, value.emplace());
}
template <std::size_t kCount>
std::size_t choice(const json& from, const std::array<const char*, kCount>& names) {
  const auto name = from.get<std::string>();
  for (std::size_t n = 0; n < kCount; ++n)
    if (name == names[n]) return n;
  throw WrongField{name};
}
template <class Value>
void read_optional(const json& object, const char* name, std::optional<Value>& value) {
  if (object.contains(name)) from_json(object.at(name), value);
}
/// What an older version does not know keeps its value.
template <class Value>
void read_known(const json& object, const char* name, Value& value) {
  if (object.contains(name)) from_json(object.at(name), value);
}
void from_json(const json& from, bodies::SizeTargets& targets) {
  require_known(from, {"sex", "sizes"});
  targets = {static_cast<bodies::Sex>(choice(from.at("sex"), kSexes)), {}};
  std::set<std::string> names;
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n) {
    const std::string name(bodies::body_size_table()[n].name);
    names.insert(name);
    read_optional(from.at("sizes"), name.c_str(), targets.values[n]);
  }
  require_known(from.at("sizes"), names);
}
void from_json(const json& from, geometry::AlignmentOverrides& overrides) {
  require_known(from, {"unit_mm", "axes", "neck_level_mm", "symphysis_level_mm"});
  overrides = {};
  read_optional(from, "unit_mm", overrides.unit_mm);
  read_optional(from, "neck_level_mm", overrides.neck_level_mm);
  read_optional(from, "symphysis_level_mm", overrides.symphysis_level_mm);
  if (from.contains("axes"))
    overrides.axes = {from.at("axes").at("up").get<std::string>(),
                      from.at("axes").at("front").get<std::string>()};
}
void from_json(const json& from, ScanSource& scan) {
  require_known(from, {"path", "sha256", "overrides", "ct"});
  scan.path = from.at("path").get<std::string>();
  scan.sha256 = from.at("sha256").get<std::string>();
  from_json(from.at("overrides"), scan.overrides);
  scan.ct.reset();
  read_optional(from, "ct", scan.ct);
}
void from_json(const json& from, BodySource& body) {
  require_known(from, {"scan", "made_to_measure"});
  if (from.size() != 1) throw WrongField{"body"};
  if (from.contains("scan")) {
    from_json(from.at("scan"), body.emplace<ScanSource>());
  } else {
    from_json(from.at("made_to_measure"), body.emplace<bodies::SizeTargets>());
  }
}
void from_json(const json& from, Pins& pins) {
  if (!from.is_object()) throw WrongField{"pins"};
  pins = {};
  for (const auto& [name, place] : from.items()) {
    const auto marker = marker_named(name);
    if (!marker || static_cast<std::size_t>(*marker) >= pins.size()) throw WrongField{name};
    from_json(place, pins[static_cast<std::size_t>(*marker)].emplace());
  }
}
/// Sets those that are named.
template <std::size_t kCount, class Table>
void set_named(const json& from, std::array<bool, kCount>& set, const Table& table) {
  if (!from.is_array()) throw WrongField{"list"};
  set = {};
  for (const json& item : from) {
    const auto name = item.get<std::string>();
    const auto found = std::find_if(table.begin(), table.begin() + kCount,
                                    [&](const auto& row) { return row.name == name; });
    if (found == table.begin() + kCount) throw WrongField{name};
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
  require_known(from, {"mode", "before"});
  comparison.mode = static_cast<ComparisonMode>(choice(from.at("mode"), kComparisons));
  from_json(from.at("before"), comparison.before);
  if (comparison.before < 0 || comparison.before > 1) throw WrongField{"before"};
}
void from_json(const json& from, View& view) {
  require_known(from, {"level", "width", "side", "xray", "camera", "body_opacity", "xray_in_body",
                       "level_handles", "all_labels", "ct", "wipe", "dismissed", "hidden_groups", "margins",
                       "comparison"});
  view = {};
  from_json(from.at("level"), view.window_level.level);
  from_json(from.at("width"), view.window_level.width);
  if (!(view.window_level.width > 0)) throw WrongField{"width"};
  view.side = static_cast<BodySide>(choice(from.at("side"), kSides));
  read_known(from, "body_opacity", view.body_opacity);
  if (!(view.body_opacity >= 0 && view.body_opacity <= 1)) throw WrongField{"body_opacity"};
  read_known(from, "xray_in_body", view.xray_in_body);
  read_known(from, "level_handles", view.level_handles);
  read_known(from, "all_labels", view.all_labels);
  if (from.contains("ct")) view.ct = static_cast<CtView>(choice(from.at("ct"), kCtViews));
  if (from.contains("wipe")) from_json(from.at("wipe"), view.wipe);
  if (!(view.wipe >= 0 && view.wipe <= 1)) throw WrongField{"wipe"};
  if (from.contains("dismissed")) from.at("dismissed").get_to(view.dismissed);
  if (from.contains("hidden_groups")) from_json(from.at("hidden_groups"), view.hidden_groups);
  if (from.contains("margins")) from_json(from.at("margins"), view.margins);
  if (from.contains("comparison")) from_json(from.at("comparison"), view.comparison);
  if (from.contains("xray")) {
    from_json(from.at("xray").at("zoom"), view.xray.emplace().zoom);
    from_json(from.at("xray").at("centre"), view.xray->centre);
    if (!(view.xray->zoom > 0)) throw WrongField{"zoom"};
  }
  if (from.contains("camera")) {
    from_json(from.at("camera").at("position"), view.camera.emplace().position);
    from_json(from.at("camera").at("focal_point"), view.camera->focal_point);
    from_json(from.at("camera").at("up"), view.camera->up);
  }
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

}  // namespace

std::string to_json_text(const Session& session) {
  json file = {{"format", kFormat}, {"version", kVersion}};
  visit_fields(session, [&file](const char* name, const auto& field) { file[name] = to_json(field); });
  try {
    return file.dump(2) + "\n";
  } catch (const json::exception&) {  // text that is not UTF-8: only a path can be
    throw InputError("session.path",
                     "The scan's file name has letters that a session cannot hold; rename the file.");
  }
}

Session from_json_text(std::string_view text, const std::string& source) {
  const json file = parsed(text, source);
  Session session;
  std::set<std::string> known{"format", "version"};
  std::string reading;
  try {
    visit_fields(session, [&](const char* name, auto& field) {
      known.insert(reading = name);
      if (file.contains(name)) from_json(file.at(name), field);
    });
    require_known(file, known);
  } catch (const WrongField& field) {
    throw InputError("session.field", "\"{}\" is a damaged session: its \"{}\" cannot be used.", source,
                     field.name);
  } catch (const json::exception&) {
    throw InputError("session.field", "\"{}\" is a damaged session: its \"{}\" cannot be used.", source,
                     reading);
  }
  return session;
}

}  // namespace skiagraph::session
