#include "ui/document/autosave.h"

#include <QFileInfo>
#include <QUuid>
#include <algorithm>
#include <exception>
#include <system_error>
#include <utility>

#include "core/base/write_file.h"
#include "core/io/session_file.h"
#include "ui/document/session_lock.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

std::filesystem::path lock_of(const std::filesystem::path& copy) {
  return std::filesystem::path(copy).replace_extension(".lock");
}

void remove_file(const std::filesystem::path& copy) {
  std::error_code error;
  std::filesystem::remove(copy, error);
}

/// What no living process has, and can be read. Autosaves are written whole or not at all.
std::vector<LostSession> lost_in(const std::filesystem::path& folder) {
  std::vector<LostSession> lost;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (!io::is_session_name(entry.path())) continue;
    std::shared_ptr<QLockFile> lock = try_lock(lock_of(entry.path()));
    if (!lock) continue;
    try {
      lost.push_back({entry.path(), io::read_session(entry.path()).saved_as,
                      QFileInfo(path_text(entry.path())).lastModified(), std::move(lock)});
    } catch (const Error&) {
      // Of a newer version of the program, perhaps, which will find it again.
    }
  }
  std::ranges::sort(lost, std::greater(), &LostSession::when);
  return lost;
}

}  // namespace

Autosave::Autosave(Document& document, std::filesystem::path folder, int interval_ms, QObject* parent)
    : QObject(parent), document_(document), folder_(std::move(folder)) {
  pool_.setMaxThreadCount(1);
  timer_.setSingleShot(true);
  timer_.setInterval(interval_ms);
  connect(&timer_, &QTimer::timeout, this, &Autosave::write);
  if (folder_.empty()) return;
  connect(&document_, &Document::changed, this, &Autosave::follow);
  connect(&document_, &Document::file_changed, this, &Autosave::follow);
}

/// This is no crash.
Autosave::~Autosave() {
  remove_copy();
  pool_.waitForDone();
}

void Autosave::follow() {
  if (!document_.modified()) {
    timer_.stop();
    remove_copy();
  } else if (!timer_.isActive()) {
    timer_.start();
  }
}

void Autosave::write() {
  if (!document_.modified()) return;
  copied_ = true;
  pool_.start([this, session = document_.session(), saved_as = document_.file()] {
    std::shared_ptr<const Error> error;
    try {
      write_on_thread(session, saved_as);
    } catch (const std::exception& exception) {
      error = std::make_shared<const Error>(readable_error(exception));
    }
    QMetaObject::invokeMethod(this, [this, session, error] { tell(session, error); });
  });
}

void Autosave::tell(const session::Session& session, const std::shared_ptr<const Error>& error) {
  if (!error) {
    told_failure_ = false;
    Q_EMIT written(session);
  } else if (!std::exchange(told_failure_, true)) {
    Q_EMIT failed(error);
  }
}

void Autosave::write_on_thread(const session::Session& session, const std::filesystem::path& saved_as) {
  if (copy_.empty()) {
    make_private_folder(folder_);
    copy_ = folder_ / (QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + ".skiagraph");
    lock_ = try_lock(lock_of(copy_));
  }
  write_file(copy_, session::to_json_text(session, {{}, {}, saved_as}));
}

void Autosave::remove_copy() {
  if (!std::exchange(copied_, false)) return;
  pool_.start([this] { remove_file(copy_); });
}

void Autosave::look_for_lost() {
  if (folder_.empty()) return;
  pool_.start([this] {
    const std::vector<LostSession> lost = lost_in(folder_);
    if (!lost.empty()) QMetaObject::invokeMethod(this, [this, lost] { Q_EMIT found(lost); });
  });
}

void Autosave::adopt(const LostSession& lost) {
  copied_ = true;
  pool_.start([this, lost] {
    if (!copy_.empty()) remove_file(copy_);
    copy_ = lost.autosave;
    lock_ = lost.lock;
  });
}

void Autosave::discard(const LostSession& lost) {
  pool_.start([lost] { remove_file(lost.autosave); });
}

}  // namespace skiagraph::ui
