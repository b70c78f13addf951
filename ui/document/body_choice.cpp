#include "ui/document/body_choice.h"

#include <QUndoCommand>
#include <algorithm>
#include <utility>

#include "ui/text/body_words.h"

namespace skiagraph::ui {

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
  wanted_.targets = bodies::built_in_people().front().targets;
}

void BodyChoice::set_offers(const BodyOffers& offers) {
  offers_ = offers;
  offered_ = true;
  if (!measured_) sizes_ = offer(wanted_.targets.sex).mean;
  Q_EMIT changed();
}

void BodyChoice::open(std::shared_ptr<const LoadedScan> scan) {
  wanted_.scan = std::move(scan);
  wanted_.targets.values = {};
  sizes_ = offer(wanted_.targets.sex).mean;
  refusal_.clear();
  waiting_ = measured_ = false;
  Q_EMIT changed();
}

void BodyChoice::take_body(const MadeBody& body) {
  sizes_ = body.sizes;
  measured_ = true;
  refusal_.clear();
  if (body.targets == wanted_.targets) waiting_ = false;
  Q_EMIT changed();
}

void BodyChoice::take_refusal(const QString& sentence) {
  refusal_ = sentence;
  waiting_ = false;
  Q_EMIT changed();
}

void BodyChoice::choose(const bodies::BuiltInPerson& person) {
  if (usable(person.targets.sex))
    commit(person.targets, tr("Choose %1").arg(person_title(person)), Who::kAnother);
}

void BodyChoice::set_sex(bodies::Sex sex) {
  if (!usable(sex)) return;
  bodies::SizeTargets targets = wanted_.targets;
  targets.sex = sex;
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n) {
    const bodies::SizeRange& range = offer(sex).ranges[n];
    if (auto& asked = targets.values[n]; asked) asked = std::clamp(*asked, range.least, range.most);
  }
  commit(targets, sex == bodies::Sex::kFemale ? tr("Make a woman") : tr("Make a man"), Who::kAnother);
}

void BodyChoice::ask(bodies::BodySize size, double value) {
  bodies::SizeTargets targets = wanted_.targets;
  targets[size] = value;
  commit(targets, tr("Change %1").arg(size_label(size)));
}

void BodyChoice::leave_open(bodies::BodySize size) {
  bodies::SizeTargets targets = wanted_.targets;
  targets[size].reset();
  commit(targets, tr("Leave %1 open").arg(size_label(size)));
}

void BodyChoice::leave_all_open() {
  commit({wanted_.targets.sex, {}}, tr("Reset sizes"));
}

void BodyChoice::begin_drag() {
  moving_ = true;
  ++drag_;
}

void BodyChoice::end_drag() {
  if (!std::exchange(moving_, false)) return;
  Q_EMIT rested();
}

void BodyChoice::commit(const bodies::SizeTargets& targets, const QString& text, Who who) {
  const Wanted after{nullptr, targets};
  if (after == wanted_ || !usable(targets.sex)) return;
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

}  // namespace skiagraph::ui
