#include "core/io/keypoint_files.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/base/text_table.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::io;

namespace {

const std::vector<std::string> kNames{"lung_bottom", "carina"};
const std::vector<KeypointPicture> kPictures{
    {"pictures/a_0000.png", 256, 192, 4.25, "a", {{100.5, 60.25}, {80, 96}}},
    {"pictures/b_0000.png", 256, 192, 4, "b", {{110, 62}, {84, 97}}}};

}  // namespace

TEST_CASE("Keypoints are written as COCO has them: x before y, in the picture they belong to") {
  const testing::TemporaryFolder folder;
  const auto path = folder / "keypoints.json";
  write_coco_keypoints(path, kNames, kPictures);
  const auto file = nlohmann::json::parse(testing::read_file(path));
  CHECK(file["categories"][0]["keypoints"] == kNames);
  REQUIRE(file["images"].size() == 2);
  CHECK(file["images"][1]["file_name"] == "pictures/b_0000.png");
  CHECK(file["images"][1]["width"] == 192);
  REQUIRE(file["annotations"].size() == 2);
  const auto& first = file["annotations"][0];
  CHECK(first["image_id"] == file["images"][0]["id"]);
  CHECK(first["keypoints"] == std::vector<double>{60.25, 100.5, 2, 96, 80, 2});
  CHECK(first["num_keypoints"] == 2);
  CHECK(first["bbox"] == std::vector<double>{60.25, 80, 35.75, 20.5});
  CHECK(file["info"]["description"].get<std::string>().find("Synthetic") == 0);
}

TEST_CASE("The table of keypoints has a line for each picture and two columns for each point") {
  const testing::TemporaryFolder folder;
  const auto path = folder / "keypoints.csv";
  write_keypoint_table(path, kNames, kPictures);
  const TextTable table(path, ",");
  REQUIRE(table.rows().size() == 2);
  CHECK(table.titles().size() == 7);
  CHECK(table.rows()[0].cells[table.column("lung_bottom_x")] == "60.25");
  CHECK(table.rows()[0].cells[table.column("lung_bottom_y")] == "100.5");
  CHECK(table.rows()[1].cells[table.column("file")] == "pictures/b_0000.png");
}
