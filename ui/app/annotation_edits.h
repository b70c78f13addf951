#pragma once

#include <string>
#include <vector>

#include "ui/app/app.h"
#include "ui/engine/annotation_places.h"

namespace skiagraph::ui {

/// What panels, tools and commands do with points that the person marks in the X-ray, to make training data
/// of; each is one undo step.

struct ShownAnnotation {
  std::string name;
  AnnotationPlace place;
};
/// In the order of their names; of the newest result.
std::vector<ShownAnnotation> shown_annotations(const App& app);

/// "Point 1" or the next that is free.
std::string free_annotation_name(const session::Annotations& annotations);
/// A point of the X-ray that is shown; nothing while there is none.
std::optional<session::Annotation> annotation_at(const App& app, Pixel place);
/// Whether another point may be marked; else the person is told why not.
[[nodiscard]] bool may_annotate(const App& app);
void remove_annotation(const App& app, const std::string& name);
/// Nothing happens when the name is empty; one that is taken is told.
void rename_annotation(const App& app, const std::string& from, std::string to);

}  // namespace skiagraph::ui
