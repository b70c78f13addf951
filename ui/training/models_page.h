#pragma once

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTextBrowser>
#include <QWidget>
#include <filesystem>
#include <optional>
#include <string>

#include "ui/tasks/task_row.h"
#include "ui/training/training_hub.h"

namespace skiagraph::ui {

/// The models of this user: which one is used, their cards, import and export.
class ModelsPage : public QWidget {
  Q_OBJECT

 public:
  explicit ModelsPage(TrainingHub& hub, QWidget* parent = nullptr);

  void refresh();
  /// Reads a model's folder, shows its card and licence, and takes it into the library when that is accepted.
  void import_folder(const std::filesystem::path& folder);
  void export_to(const std::filesystem::path& folder);

 private:
  [[nodiscard]] QWidget* list();
  [[nodiscard]] QWidget* details();
  [[nodiscard]] std::filesystem::path chosen_folder() const;
  /// Nothing: the shipped one.
  [[nodiscard]] std::optional<std::string> chosen_name() const;
  void show_models(const std::vector<std::string>& names, const std::optional<std::string>& active);
  void show_chosen();
  void show_facts(const inference::ModelFacts& facts);
  void ask_to_import(const std::filesystem::path& folder, const inference::ModelFacts& facts);
  void calibrate();
  void make_finer();
  void improve(const QStringList& words);

  TrainingHub& hub_;
  QListWidget* models_;
  QLabel* facts_;
  QTextBrowser* card_;
  QPushButton *use_, *shipped_, *calibrate_, *finer_, *export_;
  QComboBox* data_;
  TaskRow* task_;
  std::optional<std::string> active_;  ///< when it was last looked
  Background background_;
};

}  // namespace skiagraph::ui
