#include "ui/app/annotation_edits.h"

#include <QCoreApplication>
#include <utility>

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Annotations", text);
}

/// No longer than a session takes, and no letter is cut.
std::string shortened(const std::string& name) {
  QString text = QString::fromStdString(name).simplified();
  while (static_cast<std::size_t>(text.toUtf8().size()) > session::kLongestAnnotationName) text.chop(1);
  return text.toStdString();
}

}  // namespace

std::vector<ShownAnnotation> shown_annotations(const App& app) {
  std::vector<ShownAnnotation> shown;
  const auto& result = app.engine.result();
  if (!result) return shown;
  for (const auto& [name, annotation] : app.document.session().annotations)
    shown.push_back({name, place_in(*result, name, annotation)});
  return shown;
}

std::string free_annotation_name(const session::Annotations& annotations) {
  for (int n = 1;; ++n) {
    const std::string name = translated("Point %1").arg(n).toStdString();
    if (!annotations.contains(name)) return name;
  }
}

std::optional<session::Annotation> annotation_at(const App& app, Pixel place) {
  const auto& result = app.engine.result();
  if (!result || result->body != app.engine.body()) return std::nullopt;
  return applications::annotation_of({place, inference::positions_of(result->markers)},
                                     result->body->surface->placement);
}

bool may_annotate(const App& app) {
  if (app.document.session().annotations.size() < session::kMostAnnotations) return true;
  app.selection.tell(translated("There are %1 points; remove one to mark another.")
                         .arg(static_cast<int>(session::kMostAnnotations)));
  return false;
}

void remove_annotation(const App& app, const std::string& name) {
  app.document.edit(translated("Remove %1").arg(QString::fromStdString(name)),
                    [&](session::Session& session) { session.annotations.erase(name); });
}

void rename_annotation(const App& app, const std::string& from, std::string to) {
  to = shortened(to);
  if (to.empty() || to == from) return;
  if (app.document.session().annotations.contains(to)) {
    app.selection.tell(translated("There is a point \"%1\" already.").arg(QString::fromStdString(to)));
    return;
  }
  app.document.edit(translated("Name %1 %2").arg(QString::fromStdString(from), QString::fromStdString(to)),
                    [&](session::Session& session) {
                      auto node = session.annotations.extract(from);
                      if (node.empty()) return;
                      node.key() = to;
                      session.annotations.insert(std::move(node));
                    });
}

}  // namespace skiagraph::ui
