#pragma once

#include "core/session/session.h"

namespace skiagraph::ui {

/// How the person last liked pictures and markers to be drawn: window, level, margins, names. It is kept for
/// the next start, in the person's settings. What cannot be used there is as at the first start.
session::View remembered_view();
void remember_view(const session::View& view);

}  // namespace skiagraph::ui
