#include "ui/demo/demo_script.h"

#include <QLocale>
#include <QTranslator>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/ui/demo/stand.h"

using namespace skiagraph;
using namespace skiagraph::ui;

TEST_CASE("An edit comes softly, stays, goes back as often as asked, and is over") {
  const DemoEdit edit{.caption = "",
                      .named = Marker::kLiverTop,
                      .moves = {},
                      .way_seconds = 2,
                      .stay_seconds = 1,
                      .times = 2};
  CHECK(edit.seconds() == 10);
  CHECK(edit.share_at(0) == 0);
  CHECK(edit.share_at(1) == Approx(0.5));
  for (const double whole : {2.0, 2.9, 7.0, 7.9}) CHECK(edit.share_at(whole) == Approx(1));
  for (const double nothing : {5.0, 10.0, 50.0, -1.0})
    CHECK(edit.share_at(nothing) == Approx(0).margin(1e-9));
  // Without a jolt: at the ends of its way it hardly moves.
  CHECK(edit.share_at(0.1) < 0.01);
  CHECK(edit.share_at(1.9) > 0.99);
  for (double t = 0; t < 10; t += 0.05) CHECK(std::abs(edit.share_at(t + 0.05) - edit.share_at(t)) < 0.04);
}

TEST_CASE("Every scene has a person of its own, and moves nothing further than anatomy does") {
  constexpr double kFarthestMm = 50;
  std::vector<std::string_view> people;
  for (const DemoScene& scene : demo_script()) {
    INFO(scene.introduction);
    CHECK_NOTHROW(person_of(scene));
    CHECK(std::ranges::count(people, scene.person) == 0);
    people.push_back(scene.person);
    CHECK_FALSE((scene.edit.moves.empty() && scene.edit.growths.empty()));
    for (const DemoMove& move : scene.edit.moves)
      CHECK(std::hypot(move.left_mm, move.head_mm) <= kFarthestMm);
    if (!scene.edit.moves.empty())
      CHECK(std::ranges::count(scene.edit.moves, scene.edit.named, &DemoMove::marker) == 1);
  }
  CHECK(people.size() == bodies::built_in_people().size());
}

TEST_CASE("With a breath the liver sinks and rises again, and paired markers go alike") {
  const DemoEdit& breath = demo_script().front().edit;
  const auto down = [&](Marker marker) {
    return -std::ranges::find(breath.moves, marker, &DemoMove::marker)->head_mm;
  };
  CHECK(down(Marker::kLiverTop) > 15);
  CHECK(down(Marker::kLiverBottom) > 15);
  CHECK(down(Marker::kKidneyCentreLeft) > 5);
  CHECK(std::ranges::count(breath.moves, Marker::kLungTopLeft, &DemoMove::marker) == 0);
  for (const DemoScene& scene : demo_script())
    for (const auto& [right, left] : {std::pair(Marker::kShoulderRight, Marker::kShoulderLeft),
                                      std::pair(Marker::kIliacCrestRight, Marker::kIliacCrestLeft),
                                      std::pair(Marker::kFemoralHeadRight, Marker::kFemoralHeadLeft)}) {
      const auto a = std::ranges::find(scene.edit.moves, right, &DemoMove::marker),
                 b = std::ranges::find(scene.edit.moves, left, &DemoMove::marker);
      REQUIRE((a == scene.edit.moves.end()) == (b == scene.edit.moves.end()));
      if (a == scene.edit.moves.end()) continue;
      CHECK(a->left_mm == -b->left_mm);
      CHECK(a->head_mm == b->head_mm);
    }
}

TEST_CASE("Everything that the stand says is there in German") {
  start_application();
  QTranslator german;
  REQUIRE(german.load(QLocale("de"), "skiagraph", "_", ":/translations"));
  const auto check = [&](const char* context, const QString& text) {
    INFO(text.toStdString());
    const QString translated = german.translate(context, text.toUtf8().constData());
    CHECK_FALSE(translated.isEmpty());
    CHECK(translated != text);
  };
  for (const DemoScene& scene : demo_script()) {
    check("Demo", scene.introduction);
    check("Demo", scene.edit.caption);
  }
  TestStand stand(no_networks());
  stand.player().touch();
  check("skiagraph::ui::DemoPlayer", stand.player().caption());
  for (const char* label : {"stand_hint", "stand_notice"})
    check("skiagraph::ui::DemoWindow", stand.part<QLabel>(label).text());
  for (const char* button : {"stand_reset", "stand_what"})
    check("skiagraph::ui::DemoWindow", stand.part<QPushButton>(button).text());
  check("skiagraph::ui::DemoWindow", stand.part<QPushButton>("stand_person").text().section('\n', 0, 0));
  for (const QString& paragraph : stand.part<QLabel>("stand_about_text").text().split("\n\n"))
    check("skiagraph::ui::WhatIsThis", paragraph);
}
