#pragma once

#include <QObject>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/inference/model_library.h"
#include "ui/app/app.h"
#include "ui/tasks/background.h"
#include "ui/training/run_watcher.h"

namespace skiagraph::ui {

/// What the pages of the training window share: they tell each other that files have changed, and own no
/// fact. GUI thread.
class TrainingHub : public QObject {
  Q_OBJECT

 public:
  explicit TrainingHub(const App& app, QObject* parent = nullptr);

  [[nodiscard]] const App& app() const { return app_; }
  [[nodiscard]] RunWatcher& watcher() { return watcher_; }
  [[nodiscard]] Background& background() { return background_; }
  /// The folder of the shipped models; empty where there is none.
  [[nodiscard]] const std::filesystem::path& shipped() const { return shipped_; }

  /// A model of the library, or nothing for the shipped one, becomes the active one. The main window follows
  /// at once where its pictures keep their size.
  void use_model(const std::optional<std::string>& name);
  /// Copies the networks of a run, with a card, to the library and makes them active.
  void install_run(const RunState& run);

 Q_SIGNALS:
  void failed(const std::shared_ptr<const skiagraph::Error>& error);
  void told(const QString& sentence);
  void files_changed();  ///< data sets or recipes
  void models_changed();
  void run_started(const std::filesystem::path& folder);

 private:
  App app_;
  std::filesystem::path shipped_;
  RunWatcher watcher_;
  Background background_;
};

}  // namespace skiagraph::ui
