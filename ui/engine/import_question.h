#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/geometry/body_axes.h"
#include "core/session/session.h"
#include "ui/engine/loaded_body.h"
#include "ui/engine/scan_picture.h"

namespace skiagraph::ui {

/// What a person can settle about a scan.
enum class ImportPart : std::uint8_t { kUnit, kOrientation, kLevels, kAxes, kSpacing, kValues, kSeries };

/// The part that settles a refusal or a doubtful remark with this code; nothing when none does.
std::optional<ImportPart> part_settling(const std::string& code);

/// How a scan reads with what the person has settled so far.
struct ImportTrial {
  session::ScanSource source;              ///< as it was tried
  std::shared_ptr<const LoadedBody> body;  ///< null when it is refused
  std::shared_ptr<const Error> error;      ///< why
  std::optional<ScanPicture> front, left;  ///< as far as anything can be shown
  std::optional<geometry::BodyAxes> axes;  ///< of a surface: of `front`, in the file's axes
};

/// What in a trial asks for a person's word: its refusal, or the first doubtful remark that can be settled.
/// Nothing when the reading is sure, or nobody can help.
std::optional<ImportPart> asked_part(const LoadedBody* body, const Error* error);

}  // namespace skiagraph::ui
