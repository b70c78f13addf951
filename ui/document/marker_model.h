#pragma once

#include <QObject>
#include <QUndoStack>
#include <array>
#include <optional>
#include <vector>

#include "core/inference/predictor.h"

namespace skiagraph::ui {

/// The one owner of marker state; every view only observes it. What a person edits are the pins: where
/// markers are held. All else is the networks' answer. Pixels of the canonical frame.
class MarkerModel : public QObject {
  Q_OBJECT

 public:
  using Pins = std::array<std::optional<Pixel>, kMarkerCount>;
  static constexpr int kNone = -1;

  explicit MarkerModel(QObject* parent = nullptr) : QObject(parent) {}

  /// False until the first answer for a scan.
  [[nodiscard]] bool valid() const { return valid_; }
  [[nodiscard]] const inference::MarkerEstimates& markers() const { return markers_; }
  [[nodiscard]] const inference::MarkerEstimate& marker(int index) const {
    return markers_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] MarkerPositions positions() const;
  [[nodiscard]] std::vector<inference::Pin> pins() const;
  [[nodiscard]] int highlighted() const {
    return dragged_ != kNone ? dragged_ : hovered_ != kNone ? hovered_ : selected_;
  }
  [[nodiscard]] int selected() const { return selected_; }
  [[nodiscard]] bool dragging() const { return dragged_ != kNone; }
  [[nodiscard]] QUndoStack& undo_stack() { return undo_; }

  /// A new scan of this frame: no answers, no pins, no history.
  void reset(const geometry::CanonicalFrame& frame);
  /// Another body: answers are to come; pins and history stay.
  void forget_answers();
  /// Answers of the networks. Pinned markers stay where they are held.
  void take_answer(const inference::MarkerEstimates& answer);

  void hover(int index);
  void select(int index);

  /// A drag is one undo step, however many moves it has.
  void begin_drag(int index);
  void drag_to(Pixel place);
  void end_drag();
  void cancel_drag();

  void nudge(int index, Pixel by);
  void set_pinned(int index, bool pinned);
  void unpin_all();

 Q_SIGNALS:
  /// Anything that views show.
  void changed();
  /// The pins changed; `moving` while the hand still moves.
  void edited(bool moving);

 private:
  friend class PinCommand;
  void set_pins(const Pins& pins);
  void commit(const Pins& before, const QString& text);
  void hold(int index, Pixel place);

  geometry::CanonicalFrame frame_;
  inference::MarkerEstimates markers_{};
  Pins pins_{};
  Pins before_drag_{};
  QUndoStack undo_;
  bool valid_ = false, moved_ = false;
  int dragged_ = kNone, hovered_ = kNone, selected_ = kNone;
};

}  // namespace skiagraph::ui
