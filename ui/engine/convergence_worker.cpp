#include "ui/engine/convergence_worker.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

namespace skiagraph::ui {
namespace {

bool sound(const ConvergenceReport& report, const inference::LoopRequest& request) {
  const geometry::CanonicalFrame& frame = request.surface->placement.frame();
  if (report.xray.pixels.size() != static_cast<std::size_t>(frame.rows) * frame.columns) return false;
  const bool pixels = std::all_of(report.xray.pixels.begin(), report.xray.pixels.end(),
                                  [](float v) { return std::isfinite(v); });
  const auto finite = [](const inference::MarkerEstimate& m) {
    return std::isfinite(m.position.row) && std::isfinite(m.position.column);
  };
  return pixels && std::all_of(report.markers.begin(), report.markers.end(), finite);
}

}  // namespace

ConvergenceWorker::ConvergenceWorker(PredictorFactory factory, QObject* parent)
    : QObject(parent), factory_(std::move(factory)) {}

ConvergenceWorker::~ConvergenceWorker() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    if (running_) running_->cancel();
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void ConvergenceWorker::start() {
  thread_ = std::thread([this] { work(); });
}

void ConvergenceWorker::request(inference::LoopRequest request, std::uint64_t scan) {
  {
    const std::lock_guard lock(mutex_);
    if (running_) running_->cancel();
    pending_ = Job{std::move(request), scan, std::make_shared<CancelToken>()};
  }
  wake_.notify_one();
}

std::optional<ConvergenceWorker::Job> ConvergenceWorker::next() {
  std::unique_lock lock(mutex_);
  running_.reset();
  wake_.wait(lock, [this] { return pending_ || ending_; });
  if (ending_) return std::nullopt;
  std::optional<Job> job = std::exchange(pending_, std::nullopt);
  running_ = job->cancel;
  return job;
}

void ConvergenceWorker::run(inference::Predictor& predictor, const Job& job) {
  const auto publish = [&](ConvergenceReport report) {
    if (!sound(report, job.request)) {
      Q_EMIT failed(tr("The networks gave a picture that is not finite; the last good one stays."));
      return;
    }
    Q_EMIT reported(std::make_shared<const ConvergenceReport>(std::move(report)));
  };
  const inference::LoopResult result =
      predictor.run(job.request, job.cancel.get(), [&](const inference::LoopIteration& iteration) {
        publish({job.scan, iteration.xray, iteration.markers, iteration.number, 0, false, false});
      });
  const double each = result.milliseconds / std::max(1, result.iterations);
  publish({job.scan, result.xray, result.markers, result.iterations, each, result.converged, true});
}

void ConvergenceWorker::work() {
  std::unique_ptr<inference::Predictor> predictor;
  try {
    predictor = factory_();
    Q_EMIT ready(predictor->frame(), QString::fromStdString(predictor->device()),
                 QString::fromStdString(predictor->model_name()));
  } catch (const std::exception& error) {
    Q_EMIT failed(QString::fromUtf8(error.what()));
    return;
  }
  while (const auto job = next()) {
    try {
      run(*predictor, *job);
    } catch (const std::exception& error) {
      Q_EMIT failed(QString::fromUtf8(error.what()));
    }
  }
}

}  // namespace skiagraph::ui
