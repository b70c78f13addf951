#include "core/applications/anomalies/anomaly_search.h"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace skiagraph;
using namespace skiagraph::applications;
using namespace skiagraph::geometry;

namespace {

constexpr CanonicalFrame kFrame;
constexpr std::size_t kPixels = 256 * 192;

std::size_t index(int row, int column) {
  return static_cast<std::size_t>(row) * kFrame.columns + column;
}

AnomalyScores empty_scores() {
  return {kFrame, std::vector<float>(kPixels), {}, std::vector<std::uint8_t>(kPixels, 1)};
}

void fill(std::vector<float>& values, int top, int left, int rows, int columns, float value) {
  for (int row = top; row < top + rows; ++row)
    for (int column = left; column < left + columns; ++column) values[index(row, column)] = value;
}

/// About those of a person.
MarkerPositions usual_markers() {
  MarkerPositions markers{};
  const auto put = [&](Marker marker, double row, double column) {
    markers[static_cast<std::size_t>(marker)] = {row, column};
  };
  put(Marker::kNeck, 60, 96), put(Marker::kPubicSymphysis, 204, 96);
  put(Marker::kLungTopRight, 66, 82), put(Marker::kLungTopLeft, 66, 110);
  put(Marker::kSternalNotch, 74, 96), put(Marker::kSternumTip, 118, 96), put(Marker::kCarina, 84, 96);
  put(Marker::kLiverTop, 112, 80), put(Marker::kLiverBottom, 155, 72);
  put(Marker::kKidneyCentreRight, 145, 80), put(Marker::kKidneyCentreLeft, 142, 112);
  put(Marker::kIliacCrestRight, 164, 70), put(Marker::kIliacCrestLeft, 164, 122);
  put(Marker::kFemoralHeadRight, 198, 72), put(Marker::kFemoralHeadLeft, 198, 120);
  put(Marker::kShoulderRight, 75, 50), put(Marker::kShoulderLeft, 75, 142);
  return markers;
}

std::string name_at(double row, double column) {
  return place_name(anatomical_place({row, column}, usual_markers(), kFrame));
}

}  // namespace

TEST_CASE("Regions have size, sign and place; specks are not told") {
  AnomalyScores scores = empty_scores();
  fill(scores.difference, 110, 118, 6, 10, 0.2F);   // left lower lung
  fill(scores.difference, 80, 70, 5, 5, -0.15F);    // right upper lung
  fill(scores.difference, 150, 100, 1, 1, 0.9F);    // a speck
  fill(scores.difference, 190, 96, 10, 10, 0.09F);  // below the threshold
  const auto regions = anomaly_regions(scores, scores.difference, kPaperThreshold, usual_markers(), 4);
  REQUIRE(regions.size() == 2);
  CHECK(regions[0].denser);
  CHECK(regions[0].peak == Approx(0.2));
  CHECK(regions[0].width_mm == Approx(40));
  CHECK(regions[0].height_mm == Approx(24));
  CHECK(regions[0].area_mm2 == Approx(60 * 16));
  CHECK(regions[0].centre == Pixel{112.5, 122.5});
  CHECK(place_name(regions[0].place) == "left lower lung");
  CHECK_FALSE(regions[1].denser);
  CHECK(place_name(regions[1].place) == "right upper lung");
}

TEST_CASE("What is not known, or touches only from the other side, is no part of a region") {
  AnomalyScores scores = empty_scores();
  fill(scores.difference, 100, 100, 8, 8, 0.2F);
  fill(scores.difference, 100, 108, 8, 8, -0.2F);
  for (int row = 100; row < 108; ++row) scores.used[index(row, 100)] = 0;
  const auto regions = anomaly_regions(scores, scores.difference, kPaperThreshold, usual_markers(), 4);
  REQUIRE(regions.size() == 2);
  for (const AnomalyRegion& region : regions) CHECK(region.pixels.size() == (region.denser ? 56 : 64));
}

TEST_CASE("Places are named by the markers of this person") {
  CHECK(name_at(80, 125) == "left upper lung");
  CHECK(name_at(95, 65) == "right middle lung");
  CHECK(name_at(95, 98) == "mediastinum");
  CHECK(name_at(142, 113) == "left kidney");
  CHECK(name_at(150, 96) == "spine");
  CHECK(name_at(198, 72) == "right hip");
  CHECK(name_at(75, 142) == "left shoulder");
  CHECK(name_at(30, 96) == "head and neck");
  CHECK(name_at(175, 85) == "right pelvis");
}

TEST_CASE("The spread takes off what healthy people have everywhere and weighs by how they differ") {
  PictureSpreadMeasure measure(kFrame);
  const std::vector<std::uint8_t> used(kPixels, 1);
  for (int person = 0; person < 40; ++person) {
    std::vector<float> difference(kPixels, 0.05F);
    // Lower half: people differ by 0.06 from the mean.
    for (std::size_t n = kPixels / 2; n < kPixels; ++n) difference[n] += person % 2 == 0 ? 0.06F : -0.06F;
    measure.add(difference, used);
  }
  const PictureSpread spread = measure.spread();
  CHECK(spread.mean[index(40, 96)] == Approx(0.05).margin(0.006));
  CHECK(spread.sd[index(40, 96)] < 0.01);
  CHECK(spread.sd[index(220, 96)] == Approx(0.058).margin(0.004));
}

TEST_CASE("A spread is read back as it was written, for the same weights and frame alone") {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / "skiagraph-spread-test.safetensors";
  PictureSpread spread{kFrame, std::vector<float>(kPixels, 0.25F), std::vector<float>(kPixels, 0.5F)};
  spread.threshold = 3.25;
  write_picture_spread(path, spread, "abc");
  const auto read = read_picture_spread(path, kFrame, "abc");
  REQUIRE(read);
  CHECK(read->mean == spread.mean);
  CHECK(read->sd == spread.sd);
  CHECK(read->threshold == 3.25);
  CHECK_FALSE(read_picture_spread(path, kFrame, "other"));
  CHECK_FALSE(read_picture_spread(path, refined(kFrame, 2), "abc"));
  std::filesystem::remove(path);
}
