#include "ui/body_choice.h"

#include <QUndoCommand>
#include <algorithm>
#include <utility>

#include "ui/body_words.h"

namespace skiagraph {

/// The body before and after one edit, or one drag.
class BodyCommand : public QUndoCommand {
 public:
  /// Commands of one drag merge; drag -1 is none.
  BodyCommand(BodyChoice& choice, BodyChoice::Wanted after, int drag, const QString& text)
      : QUndoCommand(text), choice_(choice), before_(choice.wanted_), after_(std::move(after)), drag_(drag) {}

  [[nodiscard]] int id() const override { return drag_; }
  bool mergeWith(const QUndoCommand* next) override {
    after_ = static_cast<const BodyCommand*>(next)->after_;
    return true;
  }
  void undo() override { choice_.set(before_); }
  void redo() override { choice_.set(after_); }

 private:
  BodyChoice& choice_;
  BodyChoice::Wanted before_, after_;
  int drag_;
};

BodyChoice::BodyChoice(MarkerModel& markers, QObject* parent) : QObject(parent), markers_(markers) {
  wanted_.sliders = built_in_people().front().sliders;
}

void BodyChoice::set_offers(const BodyOffers& offers) {
  offers_ = offers;
  offered_ = true;
  if (!measured_) sizes_ = offer(wanted_.sliders.sex).mean;
  Q_EMIT changed();
}

void BodyChoice::open(std::shared_ptr<const LoadedScan> scan) {
  wanted_.scan = std::move(scan);
  wanted_.sliders.asked = {};
  sizes_ = offer(wanted_.sliders.sex).mean;
  refusal_.clear();
  waiting_ = measured_ = false;
  Q_EMIT changed();
}

void BodyChoice::take_body(const MadeBody& body) {
  sizes_ = body.sizes;
  measured_ = true;
  refusal_.clear();
  if (body.sliders == wanted_.sliders) waiting_ = false;
  Q_EMIT changed();
}

void BodyChoice::take_refusal(const QString& sentence) {
  refusal_ = sentence;
  waiting_ = false;
  Q_EMIT changed();
}

void BodyChoice::choose(const BuiltInPerson& person) {
  if (usable(person.sliders.sex))
    commit(person.sliders, tr("Choose %1").arg(person_title(person)), Who::kAnother);
}

void BodyChoice::set_sex(Sex sex) {
  if (!usable(sex)) return;
  BodySliders sliders = wanted_.sliders;
  sliders.sex = sex;
  for (std::size_t n = 0; n < kBodySizeCount; ++n) {
    const SizeRange& range = offer(sex).ranges[n];
    if (auto& asked = sliders.asked[n]; asked) asked = std::clamp(*asked, range.least, range.most);
  }
  commit(sliders, sex == Sex::kFemale ? tr("Make a woman") : tr("Make a man"), Who::kAnother);
}

void BodyChoice::ask(BodySize size, double value) {
  BodySliders sliders = wanted_.sliders;
  sliders[size] = value;
  commit(sliders, tr("Change %1").arg(size_label(size)));
}

void BodyChoice::leave_open(BodySize size) {
  BodySliders sliders = wanted_.sliders;
  sliders[size].reset();
  commit(sliders, tr("Leave %1 open").arg(size_label(size)));
}

void BodyChoice::leave_all_open() {
  commit({wanted_.sliders.sex, {}}, tr("Reset sizes"));
}

void BodyChoice::begin_drag() {
  moving_ = true;
  ++drag_;
}

void BodyChoice::end_drag() {
  if (!std::exchange(moving_, false)) return;
  Q_EMIT rested();
}

void BodyChoice::commit(const BodySliders& sliders, const QString& text, Who who) {
  const Wanted after{nullptr, sliders};
  if (after == wanted_ || !usable(sliders.sex)) return;
  QUndoStack& stack = markers_.undo_stack();
  // Pushing runs redo(), which sets the choice and announces the edit.
  auto* command = new BodyCommand(*this, after, moving_ ? drag_ : -1, text);
  if (markers_.pins().empty() || (who == Who::kSame && !wanted_.scan)) {
    stack.push(command);
    return;
  }
  stack.beginMacro(text);
  markers_.unpin_all();
  stack.push(command);
  stack.endMacro();
}

void BodyChoice::set(const Wanted& wanted) {
  wanted_ = wanted;
  waiting_ = !wanted_.scan;
  if (wanted_.scan) {
    refusal_.clear();
    measured_ = false;
  }
  Q_EMIT changed();
  Q_EMIT edited();
}

}  // namespace skiagraph
