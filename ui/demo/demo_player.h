#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <cstdint>
#include <functional>
#include <vector>

#include "ui/app/app.h"
#include "ui/demo/demo_script.h"

namespace skiagraph::ui {

/// Plays the stand's script on a document of its own, hands over to a visitor, and takes over again after a
/// pause. What the engine cannot do goes to stderr, and the next person comes; nothing of it is shown. The
/// document keeps no history, so that nothing grows. GUI thread.
class DemoPlayer : public QObject {
  Q_OBJECT

 public:
  enum class Mode : std::uint8_t {
    kPlaying,
    kVisiting,   ///< somebody is there
    kReturning,  ///< the curtain falls; a touch lifts it again
  };
  /// Seconds; only differences count.
  using Clock = std::function<double()>;

  static constexpr double kPauseSeconds = 60;

  DemoPlayer(const App& app, std::vector<DemoScene> script, Clock clock, QObject* parent = nullptr);

  /// Begins with the first scene. The engine is started by its owner.
  void start();
  /// Without a touch for so long the visitor has gone.
  void set_pause(double seconds) { pause_seconds_ = seconds; }
  /// Goes to the present time; a timer does it.
  void advance();
  /// Somebody is there.
  void touch();
  /// For the visitor: the next built-in person, and this person as it was at first.
  void show_next_person();
  void reset();

  [[nodiscard]] Mode mode() const { return mode_; }
  /// What is said now, in the person's language.
  [[nodiscard]] QString caption() const;
  /// How much of the picture is hidden, from 0 to 1.
  [[nodiscard]] double curtain() const { return curtain_; }
  /// How far the body is turned while its person is introduced; positive: its front goes to the right.
  [[nodiscard]] double turn_degrees() const;
  [[nodiscard]] const bodies::BuiltInPerson& person() const;
  /// How many scenes have come to their end.
  [[nodiscard]] int scenes_played() const { return scenes_played_; }

 Q_SIGNALS:
  /// mode(), caption(), curtain(), turn_degrees() or person() may be another.
  void changed();

 private:
  enum class Phase : std::uint8_t {
    kComing,   ///< the curtain is down until the person's X-ray is at rest
    kTelling,  ///< the introduction; the curtain rises
    kEditing,  ///< something moves
    kLeaving,  ///< the curtain falls
  };

  void play();
  void begin_scene();
  void enter(Phase phase);
  void begin_edit();
  void show_edit();
  void show_person(std::size_t person);
  [[nodiscard]] bool did_not_come() const;
  [[nodiscard]] bool is_there() const;
  [[nodiscard]] const DemoScene& scene() const { return script_[scene_]; }
  [[nodiscard]] double elapsed() const { return clock_() - since_; }
  void set_curtain();

  App app_;
  std::vector<DemoScene> script_;
  Clock clock_;
  QTimer timer_;
  double pause_seconds_ = kPauseSeconds;
  Mode mode_ = Mode::kPlaying;
  Phase phase_ = Phase::kComing;
  std::size_t scene_ = 0;
  std::size_t person_ = 0;  ///< of the built-in ones
  double since_ = 0;        ///< when mode or phase began
  double last_touch_ = 0;
  double curtain_ = 1;
  bool failed_ = false;  ///< in this scene
  bool hidden_ = false;  ///< there is nothing to show in it
  int scenes_played_ = 0;
  Document::PreviewId preview_ = 0;
  MarkerPositions first_places_{};  ///< before the edit
  bodies::BodySizes first_sizes_{};
};

}  // namespace skiagraph::ui
