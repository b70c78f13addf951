#include "core/io/keypoint_files.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/write_file.h"
#include "core/io/synthetic_notice.h"

namespace skiagraph::io {
namespace {

using nlohmann::json;

struct Box {
  double left, top, width, height;
};

Box box_around(const std::vector<Pixel>& points) {
  const auto [left, right] = std::ranges::minmax(points, {}, &Pixel::column);
  const auto [top, bottom] = std::ranges::minmax(points, {}, &Pixel::row);
  return {left.column, top.row, right.column - left.column, bottom.row - top.row};
}

json annotation_of(const KeypointPicture& picture, int id) {
  constexpr int kVisible = 2;
  json keypoints = json::array();
  for (const Pixel& point : picture.points) {
    keypoints.push_back(point.column);
    keypoints.push_back(point.row);
    keypoints.push_back(kVisible);
  }
  const Box box = box_around(picture.points);
  return {{"id", id},
          {"image_id", id},
          {"category_id", 1},
          {"keypoints", std::move(keypoints)},
          {"num_keypoints", picture.points.size()},
          {"bbox", {box.left, box.top, box.width, box.height}},
          {"area", box.width * box.height},
          {"iscrowd", 0}};
}

}  // namespace

void write_coco_keypoints(const std::filesystem::path& path, const std::vector<std::string>& names,
                          const std::vector<KeypointPicture>& pictures) {
  json images = json::array(), annotations = json::array();
  int id = 0;
  for (const KeypointPicture& picture : pictures) {
    images.push_back({{"id", ++id},
                      {"file_name", picture.file_name},
                      {"width", picture.columns},
                      {"height", picture.rows},
                      {"mm_per_px", picture.mm_per_px},
                      {"person", picture.person}});
    annotations.push_back(annotation_of(picture, id));
  }
  const json file{{"info", {{"description", std::string(kSyntheticNotice)}, {"version", "1.0"}}},
                  {"licenses", json::array()},
                  {"categories",
                   {{{"id", 1},
                     {"name", "person"},
                     {"supercategory", "person"},
                     {"keypoints", names},
                     {"skeleton", json::array()}}}},
                  {"images", std::move(images)},
                  {"annotations", std::move(annotations)}};
  write_file(path, file.dump(1) + "\n");
}

void write_keypoint_table(const std::filesystem::path& path, const std::vector<std::string>& names,
                          const std::vector<KeypointPicture>& pictures) {
  std::ostringstream out;
  out.precision(10);
  out << "file,person,mm_per_px";
  for (const std::string& name : names) out << ',' << name << "_x," << name << "_y";
  out << '\n';
  for (const KeypointPicture& picture : pictures) {
    out << picture.file_name << ',' << picture.person << ',' << picture.mm_per_px;
    for (const Pixel& point : picture.points) out << ',' << point.column << ',' << point.row;
    out << '\n';
  }
  write_file(path, out.str());
}

}  // namespace skiagraph::io
