#pragma once

#include <QDockWidget>
#include <QHash>
#include <QLabel>
#include <QMainWindow>
#include <QStatusBar>
#include <QTimer>
#include <memory>

#include "ui/body/body_view.h"
#include "ui/commands/window_actions.h"
#include "ui/document/body_choice.h"
#include "ui/engine/convergence_worker.h"
#include "ui/engine/scan_loader.h"
#include "ui/panels/body_panel.h"
#include "ui/panels/marker_panel.h"
#include "ui/window/message_bar.h"
#include "ui/xray/xray_view.h"

namespace skiagraph::ui {

/// The window: body, X-ray, markers and sizes. It only carries messages between the two models, their views,
/// the loader and the worker.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// `scan`: file to open; empty: the first built-in person, or, without a body model, one made in code.
  MainWindow(PredictorFactory factory, BodyModelSource bodies, const QString& scan,
             QWidget* parent = nullptr);
  ~MainWindow() override;

  [[nodiscard]] MarkerModel& markers() { return model_; }
  [[nodiscard]] BodyChoice& body() { return choice_; }
  [[nodiscard]] XrayView& xray_view() { return *xray_view_; }
  [[nodiscard]] QString scan_name() const { return scan_ ? scan_->name : QString(); }
  /// What is shown; null before the first.
  [[nodiscard]] std::shared_ptr<const LoadedScan> scan() const { return scan_; }
  [[nodiscard]] QString message() const { return messages_->sentence(); }
  [[nodiscard]] QString status() const { return statusBar()->currentMessage(); }
  [[nodiscard]] bool computing() const { return computing_ || choice_.waiting(); }

  void open(const QString& path);
  /// Behind the window; a message says when it fails.
  void save_body(const QString& path);
  /// Writes the window to `path` and the X-ray to the same name with "_xray" before the extension. Throws
  /// Error.
  void save_pictures(const QString& path);

 Q_SIGNALS:
  /// An X-ray of the newest scan has come; the loop may go on.
  void xray_came();
  /// The loop has come to rest on the newest request.
  void settled();
  /// The scan asked for at the start cannot be shown, or no networks can be used.
  void gave_up(const QString& sentence);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void run(Command command);
  void ask_for_scan();
  void ask_for_body_file();
  void ask_for_picture_file();
  void show_built_in();
  void follow_choice();
  void take_offers(const BodyOffers& offers);
  void take_scan(const std::shared_ptr<const LoadedScan>& scan);
  void take_refusal(const QString& sentence);
  void show_scan(std::shared_ptr<const LoadedScan> scan);
  void show_report(const ConvergenceReport& report);
  void show_failure(const QString& sentence);
  void ask(bool moving);
  void lay_out();
  void connect_parts();
  void update_actions();

  MarkerModel model_;
  BodyChoice choice_{model_};
  ScanLoader loader_;
  std::shared_ptr<const LoadedScan> scan_;
  std::uint64_t scan_number_ = 0;
  std::optional<geometry::CanonicalFrame> frame_;  ///< known when the networks are
  QString wanted_;                                 ///< scan to open as soon as the frame is known
  QString trouble_;                                ///< to say with the next body
  bool computing_ = false;

  QDockWidget* dock_ = nullptr;
  BodyView* body_view_ = nullptr;
  XrayView* xray_view_ = nullptr;
  MarkerPanel* marker_panel_ = nullptr;
  MessageBar* messages_ = nullptr;
  QLabel *place_ = nullptr, *loop_ = nullptr, *device_ = nullptr;
  QTimer slow_;  ///< says "Computing" after a while
  QHash<Command, QAction*> actions_;
  ConvergenceWorker worker_;  // last: it ends before what it reports to
};

}  // namespace skiagraph::ui
