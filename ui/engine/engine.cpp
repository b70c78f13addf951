#include "ui/engine/engine.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/geometry/scan_remarks.h"
#include "ui/engine/annotation_places.h"

namespace skiagraph::ui {
namespace {

/// A picture at rest depends on body and pins alone, not on what the hand did before: undo and a saved
/// session bring it back to the last bit.
inference::LoopRequest final_request(const LoadedBody& body, const session::Pins& pins) {
  inference::LoopRequest request;
  request.surface = body.surface;
  for (std::size_t n = 0; n < pins.size(); ++n)
    if (pins[n]) request.pins.push_back({static_cast<Marker>(n), *pins[n]});
  return request;
}

/// One fast iteration from the last picture. It starts at the loop's accelerated estimate, not at MPN's raw
/// reading; otherwise the other markers lag behind a drag.
inference::LoopRequest draft_request(const LoadedBody& body, const session::Pins& pins, const Result* last) {
  inference::LoopRequest request = final_request(body, pins);
  if (last != nullptr) request.start = inference::positions_of(last->markers);
  request.precision = inference::Precision::kDraft;
  request.max_iterations = 1;
  return request;
}

}  // namespace

Engine::Engine(Document& document, PredictorFactory networks, BodyModelSource bodies, QObject* parent)
    : QObject(parent), document_(document), loader_(std::move(bodies)), worker_(std::move(networks)) {
  connect(&document_, &Document::changed, this, &Engine::follow);
  connect(&document_, &Document::begun, this, [this] {
    begun_ = true;
    cancel_open();
  });
  connect(&loader_, &BodyLoader::models_read, this, [this](const SizeLimitsBySex& limits) {
    limits_ = limits;
    Q_EMIT limits_changed();
  });
  connect(&loader_, &BodyLoader::loaded, this, &Engine::take_body);
  connect(&loader_, &BodyLoader::failed, this, &Engine::take_body_failure);
  connect(&loader_, &BodyLoader::tried, this, [this](std::uint64_t id, const auto& trial) {
    if (id == tried_id_) Q_EMIT tried(trial);
  });
  connect(&loader_, &BodyLoader::progressed, this, [this](std::uint64_t id, double done) {
    if (id == tried_id_) Q_EMIT trying_progressed(done);
    if (id == opened_id_ || (opened_id_ == 0 && body_pending_ && id == newest_body_id_))
      Q_EMIT loading_progressed(done);
  });
  connect(&worker_, &ConvergenceWorker::ready, this,
          [this](const geometry::CanonicalFrame& frame, const QString& device, const QString& model) {
            model_ = model;
            no_networks_.reset();
            before_.reset();  // of other networks
            Q_EMIT ready(device, model);
            document_.set_frame(frame);
            take_ready(frame);
          });
  connect(&worker_, &ConvergenceWorker::kept, this,
          [this](const SharedError& error) { Q_EMIT failed(error); });
  connect(&worker_, &ConvergenceWorker::unavailable, this, &Engine::take_no_networks);
  connect(&worker_, &ConvergenceWorker::reported, this, [this](const auto& report) { take_report(*report); });
  connect(&worker_, &ConvergenceWorker::failed, this, &Engine::take_loop_failure);
  connect_real_xray();
}

void Engine::start(const std::filesystem::path& scan) {
  first_scan_ = scan;
  loader_.read_models();
  worker_.start();
}

void Engine::take_ready(const geometry::CanonicalFrame& frame) {
  networks_answered_ = true;
  frame_ = frame;
  if (first_scan_.empty()) {
    request_body();
  } else {
    open(std::exchange(first_scan_, {}));
    first_ = !document_.modified();
  }
}

/// Bodies can still be looked at.
void Engine::take_no_networks(const SharedError& error) {
  no_networks_ = error;
  take_ready(frame_);
  fail(error);
}

void Engine::follow(const session::Session& before) {
  const session::Session& now = document_.session();
  const bool preview_turned =
      std::exchange(was_previewing_, document_.previewing()) != document_.previewing();
  const bool drafted = preview_turned && std::exchange(drafting_, false);
  const bool xray_turned = before.partial_xray != now.partial_xray;
  if (xray_turned) request_real_xray();
  if (before.body != now.body || (drafted && drafted_body())) {
    request_body();
  } else if (before.pins != now.pins || (drafted && !body_pending_)) {
    request_loop();
  } else if (!document_.previewing() && (xray_turned || (preview_turned && xray_moved_))) {
    request_loop();
  } else {
    request_annotations();
  }
  xray_moved_ = document_.previewing() && (xray_moved_ || xray_turned);
  if (before.body == now.body) begun_ = false;
  update_state();
}

void Engine::request_loop() {
  if (!body_ || !networks_answered_ || no_networks_) return;
  const bool draft = document_.previewing();
  newest_loop_id_ = ++last_id_;
  before_id_ = 0;  // the worker drops it for the newer request
  const bool drag_goes_on = draft && drafting_;
  if (!drag_goes_on) first_accepted_loop_id_ = newest_loop_id_;
  drafting_ = draft;
  loop_complete_ = false;
  loop_error_.reset();
  requests_[newest_loop_id_] = {body_, draft ? inference::Precision::kDraft : inference::Precision::kFinal};
  const session::Pins& pins = document_.session().pins;
  std::optional<inference::LoopRequest> first;
  auto points = applications::annotated_points(document_.session().annotations, body_->surface->placement);
  if (draft || result_) first = draft_request(*body_, pins, result_.get());
  if (draft) {
    worker_.request(newest_loop_id_, *std::move(first), {}, {}, std::move(points));
  } else {
    auto completion = completion_request();
    if (completion) first.reset();  // it would show markers that no X-ray was asked about
    worker_.request(newest_loop_id_, final_request(*body_, pins), std::move(first), std::move(completion),
                    std::move(points));
  }
  update_state();
}

std::shared_ptr<const Result> Engine::made_result(const LoopReport& report, const Request& request) {
  auto result = std::make_shared<Result>();
  result->id = report.id;
  result->body = request.body;
  result->precision = request.precision;
  result->xray = report.xray;
  result->fine_xray = report.fine_xray;
  result->markers = report.markers;
  result->iterations = report.iterations;
  result->ms_per_iteration = report.ms_per_iteration;
  result->converged = report.converged;
  result->max_move_px = report.max_move_px;
  result->complete = report.last;
  result->range_share = report.range_share;
  result->annotated = report.annotated;
  result->followed = report.followed;
  result->completion = report.completion;
  result->completion_error = report.completion_error;
  if (result->completion) {
    result->real = {result->completion, &result->completion->real};
  } else if (result_ && result_->body == result->body && !result->complete &&
             document_.session().partial_xray) {
    result->real = result_->real;
  }
  if (report.last && result->precision != inference::Precision::kDraft)
    result->warnings = geometry::remarks_on(result->body->scan, *result->body->surface);
  std::ranges::copy(report.warnings, std::back_inserter(result->warnings));
  return result;
}

void Engine::take_report(const LoopReport& report) {
  const auto request = requests_.find(report.id);
  if (report.id < first_accepted_loop_id_ || request == requests_.end()) return;
  std::shared_ptr<const Result> result = made_result(report, request->second);
  requests_.erase(requests_.begin(), report.last ? std::next(request) : request);
  if (report.id == before_id_) return keep_before(result);
  if (report.last && report.id == newest_loop_id_) loop_complete_ = true;
  result_ = std::move(result);
  keep_before(result_);
  Q_EMIT result_changed();
  if (loop_complete_) request_annotations();
  update_state();
}

/// Where the newest result does not know a point that was marked, the networks look for it.
void Engine::request_annotations() {
  const bool current = result_ && result_->body == body_ && loop_complete_ && !document_.previewing();
  if (current && !knows_places(*result_, document_.session().annotations)) request_loop();
}

void Engine::take_loop_failure(std::uint64_t id, const SharedError& error) {
  if (id < first_accepted_loop_id_) return;
  if (id == before_id_) before_id_ = 0, before_wanted_ = false;
  if (id == newest_loop_id_) loop_error_ = error;
  fail(error);
}

void Engine::fail(const SharedError& error) {
  if (current_state() == EngineState::kFailed) waiting_.clear();
  update_state();
  Q_EMIT failed(error);
}

EngineState Engine::current_state() const {
  if (no_networks_) return EngineState::kFailed;
  if (document_.previewing() && drafting_) return EngineState::kDrafting;
  if (!body_ || body_pending_ || opened_id_ != 0) return EngineState::kLoading;
  if (xray_id_ != 0) return EngineState::kSettling;
  if (loop_error_) return EngineState::kFailed;
  return loop_complete_ ? EngineState::kSettled : EngineState::kSettling;
}

void Engine::update_state() {
  const EngineState now = current_state();
  if (now != state_) {
    state_ = now;
    Q_EMIT state_changed();
  }
  call_waiting();
  request_before();
}

/// What is called may change the document and wait anew.
void Engine::call_waiting() {
  const bool body_ready = body_ && !body_pending_ && opened_id_ == 0 && !document_.previewing();
  if (body_ready)
    for (const auto& act : std::exchange(waiting_for_body_, {})) act(body_);
  if (current_state() == EngineState::kSettled)
    for (const auto& act : std::exchange(waiting_, {})) act(*result_);
}

void Engine::when_settled(std::function<void(const Result&)> act) {
  const SharedError error = no_networks_ ? no_networks_ : loop_error_;
  if (current_state() == EngineState::kFailed) {
    Q_EMIT failed(error);
    return;
  }
  waiting_.push_back(std::move(act));
  update_state();
}

void Engine::when_body_ready(std::function<void(const std::shared_ptr<const LoadedBody>&)> act) {
  waiting_for_body_.push_back(std::move(act));
  update_state();
}

}  // namespace skiagraph::ui
