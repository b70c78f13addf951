#pragma once

#include <QMainWindow>

#include "ui/app/app.h"
#include "ui/body/body_pane.h"
#include "ui/commands/command.h"
#include "ui/engine/file_writer.h"
#include "ui/window/message_bar.h"
#include "ui/window/status_line.h"
#include "ui/window/trust_strip.h"
#include "ui/xray/xray_view.h"

namespace skiagraph::ui {

/// The window: it lays out panes, panels, menus and messages, and takes dropped files.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(const App& app, QWidget* parent = nullptr);

  ~MainWindow() override { app_.engine.ask_about_scans({}); }

  [[nodiscard]] XrayView& xray_view() { return *xray_view_; }
  [[nodiscard]] CommandContext commands() { return {app_, *this, files_}; }
  [[nodiscard]] FileWriter& files() { return files_; }
  [[nodiscard]] QString message() const { return messages_->sentence(); }

 protected:
  /// Asks whether to save changes. Files that are still to be written are written first.
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void lay_out_panes();
  void add_panels();
  void connect_parts();
  void show_error(const Error& error);
  void show_body();
  void show_title();
  void close_when_written();

  App app_;
  FileWriter files_;
  BodyPane* body_pane_;
  XrayView* xray_view_;
  MessageBar* messages_;
  TrustStrip* trust_;
  StatusLine* status_;
  bool closing_ = false;  ///< when the last file is written
  bool leaving_ = false;  ///< nothing that was done so far is lost by it
};

}  // namespace skiagraph::ui
