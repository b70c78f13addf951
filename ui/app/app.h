#pragma once

#include <utility>

#include "core/bodies/built_in_people.h"
#include "ui/app/log.h"
#include "ui/app/selection.h"
#include "ui/document/document.h"
#include "ui/engine/engine.h"

namespace skiagraph::ui {

/// What every view, tool, panel and command works with.
struct App {
  Document& document;
  Engine& engine;
  Selection& selection;
  Log& log;
};

/// Owns what an App refers to. It outlives the window.
class AppParts {
 public:
  AppParts(PredictorFactory networks, BodyModelSource bodies)
      : document_(first_session()), engine_(document_, std::move(networks), std::move(bodies)) {}

  [[nodiscard]] App app() { return {document_, engine_, selection_, log_}; }

 private:
  /// The built-in person that the window begins with.
  static session::Session first_session() {
    session::Session session;
    session.body = bodies::built_in_people().front().targets;
    return session;
  }

  Document document_;
  Selection selection_;
  Log log_;
  Engine engine_;
};

}  // namespace skiagraph::ui
