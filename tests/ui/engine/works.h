#pragma once

#include <QTest>
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <utility>
#include <vector>

#include "core/bodies/built_in_people.h"
#include "tests/ui/engine/shipped.h"

namespace skiagraph::ui {

/// Makes the one application of the test program, without windows.
void start_core_application();

/// The document, with the first built-in person, and its engine.
struct Works {
  Document document;
  Engine engine;
  std::vector<std::shared_ptr<const Error>> errors;

  explicit Works(PredictorFactory networks = shipped_networks(), BodyModelSource bodies = shipped_bodies())
      : document((start_core_application(), first_session())),
        engine(document, std::move(networks), std::move(bodies)) {
    QObject::connect(&engine, &Engine::failed, &engine,
                     [this](const auto& error) { errors.push_back(error); });
  }
  [[nodiscard]] bool waits_for(EngineState state) const {
    return QTest::qWaitFor([&] { return engine.state() == state; }, kPatienceMs);
  }
  void settle() { REQUIRE(waits_for(EngineState::kSettled)); }
  void pin(int marker, double row, const QString& key = {}) {
    document.edit(
        "Pin",
        [=](session::Session& s) {
          s.pins[static_cast<std::size_t>(marker)] = Pixel{row, 96};
        },
        key);
  }
  void choose(const bodies::BuiltInPerson& person) {
    if (!engine.usable(person.targets.sex)) return;
    engine.cancel_open();
    document.edit("Person", [&](session::Session& s) {
      s.body = person.targets;
      session::clear_edits(s);
    });
  }
  [[nodiscard]] bool any_pinned() const {
    return std::ranges::any_of(document.session().pins, [](const auto& pin) { return pin.has_value(); });
  }
  [[nodiscard]] Pixel result_place(int marker) const {
    return engine.result()->markers[static_cast<std::size_t>(marker)].position;
  }

 private:
  static session::Session first_session() {
    session::Session session;
    session.body = bodies::built_in_people().front().targets;
    return session;
  }
};

}  // namespace skiagraph::ui
