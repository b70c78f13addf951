#include <algorithm>
#include <utility>

#include "ui/engine/engine.h"

// How the engine gets the document's body.
namespace skiagraph::ui {
namespace {

constexpr std::size_t kRecentScans = 3;

/// Both are bodies of the same body model: views keep camera and picture until the next result.
bool same_model(const LoadedBody& a, const LoadedBody& b) {
  return a.made_to_measure() && b.made_to_measure() &&
         std::get<bodies::SizeTargets>(a.source).sex == std::get<bodies::SizeTargets>(b.source).sex;
}

/// The same file, perhaps aligned in another way.
bool same_scan(const LoadedBody& body, const session::BodySource& source) {
  const auto* shown = std::get_if<session::ScanSource>(&body.source);
  const auto* scan = std::get_if<session::ScanSource>(&source);
  return shown != nullptr && scan != nullptr && shown->path == scan->path && shown->sha256 == scan->sha256;
}

}  // namespace

void Engine::open(const std::filesystem::path& path) {
  if (!networks_answered_) {
    first_scan_ = path;
    return;
  }
  first_ = locating_ = false;
  request_scan(std::filesystem::absolute(path), {});
}

void Engine::locate(const std::filesystem::path& path) {
  const auto* scan = std::get_if<session::ScanSource>(&document_.session().body);
  if (scan == nullptr || !networks_answered_) return;
  first_ = false;
  locating_ = true;
  request_scan(std::filesystem::absolute(path), scan->overrides);
}

void Engine::request_scan(const std::filesystem::path& path, const geometry::AlignmentOverrides& overrides) {
  opened_id_ = ++last_id_;
  open_ids_.insert(opened_id_);
  loader_.read_scan(opened_id_, {path, {}, overrides}, frame_);
  update_state();
}

void Engine::cancel_open() {
  first_scan_.clear();
  if (std::exchange(opened_id_, 0) != 0 && body_pending_) request_body();  // opening has overtaken it
  update_state();
}

void Engine::request_body() {
  opened_id_ = 0;  // what the person did last counts
  first_scan_.clear();
  if (!networks_answered_) return;
  newest_body_id_ = ++last_id_;
  const bool drag_goes_on = document_.previewing() && drafting_;
  if (!drag_goes_on) first_accepted_body_id_ = first_accepted_loop_id_ = newest_body_id_;
  drafting_ = document_.previewing();
  body_pending_ = true;
  const session::BodySource& source = document_.session().body;
  if (const auto* targets = std::get_if<bodies::SizeTargets>(&source)) {
    loader_.make(newest_body_id_, *targets, frame_);
  } else if (const auto scan = recent_scan(source)) {
    take_body(newest_body_id_, scan);
  } else {
    loader_.read_scan(newest_body_id_, std::get<session::ScanSource>(source), frame_);
  }
}

void Engine::take_body(std::uint64_t id, const std::shared_ptr<const LoadedBody>& body) {
  if (open_ids_.erase(id) > 0) {
    if (id == opened_id_ && locating_) {
      take_located(body);
    } else if (id == opened_id_) {
      take_opened(body);
    }
  } else if (id >= first_accepted_body_id_) {
    if (id == newest_body_id_) body_pending_ = false;
    if (std::holds_alternative<session::ScanSource>(body->source) && !body->substitute) keep_scan(body);
    show_body(body);
  }
}

/// What was pending is not wanted any more.
void Engine::take_opened(const std::shared_ptr<const LoadedBody>& body) {
  const auto change = [&body](session::Session& session) {
    session.body = body->source;
    session.pins = {};
  };
  opened_id_ = 0;
  body_pending_ = false;
  keep_scan(body);
  if (std::exchange(first_, false)) {  // nothing was there before
    session::Session session = document_.session();
    change(session);
    document_.begin(session);
  } else {
    document_.edit(tr("Open %1").arg(body->name), change);
  }
  show_chosen(body);
}

void Engine::take_located(const std::shared_ptr<const LoadedBody>& body) {
  opened_id_ = 0;
  const auto& found = std::get<session::ScanSource>(body->source);
  const auto* scan = std::get_if<session::ScanSource>(&document_.session().body);
  if (scan != nullptr && scan->sha256 == found.sha256) {
    body_pending_ = false;
    keep_scan(body);
    begun_ = true;
    document_.relocate_scan(found.sha256, found.path);
    show_chosen(body);
  } else {
    if (body_pending_) request_body();  // reading has overtaken it
    update_state();
    Q_EMIT another_scan(body);
  }
}

void Engine::use_scan(const std::shared_ptr<const LoadedBody>& body) {
  keep_scan(body);
  document_.edit(tr("Use %1 as the scan").arg(body->name),
                 [&body](session::Session& session) { session.body = body->source; });
  show_chosen(body);
}

/// The document's change has brought it to the screen, unless the document had it before.
void Engine::show_chosen(const std::shared_ptr<const LoadedBody>& body) {
  if (!body_ || body_->substitute || body_->source != body->source) show_body(body);
  update_state();
}

void Engine::keep_scan(const std::shared_ptr<const LoadedBody>& body) {
  std::erase_if(recent_scans_, [&](const auto& scan) { return scan->source == body->source; });
  recent_scans_.insert(recent_scans_.begin(), body);
  if (recent_scans_.size() > kRecentScans) recent_scans_.pop_back();
}

std::shared_ptr<const LoadedBody> Engine::recent_scan(const session::BodySource& source) const {
  const auto found = std::ranges::find(recent_scans_, source, [](const auto& body) { return body->source; });
  return found == recent_scans_.end() ? nullptr : *found;
}

void Engine::show_body(const std::shared_ptr<const LoadedBody>& body) {
  const bool another = body_ && body_ != body && !same_model(*body_, *body);
  if (another) result_.reset();
  body_ = body;
  if (!body->substitute) body_error_.reset();
  if (another && !begun_) document_.reset_view();
  begun_ = false;
  Q_EMIT body_changed();
  if (no_networks_ && !document_.previewing()) Q_EMIT failed(no_networks_);
  request_loop();
  update_state();
}

/// Nothing changes. What reading the file has overtaken is asked for again; at the start that is the
/// document's body.
void Engine::take_open_failure(const SharedError& error) {
  opened_id_ = 0;
  if (body_pending_ || !body_) request_body();
  update_state();
  Q_EMIT failed(error);
}

/// The last body stays. Without any, without a body model and in place of a scan that is missing, the person
/// made in code is shown.
void Engine::take_body_failure(std::uint64_t id, const SharedError& error) {
  if (open_ids_.erase(id) > 0) {
    if (id == opened_id_) take_open_failure(error);
    return;
  }
  if (id != newest_body_id_) return;
  body_pending_ = false;
  body_error_ = *error;
  const auto* targets = std::get_if<bodies::SizeTargets>(&document_.session().body);
  const bool no_model = targets != nullptr && limits_ && !usable(targets->sex);
  const bool no_scan = targets == nullptr && body_ && !same_scan(*body_, document_.session().body);
  if ((!body_ || no_model || no_scan) && id != substitute_id_) {
    body_pending_ = true;
    substitute_id_ = newest_body_id_ = ++last_id_;
    loader_.make_substitute(substitute_id_, document_.session().body, frame_);
  } else {
    Q_EMIT body_changed();
    request_loop();
  }
  update_state();
  if (targets == nullptr || id == substitute_id_) Q_EMIT failed(error);
}

}  // namespace skiagraph::ui
