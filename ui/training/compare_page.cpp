#include "ui/training/compare_page.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/imaging/window_level.h"
#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

constexpr int kSliderSteps = 1000;

struct Prediction {
  QImage picture;
  MarkerPositions markers{};
  bool converged = false;
};

struct Pair {
  Prediction first, second;
};

QImage as_image(const imaging::XrayImage& xray) {
  QImage image(xray.frame.columns, xray.frame.rows, QImage::Format_Grayscale8);
  const imaging::WindowLevel window = imaging::kDefaultWindowLevel;
  for (int row = 0; row < xray.frame.rows; ++row) {
    uchar* line = image.scanLine(row);
    for (int column = 0; column < xray.frame.columns; ++column) {
      const double value = xray.pixels[static_cast<std::size_t>(row) * xray.frame.columns + column];
      const double shown = (value - window.level) / window.width + 0.5;
      line[column] = static_cast<uchar>(std::lround(255 * std::clamp(shown, 0.0, 1.0)));
    }
  }
  return image;
}

Prediction predicted(const std::filesystem::path& models,
                     const std::shared_ptr<const geometry::SurfaceImage>& surface) {
  inference::PredictorOptions options;
  options.compute_type = inference::ComputeType::kFloat32;
  inference::Predictor predictor(models, "cpu", options);
  inference::LoopRequest request;
  request.surface = surface;
  const inference::LoopResult result = predictor.run(request);
  return {as_image(predictor.fine_xray(surface, result.xray)), inference::positions_of(result.markers),
          result.converged};
}

}  // namespace

WipeView::WipeView(QWidget* parent) : QWidget(parent) {
  setMinimumSize(240, 240);
  setCursor(Qt::SplitHCursor);
}

void WipeView::show_images(const QImage& left, const QImage& right) {
  left_ = left;
  right_ = right;
  update();
}

void WipeView::set_share(double share) {
  const double now = std::clamp(share, 0.0, 1.0);
  if (now == share_) return;
  share_ = now;
  update();
  Q_EMIT share_changed(share_);
}

QRect WipeView::place() const {
  const QSize size = left_.size().scaled(this->size(), Qt::KeepAspectRatio);
  return {{(width() - size.width()) / 2, (height() - size.height()) / 2}, size};
}

void WipeView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  if (empty()) {
    painter.drawText(rect(), Qt::AlignCenter, tr("Choose two models and compare them"));
    return;
  }
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  const QRect all = place();
  const int line = all.left() + static_cast<int>(std::lround(share_ * all.width()));
  painter.drawImage(all, left_);
  painter.save();
  painter.setClipRect(QRect(QPoint(line, all.top()), all.bottomRight()));
  painter.drawImage(all, right_);
  painter.restore();
  painter.setPen(QPen(Qt::yellow, 1.5));
  painter.drawLine(line, all.top(), line, all.bottom());
  painter.drawText(all.adjusted(8, 6, -8, -6), Qt::AlignLeft | Qt::AlignBottom,
                   tr("Synthetic images, research use, not for diagnosis"));
}

void WipeView::mousePressEvent(QMouseEvent* event) {
  if (!empty()) set_share((event->position().x() - place().left()) / place().width());
}

void WipeView::mouseMoveEvent(QMouseEvent* event) {
  mousePressEvent(event);
}

ComparePage::ComparePage(TrainingHub& hub, QWidget* parent)
    : QWidget(parent),
      hub_(hub),
      first_(new ModelChoice(hub)),
      second_(new ModelChoice(hub)),
      run_(new QPushButton(tr("&Compare on the body of the main window"))),
      sentence_(new QLabel),
      pictures_(new WipeView),
      slider_(new QSlider(Qt::Horizontal)) {
  first_->setObjectName("first_model");
  second_->setObjectName("second_model");
  run_->setObjectName("compare");
  sentence_->setObjectName("comparison");
  sentence_->setWordWrap(true);
  pictures_->setObjectName("wipe");
  pictures_->setAccessibleName(tr("X-rays of both models"));
  slider_->setRange(0, kSliderSteps);
  slider_->setValue(kSliderSteps / 2);
  slider_->setAccessibleName(tr("Line between the models"));
  auto* form = new QFormLayout;
  form->addRow(tr("&Left"), first_);
  form->addRow(tr("&Right"), second_);
  form->addRow(QString(), run_);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(form);
  layout->addWidget(sentence_);
  layout->addWidget(pictures_, 1);
  layout->addWidget(slider_);
  connect(slider_, &QSlider::valueChanged, this,
          [this](int value) { pictures_->set_share(value / static_cast<double>(kSliderSteps)); });
  connect(pictures_, &WipeView::share_changed, this, [this](double share) {
    const QSignalBlocker blocker(slider_);
    slider_->setValue(static_cast<int>(std::lround(share * kSliderSteps)));
  });
  connect(run_, &QPushButton::clicked, this, &ComparePage::compare);
  connect(&background_, &Background::failed, this, [this](const auto& error) {
    run_->setEnabled(true);
    sentence_->clear();
    Q_EMIT hub_.failed(error);
  });
}

void ComparePage::compare() {
  const auto body = hub_.app().engine.body();
  if (!body) return;
  run_->setEnabled(false);
  sentence_->setText(tr("Computing"));
  const auto work = [surface = body->surface, first = first_->folder(), second = second_->folder()] {
    return Pair{predicted(first, surface), predicted(second, surface)};
  };
  const double mm_per_px = body->surface->placement.mm_per_px();
  background_.run(work, [this, mm_per_px, name = body->name](const Pair& pair) {
    run_->setEnabled(true);
    pictures_->show_images(pair.first.picture, pair.second.picture);
    double sum = 0, most = 0;
    int farthest = 0;
    for (int n = 0; n < kMarkerCount; ++n) {
      const double mm = mm_per_px * norm(pair.first.markers[n] - pair.second.markers[n]);
      sum += mm;
      if (mm > most) most = mm, farthest = n;
    }
    QString text =
        tr("%1: markers of the two differ by %2 mm on average, most by %3 mm (%4).")
            .arg(name, number_text(sum / kMarkerCount, 1), number_text(most, 1), marker_label(farthest));
    if (!pair.first.converged || !pair.second.converged) text += " " + tr("Not both have come to rest.");
    sentence_->setText(text);
  });
}

}  // namespace skiagraph::ui
