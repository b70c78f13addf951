#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "core/base/vector.h"
#include "core/bodies/body_sizes.h"
#include "core/geometry/scan_alignment.h"
#include "core/imaging/window_level.h"
#include "core/markers/marker_table.h"

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

/// Where the body comes from: a body model of one sex with the sizes asked for, or a scan.
using BodySource = std::variant<bodies::SizeTargets, ScanSource>;

/// Where the person holds markers; pixels of the canonical frame, in the order of the marker table.
using Pins = std::array<std::optional<Pixel>, kMarkerCount>;

/// What part of the X-ray the pane shows.
struct XrayViewport {
  double zoom = 1;  ///< screen pixels for each pixel of the X-ray
  Pixel centre;     ///< shown in the middle of the pane

  friend bool operator==(const XrayViewport&, const XrayViewport&) = default;
};

/// The standard views of the body; the sides are the patient's. From above the face is at the top of the
/// picture, and from below too.
enum class BodySide : std::uint8_t { kFront, kBack, kLeft, kRight, kTop, kBottom };

/// A camera that the person turned by hand; patient frame, mm.
struct BodyCamera {
  Vec3 position, focal_point, up;

  friend bool operator==(const BodyCamera&, const BodyCamera&) = default;
};

/// How the X-ray of a CT is shown with the predicted one.
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

  friend bool operator==(const View&, const View&) = default;
};

/// Everything that a person made and wants to find again. A plain value: copy it, compare it, save it.
struct Session {
  BodySource body;
  Pins pins{};
  View view;

  friend bool operator==(const Session&, const Session&) = default;
};

/// Calls visit(name, field) for every field of a session, const or not. Saving and reading
/// visit every field through it; a new field is added to Session and here.
template <class AnySession, class Visit>
void visit_fields(AnySession& session, const Visit& visit) {
  visit("body", session.body);
  visit("pins", session.pins);
  visit("view", session.view);
}

}  // namespace skiagraph::session
