#include "core/io/landmarks_file.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

std::string markups(const std::string& system, const std::string& points) {
  return R"({"markups": [{"type": "Fiducial", "coordinateSystem": ")" + system +
         R"(", "coordinateUnits": "mm", "controlPoints": [)" + points + "]}]}";
}

std::string point(const std::string& label, const std::string& position, const std::string& more = "") {
  return R"({"id": "1", "label": ")" + label + R"(", "position": )" + position + more + "}";
}

KnownLandmarks read(const std::string& name, const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / name, text);
  return read_landmarks(folder / name);
}

std::string message_of(const std::string& name, const std::string& text) {
  try {
    read(name, text);
  } catch (const InputError& error) {
    CHECK_THAT(error.what(), Contains(name));
    return error.what();
  }
  return "no error";
}

Vec3 place(const KnownLandmarks& landmarks, Marker marker) {
  const auto& landmark = landmarks[static_cast<std::size_t>(marker)];
  REQUIRE(landmark);
  return *landmark;
}

auto count(const KnownLandmarks& landmarks) {
  return std::ranges::count_if(landmarks, [](const auto& landmark) { return landmark.has_value(); });
}

}  // namespace

TEST_CASE("Slicer's markups are read in LPS and in RAS") {
  const std::string points = point("liver_top", "[10.5, -20, 30]") + "," + point("neck", "[1, 2, 3]");
  const KnownLandmarks lps = read("a.mrk.json", markups("LPS", points)),
                       ras = read("a.mrk.json", markups("RAS", points));
  CHECK(count(lps) == 2);
  CHECK(place(lps, Marker::kLiverTop) == Vec3{10.5, -20, 30});
  CHECK(place(ras, Marker::kLiverTop) == Vec3{-10.5, 20, 30});
  CHECK(place(ras, Marker::kNeck) == Vec3{-1, -2, 3});
}

TEST_CASE("Points may have a marker's label, and some may not be placed yet") {
  const KnownLandmarks landmarks = read(
      "a.mrk.json", markups("LPS", point("Liver top", "[1, 2, 3]") + "," +
                                       point("carina", "[0, 0, 0]", R"(, "positionStatus": "undefined")")));
  CHECK(count(landmarks) == 1);
  CHECK(place(landmarks, Marker::kLiverTop) == Vec3{1, 2, 3});
}

TEST_CASE("Landmarks are read from a table") {
  const KnownLandmarks landmarks =
      read("a.csv", "x,y,z,name\r\n1,-2.5,3e1,neck\r\n\r\n4, 5, 6,\"Sternum tip\"\r\n");
  CHECK(count(landmarks) == 2);
  CHECK(place(landmarks, Marker::kNeck) == Vec3{1, -2.5, 30});
  CHECK(place(landmarks, Marker::kSternumTip) == Vec3{4, 5, 6});
}

TEST_CASE("Landmark tables are read as spreadsheets write them") {
  const KnownLandmarks wanted = read("a.csv", "name,x,y,z\nneck,1,-2.5,30\n");
  for (const char* text : {"\xef\xbb\xbfname,x,y,z\r\nneck,1,-2.5,30\r\n", "name,x,y,z,\nneck,+1,-2.5,+30,\n",
                           "name;x;y;z\r\nneck;1;-2.5;30\r\n;;;\r\n", "name\tx\ty\tz\nneck\t1\t-2.5\t30"}) {
    CAPTURE(text);
    CHECK(read("a.csv", text) == wanted);
  }
}

TEST_CASE("Landmarks that were written are read again; those that are not known stay so") {
  const TemporaryFolder folder;
  KnownLandmarks landmarks;
  landmarks[static_cast<std::size_t>(Marker::kLiverTop)] = Vec3{-1.25, 20, 3000.5};
  landmarks[static_cast<std::size_t>(Marker::kLungBottomLeft)] = Vec3{0, 0, -1};
  write_landmarks(folder / "a.csv", landmarks);
  CHECK(read_landmarks(folder / "a.csv") == landmarks);
  CHECK(read_file(folder / "a.csv").starts_with("name,x,y,z\nliver_top,-1.25,20.00,3000.50\n"));
}

TEST_CASE("Files that hold no landmarks are refused in one sentence") {
  const std::string neck = point("neck", "[1, 2, 3]");
  CHECK_THROWS_AS(read_landmarks("nowhere.csv"), InputError);
  CHECK_THAT(message_of("a.mrk.json", "a letter"), Contains("damaged"));
  CHECK_THAT(message_of("a.mrk.json", "{}"), Contains("damaged"));
  CHECK_THAT(message_of("a.mrk.json", "[1, 2]"), Contains("damaged"));
  CHECK_THAT(message_of("a.mrk.json", markups("LPS", point("neck", "[1, 2]"))), Contains("damaged"));
  CHECK_THAT(message_of("a.mrk.json", markups("LPS", "")), Contains("no landmarks"));
  CHECK_THAT(message_of("a.mrk.json", markups("scanner", neck)), Contains("\"scanner\""));
  CHECK_THAT(message_of("a.mrk.json", markups("LPS", neck + "," + neck)), Contains("twice"));
  CHECK_THAT(message_of("a.mrk.json", markups("LPS", point("F-1", "[1, 2, 3]"))), Contains("\"F-1\""));
  CHECK_THAT(message_of("a.csv", ""), Contains("empty"));
  CHECK_THAT(message_of("a.csv", "x,y,z\n1,2,3\n"), Contains("no column \"name\""));
  CHECK_THAT(message_of("a.csv", "name,x,y\nneck,1,2\n"), Contains("no column \"z\""));
  CHECK_THAT(message_of("a.csv", "name,x,y,z\nneck,1,2\n"), Contains("Line 2"));
  CHECK_THAT(message_of("a.csv", "name,x,y,z\nneck,1,two,3\n"), Contains("\"two\""));
  CHECK_THAT(message_of("a.csv", "name,x,y,z\nneck,1,nan,3\n"), Contains("no number"));
  CHECK_THAT(message_of("a.csv", "name,x,y,z\n"), Contains("no landmarks"));
}
