#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "core/base/vector.h"
#include "core/bodies/body_sizes.h"
#include "core/geometry/canonical_frame.h"
#include "core/geometry/scan_alignment.h"
#include "core/imaging/window_level.h"
#include "core/markers/marker_table.h"
#include "core/scan_range/plan.h"

namespace skiagraph::session {

/// What a person says about a CT whose file does not say it, as on the command line; empty: the file says it.
struct CtSettings {
  std::string axes;     ///< "LPS"
  std::string spacing;  ///< "0.8,0.8,2.5" in mm
  std::string values;   ///< "24,1024" of air and water
  std::string series;   ///< its number in the list, or its UID

  friend bool operator==(const CtSettings&, const CtSettings&) = default;
};

/// A body surface in a file, or the skin of a CT in a file or folder.
struct ScanSource {
  std::filesystem::path path;
  std::string sha256;  ///< of the file when it was opened; lower-case hexadecimal; empty for a folder
  geometry::AlignmentOverrides overrides;
  std::optional<CtSettings> ct = {};  ///< of a CT

  friend bool operator==(const ScanSource&, const ScanSource&) = default;
};

/// A real X-ray of part of the body, in a file, as it lies on the predicted one.
struct PartialXray {
  std::filesystem::path path;
  std::string sha256;                ///< of the file when it was opened; empty for a folder
  std::optional<double> spacing_mm;  ///< from pixel to pixel in the body, in place of what the file says
  bool negative = false;             ///< bone is dark in the picture
  double magnification = 1;          ///< size of the body in the picture over what its spacing says
  std::optional<Vec3> place;  ///< of the picture's centre; patient frame, mm, y 0; nothing: it is found

  friend bool operator==(const PartialXray&, const PartialXray&) = default;
};

/// What counts as different from a healthy person's X-ray.
struct AnomalyCriterion {
  bool plain = false;               ///< differences as in the paper, in place of scores
  std::optional<double> threshold;  ///< nothing: as calibrated

  friend bool operator==(const AnomalyCriterion&, const AnomalyCriterion&) = default;
};

/// Where the body comes from: a body model of one sex with the sizes asked for, or a scan.
using BodySource = std::variant<bodies::SizeTargets, ScanSource>;

/// Where the person holds markers; pixels of the session's frame, in the order of the marker table.
using Pins = std::array<std::optional<Pixel>, kMarkerCount>;

/// What part of the X-ray the pane shows.
struct XrayViewport {
  double zoom = 1;  ///< screen pixels for each pixel of the X-ray
  Pixel centre;     ///< shown in the middle of the pane

  friend bool operator==(const XrayViewport&, const XrayViewport&) = default;
};

/// Markers that the person's hand cannot move, in the order of the marker table.
using Locks = std::array<bool, kMarkerCount>;

/// A distance that the person measured on the X-ray, between two places of the patient frame; mm, y 0.
struct Measurement {
  Vec3 from, to;

  friend bool operator==(const Measurement&, const Measurement&) = default;
};

/// A point that the person marked in an X-ray, and where the markers of that X-ray were: so it can be drawn
/// again, and the point followed into another one. Patient frame, mm, y 0.
struct Annotation {
  Vec3 place;
  std::array<Vec3, kMarkerCount> markers;

  friend bool operator==(const Annotation&, const Annotation&) = default;
};

/// By the name that the person gave.
using Annotations = std::map<std::string, Annotation>;
inline constexpr std::size_t kMostAnnotations = 50, kLongestAnnotationName = 60;

/// How the X-ray is set beside the one before editing: the same body without pins.
enum class ComparisonMode : std::uint8_t { kOff, kSplit, kBlend, kDifference };

struct Comparison {
  ComparisonMode mode = ComparisonMode::kOff;
  double before =
      0.5;  ///< 0 to 1: of the pane's width, or in each pixel, what shows the state before editing

  friend bool operator==(const Comparison&, const Comparison&) = default;
};

/// Groups of markers that are not drawn and cannot be grabbed, in the order of the group table.
using HiddenGroups = std::array<bool, kMarkerGroupCount>;

/// The standard views of the body; the sides are the patient's. From above the face is at the top of the
/// picture, and from below too.
enum class BodySide : std::uint8_t { kFront, kBack, kLeft, kRight, kTop, kBottom };

/// A camera that the person turned by hand; patient frame, mm.
struct BodyCamera {
  Vec3 position, focal_point, up;

  friend bool operator==(const BodyCamera&, const BodyCamera&) = default;
};

/// How a true X-ray, a CT's or a real one of part of the body, is shown with the predicted one.
enum class CtView : std::uint8_t { kHidden, kBeside, kWipe, kDifference };

/// How the person looks at body and X-ray. It is saved and not undone.
struct View {
  imaging::WindowLevel window_level = imaging::kDefaultWindowLevel;
  std::optional<XrayViewport> xray;  ///< nothing: the whole X-ray
  BodySide side = BodySide::kFront;
  std::optional<BodyCamera> camera;  ///< nothing: the whole body, seen from `side`
  double body_opacity = 1;           ///< of the skin: 1 hides what is inside, 0 cannot be seen
  bool xray_in_body = false;         ///< the X-ray stands as a plane inside the body
  bool level_handles = true;         ///< neck and pubic symphysis, on the body
  bool all_labels = true;            ///< names of all markers, not of the highlighted one alone
  CtView ct = CtView::kBeside;
  double wipe = 0.5;                ///< the share of the pane, from the left, that shows the prediction
  std::set<std::string> dismissed;  ///< codes of the remarks on this body that need not be shown any more
  HiddenGroups hidden_groups{};
  bool anomalies = false;  ///< what differs from a healthy person's X-ray is drawn
  bool margins = false;    ///< 95 % margins of all markers, not of the highlighted one alone
  Comparison comparison;

  friend bool operator==(const View&, const View&) = default;
};

/// Everything that a person made and wants to find again. A plain value: copy it, compare it, save it.
struct Session {
  BodySource body;
  geometry::CanonicalFrame frame;  ///< of all pixels below; see in_frame()
  Pins pins{};
  Locks locks{};
  std::optional<Measurement> measurement;
  std::optional<scan_range::Plan> scan_range;  ///< nothing: none is planned
  std::optional<PartialXray> partial_xray;     ///< nothing: there is none
  AnomalyCriterion anomalies;
  Annotations annotations;
  View view;

  friend bool operator==(const Session&, const Session&) = default;
};

/// What was made on one body and means nothing on another goes.
inline void clear_edits(Session& session) {
  session.pins = {};
  session.locks = {};
  session.measurement.reset();
  session.partial_xray.reset();
  session.annotations.clear();
  // The region is what is asked for, on the next body too.
  if (auto& plan = session.scan_range)
    plan->top_mm = plan->bottom_mm = plan->right_mm = plan->left_mm = std::nullopt;
}

inline bool is_shown(const View& view, int marker) {
  const MarkerGroup group = marker_table()[static_cast<std::size_t>(marker)].group;
  return !view.hidden_groups[static_cast<std::size_t>(group)];
}

/// Calls visit(name, field) for every field of a session, const or not. Saving and reading
/// visit every field through it; a new field is added to Session and here.
template <class AnySession, class Visit>
void visit_fields(AnySession& session, const Visit& visit) {
  visit("body", session.body);
  visit("frame", session.frame);
  visit("pins", session.pins);
  visit("locks", session.locks);
  visit("measurement", session.measurement);
  visit("scan_range", session.scan_range);
  visit("partial_xray", session.partial_xray);
  visit("anomalies", session.anomalies);
  visit("annotations", session.annotations);
  visit("view", session.view);
}

}  // namespace skiagraph::session
