#pragma once

#include <QWidget>
#include <vector>

#include "ui/app/app.h"
#include "ui/window/message_bar.h"

namespace skiagraph::ui {

/// What the window says and asks about sessions: what a damaged one has lost, what a crash left behind,
/// whether a file that has changed is to be replaced, whether another scan is to be used. Remembers what was
/// opened.
class SessionNotices : public QWidget {
  Q_OBJECT

 public:
  SessionNotices(const App& app, QWidget& window);

 private:
  void tell(const std::vector<Remark>& remarks);
  void remember_file();
  void remember_scan();

  App app_;
  MessageBar* opened_;  ///< about the session that was opened
};

}  // namespace skiagraph::ui
