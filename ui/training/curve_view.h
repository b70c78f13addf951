#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "ui/training/run_state.h"

namespace skiagraph::ui {

/// Curves over the steps of a run: lines with a legend, the height on a logarithmic axis. Pointing at a place
/// tells the values there.
class CurveView : public QWidget {
  Q_OBJECT

 public:
  explicit CurveView(QWidget* parent = nullptr);

  /// title: what the height means. total_steps: where the axis ends; 0: at the last step.
  void show_curves(const QString& title, std::vector<RunCurve> curves, double total_steps);
  [[nodiscard]] const std::vector<RunCurve>& curves() const { return curves_; }
  [[nodiscard]] QSize sizeHint() const override { return {420, 240}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  struct Axes {
    QRectF area;
    double right = 1, low = 1, high = 10;  ///< low and high: powers of ten, or near them
    [[nodiscard]] QPointF to_widget(QPointF value) const;
  };
  [[nodiscard]] Axes axes() const;
  void paint_axes(QPainter& painter, const Axes& axes) const;
  void paint_curves(QPainter& painter, const Axes& axes) const;
  void paint_legend(QPainter& painter) const;
  /// Where each name of the legend begins; a row that is full is followed by another.
  [[nodiscard]] std::vector<QPointF> legend_places() const;

  QString title_;
  std::vector<RunCurve> curves_;
  double total_steps_ = 0;
};

/// What a column of losses or validation means.
[[nodiscard]] QString curve_name(const QString& column);
/// The same in English, as model cards are.
[[nodiscard]] std::string plain_curve_name(const QString& column);

}  // namespace skiagraph::ui
