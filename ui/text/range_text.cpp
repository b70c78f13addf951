#include "ui/text/range_text.h"

#include <QCoreApplication>
#include <cmath>
#include <string>

#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("ScanRange", text);
}

constexpr double kStill = 0.5;

QString sideways_text(double left_mm) {
  return (left_mm > 0 ? translated("%1 mm to the patient's left")
                      : translated("%1 mm to the patient's right"))
      .arg(number_text(std::abs(left_mm), 0));
}

/// `pattern` has room for the way, which may be none.
QString moved_text(const QString& pattern, const QString& way) {
  return pattern.arg(way).simplified();
}

}  // namespace

QString region_label(scan_range::Region region) {
  return translated(std::string(scan_range::info(region).label).c_str());
}

QString region_meaning(scan_range::Region region) {
  return translated(std::string(scan_range::info(region).meaning).c_str());
}

QString table_text(double above_mm) {
  return (above_mm < 0 ? translated("I %1 mm") : translated("S %1 mm"))
      .arg(number_text(std::abs(above_mm), 0));
}

QString way_text(double up_mm) {
  if (std::abs(up_mm) < kStill) return {};
  return (up_mm > 0 ? translated("%1 mm up") : translated("%1 mm down")).arg(number_text(std::abs(up_mm), 0));
}

QString moved_line_text(scan_range::Line line, double by_mm) {
  const QString sideways = std::abs(by_mm) < kStill ? QString() : sideways_text(by_mm);
  switch (line) {
    case scan_range::Line::kTop:
      return moved_text(translated("Move the top of the scan range %1"), way_text(by_mm));
    case scan_range::Line::kBottom:
      return moved_text(translated("Move the bottom of the scan range %1"), way_text(by_mm));
    case scan_range::Line::kRight:
      return moved_text(translated("Move the right side of the scan range %1"), sideways);
    case scan_range::Line::kLeft:
      break;
  }
  return moved_text(translated("Move the left side of the scan range %1"), sideways);
}

QString moved_box_text(double up_mm, double left_mm) {
  const QString what = translated("Move the scan range %1");
  if (std::abs(up_mm) >= std::abs(left_mm)) return moved_text(what, way_text(up_mm));
  return moved_text(what, std::abs(left_mm) < kStill ? QString() : sideways_text(left_mm));
}

QString planning_notice() {
  return translated("Planning aid, not for clinical use");
}

}  // namespace skiagraph::ui
