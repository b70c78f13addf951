#include "ui/window/layout_memory.h"

#include <QEvent>
#include <QSettings>

namespace skiagraph::ui {
namespace {

constexpr const char *kGeometry = "window/geometry", *kState = "window/state";
/// Another number forgets layouts whose docks are not those of today.
constexpr int kStateVersion = 1;

}  // namespace

LayoutMemory::LayoutMemory(QMainWindow& window)
    : QObject(&window),
      window_(window),
      first_state_(window.saveState(kStateVersion)),
      first_size_(window.size()) {
  const QSettings settings;
  window.restoreGeometry(settings.value(kGeometry).toByteArray());
  window.restoreState(settings.value(kState).toByteArray(), kStateVersion);
  window.installEventFilter(this);
  constexpr int kSettledMs = 1000;
  settled_.setSingleShot(true);
  settled_.setInterval(kSettledMs);
  connect(&settled_, &QTimer::timeout, this, &LayoutMemory::keep);
}

void LayoutMemory::reset() {
  window_.showNormal();
  window_.resize(first_size_);
  window_.restoreState(first_state_, kStateVersion);
}

void LayoutMemory::keep() const {
  QSettings settings;
  settings.setValue(kGeometry, window_.saveGeometry());
  settings.setValue(kState, window_.saveState(kStateVersion));
}

bool LayoutMemory::eventFilter(QObject* watched, QEvent* event) {
  const auto type = event->type();
  if (watched == &window_ && type == QEvent::Close) keep();
  const bool other_layout = type == QEvent::Resize || type == QEvent::Move || type == QEvent::LayoutRequest;
  if (watched == &window_ && other_layout && window_.isVisible()) settled_.start();
  return QObject::eventFilter(watched, event);
}

}  // namespace skiagraph::ui
