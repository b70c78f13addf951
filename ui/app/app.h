#pragma once

#include <filesystem>
#include <utility>

#include "core/bodies/built_in_people.h"
#include "ui/app/log.h"
#include "ui/app/recent_files.h"
#include "ui/app/selection.h"
#include "ui/document/autosave.h"
#include "ui/document/document.h"
#include "ui/document/session_files.h"
#include "ui/engine/engine.h"

namespace skiagraph::ui {

/// What every view, tool, panel and command works with.
struct App {
  Document& document;
  Engine& engine;
  Selection& selection;
  SessionFiles& sessions;
  Autosave& autosave;
  RecentFiles& recent;
  Log& log;
};

/// Owns what an App refers to. It outlives the window.
class AppParts {
 public:
  /// `state`: the folder of autosaves and of what tells other windows which sessions are open; empty: there
  /// are none. `view`: how pictures and markers are drawn at first.
  AppParts(PredictorFactory networks, BodyModelSource bodies, const std::filesystem::path& state = {},
           const session::View& view = {})
      : document_(first_session(view)),
        sessions_(document_, inside(state, "open")),
        autosave_(document_, inside(state, "autosave")),
        engine_(document_, std::move(networks), std::move(bodies)) {}

  [[nodiscard]] App app() { return {document_, engine_, selection_, sessions_, autosave_, recent_, log_}; }

 private:
  /// The built-in person that the window begins with.
  static session::Session first_session(const session::View& view) {
    session::Session session;
    session.view = view;
    session.body = bodies::built_in_people().front().targets;
    return session;
  }

  static std::filesystem::path inside(const std::filesystem::path& folder, const char* name) {
    return folder.empty() ? folder : folder / name;
  }

  Document document_;
  Selection selection_;
  Log log_;
  RecentFiles recent_;
  SessionFiles sessions_;
  Autosave autosave_;
  Engine engine_;
};

}  // namespace skiagraph::ui
