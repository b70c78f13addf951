#include "ui/window/session_notices.h"

#include <QVBoxLayout>
#include <variant>

#include "ui/commands/commands.h"
#include "ui/text/warning_text.h"
#include "ui/window/recovery_bar.h"

namespace skiagraph::ui {

SessionNotices::SessionNotices(const App& app, QWidget& window) : app_(app), opened_(new MessageBar(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(new RecoveryBar(app, window));
  layout->addWidget(opened_);
  connect(&app.document, &Document::begun, opened_, &QWidget::hide);
  connect(&app.sessions, &SessionFiles::saved, opened_, &QWidget::hide);
  connect(&app.sessions, &SessionFiles::opened, this,
          [this](const auto&, const std::vector<Remark>& remarks) {
            tell(remarks);
            remember_file();
          });
  connect(&app.sessions, &SessionFiles::saved, this, &SessionNotices::remember_file);
  connect(&app.engine, &Engine::body_changed, this, &SessionNotices::remember_scan);
  connect(&app.sessions, &SessionFiles::changed_on_disk, this,
          [app, &window](const auto& path, const auto& then) {
            ask_about_changed_file(app, window, path, then);
          });
  connect(&app.engine, &Engine::another_scan, this,
          [app, &window](const auto& body) { ask_about_another_scan(app, window, body); });
}

void SessionNotices::tell(const std::vector<Remark>& remarks) {
  QStringList sentences;
  for (const Remark& remark : remarks) sentences << warning_sentence(remark);
  if (!sentences.isEmpty()) opened_->show_sentence(sentences.join("\n"));
}

void SessionNotices::remember_file() {
  if (const auto& file = app_.document.file(); !file.empty()) app_.recent.add(file);
}

void SessionNotices::remember_scan() {
  const auto& body = app_.engine.body();
  const auto* scan = body ? std::get_if<session::ScanSource>(&body->source) : nullptr;
  if (scan != nullptr && !body->substitute) app_.recent.add(scan->path);
}

}  // namespace skiagraph::ui
