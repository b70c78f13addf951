#include "app/annotation_table.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/text_table.h"
#include "core/io/session_file.h"

namespace skiagraph::app {
namespace {

constexpr std::string_view kX = "_x", kY = "_y";

struct PointColumns {
  std::string name;
  std::size_t x, y;
};

std::vector<PointColumns> point_columns(const TextTable& table, const std::filesystem::path& path) {
  std::vector<PointColumns> points;
  for (const std::string& title : table.titles()) {
    if (!lower_case(title).ends_with(kX)) continue;
    const std::string name = title.substr(0, title.size() - kX.size());
    points.push_back({name, table.column(title), table.column(name + std::string(kY))});
  }
  if (points.empty())
    throw InputError("annotations.no_points",
                     "The table \"{}\" has no columns NAME_x and NAME_y of an annotated point.", path);
  return points;
}

double pixel_in(const TextTable::Row& row, std::size_t column, const std::filesystem::path& path) {
  const std::optional<double> value = number_in(row.cells[column]);
  if (!value || !std::isfinite(*value))
    throw InputError("annotations.number", "Line {} of \"{}\" holds \"{}\" where a pixel's number belongs.",
                     row.line, path, row.cells[column]);
  return *value;
}

/// Letters, digits and the like stay; a file name is made of it.
std::string as_file_name(std::string text) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  for (char& c : text)
    if (!plain(c)) c = '_';
  return text;
}

std::vector<std::string> names_in(const session::Annotations& annotations) {
  std::vector<std::string> names;
  for (const auto& [name, annotation] : annotations) names.push_back(name);
  return names;
}

}  // namespace

AnnotationTable read_annotation_table(const std::filesystem::path& path) {
  const TextTable table(path, "\t;,");
  const std::size_t scan = table.column("scan");
  const auto name = table.optional_column("name");
  const std::vector<PointColumns> points = point_columns(table, path);
  AnnotationTable read;
  for (const PointColumns& point : points) read.names.push_back(point.name);
  std::set<std::string> names;
  for (const TextTable::Row& row : table.rows()) {
    if (row.cells[scan].empty())
      throw InputError("annotations.scan", "Line {} of \"{}\" names no scan.", row.line, path);
    AnnotatedRow person;
    person.scan = path.parent_path() / row.cells[scan];
    person.name =
        as_file_name(name && !row.cells[*name].empty() ? row.cells[*name] : person.scan.stem().string());
    for (const PointColumns& point : points)
      person.points.push_back({pixel_in(row, point.y, path), pixel_in(row, point.x, path)});
    if (!names.insert(person.name).second)
      throw InputError("annotations.twice",
                       "Two lines of \"{}\" would write pictures called \"{}\"; give them a column \"name\".",
                       path, person.name);
    read.rows.push_back(std::move(person));
  }
  if (read.rows.empty()) throw InputError("annotations.none", "The table \"{}\" holds no scans.", path);
  return read;
}

AnnotationTable read_annotated_sessions(const std::vector<std::filesystem::path>& paths) {
  AnnotationTable read;
  std::set<std::string> names;
  for (const std::filesystem::path& path : paths) {
    AnnotatedRow person{as_file_name(path.stem().string()), path, {}, {}};
    person.annotations = io::read_session(path).session.annotations;
    if (person.annotations.empty())
      throw InputError("annotations.no_marked_points",
                       "In \"{}\" no point is marked; mark one in the window, in the tab Training data.",
                       path);
    const std::vector<std::string> points = names_in(person.annotations);
    if (read.rows.empty()) read.names = points;
    if (points != read.names)
      throw InputError("annotations.other_points",
                       "\"{}\" and \"{}\" hold points of different names; give the same points the same "
                       "names in all sessions.",
                       paths.front(), path);
    if (!names.insert(person.name).second)
      throw InputError("annotations.same_name",
                       "Two sessions would write pictures called \"{}\"; rename one of the files.",
                       person.name);
    read.rows.push_back(std::move(person));
  }
  return read;
}

}  // namespace skiagraph::app
