#pragma once

#include <QObject>
#include <QUndoStack>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "core/session/session.h"

namespace skiagraph::ui {

/// Owns the session: what the person made. It is the only way to change anything in it, and it remembers
/// every change for undo, and whether all is saved. Views read session() and listen to changed(). GUI thread.
class Document : public QObject {
  Q_OBJECT

 public:
  using Session = session::Session;
  using Change = std::function<void(Session&)>;
  /// Names one preview; 0 is none.
  using PreviewId = std::uint64_t;

  explicit Document(const Session& session = {}, QObject* parent = nullptr);
  ~Document() override;

  [[nodiscard]] const Session& session() const { return session_; }
  /// Without what is under the hand.
  [[nodiscard]] const Session& committed() const { return previewing() ? before_preview_ : session_; }

  /// Another session takes the place of this one, with its view and without history. `file`: where it is
  /// saved; empty: nowhere yet. `modified`: there is something in it that no file has.
  void begin(const Session& session, const std::filesystem::path& file = {}, bool modified = false);
  /// The file now holds `saved`, which may be older than the session.
  void mark_saved(const Session& saved, const std::filesystem::path& file);
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  /// Whether something would be lost by leaving. The view alone is not worth a question.
  [[nodiscard]] bool modified() const { return !history_.isClean(); }

  /// Pixels are of the networks' frame from now on, also in what undo brings back.
  void set_frame(const geometry::CanonicalFrame& frame);
  /// The scan with this checksum lies elsewhere now, also in what undo brings back.
  void relocate_scan(const std::string& sha256, const std::filesystem::path& path);

  /// Changes the session, but not its view, as one undo step with this text, for example "Move liver top".
  /// Edits in a row with the same merge key, if it has one, are one step with the last one's text. A preview
  /// is cancelled first. Without any difference there is no step.
  void edit(const QString& text, const Change& change, const QString& merge_key = {});

  /// A change under the hand: a drag is one begin_preview(), many preview(), and commit() or cancel(). Each
  /// preview changes the session as it was before the first one. An id that another edit has ended changes
  /// nothing, so whoever drags need not know what else happens.
  [[nodiscard]] PreviewId begin_preview();
  void preview(PreviewId id, const Change& change);
  void commit(PreviewId id, const QString& text);
  void cancel(PreviewId id);
  [[nodiscard]] bool previewing() const { return preview_ != 0; }
  [[nodiscard]] bool previewing(PreviewId id) const { return id != 0 && preview_ == id; }

  /// While something is under the hand, undo takes that back and nothing else.
  void undo();
  void redo();
  /// To the state after so many steps of the history.
  void go_to(int step);
  /// To look at: texts, and whether undo and redo are possible.
  [[nodiscard]] const QUndoStack& history() const { return history_; }

  /// Changes how the person looks at it: saved, but not undone.
  void set_view(const std::function<void(session::View&)>& change);
  /// The whole body from the front and the whole X-ray, as for another person, and no comparison. How the
  /// person likes pictures and markers to be drawn stays.
  void reset_view();

 Q_SIGNALS:
  /// The session is different from `before`; also when a preview begins or ends.
  void changed(const skiagraph::session::Session& before);
  /// Another session has begun; changed() follows.
  void begun();
  /// Whether undo and redo are possible, or their texts, may be others.
  void history_changed();
  /// file() or modified() may be another.
  void file_changed();

 private:
  class SessionCommand;
  void become(const Session& session);
  [[nodiscard]] Session as_it_is_now(Session session) const;

  Session session_, before_preview_;
  QUndoStack history_;
  std::filesystem::path file_;
  bool jumping_ = false;  ///< over several steps, which nobody is to see
  std::optional<geometry::CanonicalFrame> frame_;
  std::map<std::string, std::filesystem::path> relocated_;
  PreviewId preview_ = 0, last_preview_ = 0;
};

}  // namespace skiagraph::ui
