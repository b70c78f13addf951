#pragma once

#include <utility>

#include "core/bodies/built_in_people.h"
#include "ui/app/selection.h"
#include "ui/document/document.h"
#include "ui/engine/engine.h"

namespace skiagraph::ui {

/// What every view, tool, panel and command works with.
struct App {
  Document& document;
  Engine& engine;
  Selection& selection;
};

/// Owns what an App refers to. It outlives the window.
class AppParts {
 public:
  /// `view`: how pictures and markers are drawn at first.
  AppParts(PredictorFactory networks, BodyModelSource bodies, const session::View& view = {})
      : document_(first_session(view)), engine_(document_, std::move(networks), std::move(bodies)) {}

  [[nodiscard]] App app() { return {document_, engine_, selection_}; }

 private:
  /// The built-in person that the window begins with.
  static session::Session first_session(const session::View& view) {
    session::Session session;
    session.view = view;
    session.body = bodies::built_in_people().front().targets;
    return session;
  }

  Document document_;
  Selection selection_;
  Engine engine_;
};

}  // namespace skiagraph::ui
