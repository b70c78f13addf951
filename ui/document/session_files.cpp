#include "ui/document/session_files.h"

#include <exception>
#include <utility>

#include "core/base/write_file.h"
#include "core/io/checksum.h"
#include "core/io/session_file.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

constexpr const char* kChanged = "session.changed_on_disk";

/// A device never ends.
std::string checksum_if_there(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error) ? io::sha256(path) : std::string();
}

}  // namespace

struct SessionFiles::Read {
  io::SessionFile content;
  std::filesystem::path file;  ///< the document's; empty: it is a copy
  std::vector<Remark> remarks;
  bool modified = false;
};

SessionFiles::SessionFiles(Document& document, std::filesystem::path locks, QObject* parent)
    : QObject(parent), document_(document), locks_(std::move(locks)) {
  pool_.setMaxThreadCount(1);
}

SessionFiles::~SessionFiles() {
  pool_.waitForDone();
}

void SessionFiles::run(std::function<void()> work,
                       std::function<void(const std::shared_ptr<const Error>&)> answer) {
  ++under_way_;
  pool_.start([this, work = std::move(work), answer = std::move(answer)] {
    std::shared_ptr<const Error> error;
    try {
      work();
    } catch (const std::exception& exception) {
      error = std::make_shared<const Error>(readable_error(exception));
    }
    QMetaObject::invokeMethod(this, [this, answer, error] {
      --under_way_;
      answer(error);
    });
  });
}

void SessionFiles::when_idle(std::function<void()> act) {
  run([] {}, [act = std::move(act)](const auto&) { act(); });
}

void SessionFiles::open(const std::filesystem::path& path) {
  read(std::filesystem::absolute(path), false);
}

void SessionFiles::recover(const std::filesystem::path& autosave) {
  read(autosave, true);
}

void SessionFiles::read(const std::filesystem::path& path, bool autosave) {
  const auto result = std::make_shared<Read>();
  run([this, path, autosave, result] { *result = read_on_thread(path, autosave); },
      [this, path, result](const std::shared_ptr<const Error>& error) {
        if (error) {
          Q_EMIT failed(error);
        } else {
          begin(path, *result);
        }
      });
}

SessionFiles::Read SessionFiles::read_on_thread(const std::filesystem::path& path, bool autosave) {
  Read read;
  read.content = io::read_session(path);
  read.file = autosave ? read.content.saved_as : path;
  read.modified = autosave;
  if (read.content.loss) read.remarks.push_back(*read.content.loss);
  if (!read.file.empty() && read.file != on_disk_.lock.file) {
    SessionLock lock = lock_session(read.file, locks_);
    if (lock.elsewhere) {
      read.remarks.push_back({.code = "session.open_elsewhere",
                              .title = "Open in another window",
                              .sentence =
                                  "\"{}\" is open in another window; this is a copy of it, to be saved "
                                  "under another name.",
                              .arguments = {read.file.string()}});
      read.file.clear();
      read.modified = true;
    } else {
      on_disk_.lock = std::move(lock);
    }
  }
  if (read.file.empty()) {
    on_disk_ = {};
  } else {
    on_disk_.sha256 = autosave ? checksum_if_there(read.file) : read.content.sha256;
  }
  return read;
}

void SessionFiles::begin(const std::filesystem::path& path, const Read& read) {
  document_.begin(read.content.session, read.file, read.modified);
  Q_EMIT opened(path, read.remarks);
}

void SessionFiles::save(const std::filesystem::path& path, Replace replace, std::function<void()> then) {
  const std::filesystem::path file = std::filesystem::absolute(path);
  const session::Session session = document_.committed();
  run([this, file, session, replace] { write_on_thread(file, session, replace); },
      [this, file, session, then = std::move(then)](const std::shared_ptr<const Error>& error) {
        if (error && error->code() == kChanged) {
          Q_EMIT changed_on_disk(file, then);
        } else if (error) {
          Q_EMIT failed(error);
        } else {
          document_.mark_saved(session, file);
          Q_EMIT saved(path_text(file));
          if (then) then();
        }
      });
}

void SessionFiles::write_on_thread(const std::filesystem::path& path, const session::Session& session,
                                   Replace replace) {
  const bool same_file = path == on_disk_.lock.file;
  if (same_file && replace == Replace::kWhatWasRead) {
    const std::string now = checksum_if_there(path);
    if (!now.empty() && now != on_disk_.sha256)
      throw InputError(kChanged, "Another program has changed \"{}\" since it was opened.", path);
  }
  SessionLock lock;
  if (!same_file) lock = lock_session(path, locks_);
  if (lock.elsewhere)
    throw InputError("session.in_use", "\"{}\" is open in another window; save under another name.", path);
  const std::string text = io::session_text(session, path.parent_path());
  write_file(path, text);
  if (!same_file) on_disk_.lock = std::move(lock);
  on_disk_.sha256 = io::sha256_of(text);
}

}  // namespace skiagraph::ui
