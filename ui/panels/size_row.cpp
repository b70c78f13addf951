#include "ui/panels/size_row.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/app/edits.h"
#include "ui/text/body_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

constexpr int kStepsPerUnit = 10;

int steps(double units) {
  return static_cast<int>(std::lround(units * kStepsPerUnit));
}

}  // namespace

SizeRow::SizeRow(const App& app, bodies::BodySize size, QGridLayout& grid, int row, QWidget* parent)
    : QObject(parent),
      app_(app),
      size_(size),
      given_(new QCheckBox(size_label(size), parent)),
      slider_(new QSlider(Qt::Horizontal, parent)),
      number_(new QDoubleSpinBox(parent)),
      measured_(new QLabel(parent)) {
  name_controls();
  lay_out(grid, row);
  connect_controls();
  connect_slider();
}

void SizeRow::name_controls() {
  const QString label = size_label(size_), unit = size_unit(size_), meaning = size_meaning(size_);
  given_->setAccessibleName(tr("%1 given").arg(label));
  slider_->setAccessibleName(tr("%1, slider").arg(label));
  number_->setAccessibleName(tr("%1 in %2").arg(label, unit));
  measured_->setAccessibleName(tr("%1 measured").arg(label));
  given_->setToolTip(tr("%1. Not ticked, it follows from the others.").arg(meaning));
  slider_->setToolTip(meaning);
  number_->setToolTip(meaning);
  measured_->setToolTip(tr("%1, measured on the body that is shown").arg(meaning));
  // For tests and style sheets, in any language.
  const auto name = bodies::body_size_table()[static_cast<std::size_t>(size_)].name;
  const QString key = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
  given_->setObjectName(key + "_given");
  slider_->setObjectName(key + "_slider");
  number_->setObjectName(key + "_number");
  measured_->setObjectName(key + "_measured");
}

void SizeRow::lay_out(QGridLayout& grid, int row) {
  constexpr int kPageUnits = 5;
  slider_->setSingleStep(kStepsPerUnit);
  slider_->setPageStep(kPageUnits * kStepsPerUnit);
  slider_->setMinimumWidth(90);
  number_->setDecimals(1);
  number_->setSingleStep(1);
  number_->setSuffix(" " + size_unit(size_));
  number_->setAlignment(Qt::AlignRight);
  number_->setKeyboardTracking(false);  // not at 1 and 17 on the way to 170
  measured_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  measured_->setMinimumWidth(measured_->fontMetrics().horizontalAdvance("000.0"));
  grid.addWidget(given_, row, 0);
  grid.addWidget(slider_, row, 1);
  grid.addWidget(number_, row, 2);
  grid.addWidget(measured_, row, 3);
}

void SizeRow::connect_controls() {
  connect(given_, &QCheckBox::clicked, this, [this](bool given) {
    if (given) {
      give(number_->value());
    } else {
      leave_open();
    }
  });
  slider_->installEventFilter(this);
  number_->installEventFilter(this);
  connect(number_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    if (!refreshing_) give(value);
  });
}

bool SizeRow::eventFilter(QObject* watched, QEvent* event) {
  const bool key = event->type() == QEvent::KeyPress && !static_cast<QKeyEvent*>(event)->isAutoRepeat();
  if (key || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel) ++gesture_;
  return QObject::eventFilter(watched, event);
}

/// One drag of the slider is one undo step.
void SizeRow::connect_slider() {
  connect(slider_, &QSlider::sliderPressed, this, [this] { drag_ = app_.document.begin_preview(); });
  connect(slider_, &QSlider::sliderReleased, this, [this] {
    app_.document.commit(std::exchange(drag_, 0),
                         edit_text(static_cast<double>(slider_->value()) / kStepsPerUnit));
    refresh();
  });
  connect(slider_, &QSlider::valueChanged, this, [this](int value) {
    if (!refreshing_) give(static_cast<double>(value) / kStepsPerUnit);
  });
}

double SizeRow::per_unit() const {
  return bodies::body_size_table()[static_cast<std::size_t>(size_)].per_unit;
}

QString SizeRow::edit_text(double units) const {
  return tr("Change %1 to %2 %3").arg(size_label(size_), number_text(units, 1), size_unit(size_));
}

/// From a scan the first size given makes a body to measure: another person, without pins.
void SizeRow::give(double units) {
  const auto change = [this, value = units * per_unit()](session::Session& session) {
    if (std::holds_alternative<session::ScanSource>(session.body)) session::clear_edits(session);
    bodies::SizeTargets targets = size_targets(session);
    targets[size_] = value;
    session.body = targets;
  };
  if (slider_->isSliderDown()) {
    app_.document.preview(drag_, change);  // nothing, when undo has ended the drag
  } else {
    app_.document.edit(edit_text(units), change,
                       QStringLiteral("size %1 %2").arg(static_cast<int>(size_)).arg(gesture_));
  }
}

void SizeRow::leave_open() {
  app_.document.edit(tr("Leave %1 open").arg(size_label(size_)), [this](session::Session& session) {
    bodies::SizeTargets targets = size_targets(session);
    targets[size_].reset();
    session.body = targets;
  });
}

/// The number may lie outside what can be asked for when it follows from the others.
void SizeRow::set_ranges(double value) {
  const auto sex = static_cast<std::size_t>(size_targets(app_.document.session()).sex);
  const bodies::SizeRange range = (*app_.engine.limits())[sex].ranges[static_cast<std::size_t>(size_)];
  const double least = range.least / per_unit(), most = range.most / per_unit();
  slider_->setRange(steps(least), steps(most));
  number_->setRange(std::min(least, value), std::max(most, value));
}

/// Numbers that follow from others are paler. Spin boxes do not hand a changed palette on to their text.
void SizeRow::show_given(bool given) {
  given_->setChecked(given);
  auto* text = number_->findChild<QLineEdit*>();
  QPalette palette = text->palette();
  for (const auto group : {QPalette::Active, QPalette::Inactive})
    palette.setColor(group, QPalette::Text,
                     number_->palette().color(group, given ? QPalette::Text : QPalette::PlaceholderText));
  text->setPalette(palette);
}

void SizeRow::refresh() {
  const session::Session& session = app_.document.session();
  const bodies::SizeTargets targets = size_targets(session);
  const bool usable = app_.engine.usable(targets.sex);
  for (QWidget* control : std::initializer_list<QWidget*>{given_, slider_, number_, measured_})
    control->setEnabled(usable);
  const bool made = app_.engine.body() && app_.engine.body()->made_to_measure();
  measured_->setText(QStringLiteral("–"));
  if (!app_.engine.limits()) return;
  const bodies::BodySizes& mean = (*app_.engine.limits())[static_cast<std::size_t>(targets.sex)].mean;
  const double measured = size_in(made ? *app_.engine.body()->sizes : mean, size_) / per_unit();
  const auto& given = targets[size_];
  const double value = given ? *given / per_unit() : measured;
  refreshing_ = true;
  set_ranges(value);
  // A handle that the hand holds stays under it.
  if (!slider_->isSliderDown()) slider_->setValue(steps(value));
  if (std::abs(number_->value() - value) > 0.5 / kStepsPerUnit) number_->setValue(value);
  show_given(given.has_value());
  if (made) measured_->setText(number_text(measured, 1));
  refreshing_ = false;
}

}  // namespace skiagraph::ui
