#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/vector.h"

namespace skiagraph::io {

/// One picture with named points, as data sets of pictures list them.
struct KeypointPicture {
  std::string file_name;  ///< relative to the data set's folder
  int rows = 0, columns = 0;
  double mm_per_px = 0;
  std::string person;         ///< whose X-ray it is
  std::vector<Pixel> points;  ///< in the order of the names
};

/// Writes an annotation file as COCO has it for keypoints (Lin et al., "Microsoft COCO", 2014): one category
/// "person" with these keypoints, one person in each picture. x is the column and y the row, 0 in the middle
/// of the first pixel. Throws Error when it cannot be written.
void write_coco_keypoints(const std::filesystem::path& path, const std::vector<std::string>& names,
                          const std::vector<KeypointPicture>& pictures);

/// Writes a table (CSV): file, person, mm_per_px, then NAME_x and NAME_y of each point, as above. Throws
/// Error.
void write_keypoint_table(const std::filesystem::path& path, const std::vector<std::string>& names,
                          const std::vector<KeypointPicture>& pictures);

}  // namespace skiagraph::io
