#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/vector.h"
#include "core/session/session.h"

namespace skiagraph::app {

/// A scan or session, and where somebody saw the points in its predicted X-ray.
struct AnnotatedRow {
  std::string name;  ///< of the person, for file names
  std::filesystem::path scan;
  std::vector<Pixel> points;         ///< in the order of the names; empty where the session holds them
  session::Annotations annotations;  ///< the session's; empty where the table holds the points
};

struct AnnotationTable {
  std::vector<std::string> names;  ///< of the points
  std::vector<AnnotatedRow> rows;
};

/// Reads a table (CSV or TSV) with the columns scan, NAME_x and NAME_y for each point (pixels of the X-ray
/// that `predict` writes for the scan; 0 is the middle of the first), and name where the scan's file name
/// should not serve. Paths are relative to the table. Throws InputError.
AnnotationTable read_annotation_table(const std::filesystem::path& path);

/// Sessions in which the window has marked points, the same ones in each. Throws InputError.
AnnotationTable read_annotated_sessions(const std::vector<std::filesystem::path>& paths);

}  // namespace skiagraph::app
