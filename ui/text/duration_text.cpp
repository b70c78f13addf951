#include "ui/text/duration_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace skiagraph::ui {

QString duration_text(double seconds) {
  const auto translated = [](const char* text) { return QCoreApplication::translate("TrainingRuns", text); };
  const auto whole = static_cast<qint64>(std::llround(std::clamp(seconds, 0.0, 1e9)));
  if (whole < 90) return translated(QT_TRANSLATE_NOOP("TrainingRuns", "%1 s")).arg(whole);
  const qint64 minutes = (whole + 30) / 60;
  if (minutes < 90) return translated(QT_TRANSLATE_NOOP("TrainingRuns", "%1 min")).arg(minutes);
  return translated(QT_TRANSLATE_NOOP("TrainingRuns", "%1 h %2 min")).arg(minutes / 60).arg(minutes % 60);
}

}  // namespace skiagraph::ui
