#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QTimer>
#include <QWidget>

#include "ui/training/start_form.h"
#include "ui/training/training_hub.h"

namespace skiagraph::ui {

/// Recipes: chosen, edited as JSON beside what each field means, checked as they are typed, and trained with.
class RecipePage : public QWidget {
  Q_OBJECT

 public:
  explicit RecipePage(TrainingHub& hub, QWidget* parent = nullptr);

  void refresh();

 private:
  [[nodiscard]] QWidget* list();
  [[nodiscard]] QWidget* editor();
  void show_files(const std::vector<std::filesystem::path>& files);
  void read_chosen();
  void check();
  void save();
  void start();

  TrainingHub& hub_;
  QListWidget* files_;
  QPlainTextEdit* text_;
  QTextBrowser* meaning_;
  QLabel* verdict_;
  QLineEdit* save_name_;
  QPushButton* save_;
  StartForm* start_;
  QTimer typed_;
  std::filesystem::path wanted_;  ///< is to be chosen when it is there
  Background background_;
};

}  // namespace skiagraph::ui
