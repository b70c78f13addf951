#include "ui/engine/convergence_worker.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

namespace skiagraph::ui {
namespace {

bool is_draft(const inference::LoopRequest& request) {
  return request.max_iterations == 1;
}

/// A picture that is not finite must not reach the screen.
void check(const LoopReport& report) {
  const bool finite = std::ranges::all_of(report.xray.pixels, [](float v) { return std::isfinite(v); }) &&
                      std::ranges::all_of(report.markers, [](const inference::MarkerEstimate& m) {
                        return std::isfinite(m.position.row) && std::isfinite(m.position.column);
                      });
  if (!finite)
    throw Error("networks.not_finite",
                "The networks gave a picture that is not finite; the last good one stays.");
}

std::shared_ptr<const Error> shared(const std::exception& exception) {
  return std::make_shared<const Error>(readable_error(exception));
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

void ConvergenceWorker::request(std::uint64_t id, inference::LoopRequest request,
                                std::optional<inference::LoopRequest> first) {
  {
    const std::lock_guard lock(mutex_);
    if (running_) running_->cancel();
    waiting_ = Job{id, std::move(request), std::move(first), std::make_shared<CancelToken>()};
  }
  wake_.notify_one();
}

void ConvergenceWorker::reload() {
  {
    const std::lock_guard lock(mutex_);
    if (running_) running_->cancel();
    reload_ = true;
  }
  wake_.notify_one();
}

std::optional<ConvergenceWorker::Job> ConvergenceWorker::next(
    std::unique_ptr<inference::Predictor>& predictor) {
  std::unique_lock lock(mutex_);
  running_.reset();
  for (;;) {
    // Without networks a request has no answer: unavailable() has told.
    wake_.wait(lock, [&] { return (waiting_ && predictor) || ending_ || reload_; });
    if (ending_ || !reload_) break;
    reload_ = false;
    lock.unlock();
    load(predictor);
    lock.lock();
  }
  if (ending_) return std::nullopt;
  std::optional<Job> job = std::exchange(waiting_, std::nullopt);
  if (!is_draft(job->request)) running_ = job->cancel;
  return job;
}

void ConvergenceWorker::run(inference::Predictor& predictor, const Job& job) {
  const auto& people = predictor.learned_people();
  const auto share = people ? people->range_share : inference::LearnedPeople{}.range_share;
  const auto publish = [&](LoopReport report) {
    check(report);
    report.range_share = share;
    Q_EMIT reported(std::make_shared<const LoopReport>(std::move(report)));
  };
  const auto show_iteration = [&](const inference::LoopIteration& iteration) {
    // The result tells the last one; of a cancelled request nobody wants any.
    if (iteration.last || job.first || job.cancel->cancelled()) return;
    publish({job.id, iteration.xray, iteration.markers, iteration.number, 0, false, false});
  };
  if (job.first) {
    inference::LoopResult draft = predictor.run(*job.first, job.cancel.get());
    publish({job.id, std::move(draft.xray), draft.markers, draft.iterations, 0, false, false});
    if (job.cancel->cancelled()) return;
  }
  inference::LoopResult result = predictor.run(job.request, job.cancel.get(), show_iteration);
  if (job.cancel->cancelled()) return;
  const double each = result.milliseconds / std::max(1, result.iterations);
  publish({job.id, std::move(result.xray), result.markers, result.iterations, each, result.converged, true,
           is_draft(job.request) ? std::vector<Remark>() : inference::warnings_of(result),
           result.max_move_px});
}

void ConvergenceWorker::load(std::unique_ptr<inference::Predictor>& predictor) {
  try {
    predictor = factory_();
    Q_EMIT ready(predictor->frame(), QString::fromStdString(predictor->device()),
                 QString::fromStdString(predictor->model_name()));
  } catch (const std::exception& exception) {
    if (predictor) {
      Q_EMIT kept(shared(exception));
    } else {
      Q_EMIT unavailable(shared(exception));
    }
  }
}

void ConvergenceWorker::work() {
  std::unique_ptr<inference::Predictor> predictor;
  load(predictor);
  while (const auto job = next(predictor)) {
    try {
      run(*predictor, *job);
    } catch (const std::exception& exception) {
      Q_EMIT failed(job->id, shared(exception));
    }
  }
}

}  // namespace skiagraph::ui
