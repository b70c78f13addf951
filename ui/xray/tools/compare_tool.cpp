#include "ui/xray/tools/compare_tool.h"

#include <algorithm>
#include <cmath>

#include "ui/app/touch.h"

namespace skiagraph::ui {
namespace {

constexpr double kReach = 6;

bool peeks(const QKeyEvent& event) {
  return event.key() == Qt::Key_Space || event.key() == Qt::Key_B;
}

}  // namespace

bool CompareTool::on_line(QPointF at, const XrayGeometry& geometry, double reach) const {
  const session::Comparison& comparison = app_.document.session().view.comparison;
  return comparison.mode == session::ComparisonMode::kSplit &&
         std::abs(at.x() - comparison.before * geometry.pane().width()) < reach;
}

bool CompareTool::press(const QMouseEvent& event, const XrayGeometry& geometry) {
  return event.button() == Qt::LeftButton && on_line(event.position(), geometry, reach_of(event, kReach));
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
  if (!on_line(at, geometry, kReach)) return std::nullopt;
  return Qt::SplitHCursor;
}

}  // namespace skiagraph::ui
