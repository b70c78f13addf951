#include "ui/demo/demo_player.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <numbers>
#include <string>
#include <utility>

#include "ui/xray/tools/marker_tool.h"

namespace skiagraph::ui {
namespace {

constexpr int kFrameMs = 40;
constexpr double kTellingSeconds = 7, kFadeSeconds = 0.6, kReturnSeconds = 2;
constexpr double kPatienceSeconds = 60;  // for a person's X-ray

/// The body is seen through, so that the X-ray in it can be seen; names would be too many at this size.
session::View stand_view() {
  session::View view;
  view.body_opacity = 0.5;
  view.xray_in_body = true;
  view.level_handles = false;
  view.all_labels = false;
  return view;
}

void note(const std::string& what) {
  std::cerr << "Stand: " << what << std::endl;
}

}  // namespace

DemoPlayer::DemoPlayer(const App& app, std::vector<DemoScene> script, Clock clock, QObject* parent)
    : QObject(parent), app_(app), script_(std::move(script)), clock_(std::move(clock)) {
  connect(&app_.engine, &Engine::failed, this, [this](const std::shared_ptr<const Error>& error) {
    failed_ = true;
    note(error->what());
  });
  timer_.setInterval(kFrameMs);
  connect(&timer_, &QTimer::timeout, this, &DemoPlayer::advance);
}

void DemoPlayer::start() {
  begin_scene();
  timer_.start();
}

const bodies::BuiltInPerson& DemoPlayer::person() const {
  return bodies::built_in_people()[person_];
}

/// Another session, and not an edit: there is nothing to undo, and nothing of the last visitor is left.
void DemoPlayer::show_person(std::size_t person) {
  person_ = person;
  preview_ = 0;
  session::Session session;
  session.frame = app_.document.session().frame;
  session.body = this->person().targets;
  session.view = stand_view();
  app_.selection.peek(false);
  app_.selection.use(Selection::Tool::kMove);
  app_.selection.select(Selection::kNone);
  app_.document.begin(session);
}

void DemoPlayer::show_next_person() {
  show_person((person_ + 1) % bodies::built_in_people().size());
  Q_EMIT changed();
}

void DemoPlayer::reset() {
  show_person(person_);
  Q_EMIT changed();
}

void DemoPlayer::enter(Phase phase) {
  if (phase == Phase::kTelling) hidden_ = failed_;
  phase_ = phase;
  since_ = clock_();
  set_curtain();
  Q_EMIT changed();
}

void DemoPlayer::begin_scene() {
  mode_ = Mode::kPlaying;
  failed_ = hidden_ = false;
  show_person(static_cast<std::size_t>(&person_of(scene()) - bodies::built_in_people().data()));
  enter(Phase::kComing);
}

bool DemoPlayer::did_not_come() const {
  const bool another = app_.engine.state() == EngineState::kSettled && app_.engine.body_error();
  return another || elapsed() > kPatienceSeconds;
}

bool DemoPlayer::is_there() const {
  const auto& body = app_.engine.body();
  return app_.engine.state() == EngineState::kSettled && body &&
         body->source == app_.document.session().body && !body->substitute;
}

void DemoPlayer::advance() {
  switch (mode_) {
    case Mode::kPlaying:
      play();
      break;
    case Mode::kVisiting:
      if (clock_() - last_touch_ < pause_seconds_) return;
      mode_ = Mode::kReturning;
      since_ = clock_();
      break;
    case Mode::kReturning:
      if (elapsed() >= kReturnSeconds) begin_scene();
      break;
  }
  set_curtain();
  Q_EMIT changed();
}

/// Of a person who does not come nobody but stderr hears: the introduction is told all the same.
void DemoPlayer::play() {
  switch (phase_) {
    case Phase::kComing:
      if (!failed_ && did_not_come()) {
        failed_ = true;
        note("no X-ray of " + std::string(person().name));
      }
      if (failed_ || is_there()) enter(Phase::kTelling);
      break;
    case Phase::kTelling:
      if (failed_ && !hidden_) enter(Phase::kLeaving);
      if (elapsed() >= kTellingSeconds) begin_edit();
      break;
    case Phase::kEditing:
      show_edit();
      break;
    case Phase::kLeaving:
      if (elapsed() < kFadeSeconds) break;
      ++scenes_played_;
      scene_ = (scene_ + 1) % script_.size();
      begin_scene();
      break;
  }
}

void DemoPlayer::begin_edit() {
  if (failed_ || !is_there()) return enter(Phase::kLeaving);
  first_places_ = inference::positions_of(app_.engine.result()->markers);
  first_sizes_ = *app_.engine.body()->sizes;
  app_.selection.select(static_cast<int>(scene().edit.named));
  preview_ = app_.document.begin_preview();
  enter(Phase::kEditing);
}

void DemoPlayer::show_edit() {
  const DemoEdit& edit = scene().edit;
  if (failed_ || elapsed() >= edit.seconds()) {
    app_.document.cancel(preview_);
    return enter(Phase::kLeaving);
  }
  const double share = edit.share_at(elapsed());
  const double px = share / app_.engine.body()->surface->placement.mm_per_px();
  app_.document.preview(preview_, [&](session::Session& session) {
    for (const DemoMove& move : edit.moves) {
      const auto n = static_cast<std::size_t>(move.marker);
      session.pins[n] =
          inside(first_places_[n] + Pixel{-move.head_mm, move.left_mm} * px, app_.engine.frame());
    }
    if (edit.growths.empty()) return;
    bodies::SizeTargets targets = person().targets;
    for (const DemoGrowth& growth : edit.growths)
      targets[growth.size] =
          targets[growth.size].value_or(bodies::size_in(first_sizes_, growth.size)) + share * growth.by;
    session.body = targets;
  });
}

void DemoPlayer::touch() {
  last_touch_ = clock_();
  if (mode_ == Mode::kVisiting) return;
  if (mode_ == Mode::kPlaying) {
    app_.document.cancel(preview_);
    app_.selection.select(Selection::kNone);
  }
  mode_ = Mode::kVisiting;
  set_curtain();
  Q_EMIT changed();
}

void DemoPlayer::set_curtain() {
  const auto share = [this](double seconds) { return std::clamp(elapsed() / seconds, 0.0, 1.0); };
  switch (mode_) {
    case Mode::kVisiting:
      curtain_ = 0;
      return;
    case Mode::kReturning:
      curtain_ = share(kReturnSeconds);
      return;
    case Mode::kPlaying:
      break;
  }
  const bool rises = phase_ == Phase::kTelling, falls = phase_ == Phase::kLeaving;
  curtain_ = hidden_ || phase_ == Phase::kComing ? 1
             : rises                             ? 1 - share(kFadeSeconds)
             : falls                             ? share(kFadeSeconds)
                                                 : 0;
}

/// To one side and to the other, and back to the front.
double DemoPlayer::turn_degrees() const {
  constexpr double kFarthest = 32;
  if (mode_ != Mode::kPlaying || phase_ != Phase::kTelling || hidden_) return 0;
  const double done = std::clamp((elapsed() - kFadeSeconds) / (kTellingSeconds - 2 * kFadeSeconds), 0.0, 1.0);
  return kFarthest * std::sin(2 * std::numbers::pi * done) * std::sin(std::numbers::pi * done);
}

QString DemoPlayer::caption() const {
  if (mode_ != Mode::kPlaying)
    return tr("Drag a marker on the body or on the X-ray: the others answer. Two fingers turn the body.");
  const bool edited = phase_ == Phase::kEditing || (phase_ == Phase::kLeaving && !hidden_);
  return demo_text(edited ? scene().edit.caption : scene().introduction);
}

}  // namespace skiagraph::ui
