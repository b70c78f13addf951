#include "ui/training/curve_view.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace skiagraph::ui {
namespace {

/// Told apart by people who see colours otherwise (Okabe and Ito), readable on light and dark.
constexpr std::array<QRgb, 5> kColours{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7, 0xffe69f00};
constexpr std::array kStyles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
constexpr double kLeftPx = 62, kRightPx = 12, kTopPx = 24, kLegendPx = 16, kBottomPx = 24;

/// Lighter on a dark ground.
QPen pen_of(std::size_t curve, const QPalette& palette) {
  constexpr int kLighter = 150, kHalf = 128;
  const QColor colour(kColours[curve % kColours.size()]);
  const bool dark = palette.color(QPalette::Window).lightness() < kHalf;
  return {dark ? colour.lighter(kLighter) : colour, 1.8, kStyles[curve % kStyles.size()]};
}

/// Where any curve has a value, in order.
std::vector<double> steps_of(const std::vector<RunCurve>& curves) {
  std::vector<double> steps;
  for (const RunCurve& curve : curves)
    for (const QPointF point : curve.points) steps.push_back(point.x());
  std::ranges::sort(steps);
  steps.erase(std::ranges::unique(steps).begin(), steps.end());
  return steps;
}

/// A network that a stage does not train has no values there, and no line crosses that. In convergent stages
/// two take turns.
std::vector<QPolygonF> parts_of(const RunCurve& curve, const std::vector<double>& steps) {
  constexpr std::ptrdiff_t kTurn = 8;  // values of others
  std::vector<QPolygonF> parts;
  auto before = steps.begin();
  for (const QPointF point : curve.points) {
    if (!(point.y() > 0)) continue;
    const auto here = std::ranges::lower_bound(steps, point.x());
    if (parts.empty() || here - before > kTurn) parts.emplace_back();
    parts.back() << point;
    before = here;
  }
  return parts;
}

/// A curve that has only begun.
void paint_point(QPainter& painter, QPointF at, const QPen& pen) {
  constexpr double kRadiusPx = 3;
  painter.save();
  painter.setPen(Qt::NoPen);
  painter.setBrush(pen.color());
  painter.drawEllipse(at, kRadiusPx, kRadiusPx);
  painter.restore();
}

/// Three digits that count, never as 5E-05.
QString value_text(double value) {
  const int digits = 2 - static_cast<int>(std::floor(std::log10(std::max(std::abs(value), 1e-9))));
  QString text = QLocale().toString(value, 'f', std::clamp(digits, 0, 9));
  const QString point = QLocale().decimalPoint();
  while (text.contains(point) && (text.endsWith('0') || text.endsWith(point))) text.chop(1);
  return text;
}

}  // namespace

std::string plain_curve_name(const QString& column) {
  struct Row {
    const char *column, *name;
  };
  constexpr Row kRows[] = {{"t", QT_TRANSLATE_NOOP("TrainingCurves", "T")},
                           {"mpn", QT_TRANSLATE_NOOP("TrainingCurves", "MPN")},
                           {"cign", QT_TRANSLATE_NOOP("TrainingCurves", "CIGN")},
                           {"critic", QT_TRANSLATE_NOOP("TrainingCurves", "Critic")},
                           {"learning_rate", QT_TRANSLATE_NOOP("TrainingCurves", "Learning rate")},
                           {"loop_mae_body", QT_TRANSLATE_NOOP("TrainingCurves", "X-ray of the loop")},
                           {"t_mae_body", QT_TRANSLATE_NOOP("TrainingCurves", "X-ray of T")},
                           {"cign_mae_body", QT_TRANSLATE_NOOP("TrainingCurves", "X-ray of true markers")},
                           {"loop_px", QT_TRANSLATE_NOOP("TrainingCurves", "Markers of the loop, px")},
                           {"mpn_px", QT_TRANSLATE_NOOP("TrainingCurves", "Markers in true X-rays, px")}};
  for (const Row& row : kRows)
    if (column == QLatin1String(row.column)) return row.name;
  return column.toStdString();
}

QString curve_name(const QString& column) {
  return QCoreApplication::translate("TrainingCurves", plain_curve_name(column).c_str());
}

CurveView::CurveView(QWidget* parent) : QWidget(parent) {
  setMinimumSize(260, 150);
  setMouseTracking(true);
}

void CurveView::show_curves(const QString& title, std::vector<RunCurve> curves, double total_steps) {
  title_ = title;
  curves_ = std::move(curves);
  total_steps_ = total_steps;
  QString told = title_;
  for (const RunCurve& curve : curves_)
    if (!curve.points.empty())
      told += QStringLiteral("; %1: %2").arg(curve_name(curve.name), value_text(curve.points.back().y()));
  setAccessibleName(title_);
  setAccessibleDescription(told);
  update();
}

QPointF CurveView::Axes::to_widget(QPointF value) const {
  const double up = (std::log10(value.y()) - std::log10(low)) / (std::log10(high) - std::log10(low));
  return {area.left() + value.x() / right * area.width(), area.bottom() - up * area.height()};
}

CurveView::Axes CurveView::axes() const {
  Axes axes;
  const auto places = legend_places();
  const double top = kTopPx + (places.empty() ? 0 : places.back().y() - places.front().y() + kLegendPx);
  axes.area = QRectF(rect()).adjusted(kLeftPx, top, -kRightPx, -kBottomPx);
  axes.right = std::max(1.0, total_steps_);
  double low = HUGE_VAL, high = 0;
  for (const RunCurve& curve : curves_)
    for (const QPointF point : curve.points) {
      if (total_steps_ <= 0) axes.right = std::max(axes.right, point.x());
      if (point.y() > 0) low = std::min(low, point.y()), high = std::max(high, point.y());
    }
  if (high > 0) {
    // To 1, 2 or 5 of a power of ten at both ends, and never a single line.
    const auto rounded = [](double value, bool up) {
      const double power = std::pow(10, std::floor(std::log10(value)));
      double best = power;
      for (const double step : {1.0, 2.0, 5.0, 10.0}) {
        if (up && step * power >= value) return step * power;
        if (!up && step * power <= value) best = step * power;
      }
      return best;
    };
    axes.low = rounded(low * 0.95, false);
    axes.high = rounded(high * 1.05, true);
  }
  return axes;
}

void CurveView::paint_axes(QPainter& painter, const Axes& axes) const {
  const QColor text = palette().color(QPalette::Text);
  QColor grid = text;
  grid.setAlpha(45);
  const double decades = std::log10(axes.high / axes.low);
  for (int power = static_cast<int>(std::floor(std::log10(axes.low))); power <= std::log10(axes.high) + 1;
       ++power)
    for (const double step : {1.0, 2.0, 5.0}) {
      const double value = step * std::pow(10, power);
      if (value < axes.low * 0.999 || value > axes.high * 1.001) continue;
      if (decades > 2.5 && step != 1) continue;
      const double y = axes.to_widget({0, value}).y();
      painter.setPen(grid);
      painter.drawLine(QPointF(axes.area.left(), y), QPointF(axes.area.right(), y));
      painter.setPen(text);
      painter.drawText(QRectF(0, y - 10, kLeftPx - 6, 20), Qt::AlignRight | Qt::AlignVCenter,
                       value_text(value));
    }
  painter.setPen(text);
  painter.drawLine(axes.area.bottomLeft(), axes.area.bottomRight());
  painter.drawText(QRectF(axes.area.left(), axes.area.bottom() + 3, axes.area.width(), 20), Qt::AlignLeft,
                   "0");
  painter.drawText(QRectF(axes.area.left(), axes.area.bottom() + 3, axes.area.width(), 20), Qt::AlignRight,
                   tr("%1 steps").arg(QLocale().toString(axes.right, 'f', 0)));
}

void CurveView::paint_curves(QPainter& painter, const Axes& axes) const {
  const std::vector<double> steps = steps_of(curves_);
  for (std::size_t n = 0; n < curves_.size(); ++n)
    for (const QPolygonF& part : parts_of(curves_[n], steps)) {
      QPolygonF line;
      for (const QPointF point : part) line << axes.to_widget(point);
      const QPen pen = pen_of(n, palette());
      painter.setPen(pen);
      painter.drawPolyline(line);
      if (line.size() == 1) paint_point(painter, line.front(), pen);
    }
}

void CurveView::paint_legend(QPainter& painter) const {
  QFont bold = font();
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(palette().color(QPalette::Text));
  painter.drawText(QRectF(4, 0, width() - 8.0, 18), Qt::AlignLeft | Qt::AlignVCenter, title_);
  painter.setFont(font());
  const auto places = legend_places();
  for (std::size_t n = 0; n < curves_.size(); ++n) {
    const QPointF at = places[n];
    painter.setPen(pen_of(n, palette()));
    painter.drawLine(at + QPointF(0, 5), at + QPointF(20, 5));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(at + QPointF(24, 9), curve_name(curves_[n].name));
  }
}

std::vector<QPointF> CurveView::legend_places() const {
  std::vector<QPointF> places;
  QPointF next(kLeftPx, kTopPx);
  for (const RunCurve& curve : curves_) {
    const double width = 24 + fontMetrics().horizontalAdvance(curve_name(curve.name));
    if (next.x() > kLeftPx && next.x() + width > this->width() - kRightPx)
      next = {kLeftPx, next.y() + kLegendPx};
    places.push_back(next);
    next.rx() += width + 12;
  }
  return places;
}

void CurveView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Axes axes = this->axes();
  paint_legend(painter);
  if (curves_.empty()) {
    painter.drawText(rect(), Qt::AlignCenter, tr("Nothing yet"));
    return;
  }
  paint_axes(painter, axes);
  painter.setClipRect(axes.area.adjusted(-2, -2, 2, 2));
  paint_curves(painter, axes);
}

void CurveView::mouseMoveEvent(QMouseEvent* event) {
  const Axes axes = this->axes();
  const double step = (event->position().x() - axes.area.left()) / axes.area.width() * axes.right;
  QStringList lines;
  for (const RunCurve& curve : curves_) {
    const auto nearest =
        std::ranges::min_element(curve.points, {}, [&](QPointF point) { return std::abs(point.x() - step); });
    if (nearest != curve.points.end())
      lines << QStringLiteral("%1: %2").arg(curve_name(curve.name), value_text(nearest->y()));
  }
  if (!lines.isEmpty()) QToolTip::showText(event->globalPosition().toPoint(), lines.join('\n'), this);
}

}  // namespace skiagraph::ui
