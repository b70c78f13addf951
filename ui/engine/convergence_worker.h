#pragma once

#include <QObject>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/base/error.h"
#include "core/inference/predictor.h"
#include "core/inference/result_warnings.h"

namespace skiagraph::ui {

/// Runs on the worker's thread; throws Error when the weights cannot be used.
using PredictorFactory = std::function<std::unique_ptr<inference::Predictor>()>;

/// One picture of the loop with its markers.
struct LoopReport {
  std::uint64_t id = 0;  ///< of the request
  imaging::XrayImage xray;
  inference::MarkerEstimates markers{};
  int iterations = 0;
  double ms_per_iteration = 0;  ///< of the last report
  bool converged = false;
  bool last = false;                     ///< of its request
  std::vector<Remark> warnings = {};     ///< of the last report
  std::vector<double> max_move_px = {};  ///< of each iteration; of the last report
  scan_range::MarginShares range_share{};
};

/// One long-lived thread that owns the networks. It works on copies, one request at a time. The newest
/// request wins: one that waits is replaced, and one that runs is cancelled after its iteration and reports
/// nothing more. A draft, which is one iteration, is not cancelled: otherwise a fast hand would never see a
/// picture. Requests come from the GUI thread; signals arrive on the thread of the receiver.
class ConvergenceWorker : public QObject {
  Q_OBJECT

 public:
  explicit ConvergenceWorker(PredictorFactory factory, QObject* parent = nullptr);
  ~ConvergenceWorker() override;

  /// Begins once, when all receivers are connected: ready() or unavailable() comes soon after.
  void start();
  /// Reads the networks once more, from where they are now: ready() comes again, or kept(), and then those of
  /// before stay.
  void reload();
  /// `first`: a draft that is made and reported before; then of the request itself the end alone is reported,
  /// since on its way to rest its picture is worse than the draft.
  void request(std::uint64_t id, inference::LoopRequest request,
               std::optional<inference::LoopRequest> first = {});

 Q_SIGNALS:
  void ready(const skiagraph::geometry::CanonicalFrame& frame, const QString& device, const QString& model);
  /// The networks cannot be used; nothing else will come but after reload().
  void unavailable(const std::shared_ptr<const skiagraph::Error>& error);
  void kept(const std::shared_ptr<const skiagraph::Error>& error);
  void reported(const std::shared_ptr<const skiagraph::ui::LoopReport>& report);
  /// A request failed; the next one may not.
  void failed(std::uint64_t id, const std::shared_ptr<const skiagraph::Error>& error);

 private:
  struct Job {
    std::uint64_t id;
    inference::LoopRequest request;
    std::optional<inference::LoopRequest> first;
    std::shared_ptr<CancelToken> cancel;
  };
  void work();
  void load(std::unique_ptr<inference::Predictor>& predictor);
  std::optional<Job> next(std::unique_ptr<inference::Predictor>& predictor);
  void run(inference::Predictor& predictor, const Job& job);

  PredictorFactory factory_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::optional<Job> waiting_;
  std::shared_ptr<CancelToken> running_;  ///< null while idle and during drafts
  bool ending_ = false, reload_ = false;
  std::thread thread_;  // last: it uses all the others
};

}  // namespace skiagraph::ui
