#include "ui/training/sample_view.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/text/file_text.h"

namespace skiagraph::ui {

void PictureView::show_image(const QImage& image) {
  image_ = image;
  update();
}

void PictureView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  if (image_.isNull()) {
    painter.drawText(rect(), Qt::AlignCenter, tr("No picture yet"));
    return;
  }
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  const QSize size = image_.size().scaled(this->size(), Qt::KeepAspectRatio);
  painter.drawImage(QRect({(width() - size.width()) / 2, (height() - size.height()) / 2}, size), image_);
}

SampleView::SampleView(QWidget* parent)
    : QWidget(parent),
      picture_(new PictureView(this)),
      slider_(new QSlider(Qt::Horizontal, this)),
      label_(new QLabel(this)) {
  picture_->setAccessibleName(tr("True X-rays, and the predicted ones below them"));
  slider_->setAccessibleName(tr("Sample picture, from the first to the newest"));
  slider_->setEnabled(false);
  auto* title =
      new QLabel(tr("The same people as training goes on: true X-rays above, predicted ones below"));
  title->setWordWrap(true);
  auto* row = new QHBoxLayout;
  row->addWidget(slider_, 1);
  row->addWidget(label_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(title);
  layout->addWidget(picture_, 1);
  layout->addLayout(row);
  connect(slider_, &QSlider::valueChanged, this, &SampleView::show_at);
}

void SampleView::show_samples(const std::vector<std::filesystem::path>& files) {
  const bool other_run =
      files.empty() || files_.empty() || files.front().parent_path() != files_.front().parent_path();
  const bool at_newest = other_run || slider_->value() == slider_->maximum();
  const bool more = files != files_;
  files_ = files;
  if (files_.empty()) {
    shown_.clear();
    label_->clear();
    slider_->setEnabled(false);
    picture_->show_image({});
    return;
  }
  if (!more) return;
  const QSignalBlocker blocker(slider_);
  slider_->setEnabled(true);
  slider_->setRange(0, static_cast<int>(files_.size()) - 1);
  if (at_newest) slider_->setValue(slider_->maximum());
  show_at(slider_->value());
}

void SampleView::show_at(int index) {
  if (index < 0 || index >= static_cast<int>(files_.size())) return;
  const auto file = files_[static_cast<std::size_t>(index)];
  label_->setText(tr("step %1").arg(file_name_text(file.stem()).toInt()));
  if (file == shown_) return;
  shown_ = file;
  background_.run([file] { return QImage(path_text(file)); },
                  [this, file](const QImage& image) {
                    if (file == shown_) picture_->show_image(image);
                  });
}

}  // namespace skiagraph::ui
