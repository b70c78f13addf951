#include "core/session/session_json.h"

#include <catch2/catch.hpp>
#include <limits>

#include "core/base/error.h"

using namespace skiagraph;
using namespace skiagraph::session;

namespace {

Session edited() {
  Session session;
  bodies::SizeTargets targets{bodies::Sex::kMale, {}};
  targets[bodies::BodySize::kWaist] = 812.5;
  session.body = targets;
  session.pins[static_cast<std::size_t>(Marker::kLiverTop)] = Pixel{100.1 / 3, 96};
  session.locks[static_cast<std::size_t>(Marker::kCarina)] = true;
  session.measurement = {{-12.5, 0, 1400}, {10, 0, 1000.0 / 3}};
  session.view.window_level = {0.5, 0.25};
  session.view.hidden_groups[static_cast<std::size_t>(MarkerGroup::kPelvis)] = true;
  session.view.margins = true;
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
  for (const Session& session : {Session{}, edited(), opened_scan(), opened_ct()})
    CHECK(from_json_text(to_json_text(session), "a.skiagraph") == session);
}

TEST_CASE("What the text does not say has its default value") {
  const Session session = from_json_text(R"({"format": "skiagraph-session", "version": 1})", "a.skiagraph");
  CHECK(session == Session{});
}

TEST_CASE("Text that is no session, or a damaged one, is refused in one sentence that names the file") {
  const std::string good = to_json_text(edited());
  CHECK(code(good) == "read");
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("[1, 2]"), std::string("{\"version\": 1}"),
        good.substr(0, good.size() / 2), std::string(100000, '[')})
    CHECK(code(text) == "session.damaged");
  CHECK(code(replaced(good, "\"version\": 1", "\"version\": 2")) == "session.newer");
  CHECK(code(replaced(good, "\"version\": 1", "\"version\": \"1\"")) == "session.damaged");
  CHECK(code(replaced(good, "liver_top", "liver_middle")) == "session.field");
  CHECK(code(replaced(good, "\"male\"", "\"man\"")) == "session.field");
  CHECK(code(replaced(good, "812.5", "\"wide\"")) == "session.field");
  CHECK(code(replaced(good, "812.5", "1e999")) != "read");
  CHECK(code(replaced(good, "\"waist\"", "\"knee\"")) == "session.field");
  CHECK(code(replaced(good, "0.25", "0")) == "session.field");
  CHECK(code(replaced(good, "\"body_opacity\": 0.3", "\"body_opacity\": 3")) == "session.field");
  CHECK(code(replaced(good, "\"pins\"", "\"needles\"")) == "session.field");
  CHECK(code(replaced(good, "\"carina\"", "\"lung_bottom_left\"")) == "session.field");
  CHECK(code(replaced(good, "\"pelvis\"", "\"feet\"")) == "session.field");
  CHECK(code(replaced(good, "\"split\"", "\"torn\"")) == "session.field");
  CHECK(code(replaced(good, "0.625", "1.625")) == "session.field");
  CHECK(code(replaced(good, "\"made_to_measure\"", "\"scan\"")) == "session.field");
}

TEST_CASE("A scan whose name is not UTF-8 cannot be saved in a session, and one sentence says so") {
  Session session = opened_scan();
  std::get<ScanSource>(session.body).path = "/scans/\xff.ply";
  CHECK_THROWS_AS(to_json_text(session), InputError);
}
