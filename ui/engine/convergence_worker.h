#pragma once

#include <QObject>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "core/inference/predictor.h"

namespace skiagraph::ui {

/// Runs on the worker's thread; throws Error when the weights cannot be used.
using PredictorFactory = std::function<std::unique_ptr<inference::Predictor>()>;

/// One picture of the loop with its markers.
struct ConvergenceReport {
  std::uint64_t scan = 0;  ///< of the request
  imaging::XrayImage xray;
  inference::MarkerEstimates markers{};
  int iterations = 0;
  double milliseconds = 0;  ///< for one iteration, on average
  bool converged = false;
  bool last = false;  ///< of its request
};

/// One long-lived thread that owns the networks. It works on copies, one job at a time; the newest request
/// wins, and stops the one in hand after its iteration. Reports arrive by signal, on the thread of the
/// receiver.
class ConvergenceWorker : public QObject {
  Q_OBJECT

 public:
  explicit ConvergenceWorker(PredictorFactory factory, QObject* parent = nullptr);
  ~ConvergenceWorker() override;

  /// Begins once, when all receivers are connected: it reports ready() or failed() soon after.
  void start();
  /// `scan` comes back with every report, so that those of an earlier scan can be dropped.
  void request(inference::LoopRequest request, std::uint64_t scan);

 Q_SIGNALS:
  void ready(const geometry::CanonicalFrame& frame, const QString& device, const QString& model);
  void reported(const std::shared_ptr<const ConvergenceReport>& report);
  /// One sentence. The worker goes on unless it could not load the networks.
  void failed(const QString& sentence);

 private:
  struct Job {
    inference::LoopRequest request;
    std::uint64_t scan;
    std::shared_ptr<CancelToken> cancel;
  };
  void work();
  std::optional<Job> next();
  void run(inference::Predictor& predictor, const Job& job);

  PredictorFactory factory_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::optional<Job> pending_;
  std::shared_ptr<CancelToken> running_;
  bool ending_ = false;
  std::thread thread_;  // last: it uses all the others
};

}  // namespace skiagraph::ui
