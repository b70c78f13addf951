#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/remark.h"
#include "core/session/session.h"

namespace skiagraph::session {

/// What a session's file says beside the session; any may be empty.
struct Whereabouts {
  std::filesystem::path relative_scan;  ///< the scan, as seen from the folder of the session's file
  std::filesystem::path relative_xray;  ///< likewise the real X-ray
  std::filesystem::path saved_as;       ///< of an autosave: the file that the session was saved in last
};

/// A session as a text held it.
struct ReadSession {
  Session session;
  Whereabouts whereabouts;
  /// What the text holds and this program cannot use, such as "pins.liver_top"; it has its default value.
  std::vector<std::string> lost;
};

/// A session as JSON, with the format's name and version. Throws InputError when the name of a scan is not
/// UTF-8, which JSON cannot hold.
std::string to_json_text(const Session& session, const Whereabouts& whereabouts = {});

/// Reads what to_json_text() gives, and of a damaged text what can be read. What an older version does not
/// know has its default value. `source`: the file's name, for the sentence of an error. Throws InputError: no
/// JSON, no session, of a newer version.
ReadSession from_json_text(std::string_view text, const std::string& source);

/// One sentence that names what was lost; nothing when all was read.
std::optional<Remark> loss(const ReadSession& read, const std::string& source);

}  // namespace skiagraph::session
