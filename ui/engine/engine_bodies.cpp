#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/engine/engine.h"

// How the engine gets the document's body.
namespace skiagraph::ui {
namespace {

constexpr std::size_t kRecentScans = 3, kRecentTriangles = 10'000'000;  // half a GB

/// Reading the file anew would find the same body.
bool within_reach(const geometry::ScanAlignment& scan, const geometry::AlignmentOverrides& overrides) {
  const double reach = geometry::kLevelReach * (scan.found_neck_mm - scan.found_symphysis_mm);
  return std::abs(overrides.neck_level_mm.value_or(scan.found_neck_mm) - scan.found_neck_mm) <= reach &&
         std::abs(overrides.symphysis_level_mm.value_or(scan.found_symphysis_mm) - scan.found_symphysis_mm) <=
             reach;
}

/// A CT's skin is made anew for other levels.
bool same_ct(const LoadedBody& a, const LoadedBody& b) {
  if (!a.ct || !b.ct) return false;
  const auto& one = std::get<session::ScanSource>(a.source);
  const auto& other = std::get<session::ScanSource>(b.source);
  return one.path == other.path && one.ct == other.ct;
}

/// Both are the same scan, or of the same body model: views keep camera and picture until the next result.
bool same_person(const LoadedBody& a, const LoadedBody& b) {
  if (a.mesh == b.mesh || same_ct(a, b)) return true;
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
  read_to_open({std::filesystem::absolute(path), {}, {}});
}

void Engine::locate(const std::filesystem::path& path) {
  const auto* scan = std::get_if<session::ScanSource>(&document_.session().body);
  if (scan == nullptr || !networks_answered_) return;
  first_ = false;
  locating_ = true;
  session::ScanSource source = *scan;
  source.path = std::filesystem::absolute(path);
  source.sha256.clear();
  read_to_open(source);
}

void Engine::read_to_open(const session::ScanSource& source) {
  opened_id_ = ++last_id_;
  opened_path_ = source.path;
  open_ids_.insert(opened_id_);
  loader_.read_scan(opened_id_, source, frame_);
  update_state();
}

void Engine::cancel_open() {
  first_scan_.clear();
  if (std::exchange(opened_id_, 0) != 0) {
    loader_.stop();
    if (body_pending_) request_body();  // opening has overtaken it
  }
  update_state();
}

void Engine::cancel_loading() {
  if (opened_id_ != 0) {
    cancel_open();
  } else if (body_pending_ && std::holds_alternative<session::ScanSource>(document_.session().body)) {
    loader_.stop();
    take_body_failure(newest_body_id_, std::make_shared<const InputError>(
                                           "scan.stopped", "Reading the scan was stopped; open it again."));
  }
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
  } else {
    request_scan(std::get<session::ScanSource>(source));
  }
}

void Engine::request_scan(const session::ScanSource& source) {
  if (const auto scan = recent_scan(source)) {
    take_body(newest_body_id_, scan);
  } else if (const auto other = with_other_levels(source)) {
    loader_.move_levels(newest_body_id_, other, source, document_.previewing(), frame_);
  } else {
    loader_.read_scan(newest_body_id_, source, frame_);
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
    const bool scan = std::holds_alternative<session::ScanSource>(body->source) && !body->substitute;
    if (scan && !document_.previewing() && !body->draft) keep_scan(body);
    show_body(body);
  }
}

/// What was pending is not wanted any more.
void Engine::take_opened(const std::shared_ptr<const LoadedBody>& body) {
  if (asked(body, nullptr)) return;
  const auto change = [&body](session::Session& session) {
    session.body = body->source;
    session::clear_edits(session);
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
  // The same mesh with other levels is quickly made of the one that is kept.
  std::erase_if(recent_scans_,
                [&](const auto& scan) { return scan->source == body->source || scan->mesh == body->mesh; });
  recent_scans_.insert(recent_scans_.begin(), body);
  std::size_t triangles = 0;
  const auto too_much = std::ranges::find_if(recent_scans_, [&](const auto& scan) {
    triangles += scan->mesh->triangles.size();
    return triangles > kRecentTriangles;
  });
  if (too_much != recent_scans_.end())
    recent_scans_.erase(std::max(too_much, recent_scans_.begin() + 1), recent_scans_.end());
  if (recent_scans_.size() > kRecentScans) recent_scans_.pop_back();
}

/// One that is at hand and differs from `source` in levels alone.
std::shared_ptr<const LoadedBody> Engine::with_other_levels(const session::ScanSource& source) const {
  const auto fits = [&](const std::shared_ptr<const LoadedBody>& body) {
    const auto* scan = body ? std::get_if<session::ScanSource>(&body->source) : nullptr;
    return scan != nullptr && !scan->ct && !body->substitute && scan->path == source.path &&
           scan->sha256 == source.sha256 && scan->overrides.unit_mm == source.overrides.unit_mm &&
           scan->overrides.axes == source.overrides.axes && body->scan.levels_found &&
           within_reach(body->scan, source.overrides);
  };
  if (fits(body_)) return body_;
  const auto found = std::ranges::find_if(recent_scans_, fits);
  return found == recent_scans_.end() ? nullptr : *found;
}

/// What is shown, or on its way, was made for a hand that moves a level of a large scan.
bool Engine::drafted_body() const {
  return body_ && (body_->draft || (body_pending_ && body_->coarse != body_->mesh));
}

std::shared_ptr<const LoadedBody> Engine::recent_scan(const session::BodySource& source) const {
  const auto found = std::ranges::find(recent_scans_, source, [](const auto& body) { return body->source; });
  return found == recent_scans_.end() ? nullptr : *found;
}

void Engine::show_body(const std::shared_ptr<const LoadedBody>& body) {
  const bool another = body_ && body_ != body && !same_person(*body_, *body);
  if (another) result_.reset();
  if (before_ && before_->body != body) before_.reset();
  body_ = body;
  loop_complete_ = false;  // what listens to the next lines must not take it for settled
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
  if (asked(nullptr, error)) return;
  end_opening();
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
