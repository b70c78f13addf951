#include "ui/import/import_picture.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

constexpr double kMarginMm = 60;
const QColor kLevelColour(255, 200, 87);

}  // namespace

ImportPicture::ImportPicture(QWidget* parent) : QWidget(parent) {
  setObjectName("import_picture");
  setAccessibleName(tr("The scan with the levels of neck and pubic symphysis"));
  setMinimumSize(360, 320);
  setMouseTracking(true);
}

void ImportPicture::show_body(const std::optional<ScanPicture>& front,
                              const std::optional<ScanPicture>& left) {
  front_ = front, left_ = left;
  fit();
}

void ImportPicture::show_levels(const ImportLevels& levels) {
  levels_ = levels;
  if (dragged_ == Line::kNone) fit();
  update();
}

/// Levels may lie beyond a part of a body.
void ImportPicture::fit() {
  if (front_) {
    top_mm_ = std::max(front_->top_mm, levels_.neck_mm) + kMarginMm;
    bottom_mm_ = std::min(front_->bottom_mm, levels_.symphysis_mm) - kMarginMm;
  }
  update();
}

double ImportPicture::row_of(double height_mm) const {
  return (top_mm_ - height_mm) / (top_mm_ - bottom_mm_) * height();
}

double ImportPicture::height_at(double row) const {
  return top_mm_ - row / height() * (top_mm_ - bottom_mm_);
}

void ImportPicture::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), QColor(20, 22, 26));
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!front_) {
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("There is nothing to show yet; settle what is asked for."));
    return;
  }
  const double per_mm = height() / (top_mm_ - bottom_mm_);
  const auto paint = [&](const ScanPicture& picture, double middle, const QString& name) {
    const double width = (picture.right_mm - picture.left_mm) * per_mm;
    painter.drawImage(QRectF(middle - width / 2, row_of(picture.top_mm), width,
                             (picture.top_mm - picture.bottom_mm) * per_mm),
                      picture.image);
    paint_text(painter, {middle - painter.fontMetrics().horizontalAdvance(name) / 2.0, height() - 8.0}, name,
               QColor(190, 195, 202));
  };
  paint(*front_, width() * 0.33, tr("Front"));
  if (left_) paint(*left_, width() * 0.8, tr("From the left"));
  const auto line = [&](double level, const QString& name) {
    const double row = row_of(level);
    painter.setPen(QPen(kLevelColour, 1.5));
    painter.drawLine(QLineF(0, row, width(), row));
    paint_text(painter, {8, row - 5}, name, kLevelColour);
  };
  line(levels_.neck_mm, tr("Neck (C7/T1)"));
  line(levels_.symphysis_mm, tr("Pubic symphysis"));
}

ImportPicture::Line ImportPicture::line_at(double row) const {
  constexpr double kReach = 7;
  const double neck = std::abs(row - row_of(levels_.neck_mm)),
               symphysis = std::abs(row - row_of(levels_.symphysis_mm));
  if (std::min(neck, symphysis) > kReach || !front_) return Line::kNone;
  return neck <= symphysis ? Line::kNeck : Line::kSymphysis;
}

void ImportPicture::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) dragged_ = line_at(event->position().y());
}

void ImportPicture::mouseMoveEvent(QMouseEvent* event) {
  const double row = event->position().y();
  if (dragged_ == Line::kNone) {
    setCursor(line_at(row) == Line::kNone ? Qt::ArrowCursor : Qt::SizeVerCursor);
    return;
  }
  const double level = std::round(height_at(std::clamp(row, 0.0, height() - 1.0)));
  (dragged_ == Line::kNeck ? levels_.neck_mm : levels_.symphysis_mm) = level;
  update();
  Q_EMIT levels_moved(levels_);
}

void ImportPicture::mouseReleaseEvent(QMouseEvent*) {
  if (std::exchange(dragged_, Line::kNone) == Line::kNone) return;
  fit();
  Q_EMIT levels_dropped();
}

}  // namespace skiagraph::ui
