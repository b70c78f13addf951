#include <QCoreApplication>
#include <algorithm>
#include <utility>

#include "ui/engine/engine.h"
#include "ui/text/file_text.h"

// How the engine gets the session's real X-ray, and has it completed.
namespace skiagraph::ui {
namespace {

constexpr std::size_t kRecentXrays = 3;

QString translated(const char* text) {
  return QCoreApplication::translate("Completion", text);
}

}  // namespace

void Engine::connect_real_xray() {
  connect(&xray_reader_, &RealXrayReader::answered, this, &Engine::take_real_xray);
  connect(&xray_reader_, &RealXrayReader::failed, this, &Engine::take_real_xray_failure);
  connect(&worker_, &ConvergenceWorker::completing, this, [this](std::uint64_t id, double done) {
    if (id == newest_loop_id_) Q_EMIT completing(done);
  });
}

std::shared_ptr<const RealXray> Engine::real_xray() const {
  const auto& wanted = document_.session().partial_xray;
  if (!wanted) return nullptr;
  const auto found = std::ranges::find_if(
      recent_xrays_, [&](const auto& xray) { return same_picture(xray->source, *wanted); });
  return found == recent_xrays_.end() ? nullptr : *found;
}

void Engine::open_xray(const std::filesystem::path& path) {
  session::PartialXray source;
  source.path = std::filesystem::absolute(path);
  opened_xray_id_ = ++last_id_;
  xray_reader_.read(opened_xray_id_, source, RealXrayReader::Purpose::kOpen);
}

/// The session's, which is not read yet.
void Engine::request_real_xray() {
  xray_error_.reset();
  xray_id_ = 0;
  const auto& wanted = document_.session().partial_xray;
  if (wanted && !real_xray() && !document_.previewing()) {
    xray_id_ = ++last_id_;
    xray_reader_.read(xray_id_, *wanted, RealXrayReader::Purpose::kSession);
  }
  Q_EMIT real_xray_changed();
}

void Engine::take_real_xray(std::uint64_t id, const std::shared_ptr<const RealXray>& xray) {
  const bool opened = id == opened_xray_id_;
  if (!opened && id != xray_id_) return;
  (opened ? opened_xray_id_ : xray_id_) = 0;
  recent_xrays_.insert(recent_xrays_.begin(), xray);
  if (recent_xrays_.size() > kRecentXrays) recent_xrays_.pop_back();
  if (opened) {
    document_.edit(translated("Lay the X-ray %1 on").arg(file_name_text(xray->source.path)),
                   [&](session::Session& session) { session.partial_xray = xray->source; });
    return;
  }
  Q_EMIT real_xray_changed();
  request_loop();
}

/// The body stays as it is predicted without the X-ray.
void Engine::take_real_xray_failure(std::uint64_t id, const SharedError& error) {
  if (id == opened_xray_id_) {
    opened_xray_id_ = 0;
    Q_EMIT failed(error);
    return;
  }
  if (id != xray_id_) return;
  xray_id_ = 0;
  xray_error_ = error;
  Q_EMIT real_xray_changed();
  Q_EMIT failed(error);
  update_state();
}

void Engine::complete_again() {
  request_loop();
}

std::optional<applications::CompletionRequest> Engine::completion_request() const {
  const auto xray = real_xray();
  if (!xray) return std::nullopt;
  const session::Session& session = document_.session();
  applications::CompletionRequest request;
  request.surface = body_->surface;
  request.picture = xray->picture;
  request.scale = session.partial_xray->magnification;
  request.placement = applications::placement_at(*session.partial_xray, *body_->surface);
  for (std::size_t n = 0; n < session.pins.size(); ++n)
    if (session.pins[n]) request.pins.push_back({static_cast<Marker>(n), *session.pins[n]});
  return request;
}

}  // namespace skiagraph::ui
