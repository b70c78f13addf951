#include "ui/xray/tools/measure_tool.h"

#include <QCoreApplication>

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("MeasureTool", text);
}

Vec3 place(const App& app, QPointF at, const XrayGeometry& geometry) {
  return app.engine.body()->surface->placement.to_patient(geometry.to_pixel(at), 0);
}

}  // namespace

bool MeasureTool::press(const QMouseEvent& event, const XrayGeometry& geometry) {
  const bool chosen =
      app_.selection.tool() == Selection::Tool::kMeasure || event.modifiers().testFlag(Qt::ControlModifier);
  if (event.button() != Qt::LeftButton || !chosen || !app_.engine.body()) return false;
  from_ = place(app_, event.position(), geometry);
  drag_ = app_.document.begin_preview();
  return true;
}

void MeasureTool::move(const QMouseEvent& event, const XrayGeometry& geometry) {
  const session::Measurement measured{from_, place(app_, event.position(), geometry)};
  app_.document.preview(drag_, [&](session::Session& session) { session.measurement = measured; });
}

void MeasureTool::release() {
  app_.document.commit(drag_, translated("Measure a distance"));
}

bool MeasureTool::key(const QKeyEvent& event) {
  if (event.key() != Qt::Key_Escape) return false;
  if (app_.document.previewing(drag_)) {
    app_.document.cancel(drag_);
    return true;
  }
  const bool measuring = app_.selection.tool() == Selection::Tool::kMeasure;
  if (!measuring && !app_.document.session().measurement) return false;
  app_.selection.use(Selection::Tool::kMove);
  app_.document.edit(translated("Remove the measurement"),
                     [](session::Session& session) { session.measurement.reset(); });
  return true;
}

std::optional<Qt::CursorShape> MeasureTool::cursor(QPointF, const XrayGeometry&) const {
  if (app_.selection.tool() != Selection::Tool::kMeasure) return std::nullopt;
  return Qt::CrossCursor;
}

}  // namespace skiagraph::ui
