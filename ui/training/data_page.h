#pragma once

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QWidget>
#include <filesystem>
#include <memory>

#include "ui/tasks/task_row.h"
#include "ui/training/ingest_form.h"
#include "ui/training/population_form.h"
#include "ui/training/population_view.h"
#include "ui/training/sample_view.h"
#include "ui/training/training_hub.h"

namespace skiagraph::ui {

/// Data sets: those that there are, and new ones of virtual people and of CT; a look at their people.
class DataPage : public QWidget {
  Q_OBJECT

 public:
  explicit DataPage(TrainingHub& hub, QWidget* parent = nullptr);

  /// Looks for data sets anew.
  void refresh();

 private:
  [[nodiscard]] QWidget* list();
  [[nodiscard]] QWidget* people();
  [[nodiscard]] std::filesystem::path chosen() const;
  void show_files(const std::vector<std::filesystem::path>& files);
  void show_chosen();
  void make_people();
  void read_ct();
  void open_file();
  void look_at_people();
  void show_report();
  void take_new(const std::filesystem::path& file);

  TrainingHub& hub_;
  QListWidget* files_;
  QLabel* info_;
  QPushButton* look_;
  QTabWidget* tabs_;
  PopulationForm* population_;
  IngestForm* ingest_;
  PopulationView* spreads_;
  PictureView* sheet_;
  TaskRow* task_;
  std::filesystem::path wanted_;  ///< is to be chosen when it is there
  std::unique_ptr<QTemporaryDir> report_;
  Background background_;
};

}  // namespace skiagraph::ui
