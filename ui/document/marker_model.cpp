#include "ui/document/marker_model.h"

#include <QUndoCommand>
#include <algorithm>

namespace skiagraph::ui {

/// The pins before and after one edit.
class PinCommand : public QUndoCommand {
 public:
  PinCommand(MarkerModel& model, MarkerModel::Pins before, MarkerModel::Pins after, const QString& text)
      : QUndoCommand(text), model_(model), before_(before), after_(after) {}

  void undo() override { model_.set_pins(before_); }
  void redo() override { model_.set_pins(after_); }

 private:
  MarkerModel& model_;
  MarkerModel::Pins before_, after_;
};

namespace {

QString label(int index) {
  const auto text = marker_table()[static_cast<std::size_t>(index)].label;
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

MarkerPositions MarkerModel::positions() const {
  MarkerPositions positions;
  for (std::size_t n = 0; n < positions.size(); ++n) positions[n] = markers_[n].position;
  return positions;
}

std::vector<inference::Pin> MarkerModel::pins() const {
  std::vector<inference::Pin> pins;
  for (std::size_t n = 0; n < pins_.size(); ++n)
    if (pins_[n]) pins.push_back({static_cast<Marker>(n), *pins_[n]});
  return pins;
}

void MarkerModel::reset(const geometry::CanonicalFrame& frame) {
  frame_ = frame;
  markers_ = {};
  pins_ = {};
  dragged_ = hovered_ = selected_ = kNone;
  valid_ = false;
  undo_.clear();
  Q_EMIT changed();
}

void MarkerModel::forget_answers() {
  cancel_drag();
  valid_ = false;
  Q_EMIT changed();
}

void MarkerModel::take_answer(const inference::MarkerEstimates& answer) {
  for (std::size_t n = 0; n < markers_.size(); ++n) {
    markers_[n] = answer[n];
    markers_[n].position = pins_[n].value_or(answer[n].answer);
    markers_[n].pinned = pins_[n].has_value();
  }
  valid_ = true;
  Q_EMIT changed();
}

void MarkerModel::hover(int index) {
  if (hovered_ == index) return;
  hovered_ = index;
  Q_EMIT changed();
}

void MarkerModel::select(int index) {
  if (selected_ == index) return;
  selected_ = index;
  Q_EMIT changed();
}

void MarkerModel::hold(int index, Pixel place) {
  const Pixel inside{std::clamp(place.row, 0.0, frame_.rows - 1.0),
                     std::clamp(place.column, 0.0, frame_.columns - 1.0)};
  const auto n = static_cast<std::size_t>(index);
  pins_[n] = inside;
  markers_[n].position = inside;
  markers_[n].pinned = true;
}

void MarkerModel::begin_drag(int index) {
  if (!valid_ || index < 0 || index >= kMarkerCount) return;
  before_drag_ = pins_;
  dragged_ = selected_ = index;
  moved_ = false;
  Q_EMIT changed();
}

void MarkerModel::drag_to(Pixel place) {
  if (!dragging()) return;
  moved_ = true;
  hold(dragged_, place);
  Q_EMIT changed();
  Q_EMIT edited(true);
}

void MarkerModel::end_drag() {
  if (!dragging()) return;
  const int index = dragged_;
  dragged_ = kNone;
  if (moved_) commit(before_drag_, tr("Move %1").arg(label(index)));
  Q_EMIT changed();
}

void MarkerModel::cancel_drag() {
  if (!dragging()) return;
  dragged_ = kNone;
  set_pins(before_drag_);
}

void MarkerModel::nudge(int index, Pixel by) {
  if (!valid_ || index < 0) return;
  const Pins before = pins_;
  hold(index, marker(index).position + by);
  commit(before, tr("Nudge %1").arg(label(index)));
}

void MarkerModel::set_pinned(int index, bool pinned) {
  const auto n = static_cast<std::size_t>(index);
  if (!valid_ || pins_[n].has_value() == pinned) return;
  const Pins before = pins_;
  if (pinned) {
    pins_[n] = markers_[n].position;
  } else {
    pins_[n].reset();
  }
  commit(before, pinned ? tr("Pin %1").arg(label(index)) : tr("Release %1").arg(label(index)));
}

void MarkerModel::unpin_all() {
  if (pins().empty()) return;
  const Pins before = pins_;
  pins_ = {};
  commit(before, tr("Release all markers"));
}

void MarkerModel::commit(const Pins& before, const QString& text) {
  // Pushing runs redo(), which sets the pins and announces the edit.
  undo_.push(new PinCommand(*this, before, pins_, text));
}

void MarkerModel::set_pins(const Pins& pins) {
  pins_ = pins;
  for (std::size_t n = 0; n < pins_.size(); ++n) {
    markers_[n].pinned = pins_[n].has_value();
    if (pins_[n]) markers_[n].position = *pins_[n];
  }
  Q_EMIT changed();
  Q_EMIT edited(false);
}

}  // namespace skiagraph::ui
