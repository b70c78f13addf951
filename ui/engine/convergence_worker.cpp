#include "ui/engine/convergence_worker.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <iterator>
#include <utility>

namespace skiagraph::ui {
namespace {

bool is_draft(const inference::LoopRequest& request) {
  return request.max_iterations == 1;
}

/// A picture that is not finite must not reach the screen.
void check(const LoopReport& report) {
  const bool finite =
      std::ranges::all_of(report.fine_xray.pixels, [](float v) { return std::isfinite(v); }) &&
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

LoopReport report_of(std::uint64_t id, inference::LoopResult result, bool draft) {
  const double each = result.milliseconds / std::max(1, result.iterations);
  return {id,
          std::move(result.xray),
          result.markers,
          result.iterations,
          each,
          result.converged,
          true,
          draft ? std::vector<Remark>() : inference::warnings_of(result),
          result.max_move_px};
}

/// One state of a completion; what differs from healthy people is looked for in the last.
LoopReport report_of(std::uint64_t id, const applications::Completion& completion,
                     const geometry::SurfaceImage& surface,
                     const std::optional<applications::PictureSpread>& spread) {
  LoopReport report = report_of(id, applications::as_loop_result(completion), false);
  report.last = completion.last;
  std::ranges::copy(completion.remarks, std::back_inserter(report.warnings));
  const applications::PlacedPicture& real = completion.fit.real;
  auto result = std::make_shared<CompletionResult>(
      CompletionResult{completion, {{completion.xray.frame, real.values}, real.known}, {}, {}});
  if (completion.last) result->scores = applications::anomaly_scores(completion, surface, spread);
  if (spread) result->score_threshold = spread->threshold;
  report.completion = std::move(result);
  return report;
}

}  // namespace

ConvergenceWorker::ConvergenceWorker(PredictorFactory factory, QObject* parent)
    : QObject(parent), factory_(std::move(factory)) {}

ConvergenceWorker::~ConvergenceWorker() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    if (running_) running_->cancel();
    if (completing_) completing_->cancel();
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void ConvergenceWorker::start() {
  thread_ = std::thread([this] { work(); });
}

void ConvergenceWorker::request(std::uint64_t id, inference::LoopRequest request,
                                std::optional<inference::LoopRequest> first,
                                std::optional<applications::CompletionRequest> completion,
                                applications::AnnotatedPoints points) {
  {
    const std::lock_guard lock(mutex_);
    if (running_) running_->cancel();
    if (completing_) completing_->cancel();
    waiting_ = Job{id,
                   std::move(request),
                   std::move(first),
                   std::make_shared<CancelToken>(),
                   std::move(completion),
                   std::move(points)};
  }
  wake_.notify_one();
}

void ConvergenceWorker::cancel_completion() {
  const std::lock_guard lock(mutex_);
  if (completing_) completing_->cancel();
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

void ConvergenceWorker::report(inference::Predictor& predictor, const Job& job,
                               const inference::LoopRequest& made, LoopReport report) {
  // Nothing is added to what is real.
  report.fine_xray =
      report.completion ? report.xray : predictor.fine_xray(made.surface, report.xray, made.precision);
  check(report);
  report.annotated = job.points;
  report.followed = follower_.follow(predictor, made.surface, job.points, report.xray,
                                     inference::positions_of(report.markers));
  const auto& people = predictor.learned_people();
  report.range_share = people ? people->range_share : inference::LearnedPeople{}.range_share;
  Q_EMIT reported(std::make_shared<const LoopReport>(std::move(report)));
}

void ConvergenceWorker::run(inference::Predictor& predictor, const Job& job) {
  const auto show_iteration = [&](const inference::LoopIteration& iteration) {
    // The result tells the last one; of a cancelled request nobody wants any.
    if (iteration.last || job.first || job.cancel->cancelled()) return;
    report(predictor, job, job.request,
           {job.id, iteration.xray, iteration.markers, iteration.number, 0, false, false});
  };
  if (job.first) {
    inference::LoopResult draft = predictor.run(*job.first, job.cancel.get());
    report(predictor, job, *job.first,
           {job.id, std::move(draft.xray), draft.markers, draft.iterations, 0, false, false});
    if (job.cancel->cancelled()) return;
  }
  std::shared_ptr<const Error> error;
  if (job.completion) error = complete(predictor, job);
  if (job.cancel->cancelled() || (job.completion && !error)) return;
  inference::LoopResult result = predictor.run(job.request, job.cancel.get(), show_iteration);
  if (job.cancel->cancelled()) return;
  LoopReport last = report_of(job.id, std::move(result), is_draft(job.request));
  last.completion_error = std::move(error);
  report(predictor, job, job.request, std::move(last));
}

std::shared_ptr<const Error> ConvergenceWorker::complete(inference::Predictor& predictor, const Job& job) {
  const auto cancel = std::make_shared<CancelToken>();
  {
    const std::lock_guard lock(mutex_);
    if (job.cancel->cancelled()) return nullptr;
    completing_ = cancel;
  }
  std::shared_ptr<const Error> error;
  applications::CompletionRequest request = *job.completion;
  if (known_ && (known_->surface != request.surface || known_->picture != request.picture ||
                 known_->scale != request.scale))
    known_.reset();
  const bool again = known_.has_value();
  if (again) request.rest = known_->rest, request.found = known_->found;
  const auto show = [&](const applications::Completion& completion) {
    if (cancel->cancelled()) return;
    known_ = Known{request.surface, request.picture, request.scale, completion.rest,
                   completion.found ? completion.found : request.found};
    // The second time the way from the beginning would only make the markers jump.
    if (!again || completion.last)
      report(predictor, job, job.request, report_of(job.id, completion, *request.surface, aids_->spread));
  };
  try {
    if (!aids_) aids_ = Aids{applications::picture_spread_of(predictor), applications::reader_of(predictor)};
    request.reader = aids_->reader.get();
    if (aids_->spread) request.margin_factor = aids_->spread->margin_factor;
    applications::complete(
        predictor, request, [&](double done, const std::string&) { Q_EMIT completing(job.id, done); },
        cancel.get(), show);
  } catch (const std::exception& exception) {
    error = shared(exception);
  }
  const std::lock_guard lock(mutex_);
  completing_.reset();
  return error;
}

void ConvergenceWorker::load(std::unique_ptr<inference::Predictor>& predictor) {
  try {
    predictor = factory_();
    known_.reset();
    aids_.reset();
    follower_ = {};
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
