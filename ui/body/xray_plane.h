#pragma once

#include <memory>

#include "core/imaging/window_level.h"
#include "ui/body/body_picture.h"
#include "ui/engine/result.h"

namespace skiagraph::ui {

/// The X-ray where it lies in the body: its own place and size, halfway between neck and pubic symphysis in
/// depth. Nothing is shown outside the body's outline.
std::shared_ptr<const XrayPlane> xray_plane(const Result& result, const imaging::WindowLevel& window_level);

}  // namespace skiagraph::ui
