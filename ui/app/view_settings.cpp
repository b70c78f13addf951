#include "ui/app/view_settings.h"

#include <QSettings>
#include <cmath>

namespace skiagraph::ui {
namespace {

constexpr const char *kLevel = "xray/level", *kWidth = "xray/width", *kMargins = "xray/margins",
                     *kAllLabels = "xray/all_labels";

}  // namespace

session::View remembered_view() {
  const QSettings settings;
  session::View view;
  const double level = settings.value(kLevel, view.window_level.level).toDouble(),
               width = settings.value(kWidth, view.window_level.width).toDouble();
  if (std::isfinite(level) && std::isfinite(width) && width > 0) view.window_level = {level, width};
  view.margins = settings.value(kMargins, view.margins).toBool();
  view.all_labels = settings.value(kAllLabels, view.all_labels).toBool();
  return view;
}

void remember_view(const session::View& view) {
  QSettings settings;
  settings.setValue(kLevel, view.window_level.level);
  settings.setValue(kWidth, view.window_level.width);
  settings.setValue(kMargins, view.margins);
  settings.setValue(kAllLabels, view.all_labels);
}

ViewMemory::ViewMemory(Document& document) : document_(document), kept_(document.session().view) {
  constexpr int kSettledMs = 1000;
  settled_.setSingleShot(true);
  settled_.setInterval(kSettledMs);
  connect(&settled_, &QTimer::timeout, this, &ViewMemory::keep);
  connect(&document, &Document::changed, this, [this] {
    if (document_.session().view != kept_) settled_.start();
  });
}

ViewMemory::~ViewMemory() {
  keep();
}

void ViewMemory::keep() {
  kept_ = document_.session().view;
  remember_view(kept_);
}

}  // namespace skiagraph::ui
