#pragma once

#include "core/session/session.h"

namespace skiagraph::session {

/// The same session for networks of another frame: every place is where it was between the levels of neck and
/// pubic symphysis. A pin that the other frame does not reach lies on its edge. In its own frame a session
/// stays the same to the last bit.
Session in_frame(Session session, const geometry::CanonicalFrame& frame);

}  // namespace skiagraph::session
