#include "ui/window/recovery_bar.h"

#include <QLocale>

#include "ui/commands/commands.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {

RecoveryBar::RecoveryBar(const App& app, QWidget& window) : app_(app), window_(window) {
  auto* recover = add_button(tr("&Recover"), [this] { this->recover(); });
  recover->setObjectName("recover");
  recover->setToolTip(tr("Go on with it; it is not saved yet"));
  auto* discard = add_button(tr("&Discard"), [this] { this->discard(); });
  discard->setObjectName("discard");
  discard->setToolTip(tr("Remove it for good"));
  connect(&app_.autosave, &Autosave::found, this, [this](const std::vector<LostSession>& lost) {
    lost_ = lost;
    ask();
  });
  connect(&app_.sessions, &SessionFiles::opened, this, &RecoveryBar::take_opened);
}

void RecoveryBar::ask() {
  if (lost_.empty()) return hide();
  const LostSession& lost = lost_.front();
  const QString when = QLocale().toString(lost.when, QLocale::ShortFormat);
  show_sentence(
      lost.saved_as.empty()
          ? tr("The window ended unexpectedly, and a session of %1 was not saved. Recover it?").arg(when)
          : tr("The window ended unexpectedly, and changes of %1 in “%2” were not saved. Recover them?")
                .arg(when, file_name_text(lost.saved_as)));
}

/// Its copy stays until the document has begun with it.
void RecoveryBar::recover() {
  unless_unsaved(app_, window_, [this] {
    if (lost_.empty()) return;
    recovering_.assign(1, lost_.front());
    app_.sessions.recover(lost_.front().autosave);
  });
}

void RecoveryBar::take_opened(const std::filesystem::path& path) {
  if (recovering_.empty() || recovering_.front().autosave != path) return;
  app_.autosave.adopt(recovering_.front());
  recovering_.clear();
  lost_.clear();  // the others are for the next start: this one is being worked on
  hide();
}

void RecoveryBar::discard() {
  if (lost_.empty()) return;
  app_.autosave.discard(lost_.front());
  lost_.erase(lost_.begin());
  ask();
}

}  // namespace skiagraph::ui
