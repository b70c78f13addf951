#pragma once

#include <QWidget>
#include <QtGlobal>
#include <array>

#include "ui/app/app.h"

namespace skiagraph::ui {

/// Makes a panel. It reads the document and the engine's results, and changes the document alone.
using PanelMaker = QWidget* (*)(const App& app, QWidget* parent);

QWidget* make_marker_panel(const App& app, QWidget* parent);
QWidget* make_body_panel(const App& app, QWidget* parent);
QWidget* make_range_panel(const App& app, QWidget* parent);
QWidget* make_completion_panel(const App& app, QWidget* parent);
QWidget* make_anomaly_panel(const App& app, QWidget* parent);
QWidget* make_training_data_panel(const App& app, QWidget* parent);
QWidget* make_history_panel(const App& app, QWidget* parent);

/// A tab at the side of the window.
struct PanelRow {
  const char* title;  ///< translated in the context "Panels"
  PanelMaker make;
};

inline constexpr std::array kPanels{
    PanelRow{QT_TRANSLATE_NOOP("Panels", "Markers"), make_marker_panel},
    PanelRow{QT_TRANSLATE_NOOP("Panels", "Body"), make_body_panel},
    PanelRow{QT_TRANSLATE_NOOP("Panels", "Scan range"), make_range_panel},
    PanelRow{QT_TRANSLATE_NOOP("Panels", "Completion"), make_completion_panel},
    PanelRow{QT_TRANSLATE_NOOP("Panels", "Anomalies"), make_anomaly_panel},
    PanelRow{QT_TRANSLATE_NOOP("Panels", "Training data"), make_training_data_panel},
    PanelRow{QT_TRANSLATE_NOOP("Panels", "History"), make_history_panel}};

}  // namespace skiagraph::ui
