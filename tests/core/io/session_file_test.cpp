#include "core/io/session_file.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/io/checksum.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using std::filesystem::path;

namespace {

/// A folder with a session and its scan, as saved there.
struct Saved {
  TemporaryFolder folder;
  path scan = path(folder / "work") / "scans" / "a.ply", file = path(folder / "work") / "study.skiagraph";

  Saved() {
    std::filesystem::create_directories(scan.parent_path());
    write_file(scan, "a scan");
    session::Session session;
    session.body = session::ScanSource{scan, sha256(scan), {}};
    write_file(file, session_text(session, file.parent_path()));
  }
  /// Where the session finds its scan.
  [[nodiscard]] static path found(const path& session_file) {
    return std::get<session::ScanSource>(read_session(session_file).session.body).path;
  }
};

}  // namespace

TEST_CASE("A session finds its scan where it was") {
  const Saved saved;
  CHECK(Saved::found(saved.file) == saved.scan);
  CHECK_FALSE(read_session(saved.file).loss);
  CHECK(read_session(saved.file).sha256 == sha256(saved.file));
}

TEST_CASE("A scan that was moved together with the session is found beside it") {
  const Saved saved;
  const path elsewhere = saved.folder / "elsewhere";
  std::filesystem::rename(saved.folder / "work", elsewhere);
  CHECK(Saved::found(elsewhere / "study.skiagraph") == elsewhere / "scans" / "a.ply");
}

TEST_CASE("A real X-ray that was moved together with the session is found beside it") {
  const Saved saved;
  session::Session session = read_session(saved.file).session;
  const path film = saved.folder / "work" / "film.png";
  write_file(film, "a film");
  session.partial_xray.emplace();
  session.partial_xray->path = film;
  session.partial_xray->sha256 = sha256(film);
  write_file(saved.file, session_text(session, saved.file.parent_path()));
  CHECK(read_session(saved.file).session.partial_xray->path == film);
  const path elsewhere = saved.folder / "elsewhere";
  std::filesystem::rename(saved.folder / "work", elsewhere);
  CHECK(read_session(elsewhere / "study.skiagraph").session.partial_xray->path == elsewhere / "film.png");
}

TEST_CASE("Of a copied folder the copy is used, unless only the other scan is still the same") {
  const Saved saved;
  const path copy = saved.folder / "copy";
  std::filesystem::copy(saved.folder / "work", copy, std::filesystem::copy_options::recursive);
  CHECK(Saved::found(copy / "study.skiagraph") == copy / "scans" / "a.ply");
  write_file(copy / "scans" / "a.ply", "another scan");
  CHECK(Saved::found(copy / "study.skiagraph") == saved.scan);
}

TEST_CASE("A session that was moved alone still names where its scan was") {
  const Saved saved;
  const path elsewhere = saved.folder / "study.skiagraph";
  std::filesystem::rename(saved.file, elsewhere);
  CHECK(Saved::found(elsewhere) == saved.scan);
  std::filesystem::remove(saved.scan);
  CHECK(Saved::found(elsewhere) == saved.scan);
}

TEST_CASE("A file that is missing, a folder or a film is no session") {
  const TemporaryFolder folder;
  const auto code = [](const path& file) {
    try {
      read_session(file);
    } catch (const InputError& error) {
      return error.code();
    }
    return std::string("read");
  };
  write_file(folder / "film.skiagraph", std::string(5'000'000, '['));
  write_file(folder / "empty.skiagraph", "");
  CHECK(code(folder / "none.skiagraph") == "file.missing");
  CHECK(code(folder / ".") == "file.unreadable");
  CHECK(code(folder / "film.skiagraph") == "session.damaged");
  CHECK(code(folder / "empty.skiagraph") == "session.damaged");
}
