#include "ui/xray/comparison_bar.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <cmath>

namespace skiagraph::ui {
namespace {

using session::ComparisonMode;

constexpr int kSteps = 1000;

}  // namespace

ComparisonBar::ComparisonBar(const App& app, QWidget* parent)
    : QFrame(parent), app_(app), modes_(new QButtonGroup(this)), slider_(new QSlider(Qt::Horizontal, this)) {
  setObjectName("comparison_bar");
  setAutoFillBackground(true);
  setCursor(Qt::ArrowCursor);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(4, 2, 4, 2);
  layout->setSpacing(2);
  const auto add = [&](ComparisonMode mode, const QString& text, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setCheckable(mode != ComparisonMode::kOff);
    modes_->addButton(button, static_cast<int>(mode));
    layout->addWidget(button);
  };
  add(ComparisonMode::kSplit, tr("Split"), tr("The state before editing left of a line that can be dragged"));
  add(ComparisonMode::kBlend, tr("Blend"), tr("The two over each other"));
  add(ComparisonMode::kDifference, tr("Difference"), tr("What editing changed, in colour"));
  slider_->setObjectName("comparison_slider");
  slider_->setRange(0, kSteps);
  slider_->setPageStep(kSteps / 10);
  slider_->setSingleStep(kSteps / 50);
  slider_->setToolTip(tr("From now alone, on the left, to the state before editing alone"));
  slider_->setAccessibleName(tr("How much is shown of the state before editing"));
  layout->addWidget(slider_, 1);
  add(ComparisonMode::kOff, QStringLiteral("✕"), tr("Show the X-ray as it is now"));
  modes_->button(static_cast<int>(ComparisonMode::kOff))->setAccessibleName(tr("End the comparison"));
  connect(modes_, &QButtonGroup::idClicked, this, [this](int mode) {
    app_.document.set_view(
        [mode](session::View& view) { view.comparison.mode = static_cast<ComparisonMode>(mode); });
  });
  connect(slider_, &QSlider::valueChanged, this, [this](int value) {
    if (refreshing_) return;
    app_.document.set_view(
        [value](session::View& view) { view.comparison.before = static_cast<double>(value) / kSteps; });
  });
  connect(&app.document, &Document::changed, this, &ComparisonBar::refresh);
  refresh();
}

void ComparisonBar::refresh() {
  const session::Comparison& comparison = app_.document.session().view.comparison;
  refreshing_ = true;
  slider_->setValue(static_cast<int>(std::lround(comparison.before * kSteps)));
  refreshing_ = false;
  slider_->setEnabled(comparison.mode != ComparisonMode::kDifference);
  if (comparison.mode != ComparisonMode::kOff)
    modes_->button(static_cast<int>(comparison.mode))->setChecked(true);
  setVisible(comparison.mode != ComparisonMode::kOff);
}

}  // namespace skiagraph::ui
