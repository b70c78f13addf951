#include "ui/demo/demo_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>
#include <QWindow>
#include <algorithm>
#include <iostream>
#include <utility>

#include "ui/text/body_text.h"

namespace skiagraph::ui {
namespace {

DemoPlayer::Clock computers_clock() {
  QElapsedTimer timer;
  timer.start();
  constexpr double kPerSecond = 1000;
  return [timer] { return static_cast<double>(timer.elapsed()) / kPerSecond; };
}

QLabel* centred_label(const char* name, const QString& text = {}) {
  auto* label = new QLabel(text);
  label->setObjectName(QString::fromLatin1(name));
  label->setAlignment(Qt::AlignCenter);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

QPushButton* large_button(const char* name, const QString& text) {
  auto* button = new QPushButton(text);
  button->setObjectName(QString::fromLatin1(name));
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  return button;
}

constexpr const char* kStyle =
    "#stand { background: #121417; } #stand_caption { color: white; } #stand_hint { color: #9fc4ea; }"
    "#stand_notice { color: #ffd678; }"
    "#stand QPushButton { background: #2f6ea8; color: white; border: 3px solid #2f6ea8; border-radius: 14px; "
    "}"
    "#stand QPushButton:pressed { background: #245585; }"
    "#stand QPushButton:focus { border-color: #a8cdf0; }"
    "#stand_about { background: #1d2126; border-bottom: 3px solid #7fb2e5; }"
    "#stand_about QLabel { color: #f2f3f5; }";

}  // namespace

DemoWindow::DemoWindow(const App& app, DemoPlayer::Clock clock)
    : app_(app),
      player_(app, demo_script(), clock ? std::move(clock) : computers_clock()),
      panes_(new QWidget),
      body_view_(new BodyView(app)),
      xray_view_(new XrayView(app, nullptr, XrayView::Extras::kHidden)),
      caption_(centred_label("stand_caption")),
      hint_(centred_label("stand_hint", tr("Touch the screen to try it yourself."))),
      notice_(centred_label("stand_notice", tr("Synthetic image, research use, not for diagnosis"))),
      row_(new QStackedWidget),
      curtain_(new Curtain(panes_)),
      about_(new WhatIsThis(panes_)) {
  setObjectName("stand");
  setAttribute(Qt::WA_StyledBackground);
  setStyleSheet(QString::fromLatin1(kStyle));
  setWindowTitle(tr("Skiagraph"));
  setFocusPolicy(Qt::StrongFocus);
  setContextMenuPolicy(Qt::PreventContextMenu);
  resize(1280, 800);
  add_parts();
  connect(&player_, &DemoPlayer::changed, this, &DemoWindow::follow_player);
  QApplication::instance()->installEventFilter(this);
}

DemoWindow::~DemoWindow() {
  if (mode_ == DemoPlayer::Mode::kPlaying) QApplication::restoreOverrideCursor();
}

void DemoWindow::add_parts() {
  auto* beside = new QHBoxLayout(panes_);
  beside->setContentsMargins(0, 0, 0, 0);
  beside->addWidget(body_view_, 1);
  beside->addWidget(xray_view_, 1);
  if (!body_view_->can_draw()) {
    body_view_->hide();
    std::cerr << "Stand: the body is not shown, because this computer offers no OpenGL 3.2." << std::endl;
  }
  row_->addWidget(hint_);
  row_->addWidget(make_controls());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(panes_, 1);
  layout->addWidget(caption_);
  layout->addWidget(row_);
  layout->addWidget(notice_);
  curtain_->raise();
  about_->raise();
}

QWidget* DemoWindow::make_controls() {
  auto* controls = new QWidget;
  person_ = large_button("stand_person", {});
  reset_ = large_button("stand_reset", tr("Reset"));
  about_button_ = large_button("stand_what", tr("What is this?"));
  auto* layout = new QHBoxLayout(controls);
  for (QPushButton* button : {person_, reset_, about_button_}) layout->addWidget(button, 1);
  connect(person_, &QPushButton::clicked, &player_, &DemoPlayer::show_next_person);
  connect(reset_, &QPushButton::clicked, &player_, &DemoPlayer::reset);
  connect(about_button_, &QPushButton::clicked, this, [this] { about_->setVisible(!about_->isVisible()); });
  for (QPushButton* button : {person_, reset_})
    connect(button, &QPushButton::clicked, about_, &QWidget::hide);
  return controls;
}

void DemoWindow::start() {
  resting_ = QCursor::pos();
  follow_player();
  player_.start();
  app_.engine.start();
}

void DemoWindow::fill_screen() {
  setGeometry(screen()->geometry());
  showFullScreen();
}

void DemoWindow::follow_player() {
  curtain_->close_by(player_.curtain());
  const QString caption = player_.caption();
  if (caption_->text() != caption) caption_->setText(caption);
  const QString person =
      QString(tr("Another person") + "\n" + tr("now: %1")).arg(person_title(player_.person()));
  if (person_->text() != person) person_->setText(person);
  if (mode_ != player_.mode()) follow_mode();
  turn_body();
}

/// When a visitor comes it stays as it is.
void DemoWindow::turn_body() {
  const double wanted = player_.turn_degrees(), before = std::exchange(turned_degrees_, wanted);
  if (mode_ != DemoPlayer::Mode::kPlaying || wanted == before) return;
  if (wanted != 0) return body_view_->turn(wanted - before);
  app_.document.set_view([](session::View& view) { view.camera.reset(); });
}

void DemoWindow::follow_mode() {
  using Mode = DemoPlayer::Mode;
  const bool was_playing = mode_ == Mode::kPlaying;
  mode_ = player_.mode();
  const bool playing = mode_ == Mode::kPlaying;
  row_->setCurrentIndex(playing ? 0 : 1);
  if (mode_ != Mode::kVisiting) about_->hide();
  if (playing == was_playing) return;
  if (playing) {
    QApplication::setOverrideCursor(Qt::BlankCursor);
    setFocus();  // no control has it when the next visitor comes
  } else {
    QApplication::restoreOverrideCursor();
  }
}

/// Type grows with the screen.
void DemoWindow::lay_out() {
  constexpr double kLines = 1080, kNarrowest = 1500;
  constexpr double kCaption = 42, kHint = 34, kButton = 34, kNotice = 24, kPanes = 2;
  const double unit = std::min(height() / kLines, width() / kNarrowest);
  const auto px = [unit](double at_1080) { return static_cast<int>(at_1080 * unit); };
  set_type(*caption_, kCaption * unit);
  set_type(*hint_, kHint * unit);
  set_type(*notice_, kNotice * unit);
  for (QPushButton* button : {person_, reset_, about_button_}) set_type(*button, kButton * unit);
  QFont font = QApplication::font();
  font.setPointSizeF(font.pointSizeF() * std::max(1.0, kPanes * unit));
  body_view_->setFont(font);
  xray_view_->setFont(font);
  caption_->setFixedHeight(px(2.7 * kCaption));
  caption_->setContentsMargins(px(40), 0, px(40), 0);
  row_->setFixedHeight(px(120));
  row_->widget(1)->layout()->setContentsMargins(px(40), 0, px(40), px(8));
  row_->widget(1)->layout()->setSpacing(px(40));
  notice_->setFixedHeight(px(1.6 * kNotice));
  layout()->activate();
  curtain_->setGeometry(panes_->rect());
  about_->lay_out(unit);
}

void DemoWindow::resizeEvent(QResizeEvent*) {
  lay_out();
}

bool DemoWindow::is_ours(const QObject* receiver) const {
  if (receiver == windowHandle()) return true;
  const auto* widget = qobject_cast<const QWidget*>(receiver);
  return widget != nullptr && (widget == this || isAncestorOf(widget));
}

/// A mouse that nobody touches may tremble.
bool DemoWindow::tells_of_somebody(const QEvent& event) {
  constexpr double kTremble = 8;
  switch (event.type()) {
    case QEvent::MouseMove: {
      const QPointF at = static_cast<const QMouseEvent&>(event).globalPosition();
      if (resting_ && (at - *resting_).manhattanLength() < kTremble) return false;
      const bool moved = resting_.has_value();
      resting_ = at;
      return moved;
    }
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::NativeGesture:
      return true;
    default:
      return false;
  }
}

bool DemoWindow::is_on_panes(const QEvent& event) const {
  if (!event.isPointerEvent()) return false;
  const auto& pointer = static_cast<const QPointerEvent&>(event);
  return pointer.pointCount() > 0 &&
         panes_->rect().contains(panes_->mapFromGlobal(pointer.points().front().globalPosition()).toPoint());
}

/// What wakes the stand does nothing else, but on the panes, where a finger may have gripped a marker.
bool DemoWindow::eventFilter(QObject* receiver, QEvent* event) {
  if (!is_ours(receiver)) return false;
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Q && key->modifiers() == (Qt::ControlModifier | Qt::AltModifier)) {
      leave();
      return true;
    }
  }
  if (!tells_of_somebody(*event)) return false;
  const bool woken = player_.mode() == DemoPlayer::Mode::kPlaying;
  player_.touch();
  if (!woken || event->type() == QEvent::MouseMove || is_on_panes(*event)) return false;
  event->accept();
  return true;
}

void DemoWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) about_->hide();
}

void DemoWindow::leave() {
  leaving_ = true;
  close();
}

void DemoWindow::closeEvent(QCloseEvent* event) {
  event->setAccepted(leaving_);
}

/// A window manager's keys do not get it out of the way.
void DemoWindow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::WindowStateChange) return;
  if (isFullScreen()) was_full_ = true;
  if (was_full_ && !isFullScreen() && !leaving_) QTimer::singleShot(0, this, &DemoWindow::fill_screen);
}

}  // namespace skiagraph::ui
