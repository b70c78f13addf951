#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <new>
#include <random>

#include "core/io/session_file.h"
#include "tests/core/io/files.h"
#include "ui/document/autosave.h"
#include "ui/document/session_files.h"

using namespace skiagraph;
using namespace skiagraph::ui;
using std::filesystem::path;

namespace {

constexpr int kKills = 200, kMostMs = 60, kAutosaveMs = 10, kEditsForOneSave = 7;

/// How far processes have come, for the one that outlives them. The same memory for all.
struct Reached {
  std::atomic<int> edits = 0, autosaved = 0, saved = 0, autosaves = 0;
};

/// Which edit a session holds.
int edit_in(const session::Session& session) {
  const auto& body = std::get<bodies::SizeTargets>(session.body);
  return static_cast<int>(body[bodies::BodySize::kStature].value_or(0));
}

struct Application {
  int count = 1;
  char name[7] = "killed";
  char* arguments[2] = {name, nullptr};
  QCoreApplication application{count, arguments};
};

/// Edits and saves as fast as it can, until it is killed.
[[noreturn]] void edit_and_save(const path& folder, Reached& reached) {
  const Application application;
  Document document;
  SessionFiles files(document, folder / "open");
  Autosave autosave(document, folder / "autosave", kAutosaveMs);
  QObject::connect(&autosave, &Autosave::written, [&](const session::Session& session) {
    reached.autosaved = edit_in(session);
    ++reached.autosaves;
  });
  QTimer hand;
  QObject::connect(&hand, &QTimer::timeout, [&] {
    const int edit = reached.edits + 1;
    document.edit("Edit", [&](session::Session& s) {
      std::get<bodies::SizeTargets>(s.body)[bodies::BodySize::kStature] = edit;
    });
    reached.edits = edit;
    if (edit % kEditsForOneSave == 0)
      files.save(folder / "work.skiagraph", SessionFiles::Replace::kWhatWasRead,
                 [&, edit] { reached.saved = edit; });
  });
  hand.start(1);
  QCoreApplication::exec();
  _exit(0);
}

/// The newest edit that a file holds; every file must be whole.
int newest_edit_on_disk(const path& folder) {
  int newest = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!io::is_session_name(entry.path())) continue;
    const io::SessionFile file = io::read_session(entry.path());
    CHECK_FALSE(file.loss);
    newest = std::max(newest, edit_in(file.session));
  }
  return newest;
}

}  // namespace

TEST_CASE(
    "Killed at 200 moments of editing and saving, no file is damaged and nothing that was kept is lost") {
  const testing::TemporaryFolder folder;
  const path work = folder / "work";
  std::filesystem::create_directories(work);
  void* shared = mmap(nullptr, sizeof(Reached), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  REQUIRE(shared != MAP_FAILED);
  Reached& reached = *new (shared) Reached;
  std::mt19937 random(20180618);
  std::uniform_int_distribution<int> moment(0, kMostMs * 1000);
  for (int n = 0; n < kKills; ++n) {
    const int before = reached.edits;
    const pid_t process = fork();
    REQUIRE(process >= 0);
    if (process == 0) edit_and_save(work, reached);
    while (reached.edits == before && waitpid(process, nullptr, WNOHANG) == 0) usleep(500);
    usleep(static_cast<useconds_t>(moment(random)));
    kill(process, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(process, &status, 0) == process);
    REQUIRE(WIFSIGNALED(status));
    const int kept = std::max(reached.autosaved.load(), reached.saved.load()),
              on_disk = newest_edit_on_disk(work);
    CHECK(on_disk >= kept);
    CHECK(on_disk <= reached.edits + 1);  // it may have died before it could say so
  }
  CHECK(reached.saved > 0);
  CHECK(reached.autosaves > kKills / 2);

  // The next start finds what they left behind, and none of them still holds the session.
  const Application application;
  Document document;
  Autosave autosave(document, work / "autosave");
  std::vector<LostSession> lost;
  QObject::connect(&autosave, &Autosave::found, [&](const auto& found) { lost = found; });
  autosave.look_for_lost();
  while (lost.empty()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  for (const LostSession& one : lost)
    if (!one.saved_as.empty()) CHECK(one.saved_as == work / "work.skiagraph");
  SessionFiles files(document, work / "open");
  bool opened = false;
  QObject::connect(&files, &SessionFiles::opened, [&](const path&, const std::vector<Remark>& remarks) {
    opened = true;
    CHECK(remarks.empty());
  });
  files.recover(lost.front().autosave);
  while (!opened) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  CHECK(document.modified());
}
