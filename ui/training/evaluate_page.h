#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QWidget>
#include <memory>

#include "ui/tasks/task_row.h"
#include "ui/training/model_choice.h"
#include "ui/training/sample_view.h"

namespace skiagraph::ui {

/// Measures a model on the people of a data set: errors of markers and X-rays, and pictures beside the truth.
class EvaluatePage : public QWidget {
  Q_OBJECT

 public:
  explicit EvaluatePage(TrainingHub& hub, QWidget* parent = nullptr);

  void refresh();

 private:
  [[nodiscard]] QWidget* settings();
  [[nodiscard]] QWidget* results();
  void evaluate();
  void show_results();
  [[nodiscard]] QWidget* marker_results();
  [[nodiscard]] QWidget* picture_results();
  void show_markers(const QByteArray& json);
  void show_pictures(const QImage& pictures);

  TrainingHub& hub_;
  ModelChoice* model_;
  QComboBox *data_, *split_;
  QSpinBox* people_;
  QPushButton* run_;
  QLabel* sentence_;
  QTableWidget* markers_;
  QPlainTextEdit* text_;
  PictureView* pictures_;
  TaskRow* task_;
  std::unique_ptr<QTemporaryDir> folder_;
  Background background_;
};

}  // namespace skiagraph::ui
