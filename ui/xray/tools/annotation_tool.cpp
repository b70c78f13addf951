#include "ui/xray/tools/annotation_tool.h"

#include <QCoreApplication>
#include <QLineF>

#include "ui/app/annotation_edits.h"
#include "ui/app/touch.h"
#include "ui/xray/tools/marker_tool.h"

namespace skiagraph::ui {
namespace {

constexpr double kReach = 10;

QString translated(const char* text) {
  return QCoreApplication::translate("Annotations", text);
}

}  // namespace

std::string AnnotationTool::annotation_near(QPointF at, const XrayGeometry& geometry, double reach) const {
  std::string nearest;
  for (const ShownAnnotation& shown : shown_annotations(app_)) {
    if (shown.place.state != PlaceState::kThere) continue;
    const double distance = QLineF(at, geometry.to_pane(shown.place.place)).length();
    if (distance < reach) reach = distance, nearest = shown.name;
  }
  return nearest;
}

bool AnnotationTool::press(const QMouseEvent& event, const XrayGeometry& geometry) {
  if (event.button() != Qt::LeftButton || !chosen()) return false;
  const Pixel at = geometry.to_pixel(event.position());
  if (!annotation_at(app_, at)) return false;
  name_ = annotation_near(event.position(), geometry, reach_of(event, kReach));
  new_ = name_.empty();
  grip_ = {};
  if (new_) {
    if (!may_annotate(app_)) return true;  // no other tool acts in its place
    name_ = free_annotation_name(app_.document.session().annotations);
  } else {
    for (const ShownAnnotation& shown : shown_annotations(app_))
      if (shown.name == name_) grip_ = shown.place.place - at;
  }
  drag_ = app_.document.begin_preview();
  if (new_) put(at);
  return true;
}

/// In the X-ray that is shown now.
void AnnotationTool::put(Pixel place) {
  const auto annotation = annotation_at(app_, inside(place, app_.engine.frame()));
  if (!annotation) return;
  app_.document.preview(drag_, [&](session::Session& session) { session.annotations[name_] = *annotation; });
}

void AnnotationTool::move(const QMouseEvent& event, const XrayGeometry& geometry) {
  if (app_.document.previewing(drag_)) put(geometry.to_pixel(event.position()) + grip_);
}

void AnnotationTool::release() {
  if (!app_.document.previewing(drag_)) return;
  const QString pattern = new_ ? translated("Mark %1") : translated("Move %1");
  app_.document.commit(drag_, pattern.arg(QString::fromStdString(name_)));
}

bool AnnotationTool::key(const QKeyEvent& event) {
  if (event.key() != Qt::Key_Escape) return false;
  if (app_.document.previewing(drag_)) {
    app_.document.cancel(drag_);
    return true;
  }
  if (!chosen()) return false;
  app_.selection.use(Selection::Tool::kMove);
  return true;
}

std::optional<Qt::CursorShape> AnnotationTool::cursor(QPointF at, const XrayGeometry& geometry) const {
  if (!chosen()) return std::nullopt;
  return annotation_near(at, geometry, kReach).empty() ? Qt::CrossCursor : Qt::SizeAllCursor;
}

}  // namespace skiagraph::ui
