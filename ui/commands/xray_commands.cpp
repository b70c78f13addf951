#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStatusBar>

#include "ui/app/xray_edits.h"
#include "ui/commands/commands.h"
#include "ui/text/anomaly_text.h"
#include "ui/text/export_text.h"
#include "ui/text/file_text.h"
#include "ui/text/number_text.h"

// A real X-ray of part of the body, and what differs in it.
namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Completion", text);
}

/// A row for each region: place, density, centre and size in mm, peak.
QString anomaly_table(const App& app, const ShownAnomalies& shown) {
  const QStringList titles{translated("Place"),      translated("Density"),   translated("Left, mm"),
                           translated("Height, mm"), translated("Width, mm"), translated("Size upright, mm"),
                           translated("Peak")};
  QString table = titles.join('\t') + '\n';
  for (const applications::AnomalyRegion& region : shown.regions) {
    const Vec3 centre = app.engine.body()->surface->placement.to_patient(region.centre, 0);
    table += QStringList{place_text(region.place),        density_text(region),
                         number_text(centre.x, 0),        number_text(centre.z, 0),
                         number_text(region.width_mm, 0), number_text(region.height_mm, 0),
                         number_text(region.peak, 2)}
                 .join('\t') +
             '\n';
  }
  return table + synthetic_notice() + '\n';
}

}  // namespace

void open_partial_xray(const CommandContext& context) {
  const QString path = QFileDialog::getOpenFileName(
      &context.window, translated("Open a real X-ray of part of the body"), {},
      translated("X-rays (*.png *.dcm *.dicom *.ima *.nii *.nii.gz *.nrrd *.mha *.mhd);;All files (*)"));
  if (!path.isEmpty()) context.app.engine.open_xray(to_path(path));
}

void remove_real_xray(const CommandContext& context) {
  remove_partial_xray(context.app);
}

void find_real_xray_place(const CommandContext& context) {
  find_xray_place(context.app);
}

void keep_completed(const CommandContext& context) {
  keep_completed_markers(context.app);
}

bool has_completion(const App& app) {
  return completion_now(app) != nullptr;
}

void toggle_anomalies(const CommandContext& context) {
  context.app.document.set_view([](session::View& view) { view.anomalies = !view.anomalies; });
}

bool shows_anomalies(const App& app) {
  return app.document.session().view.anomalies;
}

/// Nothing that leaves the program is a draft.
void copy_anomalies(const CommandContext& context) {
  context.app.engine.when_settled([context](const Result&) {
    const auto shown = shown_anomalies(context.app);
    if (!shown) return;
    constexpr int kShownMs = 8000;
    QGuiApplication::clipboard()->setText(anomaly_table(context.app, *shown));
    context.window.statusBar()->showMessage(translated("The list of what differs is in the clipboard"),
                                            kShownMs);
  });
}

}  // namespace skiagraph::ui
