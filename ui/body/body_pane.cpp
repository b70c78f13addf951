#include "ui/body/body_pane.h"

#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <cmath>

namespace skiagraph::ui {
namespace {

constexpr int kSteps = 20;  // each 5 %

}  // namespace

BodyPane::BodyPane(const App& app, QWidget* parent)
    : QWidget(parent), bar_(new QToolBar(this)), opacity_(new QSlider(Qt::Horizontal, this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(new BodyView(app, this), 1);
  layout->addWidget(bar_);
  bar_->setToolButtonStyle(Qt::ToolButtonTextOnly);
  add_opacity(app);
}

void BodyPane::add_opacity(const App& app) {
  constexpr int kLeast = 2, kWidest = 120;
  auto* label = new QLabel(tr("S&kin"), this);
  label->setBuddy(opacity_);
  label->setContentsMargins(6, 0, 6, 0);
  opacity_->setObjectName("body_opacity");
  opacity_->setAccessibleName(tr("Opacity of the skin"));
  opacity_->setToolTip(tr("How much the skin hides of what is inside (T)"));
  opacity_->setRange(kLeast, kSteps);
  opacity_->setPageStep(kSteps / 4);
  opacity_->setMaximumWidth(kWidest);
  bar_->addWidget(label);
  bar_->addWidget(opacity_);
  bar_->addSeparator();
  const auto show = [this, document = &app.document] {
    const QSignalBlocker quiet(opacity_);
    opacity_->setValue(static_cast<int>(std::lround(document->session().view.body_opacity * kSteps)));
  };
  connect(&app.document, &Document::changed, this, show);
  connect(opacity_, &QSlider::valueChanged, this, [document = &app.document](int value) {
    document->set_view([&](session::View& view) { view.body_opacity = static_cast<double>(value) / kSteps; });
  });
  show();
}

}  // namespace skiagraph::ui
