#include "ui/demo/demo_script.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace skiagraph::ui {
namespace {

using enum Marker;

/// Both kidneys, the right one a little further.
std::vector<DemoMove> kidneys(double head_mm) {
  return {{kKidneyCentreRight, 0, head_mm * 1.1}, {kKidneyCentreLeft, 0, head_mm}};
}

std::vector<DemoMove> joined(std::vector<DemoMove> some, const std::vector<DemoMove>& more) {
  some.insert(some.end(), more.begin(), more.end());
  return some;
}

/// With a breath the diaphragm takes the liver and the kidneys along; breastbone and shoulders rise a little.
std::vector<DemoMove> breath(double liver_mm) {
  return joined({{kLiverTop, 0, liver_mm},
                 {kLiverBottom, 0, 0.9 * liver_mm},
                 {kSternumTip, 0, -0.2 * liver_mm},
                 {kShoulderRight, 0, -0.15 * liver_mm},
                 {kShoulderLeft, 0, -0.15 * liver_mm}},
                kidneys(0.5 * liver_mm));
}

std::vector<DemoScene> make_script() {
  const DemoEdit in{.caption = QT_TRANSLATE_NOOP(
                        "Demo", "The liver sinks as she breathes in. The tops of the lungs hardly move."),
                    .named = kLiverTop,
                    .moves = breath(-26),
                    .way_seconds = 2.5,
                    .stay_seconds = 0.8,
                    .times = 2};
  const DemoEdit out{
      .caption = QT_TRANSLATE_NOOP("Demo", "He breathes out: the diaphragm rises, and the liver with it."),
      .named = kLiverTop,
      .moves = breath(18),
      .way_seconds = 2.5,
      .stay_seconds = 0.8,
      .times = 2};
  const DemoEdit shrug{.caption = QT_TRANSLATE_NOOP("Demo", "He raises his shoulders."),
                       .named = kShoulderLeft,
                       .moves = {{kShoulderRight, 5, 24}, {kShoulderLeft, -5, 24}},
                       .way_seconds = 2};
  const DemoEdit large_liver{
      .caption = QT_TRANSLATE_NOOP(
          "Demo", "With a larger liver its lower edge lies further down, and the right kidney gives way."),
      .named = kLiverBottom,
      .moves = {{kLiverBottom, 0, -45}, {kKidneyCentreRight, 0, -14}}};
  const DemoEdit standing{
      .caption = QT_TRANSLATE_NOOP("Demo", "When he stands up his kidneys sink by two to three centimetres."),
      .named = kKidneyCentreRight,
      .moves = joined({{kLiverTop, 0, -8}, {kLiverBottom, 0, -10}}, kidneys(-26))};
  const DemoEdit lying{
      .caption = QT_TRANSLATE_NOOP("Demo", "When he lies down his belly pushes diaphragm and liver up."),
      .named = kLiverTop,
      .moves = joined({{kLiverTop, 0, 22}, {kLiverBottom, 0, 16}}, kidneys(12))};
  const DemoEdit wide_pelvis{
      .caption = QT_TRANSLATE_NOOP("Demo", "A wider pelvis: its crests and the hip joints move apart."),
      .named = kIliacCrestLeft,
      .moves = {{kIliacCrestRight, -14, 0},
                {kIliacCrestLeft, 14, 0},
                {kFemoralHeadRight, -10, 0},
                {kFemoralHeadLeft, 10, 0}}};
  const DemoEdit heavier{.caption = QT_TRANSLATE_NOOP("Demo", "She gains 25 kg. The X-ray follows her body."),
                         .named = kSternumTip,
                         .moves = {},
                         .growths = {{bodies::BodySize::kWeight, 25}},
                         .way_seconds = 4};
  return {
      {"mean-woman",
       QT_TRANSLATE_NOOP(
           "Demo",
           "Left: the surface of a body. Right: the X-ray that neural networks compute from it alone."),
       in},
      {"slim-man",
       QT_TRANSLATE_NOOP("Demo", "17 markers tie body and X-ray together. Move one, and the others answer."),
       shrug},
      {"stout-woman",
       QT_TRANSLATE_NOOP(
           "Demo",
           "No X-ray was taken. The networks have learned from virtual patients what lies inside a body."),
       large_liver},
      {"tall-man",
       QT_TRANSLATE_NOOP(
           "Demo",
           "The picture is one likely inside for this outside. Nobody can see a liver from the skin."),
       standing},
      {"slim-tall-woman",
       QT_TRANSLATE_NOOP("Demo", "The people here are computed, too: from sizes such as stature and weight."),
       heavier},
      {"stout-man",
       QT_TRANSLATE_NOOP("Demo", "Each picture takes a moment on an ordinary computer. Nothing leaves it."),
       lying},
      {"small-woman",
       QT_TRANSLATE_NOOP(
           "Demo",
           "After each move the networks look for all markers anew, until picture and markers agree."),
       wide_pelvis},
      {"mean-man",
       QT_TRANSLATE_NOOP(
           "Demo",
           "Skiagraph is research software: its X-rays are synthetic and show nobody's real anatomy."),
       out}};
}

}  // namespace

double DemoEdit::share_at(double seconds) const {
  const double in_round = std::fmod(std::max(seconds, 0.0), round_seconds());
  const double way = in_round < way_seconds                  ? in_round
                     : in_round < way_seconds + stay_seconds ? way_seconds
                                                             : round_seconds() - in_round;
  const double x = std::clamp(way / way_seconds, 0.0, 1.0);
  return seconds >= this->seconds() ? 0 : x * x * (3 - 2 * x);
}

const std::vector<DemoScene>& demo_script() {
  static const std::vector<DemoScene> script = make_script();
  return script;
}

const bodies::BuiltInPerson& person_of(const DemoScene& scene) {
  const auto& people = bodies::built_in_people();
  const auto found = std::ranges::find(people, scene.person, &bodies::BuiltInPerson::name);
  if (found == people.end()) throw std::out_of_range("A scene names a person who is not built in.");
  return *found;
}

QString demo_text(const char* text) {
  return QCoreApplication::translate("Demo", text);
}

}  // namespace skiagraph::ui
