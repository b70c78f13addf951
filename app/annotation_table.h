#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/vector.h"

namespace skiagraph::app {

/// A scan or session, and where somebody saw the points of the table in its predicted X-ray.
struct AnnotatedRow {
  std::string name;  ///< of the person, for file names
  std::filesystem::path scan;
  std::vector<Pixel> points;  ///< in the order of the names
};

struct AnnotationTable {
  std::vector<std::string> names;  ///< of the points
  std::vector<AnnotatedRow> rows;
};

/// Reads a table (CSV or TSV) with the columns scan, NAME_x and NAME_y for each point (pixels of the X-ray
/// that `predict` writes for the scan; 0 is the middle of the first), and name where the scan's file name
/// should not serve. Paths are relative to the table. Throws InputError.
AnnotationTable read_annotation_table(const std::filesystem::path& path);

}  // namespace skiagraph::app
