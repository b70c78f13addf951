#include <algorithm>

#include "ui/engine/engine.h"

// The same person before editing, to compare with.
namespace skiagraph::ui {

std::shared_ptr<const Result> Engine::before() const {
  return before_ && before_->body == body_ ? before_ : nullptr;
}

void Engine::want_before() {
  before_wanted_ = true;
  request_before();
}

/// Only while the worker rests: what it does for the document comes first.
void Engine::request_before() {
  if (!before_wanted_ || before() || before_id_ != 0 || current_state() != EngineState::kSettled) return;
  before_id_ = ++last_id_;
  requests_[before_id_] = {body_, inference::Precision::kFinal};
  inference::LoopRequest request;
  request.surface = body_->surface;
  worker_.request(before_id_, std::move(request));
}

/// A draft or a picture that is still moving is none.
void Engine::keep_before(const std::shared_ptr<const Result>& result) {
  if (!result->complete || result->completion || result->precision == inference::Precision::kDraft ||
      std::ranges::any_of(result->markers, &inference::MarkerEstimate::pinned))
    return;
  before_ = result;
  before_id_ = 0;
  if (before()) before_wanted_ = false;
  Q_EMIT before_changed();
}

}  // namespace skiagraph::ui
