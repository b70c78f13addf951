#include <utility>

#include "ui/engine/engine.h"

// How the engine asks about scans that cannot be read with certainty.
namespace skiagraph::ui {

void Engine::try_scan(const session::ScanSource& source) {
  tried_id_ = ++last_id_;
  loader_.try_scan(tried_id_, source, frame_);
}

void Engine::stop_trying() {
  if (std::exchange(tried_id_, 0) != 0) loader_.stop_trying();
}

void Engine::take_tried(const std::shared_ptr<const LoadedBody>& body) {
  tried_id_ = 0;
  const auto* before = std::get_if<session::ScanSource>(&document_.session().body);
  const auto& now = std::get<session::ScanSource>(body->source);
  const bool same_file = before != nullptr && before->path == now.path;
  const bool same_place = same_file && before->ct == now.ct && before->overrides.axes == now.overrides.axes;
  keep_scan(body);
  const QString text = same_file ? tr("Change import settings") : tr("Open %1").arg(body->name);
  document_.edit(text, [&](session::Session& session) {
    session.body = body->source;
    if (!same_place) session.pins = {};
  });
  if (!body_ || body_->substitute || body_->source != body->source) show_body(body);
  update_state();
}

/// What reading a file has overtaken is asked for again; at the start that is the document's body.
void Engine::end_opening() {
  opened_id_ = 0;
  if (body_pending_ || !body_) request_body();
  update_state();
}

/// The question is answered by take_tried(), or not at all.
bool Engine::asked(const std::shared_ptr<const LoadedBody>& body, const SharedError& error) {
  if (!ask_ || !asked_part(body.get(), error.get())) return false;
  auto question = std::make_shared<ImportTrial>();
  question->source =
      body ? std::get<session::ScanSource>(body->source) : session::ScanSource{opened_path_, {}, {}};
  question->body = body;
  question->error = error;
  end_opening();
  ask_(question);
  return true;
}

}  // namespace skiagraph::ui
