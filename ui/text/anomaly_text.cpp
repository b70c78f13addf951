#include "ui/text/anomaly_text.h"

#include <QCoreApplication>
#include <array>

namespace skiagraph::ui {
namespace {

/// Of each part, in the order of BodyRegion: in the middle, on the right and on the left.
constexpr std::array<std::array<const char*, 3>, 14> kPlaces{{
    {QT_TRANSLATE_NOOP("Anomalies", "Head and neck"), QT_TRANSLATE_NOOP("Anomalies", "Right head and neck"),
     QT_TRANSLATE_NOOP("Anomalies", "Left head and neck")},
    {QT_TRANSLATE_NOOP("Anomalies", "Shoulder"), QT_TRANSLATE_NOOP("Anomalies", "Right shoulder"),
     QT_TRANSLATE_NOOP("Anomalies", "Left shoulder")},
    {QT_TRANSLATE_NOOP("Anomalies", "Upper lung"), QT_TRANSLATE_NOOP("Anomalies", "Right upper lung"),
     QT_TRANSLATE_NOOP("Anomalies", "Left upper lung")},
    {QT_TRANSLATE_NOOP("Anomalies", "Middle lung"), QT_TRANSLATE_NOOP("Anomalies", "Right middle lung"),
     QT_TRANSLATE_NOOP("Anomalies", "Left middle lung")},
    {QT_TRANSLATE_NOOP("Anomalies", "Lower lung"), QT_TRANSLATE_NOOP("Anomalies", "Right lower lung"),
     QT_TRANSLATE_NOOP("Anomalies", "Left lower lung")},
    {QT_TRANSLATE_NOOP("Anomalies", "Mediastinum"), QT_TRANSLATE_NOOP("Anomalies", "Right mediastinum"),
     QT_TRANSLATE_NOOP("Anomalies", "Left mediastinum")},
    {QT_TRANSLATE_NOOP("Anomalies", "Upper abdomen"), QT_TRANSLATE_NOOP("Anomalies", "Right upper abdomen"),
     QT_TRANSLATE_NOOP("Anomalies", "Left upper abdomen")},
    {QT_TRANSLATE_NOOP("Anomalies", "Kidney"), QT_TRANSLATE_NOOP("Anomalies", "Right kidney"),
     QT_TRANSLATE_NOOP("Anomalies", "Left kidney")},
    {QT_TRANSLATE_NOOP("Anomalies", "Lower abdomen"), QT_TRANSLATE_NOOP("Anomalies", "Right lower abdomen"),
     QT_TRANSLATE_NOOP("Anomalies", "Left lower abdomen")},
    {QT_TRANSLATE_NOOP("Anomalies", "Spine"), QT_TRANSLATE_NOOP("Anomalies", "Right of the spine"),
     QT_TRANSLATE_NOOP("Anomalies", "Left of the spine")},
    {QT_TRANSLATE_NOOP("Anomalies", "Pelvis"), QT_TRANSLATE_NOOP("Anomalies", "Right pelvis"),
     QT_TRANSLATE_NOOP("Anomalies", "Left pelvis")},
    {QT_TRANSLATE_NOOP("Anomalies", "Hip"), QT_TRANSLATE_NOOP("Anomalies", "Right hip"),
     QT_TRANSLATE_NOOP("Anomalies", "Left hip")},
    {QT_TRANSLATE_NOOP("Anomalies", "Arm"), QT_TRANSLATE_NOOP("Anomalies", "Right arm"),
     QT_TRANSLATE_NOOP("Anomalies", "Left arm")},
    {QT_TRANSLATE_NOOP("Anomalies", "Thigh"), QT_TRANSLATE_NOOP("Anomalies", "Right thigh"),
     QT_TRANSLATE_NOOP("Anomalies", "Left thigh")},
}};

}  // namespace

QString place_text(const applications::AnatomicalPlace& place) {
  const auto& names = kPlaces[static_cast<std::size_t>(place.part)];
  return QCoreApplication::translate("Anomalies", names[static_cast<std::size_t>(place.side)]);
}

QString density_text(const applications::AnomalyRegion& region) {
  return region.denser ? QCoreApplication::translate("Anomalies", "denser")
                       : QCoreApplication::translate("Anomalies", "thinner");
}

}  // namespace skiagraph::ui
