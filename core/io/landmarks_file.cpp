#include "core/io/landmarks_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/base/text_table.h"
#include "core/base/write_file.h"

namespace skiagraph::io {
namespace {

using nlohmann::json;

/// Everything wrong with a file becomes one sentence that names it.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& path) : path_(path) {}

  KnownLandmarks read() {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path_, error))
      throw InputError("file.missing", "There is no file \"{}\".", path_);
    if (lower_case(path_.extension().string()) == ".csv")
      read_table();
    else
      read_markups();
    if (std::ranges::none_of(landmarks_, [](const auto& place) { return place.has_value(); }))
      throw InputError("landmarks.none", "\"{}\" holds no landmarks.", path_);
    return landmarks_;
  }

 private:
  void add(const std::string& name, Vec3 place) {
    const auto found = std::ranges::find_if(marker_table(), [&](const MarkerInfo& marker) {
      return lower_case(marker.name) == lower_case(name) || lower_case(marker.label) == lower_case(name);
    });
    if (found == marker_table().end())
      throw InputError("landmarks.name",
                       "\"{}\" holds a point \"{}\", which is no marker; name points like {} or {}.", path_,
                       name, marker_table().front().name, marker_table().back().name);
    auto& landmark = landmarks_[static_cast<std::size_t>(found->marker)];
    if (landmark) throw InputError("landmarks.twice", "\"{}\" holds \"{}\" twice.", path_, name);
    if (!std::isfinite(place.x) || !std::isfinite(place.y) || !std::isfinite(place.z))
      throw InputError("landmarks.not_finite", "\"{}\" holds a place that is no number, at \"{}\".", path_,
                       name);
    landmark = place;
  }

  void read_markups() try {
    std::ifstream file(path_);
    const json content = json::parse(file);
    for (const json& markups : content.at("markups")) {
      const std::string system = markups.at("coordinateSystem").get<std::string>();
      if (system != "LPS" && system != "RAS")
        throw InputError("landmarks.system", "\"{}\" has the coordinate system \"{}\" instead of LPS or RAS.",
                         path_, system);
      const double sign = system == "LPS" ? 1 : -1;
      for (const json& point : markups.at("controlPoints")) {
        const std::string status = point.value("positionStatus", "defined");
        if (status == "undefined" || status == "missing") continue;
        const auto p = point.at("position").get<std::array<double, 3>>();
        add(point.at("label").get<std::string>(), {sign * p[0], sign * p[1], p[2]});
      }
    }
  } catch (const json::exception&) {
    throw InputError("landmarks.damaged",
                     "\"{}\" is no Slicer markups file (.mrk.json) or table (.csv), or is damaged.", path_);
  }

  void read_table() {
    const TextTable table(path_, ",;\t");
    const std::size_t name = table.column("name");
    const std::array axes{table.column("x"), table.column("y"), table.column("z")};
    for (const TextTable::Row& row : table.rows()) {
      std::array<double, 3> place{};
      for (std::size_t axis = 0; axis < 3; ++axis) place[axis] = to_number(row.cells[axes[axis]], row.line);
      add(row.cells[name], {place[0], place[1], place[2]});
    }
  }

  double to_number(const std::string& cell, int line) const {
    const std::optional<double> number = number_in(cell);
    if (!number)
      throw InputError("landmarks.number", "\"{}\" has \"{}\" instead of a number in line {}.", path_, cell,
                       line);
    return *number;
  }

  const std::filesystem::path& path_;
  KnownLandmarks landmarks_;
};

}  // namespace

KnownLandmarks read_landmarks(const std::filesystem::path& path) {
  return Reader(path).read();
}

void write_landmarks(const std::filesystem::path& path, const KnownLandmarks& landmarks) {
  constexpr int kDecimals = 2;
  std::string text = "name,x,y,z\n";
  for (const MarkerInfo& marker : marker_table()) {
    const auto& place = landmarks[static_cast<std::size_t>(marker.marker)];
    if (!place) continue;
    text += marker.name;
    for (const double coordinate : {place->x, place->y, place->z}) text += "," + fixed(coordinate, kDecimals);
    text += "\n";
  }
  write_file(path, text);
}

}  // namespace skiagraph::io
