#include "core/session/session_json.h"

#include <catch2/catch.hpp>
#include <functional>

#include "core/base/error.h"
#include "core/session/session_frame.h"

using namespace skiagraph;
using namespace skiagraph::session;

namespace {

const geometry::CanonicalFrame kFine = geometry::refined(geometry::CanonicalFrame{}, 2);

Session edited() {
  Session session;
  bodies::SizeTargets targets{bodies::Sex::kMale, {}};
  targets[bodies::BodySize::kWaist] = 812.5;
  session.body = targets;
  session.frame = kFine;
  session.pins[static_cast<std::size_t>(Marker::kLiverTop)] = Pixel{100.1 / 3, 96};
  session.locks[static_cast<std::size_t>(Marker::kCarina)] = true;
  session.scan_range = scan_range::Plan{scan_range::Region::kAbdomen, 15, 1310.5, {}, -170, {}};
  session.measurement = {{-12.5, 0, 1400}, {10, 0, 1000.0 / 3}};
  session.view.window_level = {0.5, 0.25};
  session.view.hidden_groups[static_cast<std::size_t>(MarkerGroup::kPelvis)] = true;
  session.view.margins = true;
  session.view.anomalies = true;
  session.partial_xray =
      PartialXray{"/films/chest.dcm", std::string(64, 'b'), 0.143, true, 1.08, Vec3{-4.5, 0, 1250}};
  session.anomalies = {true, 0.125};
  for (std::size_t n = 0; n < kMarkerCount; ++n)
    session.annotations["Lunge unten"].markers[n] = {10.0 * static_cast<double>(n), 0, 1000 - 1.0 / 3};
  session.annotations["Lunge unten"].place = {81.5, 0, 1100};
  session.view.all_labels = false;
  session.view.comparison = {ComparisonMode::kSplit, 0.625};
  session.view.xray = {3.5, {128, 96}};
  session.view.side = BodySide::kLeft;
  session.view.ct = CtView::kDifference;
  session.view.wipe = 0.25;
  session.view.dismissed = {"scan.holes /scans/a.ply", "front.doubtful /scans/a.ply"};
  session.view.camera = {{1, -2000, 900}, {0, 0, 900}, {0, 0, 1}};
  session.view.body_opacity = 0.3;
  session.view.xray_in_body = true;
  session.view.level_handles = false;
  return session;
}

Session opened_scan() {
  Session session;
  session.body =
      ScanSource{"/scans/Jürgen.ply", std::string(64, 'a'), {25.4, geometry::ScanAxes{"+y", ""}, 1400, {}}};
  return session;
}

Session opened_ct() {
  Session session;
  session.body = ScanSource{"/scans/chest", "", {}, CtSettings{"LPS", "0.8,0.8,2.5", "", "2"}};
  return session;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

std::string code(const std::string& text) {
  try {
    from_json_text(text, "a.skiagraph");
  } catch (const InputError& error) {
    CHECK(std::string(error.what()).find("a.skiagraph") != std::string::npos);
    return error.code();
  }
  return "read";
}

}  // namespace

TEST_CASE("A session comes back from its text to the last bit") {
  for (const Session& session : {Session{}, edited(), opened_scan(), opened_ct()}) {
    const ReadSession read = from_json_text(to_json_text(session), "a.skiagraph");
    CHECK(read.session == session);
    CHECK(read.lost.empty());
    CHECK_FALSE(loss(read, "a.skiagraph"));
  }
}

TEST_CASE("What the text does not say has its default value") {
  const ReadSession read = from_json_text(R"({"format": "skiagraph-session", "version": 1})", "a.skiagraph");
  CHECK(read.session == Session{});
  CHECK(read.lost.empty());
}

TEST_CASE("A session that names no frame has its pins in the first one, of 256 x 192") {
  const ReadSession read = from_json_text(
      R"({"format": "skiagraph-session", "version": 1, "body": {"made_to_measure": {"sex": "male", "sizes": {}}},
          "pins": {"liver_top": [130.5, 96]}, "view": {"level": 0.5, "width": 0.25, "side": "left"}})",
      "a.skiagraph");
  CHECK(read.lost.empty());
  CHECK(read.session.frame == geometry::CanonicalFrame{});
  CHECK(read.session.pins[static_cast<std::size_t>(Marker::kLiverTop)] == Pixel{130.5, 96});
}

TEST_CASE(
    "Text that is no session, or one of a newer program, is refused in one sentence that names the file") {
  const std::string good = to_json_text(edited());
  CHECK(code(good) == "read");
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("[1, 2]"), std::string("{\"version\": 1}"),
        good.substr(0, good.size() / 2), std::string(100000, '[')})
    CHECK(code(text) == "session.damaged");
  CHECK(code(replaced(good, "\"version\": 1", "\"version\": 2")) == "session.newer");
  CHECK(code(replaced(good, "\"version\": 1", "\"version\": \"1\"")) == "session.damaged");
}

TEST_CASE("Of a damaged session everything is read that can be, and what was lost is named") {
  const std::string good = to_json_text(edited());
  const auto damaged = [&](const std::string& what, const std::string& by, const std::string& lost,
                           const std::function<void(Session&)>& loses) {
    INFO(what << " -> " << by);
    const ReadSession read = from_json_text(replaced(good, what, by), "a.skiagraph");
    Session expected = edited();
    loses(expected);
    CHECK(read.session == expected);
    REQUIRE(read.lost.size() == 1);
    CHECK(read.lost.front() == lost);
    const std::optional<Remark> remark = loss(read, "a.skiagraph");
    REQUIRE(remark);
    CHECK(remark->text().find("a.skiagraph") != std::string::npos);
    CHECK(remark->text().find(lost) != std::string::npos);
  };
  const auto no_pins = [](Session& s) { s.pins = {}; };
  const auto no_body = [](Session& s) { s.body = {}; };
  const auto no_waist = [](Session& s) { std::get<bodies::SizeTargets>(s.body).values = {}; };
  const auto no_camera = [](Session& s) { s.view.camera.reset(); };
  const auto no_range = [](Session& s) { s.scan_range.reset(); };
  const auto no_viewport = [](Session& s) { s.view.xray.reset(); };
  damaged("\"pins\": {\n    \"liver_top\"", "\"pins\": {\n    \"liver_middle\"", "pins.liver_middle",
          no_pins);
  damaged("\"pins\"", "\"needles\"", "needles", no_pins);
  damaged("96.0", "\"here\"", "pins.liver_top", no_pins);
  damaged("96.0", "9600.0", "pins.liver_top", no_pins);  // outside the picture
  damaged("\"male\"", "\"man\"", "body", no_body);
  damaged("812.5", "\"wide\"", "body.made_to_measure.sizes.waist", no_waist);
  damaged("\"waist\"", "\"knee\"", "body.made_to_measure.sizes.knee", no_waist);
  damaged("\"made_to_measure\"", "\"scan\"", "body", no_body);
  damaged("\"abdomen\"", "\"knee\"", "scan_range", no_range);
  damaged("1310.5", "\"high\"", "scan_range", no_range);
  damaged("\"margin_mm\": 15.0", "\"margin_mm\": -15.0", "scan_range", no_range);
  const auto no_xray = [](Session& s) { s.partial_xray.reset(); };
  damaged("0.143", "-0.143", "partial_xray", no_xray);
  damaged("1.08", "\"large\"", "partial_xray", no_xray);
  damaged("1250.0", "\"high\"", "partial_xray", no_xray);
  damaged("0.125", "0.0", "anomalies", [](Session& s) { s.anomalies = {}; });
  const auto no_annotations = [](Session& s) { s.annotations.clear(); };
  damaged("81.5", "\"far\"", "annotations.Lunge unten", no_annotations);
  damaged("\"carina\": [", "\"lung_bottom\": [", "annotations.Lunge unten", no_annotations);
  damaged("Lunge unten", "", "annotations.", no_annotations);
  damaged("\"left\"", "\"under\"", "view.side", [](Session& s) { s.view.side = BodySide::kFront; });
  damaged("0.25", "0", "view.width",
          [](Session& s) { s.view.window_level.width = imaging::kDefaultWindowLevel.width; });
  damaged("3.5", "1e300", "view.xray", no_viewport);
  damaged("\"body_opacity\": 0.3", "\"body_opacity\": 3", "view.body_opacity",
          [](Session& s) { s.view.body_opacity = 1; });
  damaged("\"locks\": [\n    \"carina\"", "\"locks\": [\n    \"lung_bottom_left\"", "locks",
          [](Session& s) { s.locks = {}; });
  damaged("\"pelvis\"", "\"feet\"", "view.hidden_groups", [](Session& s) { s.view.hidden_groups = {}; });
  damaged("\"split\"", "\"torn\"", "view.comparison", [](Session& s) { s.view.comparison = {}; });
  damaged("0.625", "1.625", "view.comparison", [](Session& s) { s.view.comparison = {}; });
  damaged("[\n        0.0,\n        0.0,\n        900.0\n      ]", "[1, -2000, 900]", "view.camera",
          no_camera);
}

TEST_CASE("Without its frame a session's places mean nothing") {
  const std::string good = to_json_text(edited());
  const ReadSession read = from_json_text(replaced(good, "512", "-512"), "a.skiagraph");
  Session expected = edited();
  expected.pins = {};
  expected.frame = {};
  expected.view.xray.reset();
  CHECK(read.session == expected);
  CHECK(read.lost == std::vector<std::string>{"frame", "pins.liver_top"});
}

TEST_CASE(
    "A session's pins and view stay where they are in the body when networks of another frame open it") {
  const Session fine = edited();
  CHECK(in_frame(fine, kFine) == fine);
  const Session coarse = in_frame(fine, {});
  const auto liver = static_cast<std::size_t>(Marker::kLiverTop);
  REQUIRE(coarse.pins[liver]);
  // A place p of the coarse frame is 2 p + 0.5 in the fine one.
  CHECK(2 * coarse.pins[liver]->row + 0.5 == Approx(fine.pins[liver]->row));
  CHECK(2 * coarse.pins[liver]->column + 0.5 == Approx(fine.pins[liver]->column));
  CHECK(coarse.view.xray->zoom == Approx(2 * fine.view.xray->zoom));  // the same part of the X-ray
  const Session again = in_frame(coarse, kFine);
  CHECK(again.pins[liver]->row == Approx(fine.pins[liver]->row));
  Session edge = fine;
  edge.pins[liver] = Pixel{511, 0};
  CHECK(in_frame(edge, {}).pins[liver]->row == 255);
}

TEST_CASE("A scan whose name is not UTF-8 cannot be saved in a session, and one sentence says so") {
  Session session = opened_scan();
  std::get<ScanSource>(session.body).path = "/scans/\xff.ply";
  CHECK_THROWS_AS(to_json_text(session), InputError);
}
