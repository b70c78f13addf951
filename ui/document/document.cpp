#include "ui/document/document.h"

#include <QUndoCommand>
#include <utility>
#include <variant>

#include "core/session/session_frame.h"

namespace skiagraph::ui {

namespace {

bool same_but_for_view(session::Session a, const session::Session& b) {
  a.view = b.view;
  return a == b;
}

}  // namespace

/// The session before and after one edit.
class Document::SessionCommand : public QUndoCommand {
 public:
  SessionCommand(Document& document, Session before, Session after, QString merge_key, const QString& text)
      : QUndoCommand(text),
        document_(document),
        before_(std::move(before)),
        after_(std::move(after)),
        merge_key_(std::move(merge_key)) {}

  void undo() override { show(before_); }
  void redo() override { show(after_); }
  [[nodiscard]] int id() const override { return merge_key_.isEmpty() ? -1 : 1; }
  bool mergeWith(const QUndoCommand* next) override {
    const auto& later = static_cast<const SessionCommand&>(*next);
    if (later.merge_key_ != merge_key_) return false;
    after_ = later.after_;
    setText(later.text());
    setObsolete(same_but_for_view(before_, after_));
    return true;
  }

 private:
  void show(Session session) {
    session.view = document_.session_.view;
    document_.become(session);
  }

  Document& document_;
  Session before_, after_;
  QString merge_key_;
};

Document::Document(const Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&history_, &QUndoStack::indexChanged, this, &Document::history_changed);
  connect(&history_, &QUndoStack::cleanChanged, this, &Document::file_changed);
}

/// QUndoStack emits indexChanged() while it is destroyed; this document must not react any more.
Document::~Document() {
  history_.disconnect(this);
}

void Document::become(const Session& session) {
  const Session before = std::exchange(session_, as_it_is_now(session));
  if (!jumping_) Q_EMIT changed(before);
}

/// The history may hold sessions of another frame, and scans where they were.
Document::Session Document::as_it_is_now(Session session) const {
  if (frame_) session = session::in_frame(std::move(session), *frame_);
  if (auto* scan = std::get_if<session::ScanSource>(&session.body))
    if (const auto found = relocated_.find(scan->sha256); found != relocated_.end())
      scan->path = found->second;
  return session;
}

void Document::begin(const Session& session, const std::filesystem::path& file, bool modified) {
  preview_ = 0;
  relocated_.clear();
  file_ = file;
  history_.clear();
  if (modified) history_.resetClean();
  Q_EMIT begun();
  become(session);
  Q_EMIT file_changed();
}

void Document::mark_saved(const Session& saved, const std::filesystem::path& file) {
  file_ = file;
  if (same_but_for_view(committed(), saved)) {
    history_.setClean();
  } else {
    history_.resetClean();
  }
  Q_EMIT file_changed();
}

void Document::set_frame(const geometry::CanonicalFrame& frame) {
  cancel(preview_);
  frame_ = frame;
  if (session_.frame != frame) become(session_);
}

void Document::relocate_scan(const std::string& sha256, const std::filesystem::path& path) {
  cancel(preview_);
  relocated_[sha256] = path;
  const Session now = as_it_is_now(session_);
  if (now == session_) return;
  become(now);
  history_.resetClean();
}

void Document::edit(const QString& text, const Change& change, const QString& merge_key) {
  cancel(preview_);
  Session after = session_;
  change(after);
  after.view = session_.view;
  if (after == session_) return;
  // Pushing calls redo(), which changes the session.
  history_.push(new SessionCommand(*this, session_, after, merge_key, text));
}

Document::PreviewId Document::begin_preview() {
  cancel(preview_);
  before_preview_ = session_;
  preview_ = ++last_preview_;
  Q_EMIT changed(session_);
  return preview_;
}

void Document::preview(PreviewId id, const Change& change) {
  if (!previewing(id)) return;
  Session now = before_preview_;
  now.view = session_.view;
  change(now);
  if (now != session_) become(now);
}

void Document::commit(PreviewId id, const QString& text) {
  if (!previewing(id)) return;
  preview_ = 0;
  Session before = before_preview_;
  before.view = session_.view;
  if (before == session_) {
    Q_EMIT changed(session_);
  } else {
    history_.push(new SessionCommand(*this, before, session_, {}, text));
  }
}

void Document::cancel(PreviewId id) {
  if (!previewing(id)) return;
  preview_ = 0;
  Session before = before_preview_;
  before.view = session_.view;
  become(before);
}

void Document::undo() {
  if (previewing()) {
    cancel(preview_);
  } else {
    history_.undo();
  }
}

void Document::redo() {
  cancel(preview_);
  history_.redo();
}

void Document::go_to(int step) {
  cancel(preview_);
  const Session before = session_;
  jumping_ = true;
  history_.setIndex(step);
  jumping_ = false;
  if (before != session_) Q_EMIT changed(before);
}

void Document::set_view(const std::function<void(session::View&)>& change) {
  Session now = session_;
  change(now.view);
  if (now != session_) become(now);
}

void Document::reset_view() {
  set_view([](session::View& view) {
    view.xray.reset();
    view.side = session::BodySide::kFront;
    view.camera.reset();
    view.comparison.mode = session::ComparisonMode::kOff;
  });
}

}  // namespace skiagraph::ui
