#pragma once

#include <QImage>
#include <QWidget>
#include <optional>

#include "ui/engine/scan_picture.h"

namespace skiagraph::ui {

/// The two levels in the aligned frame, mm.
struct ImportLevels {
  double neck_mm = 0, symphysis_mm = 0;

  friend bool operator==(const ImportLevels&, const ImportLevels&) = default;
};

/// A scan from the front and from its left with the levels as lines, which the mouse moves.
class ImportPicture : public QWidget {
  Q_OBJECT

 public:
  explicit ImportPicture(QWidget* parent = nullptr);

  void show_body(const std::optional<ScanPicture>& front, const std::optional<ScanPicture>& left);
  void show_levels(const ImportLevels& levels);
  [[nodiscard]] QSize sizeHint() const override { return {560, 460}; }
  /// Where a height is in the widget, from above.
  [[nodiscard]] double row_of(double height_mm) const;

 Q_SIGNALS:
  /// The person drags a line.
  void levels_moved(const skiagraph::ui::ImportLevels& levels);
  void levels_dropped();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  enum class Line { kNone, kNeck, kSymphysis };
  void fit();
  [[nodiscard]] Line line_at(double row) const;
  [[nodiscard]] double height_at(double row) const;

  std::optional<ScanPicture> front_, left_;
  ImportLevels levels_;
  double top_mm_ = 1800, bottom_mm_ = -50;  ///< what is shown
  Line dragged_ = Line::kNone;
};

}  // namespace skiagraph::ui
