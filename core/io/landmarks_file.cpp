#include "core/io/landmarks_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

using nlohmann::json;

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

std::string trimmed(const std::string& text) {
  constexpr const char* kSpace = " \t\r\"";
  const auto first = text.find_first_not_of(kSpace), last = text.find_last_not_of(kSpace);
  return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

/// Everything wrong with a file becomes one sentence that names it.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& path) : path_(path) {}

  KnownLandmarks read() {
    std::ifstream file(path_);
    if (!file) throw InputError("There is no file \"" + path_.string() + "\".");
    if (lower_case(path_.extension().string()) == ".csv")
      read_table(file);
    else
      read_markups(file);
    if (std::ranges::none_of(landmarks_, [](const auto& place) { return place.has_value(); }))
      fail("holds no landmarks");
    return landmarks_;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw InputError("\"" + path_.string() + "\" " + why + ".");
  }

  void add(const std::string& name, Vec3 place) {
    const auto found = std::ranges::find_if(marker_table(), [&](const MarkerInfo& marker) {
      return lower_case(marker.name) == lower_case(name) || lower_case(marker.label) == lower_case(name);
    });
    if (found == marker_table().end())
      fail("holds a point \"" + name + "\", which is no marker; name points like " +
           std::string(marker_table().front().name) + " or " + std::string(marker_table().back().name));
    auto& landmark = landmarks_[static_cast<std::size_t>(found->marker)];
    if (landmark) fail("holds \"" + name + "\" twice");
    if (!std::isfinite(place.x) || !std::isfinite(place.y) || !std::isfinite(place.z))
      fail("holds a place that is no number, at \"" + name + "\"");
    landmark = place;
  }

  void read_markups(std::istream& file) try {
    const json content = json::parse(file);
    for (const json& markups : content.at("markups")) {
      const std::string system = markups.at("coordinateSystem").get<std::string>();
      if (system != "LPS" && system != "RAS")
        fail("has the coordinate system \"" + system + "\" instead of LPS or RAS");
      const double sign = system == "LPS" ? 1 : -1;
      for (const json& point : markups.at("controlPoints")) {
        const std::string status = point.value("positionStatus", "defined");
        if (status == "undefined" || status == "missing") continue;
        const auto p = point.at("position").get<std::array<double, 3>>();
        add(point.at("label").get<std::string>(), {sign * p[0], sign * p[1], p[2]});
      }
    }
  } catch (const json::exception&) {
    fail("is no Slicer markups file (.mrk.json) or table (.csv), or is damaged");
  }

  void read_table(std::istream& file) {
    std::string line;
    std::getline(file, line);
    const auto titles = cells(lower_case(line));
    std::array<std::size_t, 4> columns{};
    constexpr std::array<const char*, 4> kTitles{"name", "x", "y", "z"};
    for (std::size_t n = 0; n < columns.size(); ++n) {
      columns[n] = static_cast<std::size_t>(std::ranges::find(titles, kTitles[n]) - titles.begin());
      if (columns[n] == titles.size()) fail("has no column \"" + std::string(kTitles[n]) + "\"");
    }
    for (int number = 2; std::getline(file, line); ++number) {
      if (trimmed(line).empty()) continue;
      const auto row = cells(line);
      if (row.size() != titles.size())
        fail("has another number of columns in line " + std::to_string(number));
      const auto value = [&](std::size_t axis) { return to_number(row[columns[axis]], number); };
      add(row[columns[0]], {value(1), value(2), value(3)});
    }
  }

  static std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> result;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) result.push_back(trimmed(cell));
    return result;
  }

  double to_number(const std::string& cell, int line) const {
    double value = 0;
    const char* end = cell.data() + cell.size();
    if (const auto [rest, error] = std::from_chars(cell.data(), end, value);
        error != std::errc() || rest != end)
      fail("has \"" + cell + "\" instead of a number in line " + std::to_string(line));
    return value;
  }

  const std::filesystem::path& path_;
  KnownLandmarks landmarks_;
};

}  // namespace

KnownLandmarks read_landmarks(const std::filesystem::path& path) {
  return Reader(path).read();
}

}  // namespace skiagraph::io
