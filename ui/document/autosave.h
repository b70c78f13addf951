#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/error.h"
#include "ui/document/document.h"

namespace skiagraph::ui {

/// A session that a window left behind when it ended without being closed. It is kept from other windows as
/// long as the lock is held.
struct LostSession {
  std::filesystem::path autosave;
  std::filesystem::path saved_as;  ///< empty: it was never saved
  QDateTime when;
  std::shared_ptr<QLockFile> lock;
};

/// Keeps a copy of a modified session in the user's folder, every few seconds of work and on a thread of its
/// own. The copy goes when all is saved and when the window is closed; after a crash or a power loss it is
/// still there. GUI thread.
class Autosave : public QObject {
  Q_OBJECT

 public:
  static constexpr int kIntervalMs = 2000;

  /// `folder`: where the copies are; empty: none are kept.
  Autosave(Document& document, std::filesystem::path folder, int interval_ms = kIntervalMs,
           QObject* parent = nullptr);
  ~Autosave() override;

  /// Looks for what other windows left behind, the newest first; answers with found(), or not at all.
  void look_for_lost();
  /// The document goes on with this one: its copy becomes this document's.
  void adopt(const LostSession& lost);
  /// Nobody wants it.
  void discard(const LostSession& lost);

 Q_SIGNALS:
  void found(const std::vector<skiagraph::ui::LostSession>& lost);
  /// This state of the session is on the disk.
  void written(const skiagraph::session::Session& session);
  /// Once, until writing succeeds again.
  void failed(const std::shared_ptr<const skiagraph::Error>& error);

 private:
  void follow();
  void write();
  void write_on_thread(const session::Session& session, const std::filesystem::path& saved_as);
  void tell(const session::Session& session, const std::shared_ptr<const Error>& error);
  void remove_copy();

  Document& document_;
  std::filesystem::path folder_;
  QTimer timer_;
  bool copied_ = false;  ///< there is a copy, or there will be
  bool told_failure_ = false;
  // Used on the thread alone.
  std::filesystem::path copy_;
  std::shared_ptr<QLockFile> lock_;
  QThreadPool pool_;  // last: its thread uses the others
};

}  // namespace skiagraph::ui
