#pragma once

#include <QObject>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "ui/document/document.h"
#include "ui/engine/body_loader.h"
#include "ui/engine/convergence_worker.h"
#include "ui/engine/real_xray_reader.h"
#include "ui/engine/result.h"

namespace skiagraph::ui {

enum class EngineState : std::uint8_t {
  kLoading,   ///< networks or body are still to come
  kDrafting,  ///< something is under the hand: one fast iteration for each picture
  kSettling,  ///< the loop runs until markers and picture agree
  kSettled,   ///< the newest request is complete
  kFailed,    ///< there are no networks, or the newest request failed
};

/// Keeps body, X-ray and markers up to date with the document. It owns the body loader and the convergence
/// worker. Every request has an id that grows; what is older than the newest edit is dropped when it arrives.
/// Drafts of one drag are shown as long as the drag goes on. GUI thread.
class Engine : public QObject {
  Q_OBJECT

 public:
  Engine(Document& document, PredictorFactory networks, BodyModelSource bodies, QObject* parent = nullptr);

  /// Begins once, when the views are connected. `scan`: a file to open first; empty: the document's body.
  void start(const std::filesystem::path& scan = {});
  /// Reads the networks once more, from where they are now, and shows what they make of the document. Where
  /// they cannot be used those of before stay, and failed() says so.
  void use_networks_anew() { worker_.reload(); }
  /// Reads a scan behind the window. When it is there it becomes the document's body, as one undo step, or
  /// the first one's, which is none; when it cannot be used failed() says why and nothing changes.
  void open(const std::filesystem::path& path);
  /// Reads the document's scan, which was missing or has changed, from another place. The same scan is taken
  /// at once; of another one another_scan() asks, and use_scan() takes it, as one undo step.
  void locate(const std::filesystem::path& path);
  void use_scan(const std::shared_ptr<const LoadedBody>& body);
  /// The scan that is being read to be opened is not wanted any more.
  void cancel_open();
  /// Neither is the document's own: the last body stays, and failed() says so.
  void cancel_loading();

  /// A scan whose reading is doubtful, or refused for want of something that a person can say, is not opened:
  /// `ask` gets it. Without `ask` doubtful ones are opened and refusals are told by failed().
  using Ask = std::function<void(const std::shared_ptr<const ImportTrial>&)>;
  void ask_about_scans(Ask ask) { ask_ = std::move(ask); }
  /// Reads a scan behind the window to look at it; tried() answers, unless a newer call or another scan
  /// overtakes it. Nothing changes.
  void try_scan(const session::ScanSource& source);
  /// What try_scan() reads is not wanted any more.
  void stop_trying();
  /// A body that was tried becomes the document's, as one undo step.
  void take_tried(const std::shared_ptr<const LoadedBody>& body);

  /// Reads a real X-ray behind the window and makes it the session's, as one undo step; where it cannot be
  /// used failed() says why and nothing changes.
  void open_xray(const std::filesystem::path& path);
  /// What is completed is not wanted for now; complete_again() makes up for it.
  void cancel_completion() { worker_.cancel_completion(); }
  void complete_again();
  /// The session's real X-ray as its file holds it; null while there is none or it is not read.
  [[nodiscard]] std::shared_ptr<const RealXray> real_xray() const;

  [[nodiscard]] EngineState state() const { return state_; }
  /// What is shown; null before the first.
  [[nodiscard]] const std::shared_ptr<const LoadedBody>& body() const { return body_; }
  /// The newest picture of this person; null before the first.
  [[nodiscard]] const std::shared_ptr<const Result>& result() const { return result_; }
  /// The same person before editing, without pins; null while it is not known. A result without pins is kept
  /// as it comes; after that only want_before() makes the networks compute it.
  [[nodiscard]] std::shared_ptr<const Result> before() const;
  /// Somebody looks at before(). Where it is not known the networks compute it once, as soon as they have
  /// nothing else to do; before_changed() tells. May be called again and again.
  void want_before();
  /// Why the document's body could not be made; body() is then still the last one that could.
  [[nodiscard]] const std::optional<Error>& body_error() const { return body_error_; }
  /// Null until the body models have been read.
  [[nodiscard]] const std::optional<SizeLimitsBySex>& limits() const { return limits_; }
  [[nodiscard]] bool usable(bodies::Sex sex) const {
    return limits_ && !(*limits_)[static_cast<std::size_t>(sex)].error;
  }
  /// The name of the networks; empty before they are there.
  [[nodiscard]] const QString& model() const { return model_; }
  [[nodiscard]] const geometry::CanonicalFrame& frame() const { return frame_; }

  /// Calls `act` with the next complete result of the whole document, at once when it is there. So nothing
  /// that leaves the program is a draft. When there will be none, failed() says why and `act` is not called.
  void when_settled(std::function<void(const Result&)> act);
  /// Calls `act` with the document's body, at once when it is there and nothing is under the hand. Needs no
  /// networks.
  void when_body_ready(std::function<void(const std::shared_ptr<const LoadedBody>&)> act);
  /// Whether one of them is still to be called.
  [[nodiscard]] bool has_waiting() const { return !waiting_.empty() || !waiting_for_body_.empty(); }

 Q_SIGNALS:
  void state_changed();
  void body_changed();  ///< body() or body_error() is another
  void result_changed();
  void before_changed();
  void limits_changed();
  void real_xray_changed();
  void completing(double done);  ///< from 0 to 1
  void tried(const std::shared_ptr<const skiagraph::ui::ImportTrial>& trial);
  void trying_progressed(double done);   ///< of what is tried, from 0 to 1
  void loading_progressed(double done);  ///< of the scan that is being read, from 0 to 1
  void ready(const QString& device, const QString& model);
  /// The scan that was located is not the one that the session was made with.
  void another_scan(const std::shared_ptr<const skiagraph::ui::LoadedBody>& body);
  void failed(const std::shared_ptr<const skiagraph::Error>& error);

 private:
  struct Request {
    std::shared_ptr<const LoadedBody> body;
    inference::Precision precision;
  };

  void follow(const session::Session& before);
  void request_body();
  void request_loop();
  void request_annotations();
  void take_ready(const geometry::CanonicalFrame& frame);
  void take_no_networks(const SharedError& error);
  void take_body(std::uint64_t id, const std::shared_ptr<const LoadedBody>& body);
  void read_to_open(const session::ScanSource& source);
  void take_opened(const std::shared_ptr<const LoadedBody>& body);
  void take_located(const std::shared_ptr<const LoadedBody>& body);
  void show_chosen(const std::shared_ptr<const LoadedBody>& body);
  void take_open_failure(const SharedError& error);
  [[nodiscard]] bool asked(const std::shared_ptr<const LoadedBody>& body, const SharedError& error);
  void end_opening();
  void take_body_failure(std::uint64_t id, const SharedError& error);
  void take_report(const LoopReport& report);
  [[nodiscard]] std::shared_ptr<const Result> made_result(const LoopReport& report, const Request& request);
  void keep_before(const std::shared_ptr<const Result>& result);
  void request_before();
  void take_loop_failure(std::uint64_t id, const SharedError& error);
  void connect_real_xray();
  void request_real_xray();
  void take_real_xray(std::uint64_t id, const std::shared_ptr<const RealXray>& xray);
  void take_real_xray_failure(std::uint64_t id, const SharedError& error);
  [[nodiscard]] std::optional<applications::CompletionRequest> completion_request() const;
  void show_body(const std::shared_ptr<const LoadedBody>& body);
  void request_scan(const session::ScanSource& source);
  [[nodiscard]] std::shared_ptr<const LoadedBody> recent_scan(const session::BodySource& source) const;
  [[nodiscard]] std::shared_ptr<const LoadedBody> with_other_levels(const session::ScanSource& source) const;
  [[nodiscard]] bool drafted_body() const;
  void keep_scan(const std::shared_ptr<const LoadedBody>& body);
  [[nodiscard]] EngineState current_state() const;
  void update_state();
  void call_waiting();
  /// Whoever waits for an X-ray waits in vain.
  void fail(const SharedError& error);

  Document& document_;
  BodyLoader loader_;
  RealXrayReader xray_reader_;
  geometry::CanonicalFrame frame_;  ///< the networks', once they are there
  QString model_;
  std::optional<SizeLimitsBySex> limits_;
  std::shared_ptr<const LoadedBody> body_;
  std::shared_ptr<const Result> result_, before_;
  std::vector<std::shared_ptr<const LoadedBody>> recent_scans_;  ///< undo needs no file
  std::optional<Error> body_error_;
  SharedError no_networks_;
  std::vector<std::function<void(const Result&)>> waiting_;
  std::vector<std::function<void(const std::shared_ptr<const LoadedBody>&)>> waiting_for_body_;

  std::uint64_t last_id_ = 0;
  std::set<std::uint64_t> open_ids_;  ///< of scans that are read to be opened
  std::uint64_t opened_id_ = 0;       ///< of the newest of them; 0: none is wanted
  std::uint64_t newest_body_id_ = 0, first_accepted_body_id_ = 0;
  std::uint64_t newest_loop_id_ = 0, first_accepted_loop_id_ = 0;
  std::uint64_t before_id_ = 0;  ///< of the request for before_; 0: none is under way
  bool before_wanted_ = false;
  std::uint64_t substitute_id_ = 0;            ///< of the person made in code
  std::map<std::uint64_t, Request> requests_;  ///< those that may still be answered
  std::filesystem::path first_scan_, opened_path_;
  std::uint64_t tried_id_ = 0;  ///< of the newest trial; 0: none is wanted
  Ask ask_;
  bool first_ = false;                              ///< the scan that is read is the start's
  bool locating_ = false;                           ///< the scan that is read is the document's, perhaps
  std::uint64_t opened_xray_id_ = 0, xray_id_ = 0;  ///< of real X-rays that are read; 0: none
  std::vector<std::shared_ptr<const RealXray>> recent_xrays_;  ///< undo needs no file
  SharedError xray_error_;                                     ///< why the session's cannot be used
  bool xray_moved_ = false;                                    ///< the real X-ray is under the hand
  bool begun_ = false;              ///< a session has begun whose body was not shown yet: its view is its own
  bool networks_answered_ = false;  ///< they are there, or will not be
  bool body_pending_ = false;       ///< the document's body is still to come
  bool was_previewing_ = false, drafting_ = false;  ///< drafting: a request was made in this preview
  bool loop_complete_ = false;                      ///< of the newest request
  SharedError loop_error_;                          ///< of the newest request
  EngineState state_ = EngineState::kLoading;
  ConvergenceWorker worker_;  // last: it ends before what it reports to
};

}  // namespace skiagraph::ui
