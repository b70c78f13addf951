#pragma once

#include <QObject>
#include <QThreadPool>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/error.h"
#include "core/base/remark.h"
#include "ui/document/document.h"
#include "ui/document/session_lock.h"

namespace skiagraph::ui {

/// Opens and saves the document's session, one file after the other, on a thread of its own. It notices when
/// another window has the file open and when another program has changed it. GUI thread.
class SessionFiles : public QObject {
  Q_OBJECT

 public:
  /// `locks`: the folder that tells which sessions are open; empty: nothing is told.
  SessionFiles(Document& document, std::filesystem::path locks, QObject* parent = nullptr);
  ~SessionFiles() override;

  /// Reads a session; when it is there the document begins with it. One that another window has open begins
  /// as a copy without a file.
  void open(const std::filesystem::path& path);
  /// The same of an autosave: the document begins with it as it was, not saved.
  void recover(const std::filesystem::path& autosave);

  enum class Replace : std::uint8_t { kWhatWasRead, kAnything };
  /// Writes the session; `then` is called when it is on the disk. A file that is no longer what was read or
  /// written here is replaced only with kAnything; else changed_on_disk() asks.
  void save(const std::filesystem::path& path, Replace replace, std::function<void()> then = {});

  /// Whether something is still being read or written.
  [[nodiscard]] bool busy() const { return under_way_ > 0; }
  /// Calls `act` when all that was asked for so far has been answered.
  void when_idle(std::function<void()> act);

 Q_SIGNALS:
  /// A session has been opened; what a person should know of it.
  void opened(const std::filesystem::path& path, const std::vector<skiagraph::Remark>& remarks);
  void saved(const QString& path);
  void changed_on_disk(const std::filesystem::path& path, const std::function<void()>& then);
  void failed(const std::shared_ptr<const skiagraph::Error>& error);

 private:
  /// What the thread knows of the document's file.
  struct OnDisk {
    SessionLock lock;
    std::string sha256;  ///< as it was read or written last; empty: nothing is known
  };
  struct Read;

  void read(const std::filesystem::path& path, bool autosave);
  Read read_on_thread(const std::filesystem::path& path, bool autosave);
  void begin(const std::filesystem::path& path, const Read& read);
  void write_on_thread(const std::filesystem::path& path, const session::Session& session, Replace replace);
  /// `work` on the thread, then `answer` here with its error, if it had one.
  void run(std::function<void()> work, std::function<void(const std::shared_ptr<const Error>&)> answer);

  Document& document_;
  std::filesystem::path locks_;
  int under_way_ = 0;
  OnDisk on_disk_;    ///< used on the thread alone
  QThreadPool pool_;  // last: its thread uses the others
};

}  // namespace skiagraph::ui
