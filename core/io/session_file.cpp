#include "core/io/session_file.h"

#include <fstream>
#include <system_error>
#include <utility>
#include <variant>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/checksum.h"

namespace skiagraph::io {
namespace {

using std::filesystem::path;

/// A session is a page of text; a film under its name is none.
std::string content(const path& file) {
  constexpr std::size_t kMostBytes = 4'000'000;
  std::error_code error;
  if (!std::filesystem::exists(file, error))
    throw InputError("file.missing", "There is no file \"{}\".", file);
  std::ifstream in(file, std::ios::binary);
  std::string text(kMostBytes, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad() || (in.gcount() == 0 && !in.eof()))
    throw InputError("file.unreadable", "\"{}\" cannot be read.", file);
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

bool is_this_file(const path& file, const std::string& checksum) try {
  return checksum.empty() || sha256(file) == checksum;
} catch (const InputError&) {
  return false;
}

/// A session that was copied with its files uses the copies, unless only the other one is still the same.
path found(path file, const std::string& checksum, const path& folder, const path& relative) {
  if (file.is_relative()) file = folder / file;
  const path beside = relative.empty() ? path() : (folder / relative).lexically_normal();
  std::error_code error;
  if (beside.empty() || beside == file || !std::filesystem::exists(beside, error)) return file;
  if (!std::filesystem::exists(file, error) || is_this_file(beside, checksum)) return beside;
  return is_this_file(file, checksum) ? file : beside;
}

path seen_from(const path& folder, const path& file) {
  return std::filesystem::absolute(file).lexically_normal().lexically_relative(
      std::filesystem::absolute(folder).lexically_normal());
}

}  // namespace

bool is_session_name(const path& file) {
  return lower_case(file.extension().string()) == ".skiagraph";
}

SessionFile read_session(const path& file) {
  const std::string text = content(file);
  session::ReadSession read = session::from_json_text(text, file.string());
  SessionFile result{std::move(read.session), read.whereabouts.saved_as, loss(read, file.string()),
                     sha256_of(text)};
  const path folder = std::filesystem::absolute(file).parent_path();
  if (auto* scan = std::get_if<session::ScanSource>(&result.session.body))
    scan->path = found(scan->path, scan->sha256, folder, read.whereabouts.relative_scan);
  if (auto& xray = result.session.partial_xray)
    xray->path = found(xray->path, xray->sha256, folder, read.whereabouts.relative_xray);
  return result;
}

std::string session_text(const session::Session& session, const path& folder) {
  session::Whereabouts whereabouts;
  if (const auto* scan = std::get_if<session::ScanSource>(&session.body))
    whereabouts.relative_scan = seen_from(folder, scan->path);
  if (session.partial_xray) whereabouts.relative_xray = seen_from(folder, session.partial_xray->path);
  return to_json_text(session, whereabouts);
}

}  // namespace skiagraph::io
