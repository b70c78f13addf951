#pragma once

#include <string>
#include <string_view>

#include "core/session/session.h"

namespace skiagraph::session {

/// A session as JSON, with the format's name and version. Throws InputError when the name of a scan is not
/// UTF-8, which JSON cannot hold.
std::string to_json_text(const Session& session);

/// Reads what to_json_text() gives. What an older version does not know has its default value. `source`: the
/// file's name, for the sentence of an error. Throws InputError: no JSON, no session, of a newer version, a
/// field that is unknown, of a wrong type, or not finite.
Session from_json_text(std::string_view text, const std::string& source);

}  // namespace skiagraph::session
