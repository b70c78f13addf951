#pragma once

#include <QDateTime>
#include <vector>

#include "ui/app/app.h"
#include "ui/window/message_bar.h"

namespace skiagraph::ui {

/// Asks about sessions that a window left behind when it ended without being closed. Whoever closes the
/// question hears it again at the next start.
class RecoveryBar : public MessageBar {
  Q_OBJECT

 public:
  RecoveryBar(const App& app, QWidget& window);

 private:
  void ask();
  void recover();
  void discard();
  void take_opened(const std::filesystem::path& path);

  App app_;
  QWidget& window_;
  std::vector<LostSession> lost_;        ///< still to be asked about, the newest first
  std::vector<LostSession> recovering_;  ///< until the document has begun with it
};

}  // namespace skiagraph::ui
