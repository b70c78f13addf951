#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "core/base/vector.h"
#include "core/bodies/body_sizes.h"
#include "core/geometry/canonical_frame.h"
#include "core/geometry/scan_alignment.h"
#include "core/imaging/window_level.h"
#include "core/markers/marker_table.h"

namespace skiagraph::session {

/// A body surface in a file.
struct ScanSource {
  std::filesystem::path path;
  std::string sha256;  ///< of the file when it was opened; lower-case hexadecimal
  geometry::AlignmentOverrides overrides;

  friend bool operator==(const ScanSource&, const ScanSource&) = default;
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

/// The standard views of the body; the sides are the patient's.
enum class BodySide : std::uint8_t { kFront, kBack, kLeft, kRight };

/// A camera that the person turned by hand; patient frame, mm.
struct BodyCamera {
  Vec3 position, focal_point, up;

  friend bool operator==(const BodyCamera&, const BodyCamera&) = default;
};

/// How the person looks at body and X-ray. It is saved and not undone.
struct View {
  imaging::WindowLevel window_level = imaging::kDefaultWindowLevel;
  std::optional<XrayViewport> xray;  ///< nothing: the whole X-ray
  BodySide side = BodySide::kFront;
  std::optional<BodyCamera> camera;  ///< nothing: the whole body, seen from `side`

  friend bool operator==(const View&, const View&) = default;
};

/// Everything that a person made and wants to find again. A plain value: copy it, compare it, save it.
struct Session {
  BodySource body;
  geometry::CanonicalFrame frame;  ///< of all pixels below; see in_frame()
  Pins pins{};
  View view;

  friend bool operator==(const Session&, const Session&) = default;
};

/// Calls visit(name, field) for every field of a session, const or not. Saving and reading
/// visit every field through it; a new field is added to Session and here.
template <class AnySession, class Visit>
void visit_fields(AnySession& session, const Visit& visit) {
  visit("body", session.body);
  visit("frame", session.frame);
  visit("pins", session.pins);
  visit("view", session.view);
}

}  // namespace skiagraph::session
