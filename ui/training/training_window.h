#pragma once

#include <QTabWidget>
#include <QWidget>

#include "ui/training/training_hub.h"
#include "ui/window/message_bar.h"

namespace skiagraph::ui {

class DataPage;
class RecipePage;
class RunsPage;
class EvaluatePage;
class ModelsPage;

/// Training without a command line: data sets, recipes, runs, evaluation, models. It starts skiagraph-cli and
/// watches its files; closing it ends no run.
class TrainingWindow : public QWidget {
  Q_OBJECT

 public:
  explicit TrainingWindow(const App& app, QWidget* parent);

  [[nodiscard]] TrainingHub& hub() { return hub_; }
  [[nodiscard]] QString message() const { return messages_->sentence(); }
  [[nodiscard]] QTabWidget& tabs() { return *tabs_; }
  [[nodiscard]] ModelsPage& models() { return *models_; }

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  [[nodiscard]] QWidget* place_row();
  void choose_folder();
  void refresh();

  TrainingHub hub_;
  MessageBar* messages_;
  QTabWidget* tabs_;
  DataPage* data_;
  RecipePage* recipe_;
  RunsPage* runs_;
  EvaluatePage* evaluate_;
  ModelsPage* models_;
};

}  // namespace skiagraph::ui
