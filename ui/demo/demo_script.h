#pragma once

#include <QString>
#include <string_view>
#include <vector>

#include "core/bodies/built_in_people.h"
#include "core/markers/marker_table.h"

namespace skiagraph::ui {

/// How far a marker goes from where the networks put it; mm towards the patient's left and head.
struct DemoMove {
  Marker marker;
  double left_mm, head_mm;
};

/// How much a size grows; mm or kg.
struct DemoGrowth {
  bodies::BodySize size;
  double by;
};

/// One guided edit: it comes softly, stays, and goes back, perhaps several times.
struct DemoEdit {
  const char* caption;  ///< English; see demo_text()
  Marker named;         ///< the marker whose name is shown
  std::vector<DemoMove> moves;
  std::vector<DemoGrowth> growths = {};
  double way_seconds = 3;  ///< there, and as long back
  double stay_seconds = 2;
  int times = 1;

  [[nodiscard]] double round_seconds() const { return 2 * way_seconds + stay_seconds; }
  [[nodiscard]] double seconds() const { return times * round_seconds(); }
  /// How much of it is done after so many seconds, from 0 to 1, without a jolt.
  [[nodiscard]] double share_at(double seconds) const;
};

/// One built-in person, what a visitor may know of the method, and an edit.
struct DemoScene {
  std::string_view person;  ///< its name in the table of built-in people
  const char* introduction;
  DemoEdit edit;
};

/// What the stand plays, over and over.
const std::vector<DemoScene>& demo_script();

/// The scene's person. Throws std::out_of_range when there is none of that name.
const bodies::BuiltInPerson& person_of(const DemoScene& scene);

/// A text of the script in the person's language.
QString demo_text(const char* text);

}  // namespace skiagraph::ui
