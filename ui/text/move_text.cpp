#include "ui/text/move_text.h"

#include <QCoreApplication>
#include <cmath>

#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("MarkerTool", text);
}

QString millimetres(double value) {
  return number_text(std::abs(value), std::abs(value) < 1 ? 1 : 0);
}

}  // namespace

/// A side is named alone where the other one is less than half a millimetre or a tenth of it.
QString move_text(int marker, Vec3 by) {
  const QString name = marker_label(marker);
  const double down = std::abs(by.z), across = std::abs(by.x);
  const auto counts = [](double mm, double other) { return mm >= 0.5 && mm >= other / 10; };
  const QString vertical = by.z < 0 ? translated("%1 mm down") : translated("%1 mm up");
  const QString horizontal = by.x > 0 ? translated("%1 mm to the left") : translated("%1 mm to the right");
  if (counts(down, across) && counts(across, down))
    return translated("Move %1 %2, %3")
        .arg(name, vertical.arg(millimetres(by.z)), horizontal.arg(millimetres(by.x)));
  return translated("Move %1 %2")
      .arg(name, down >= across ? vertical.arg(millimetres(by.z)) : horizontal.arg(millimetres(by.x)));
}

}  // namespace skiagraph::ui
