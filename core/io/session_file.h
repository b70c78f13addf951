#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/remark.h"
#include "core/session/session_json.h"

namespace skiagraph::io {

/// ".skiagraph" at the end of the name.
bool is_session_name(const std::filesystem::path& path);

/// A session from a file.
struct SessionFile {
  session::Session session;        ///< its scan where it is now
  std::filesystem::path saved_as;  ///< of an autosave: where the session was saved last
  std::optional<Remark> loss;      ///< what a damaged file has lost
  std::string sha256;              ///< of the file as it was read
};

/// Reads a session, and of a damaged one what can be read. A scan that was moved together with the session's
/// file is found beside it. May be called on any thread. Throws InputError: no file, no session, of a newer
/// version.
SessionFile read_session(const std::filesystem::path& path);

/// What a session's file holds. The scan is named by its own place and, so that both can be moved together,
/// as seen from `folder`, where the session is saved. Throws InputError when a session cannot hold its name.
std::string session_text(const session::Session& session, const std::filesystem::path& folder);

}  // namespace skiagraph::io
