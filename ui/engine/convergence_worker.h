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

#include "core/applications/anomalies/picture_spread.h"
#include "core/applications/completion/completion.h"
#include "core/base/error.h"
#include "core/inference/predictor.h"
#include "core/inference/result_warnings.h"
#include "ui/engine/result.h"

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
  std::shared_ptr<const CompletionResult> completion = {};
  std::shared_ptr<const Error> completion_error = {};  ///< of the last report
  imaging::XrayImage fine_xray = {};                   ///< see Result
  applications::AnnotatedPoints annotated = {};        ///< see Result, as the next
  applications::FollowedPoints followed = {};
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
  /// `completion`: a real X-ray that markers and picture are to agree with; where it cannot be used the last
  /// report says why and is of the request alone.
  /// `points`: looked for in every picture.
  void request(std::uint64_t id, inference::LoopRequest request,
               std::optional<inference::LoopRequest> first = {},
               std::optional<applications::CompletionRequest> completion = {},
               applications::AnnotatedPoints points = {});
  /// The completion that runs is not wanted any more; the loop without it is.
  void cancel_completion();

 Q_SIGNALS:
  void ready(const skiagraph::geometry::CanonicalFrame& frame, const QString& device, const QString& model);
  /// The networks cannot be used; nothing else will come but after reload().
  void unavailable(const std::shared_ptr<const skiagraph::Error>& error);
  void kept(const std::shared_ptr<const skiagraph::Error>& error);
  void reported(const std::shared_ptr<const skiagraph::ui::LoopReport>& report);
  /// A request failed; the next one may not.
  void failed(std::uint64_t id, const std::shared_ptr<const skiagraph::Error>& error);
  void completing(std::uint64_t id, double done);  ///< from 0 to 1

 private:
  struct Job {
    std::uint64_t id;
    inference::LoopRequest request;
    std::optional<inference::LoopRequest> first;
    std::shared_ptr<CancelToken> cancel;
    std::optional<applications::CompletionRequest> completion = {};
    applications::AnnotatedPoints points = {};
  };
  /// What the next completion of the same X-ray on the same body need not compute anew.
  struct Known {
    std::shared_ptr<const geometry::SurfaceImage> surface;
    std::shared_ptr<const imaging::XrayPicture> picture;
    double scale = 1;
    inference::LoopResult rest;
    std::optional<applications::FoundPlace> found;
  };
  void work();
  void load(std::unique_ptr<inference::Predictor>& predictor);
  std::optional<Job> next(std::unique_ptr<inference::Predictor>& predictor);
  void run(inference::Predictor& predictor, const Job& job);
  /// Why there is no completion; null: it was made and reported.
  [[nodiscard]] std::shared_ptr<const Error> complete(inference::Predictor& predictor, const Job& job);
  /// `made`: the job's request that the report is of.
  void report(inference::Predictor& predictor, const Job& job, const inference::LoopRequest& made,
              LoopReport report);

  PredictorFactory factory_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::optional<Job> waiting_;
  std::shared_ptr<CancelToken> running_;     ///< null while idle and during drafts
  std::shared_ptr<CancelToken> completing_;  ///< null while nothing is completed
  std::optional<Known> known_;               ///< of the worker's thread, as the next two
  applications::AnnotationFollower follower_;
  /// What completions need beside the networks; read for the first.
  struct Aids {
    std::optional<applications::PictureSpread> spread;
    std::unique_ptr<inference::Predictor> reader;
  };
  std::optional<Aids> aids_;
  bool ending_ = false, reload_ = false;
  std::thread thread_;  // last: it uses all the others
};

}  // namespace skiagraph::ui
