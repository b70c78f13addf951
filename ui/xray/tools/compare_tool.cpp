#include "ui/xray/tools/compare_tool.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::ui {
namespace {

bool peeks(const QKeyEvent& event) {
  return event.key() == Qt::Key_Space || event.key() == Qt::Key_B;
}

}  // namespace

bool CompareTool::on_line(QPointF at, const XrayGeometry& geometry) const {
  constexpr double kReach = 6;
  const session::Comparison& comparison = app_.document.session().view.comparison;
  return comparison.mode == session::ComparisonMode::kSplit &&
         std::abs(at.x() - comparison.before * geometry.pane().width()) < kReach;
}

bool CompareTool::press(const QMouseEvent& event, const XrayGeometry& geometry) {
  return event.button() == Qt::LeftButton && on_line(event.position(), geometry);
}

void CompareTool::move(const QMouseEvent& event, const XrayGeometry& geometry) {
  const double part = std::clamp(event.position().x() / geometry.pane().width(), 0.0, 1.0);
  app_.document.set_view([&](session::View& view) { view.comparison.before = part; });
}

bool CompareTool::key(const QKeyEvent& event) {
  if (!peeks(event) || event.modifiers() != Qt::NoModifier) return false;
  app_.selection.peek(true);
  return true;
}

void CompareTool::key_released(const QKeyEvent& event) {
  if (peeks(event) && !event.isAutoRepeat()) app_.selection.peek(false);
}

std::optional<Qt::CursorShape> CompareTool::cursor(QPointF at, const XrayGeometry& geometry) const {
  if (!on_line(at, geometry)) return std::nullopt;
  return Qt::SplitHCursor;
}

}  // namespace skiagraph::ui
