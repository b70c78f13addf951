#pragma once

#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QWidget>

#include "ui/training/model_choice.h"

namespace skiagraph::ui {

/// Two pictures of one size in one place: the first left of a line, the second right of it. The line can be
/// dragged.
class WipeView : public QWidget {
  Q_OBJECT

 public:
  explicit WipeView(QWidget* parent = nullptr);

  void show_images(const QImage& left, const QImage& right);
  void set_share(double share);
  [[nodiscard]] double share() const { return share_; }
  [[nodiscard]] bool empty() const { return left_.isNull(); }

 Q_SIGNALS:
  void share_changed(double share);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  [[nodiscard]] QRect place() const;

  QImage left_, right_;
  double share_ = 0.5;  ///< of the width that shows the first
};

/// Two models on the body that the main window shows.
class ComparePage : public QWidget {
  Q_OBJECT

 public:
  explicit ComparePage(TrainingHub& hub, QWidget* parent = nullptr);

 private:
  void compare();

  TrainingHub& hub_;
  ModelChoice *first_, *second_;
  QPushButton* run_;
  QLabel* sentence_;
  WipeView* pictures_;
  QSlider* slider_;
  Background background_;
};

}  // namespace skiagraph::ui
