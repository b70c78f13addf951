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

bool is_this_scan(const path& file, const std::string& checksum) try {
  return checksum.empty() || sha256(file) == checksum;
} catch (const InputError&) {
  return false;
}

/// A session that was copied with its scan uses the copy, unless only the other one is still the same scan.
path found_scan(const session::ScanSource& scan, const path& beside) {
  std::error_code error;
  if (beside.empty() || beside == scan.path || !std::filesystem::exists(beside, error)) return scan.path;
  if (!std::filesystem::exists(scan.path, error) || is_this_scan(beside, scan.sha256)) return beside;
  return is_this_scan(scan.path, scan.sha256) ? scan.path : beside;
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
  if (auto* scan = std::get_if<session::ScanSource>(&result.session.body)) {
    const path& relative = read.whereabouts.relative_scan;
    const path folder = std::filesystem::absolute(file).parent_path();
    const path beside = relative.empty() ? path() : (folder / relative).lexically_normal();
    if (scan->path.is_relative()) scan->path = folder / scan->path;
    scan->path = found_scan(*scan, beside);
  }
  return result;
}

std::string session_text(const session::Session& session, const path& folder) {
  session::Whereabouts whereabouts;
  if (const auto* scan = std::get_if<session::ScanSource>(&session.body))
    whereabouts.relative_scan = std::filesystem::absolute(scan->path)
                                    .lexically_normal()
                                    .lexically_relative(std::filesystem::absolute(folder).lexically_normal());
  return to_json_text(session, whereabouts);
}

}  // namespace skiagraph::io
