#include "ui/document/body_choice.h"

#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::ui;

namespace {

BodyOffers offers() {
  static const BodyOffers kOffers = BodyModels(shipped_bodies()).offers();
  return kOffers;
}

struct Choice {
  MarkerModel markers;
  BodyChoice body{markers};

  Choice() {
    markers.reset(CanonicalFrame{});
    body.set_offers(offers());
  }
  [[nodiscard]] int steps() { return markers.undo_stack().count(); }
};

double asked(const BodyChoice& body, BodySize size) {
  REQUIRE(body.targets()[size].has_value());
  return *body.targets()[size];
}

}  // namespace

TEST_CASE("Nothing can be asked for before the body models are known, nor of one that is missing") {
  MarkerModel markers;
  BodyChoice body(markers);
  const SizeTargets before = body.targets();
  body.ask(BodySize::kWeight, 70);
  CHECK(body.targets() == before);
  BodyOffers some = offers();
  some[static_cast<std::size_t>(Sex::kFemale)].trouble = "There is none.";
  body.set_offers(some);
  body.set_sex(Sex::kFemale);
  CHECK(body.targets() == before);
  CHECK(markers.undo_stack().count() == 0);
}

TEST_CASE("One drag of a slider is one undo step, the next drag another") {
  Choice choice;
  const SizeTargets before = choice.body.targets();
  for (const double start : {70.0, 90.0}) {
    choice.body.begin_drag();
    for (int step = 0; step < 4; ++step) choice.body.ask(BodySize::kWeight, start + step);
    choice.body.end_drag();
  }
  CHECK(choice.steps() == 2);
  choice.markers.undo_stack().undo();
  CHECK(asked(choice.body, BodySize::kWeight) == 73);
  choice.markers.undo_stack().undo();
  CHECK(choice.body.targets() == before);
  choice.markers.undo_stack().redo();
  CHECK(asked(choice.body, BodySize::kWeight) == 73);
  choice.body.ask(BodySize::kWeight, 73);  // no change, no step
  CHECK(choice.markers.undo_stack().canRedo());
}

TEST_CASE("The other sex takes over what is asked for, as far as its targets reach") {
  Choice choice;
  choice.body.set_sex(Sex::kMale);
  const double tallest = choice.body.range(BodySize::kStature).most;
  choice.body.ask(BodySize::kStature, tallest);
  choice.body.ask(BodySize::kWeight, 80);
  choice.body.set_sex(Sex::kFemale);
  CHECK(asked(choice.body, BodySize::kStature) == choice.body.range(BodySize::kStature).most);
  CHECK(asked(choice.body, BodySize::kStature) < tallest);
  CHECK(asked(choice.body, BodySize::kWeight) == 80);
}

TEST_CASE("A refusal lasts until there is a body, and a scan ends it") {
  Choice choice;
  choice.body.ask(BodySize::kWeight, 70);
  CHECK(choice.body.waiting());
  choice.body.take_refusal("There is no such body.");
  CHECK_FALSE(choice.body.waiting());
  choice.body.ask(BodySize::kWeight, 71);
  CHECK_FALSE(choice.body.refusal().isEmpty());
  choice.body.take_body({choice.body.targets(), {}});
  CHECK(choice.body.refusal().isEmpty());
  CHECK(choice.body.measured());
  choice.body.take_refusal("There is no such body.");
  choice.body.open(std::make_shared<const LoadedScan>());
  CHECK(choice.body.refusal().isEmpty());
  CHECK_FALSE(choice.body.measured());
  CHECK_FALSE(choice.body.targets()[BodySize::kWeight].has_value());
}

TEST_CASE("Bodies asked for faster than they are made: the last one comes last, and a file ends them") {
  start_application();
  ScanLoader loader(shipped_bodies());
  std::vector<std::shared_ptr<const LoadedScan>> arrived;
  QObject::connect(&loader, &ScanLoader::loaded, [&](const auto& scan) { arrived.push_back(scan); });
  SizeTargets targets{Sex::kFemale, {}};
  const auto make_many = [&] {
    for (int kg = 50; kg <= 80; ++kg) {
      targets[BodySize::kWeight] = kg;
      loader.make(targets, CanonicalFrame{});
    }
  };
  make_many();
  const auto last_is_newest = [&] {
    return !arrived.empty() && arrived.back()->made && arrived.back()->made->targets == targets;
  };
  REQUIRE(QTest::qWaitFor(last_is_newest, kPatienceMs));
  CHECK(arrived.size() < 31);
  arrived.clear();
  make_many();
  QTest::qSleep(150);  // a body is done, and its news waits for the event loop
  loader.load({}, CanonicalFrame{});
  REQUIRE(QTest::qWaitFor([&] { return !arrived.empty(); }, kPatienceMs));
  QTest::qWait(200);
  CHECK(arrived.size() == 1);
  CHECK_FALSE(arrived.front()->made);
}
