#include "ui/engine/engine.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/geometry/scan_remarks.h"

namespace skiagraph::ui {
namespace {

inference::LoopRequest loop_request(const LoadedBody& body, const session::Pins& pins, const Result* start,
                                    inference::Precision precision) {
  inference::LoopRequest request;
  request.surface = body.surface;
  for (std::size_t n = 0; n < pins.size(); ++n)
    if (pins[n]) request.pins.push_back({static_cast<Marker>(n), *pins[n]});
  // Starts at the loop's accelerated estimate, not at MPN's raw reading; otherwise the other markers lag
  // behind a drag.
  if (start != nullptr) request.start = inference::positions_of(start->markers);
  request.precision = precision;
  if (precision == inference::Precision::kDraft) request.max_iterations = 1;
  return request;
}

}  // namespace

Engine::Engine(Document& document, PredictorFactory networks, BodyModelSource bodies, QObject* parent)
    : QObject(parent), document_(document), loader_(std::move(bodies)), worker_(std::move(networks)) {
  connect(&document_, &Document::changed, this, &Engine::follow);
  connect(&loader_, &BodyLoader::models_read, this, [this](const SizeLimitsBySex& limits) {
    limits_ = limits;
    Q_EMIT limits_changed();
  });
  connect(&loader_, &BodyLoader::loaded, this, &Engine::take_body);
  connect(&loader_, &BodyLoader::failed, this, &Engine::take_body_failure);
  connect(&worker_, &ConvergenceWorker::ready, this,
          [this](const geometry::CanonicalFrame& frame, const QString& device, const QString& model) {
            model_ = model;
            Q_EMIT ready(device, model);
            take_ready(frame);
          });
  connect(&worker_, &ConvergenceWorker::unavailable, this, &Engine::take_no_networks);
  connect(&worker_, &ConvergenceWorker::reported, this, [this](const auto& report) { take_report(*report); });
  connect(&worker_, &ConvergenceWorker::failed, this, &Engine::take_loop_failure);
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
  if (before.body != now.body) {
    request_body();
  } else if (before.pins != now.pins || (drafted && !body_pending_)) {
    request_loop();
  }
  update_state();
}

void Engine::request_loop() {
  if (!body_ || !networks_answered_ || no_networks_) return;
  const bool draft = document_.previewing();
  newest_loop_id_ = ++last_id_;
  const bool drag_goes_on = draft && drafting_;
  if (!drag_goes_on) first_accepted_loop_id_ = newest_loop_id_;
  drafting_ = draft;
  loop_complete_ = false;
  loop_error_.reset();
  const auto precision = draft ? inference::Precision::kDraft : inference::Precision::kFinal;
  requests_[newest_loop_id_] = {body_, precision};
  worker_.request(newest_loop_id_, loop_request(*body_, document_.session().pins, result_.get(), precision));
  update_state();
}

void Engine::take_report(const LoopReport& report) {
  const auto request = requests_.find(report.id);
  if (report.id < first_accepted_loop_id_ || request == requests_.end()) return;
  auto result = std::make_shared<Result>();
  result->id = report.id;
  result->body = request->second.body;
  result->precision = request->second.precision;
  result->xray = report.xray;
  result->markers = report.markers;
  result->iterations = report.iterations;
  result->ms_per_iteration = report.ms_per_iteration;
  result->converged = report.converged;
  result->complete = report.last;
  if (report.last && result->precision != inference::Precision::kDraft)
    result->warnings = geometry::remarks_on(result->body->scan, *result->body->surface);
  std::ranges::copy(report.warnings, std::back_inserter(result->warnings));
  requests_.erase(requests_.begin(), report.last ? std::next(request) : request);
  if (report.last && report.id == newest_loop_id_) loop_complete_ = true;
  result_ = std::move(result);
  Q_EMIT result_changed();
  update_state();
}

void Engine::take_loop_failure(std::uint64_t id, const SharedError& error) {
  if (id < first_accepted_loop_id_) return;
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
