#pragma once

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QWidget>
#include <optional>

#include "ui/app/app.h"
#include "ui/body/body_view.h"
#include "ui/demo/demo_overlays.h"
#include "ui/demo/demo_player.h"
#include "ui/xray/xray_view.h"

namespace skiagraph::ui {

/// The stand: the two panes in big type with captions, and for a visitor three controls. It has no menus,
/// takes no files and asks nothing; only Ctrl+Alt+Q closes it. `app` is its own: without files and recovery.
class DemoWindow : public QWidget {
  Q_OBJECT

 public:
  /// `clock`: empty: the computer's.
  explicit DemoWindow(const App& app, DemoPlayer::Clock clock = {});
  ~DemoWindow() override;

  /// Begins to play; the engine is started with it.
  void start();
  /// Also where no window manager would make it so large.
  void fill_screen();
  [[nodiscard]] DemoPlayer& player() { return player_; }
  [[nodiscard]] XrayView& xray_view() { return *xray_view_; }
  [[nodiscard]] BodyView& body_view() { return *body_view_; }

 protected:
  /// Of the whole application: whatever a visitor does is seen here first.
  bool eventFilter(QObject* receiver, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void add_parts();
  QWidget* make_controls();
  void follow_player();
  void follow_mode();
  void turn_body();
  void lay_out();
  void leave();
  [[nodiscard]] bool is_ours(const QObject* receiver) const;
  [[nodiscard]] bool tells_of_somebody(const QEvent& event);
  [[nodiscard]] bool is_on_panes(const QEvent& event) const;

  App app_;
  DemoPlayer player_;
  QWidget* panes_;
  BodyView* body_view_;
  XrayView* xray_view_;
  QLabel *caption_, *hint_, *notice_;
  QStackedWidget* row_;  ///< the hint, or the visitor's controls
  QPushButton *person_ = nullptr, *reset_ = nullptr, *about_button_ = nullptr;
  Curtain* curtain_;
  WhatIsThis* about_;
  std::optional<DemoPlayer::Mode> mode_;  ///< that is shown
  double turned_degrees_ = 0;             ///< the body, as the player wants it
  std::optional<QPointF> resting_;        ///< where the mouse lies
  bool leaving_ = false, was_full_ = false;
};

}  // namespace skiagraph::ui
