#pragma once

#include <QObject>
#include <QUndoStack>
#include <cstdint>
#include <functional>

#include "core/session/session.h"

namespace skiagraph::ui {

/// Owns the session: what the person made. It is the only way to change anything in it, and it remembers
/// every change for undo. Views read session() and listen to changed(). GUI thread.
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
  /// Whether undo and redo are possible, or their texts, may be others.
  void history_changed();

 private:
  class SessionCommand;
  void become(const Session& session);

  Session session_, before_preview_;
  QUndoStack history_;
  PreviewId preview_ = 0, last_preview_ = 0;
};

}  // namespace skiagraph::ui
