#include "ui/window/loading_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <cmath>

namespace skiagraph::ui {
namespace {

constexpr int kParts = 1000;

}  // namespace

LoadingBar::LoadingBar(Engine& engine, QWidget* parent)
    : QWidget(parent), engine_(engine), bar_(new QProgressBar(this)) {
  constexpr int kSlowMs = 1000, kWidth = 160;
  auto* label = new QLabel(tr("Reading the scan"), this);
  auto* cancel = new QToolButton(this);
  cancel->setObjectName("cancel_loading");
  cancel->setText(tr("Cancel"));
  cancel->setToolTip(tr("Stop reading; everything stays as it is"));
  bar_->setRange(0, kParts);
  bar_->setFixedWidth(kWidth);
  bar_->setAccessibleName(tr("How much of the scan is read"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(label);
  layout->addWidget(bar_);
  layout->addWidget(cancel);
  hide();
  slow_.setSingleShot(true);
  slow_.setInterval(kSlowMs);
  connect(&slow_, &QTimer::timeout, this, &QWidget::show);
  connect(cancel, &QToolButton::clicked, &engine_, &Engine::cancel_loading);
  connect(&engine_, &Engine::loading_progressed, this, &LoadingBar::follow);
  connect(&engine_, &Engine::state_changed, this, &LoadingBar::end_when_loaded);
}

void LoadingBar::follow(double done) {
  bar_->setValue(static_cast<int>(std::lround(done * kParts)));
  if (isHidden() && !slow_.isActive()) slow_.start();
}

void LoadingBar::end_when_loaded() {
  if (engine_.state() == EngineState::kLoading) return;
  slow_.stop();
  hide();
}

}  // namespace skiagraph::ui
