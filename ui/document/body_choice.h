#pragma once

#include <QObject>
#include <memory>

#include "core/bodies/built_in_people.h"
#include "ui/document/marker_model.h"
#include "ui/engine/scan_loader.h"

namespace skiagraph::ui {

/// The one owner of which body is wanted: a scan, or a body made to measure from targets. Views only observe
/// it; the body itself follows from the loader. Every edit goes on the markers' undo stack. Pins stay when
/// sizes change, as they are places of the canonical frame, which grows with the body; another person is
/// shown without pins, and undo brings them back.
class BodyChoice : public QObject {
  Q_OBJECT

 public:
  explicit BodyChoice(MarkerModel& markers, QObject* parent = nullptr);

  /// The scan that is wanted; null: a body made to measure.
  [[nodiscard]] const std::shared_ptr<const LoadedScan>& scan() const { return wanted_.scan; }
  [[nodiscard]] const bodies::SizeTargets& targets() const { return wanted_.targets; }
  /// Of the newest body that could be made.
  [[nodiscard]] const bodies::BodySizes& sizes() const { return sizes_; }
  /// Whether sizes() are those of the body that is shown.
  [[nodiscard]] bool measured() const { return measured_; }
  /// Why there is no such body; else empty.
  [[nodiscard]] const QString& refusal() const { return refusal_; }
  /// Whether the body is still to come.
  [[nodiscard]] bool waiting() const { return waiting_; }
  [[nodiscard]] bool moving() const { return moving_; }
  [[nodiscard]] const BodyOffer& offer(bodies::Sex sex) const {
    return offers_[static_cast<std::size_t>(sex)];
  }
  [[nodiscard]] bool usable(bodies::Sex sex) const { return offered_ && offer(sex).trouble.isEmpty(); }
  [[nodiscard]] bodies::SizeRange range(bodies::BodySize size) const {
    return offer(wanted_.targets.sex).ranges[static_cast<std::size_t>(size)];
  }

  void set_offers(const BodyOffers& offers);
  /// A scan has been opened; the history begins with it, and nothing is asked for.
  void open(std::shared_ptr<const LoadedScan> scan);
  void take_body(const MadeBody& body);
  void take_refusal(const QString& sentence);

  /// Edits of a person. Each ends a scan.
  void choose(const bodies::BuiltInPerson& person);
  void set_sex(bodies::Sex sex);
  void ask(bodies::BodySize size, double value);  ///< mm, kg
  void leave_open(bodies::BodySize size);
  void leave_all_open();

  /// Sizes asked for in between are one undo step.
  void begin_drag();
  void end_drag();

 Q_SIGNALS:
  /// Anything that views show.
  void changed();
  /// Another body is wanted.
  void edited();
  /// The hand let go.
  void rested();

 private:
  friend class BodyCommand;
  struct Wanted {
    std::shared_ptr<const LoadedScan> scan;
    bodies::SizeTargets targets;

    friend bool operator==(const Wanted&, const Wanted&) = default;
  };
  enum class Who { kSame, kAnother };
  void set(const Wanted& wanted);
  void commit(const bodies::SizeTargets& targets, const QString& text, Who who = Who::kSame);

  MarkerModel& markers_;
  Wanted wanted_;
  BodyOffers offers_;
  bodies::BodySizes sizes_{};
  QString refusal_;
  bool offered_ = false, measured_ = false, waiting_ = false, moving_ = false;
  int drag_ = 0;
};

}  // namespace skiagraph::ui
