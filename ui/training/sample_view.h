#pragma once

#include <QImage>
#include <QLabel>
#include <QSlider>
#include <QWidget>
#include <filesystem>
#include <vector>

#include "ui/tasks/background.h"

namespace skiagraph::ui {

/// A picture that is shown as large as there is room.
class PictureView : public QWidget {
  Q_OBJECT

 public:
  explicit PictureView(QWidget* parent = nullptr) : QWidget(parent) { setMinimumSize(160, 120); }
  void show_image(const QImage& image);
  [[nodiscard]] const QImage& image() const { return image_; }
  [[nodiscard]] QSize sizeHint() const override { return {420, 300}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QImage image_;
};

/// Sample pictures of a run: always the newest, or where the slider is. GUI thread; files are read behind it.
class SampleView : public QWidget {
  Q_OBJECT

 public:
  explicit SampleView(QWidget* parent = nullptr);

  void show_samples(const std::vector<std::filesystem::path>& files);
  [[nodiscard]] const QImage& image() const { return picture_->image(); }

 private:
  void show_at(int index);

  std::vector<std::filesystem::path> files_;
  std::filesystem::path shown_;
  PictureView* picture_;
  QSlider* slider_;
  QLabel* label_;
  Background background_;
};

}  // namespace skiagraph::ui
