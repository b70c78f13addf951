#include "ui/panels/size_row.h"

#include <QLineEdit>
#include <algorithm>
#include <cmath>

#include "ui/text/body_words.h"

namespace skiagraph::ui {
namespace {

constexpr int kStepsPerUnit = 10;

int steps(double units) {
  return static_cast<int>(std::lround(units * kStepsPerUnit));
}

}  // namespace

SizeRow::SizeRow(BodyChoice& choice, bodies::BodySize size, QGridLayout& grid, int row, QWidget* parent)
    : QObject(parent),
      choice_(choice),
      size_(size),
      asked_(new QCheckBox(size_label(size), parent)),
      slider_(new QSlider(Qt::Horizontal, parent)),
      number_(new QDoubleSpinBox(parent)),
      measured_(new QLabel(parent)) {
  name_controls();
  lay_out(grid, row);
  connect_controls();
}

void SizeRow::name_controls() {
  const QString label = size_label(size_), unit = size_unit(size_), meaning = size_meaning(size_);
  asked_->setAccessibleName(tr("%1 asked for").arg(label));
  slider_->setAccessibleName(tr("%1, slider").arg(label));
  number_->setAccessibleName(tr("%1 in %2").arg(label, unit));
  measured_->setAccessibleName(tr("%1 measured").arg(label));
  asked_->setToolTip(tr("%1. Not ticked, it follows from the others.").arg(meaning));
  slider_->setToolTip(meaning);
  number_->setToolTip(meaning);
  measured_->setToolTip(tr("%1, measured on the body that is shown").arg(meaning));
  // For tests and style sheets, in any language.
  const auto name = bodies::body_size_table()[static_cast<std::size_t>(size_)].name;
  const QString key = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
  asked_->setObjectName(key + "_asked");
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
  grid.addWidget(asked_, row, 0);
  grid.addWidget(slider_, row, 1);
  grid.addWidget(number_, row, 2);
  grid.addWidget(measured_, row, 3);
}

void SizeRow::connect_controls() {
  connect(asked_, &QCheckBox::clicked, this, [this](bool asked) {
    if (asked) {
      ask(number_->value());
    } else {
      choice_.leave_open(size_);
    }
  });
  connect(slider_, &QSlider::sliderPressed, &choice_, &BodyChoice::begin_drag);
  connect(slider_, &QSlider::sliderReleased, &choice_, &BodyChoice::end_drag);
  connect(slider_, &QSlider::valueChanged, this, [this](int value) {
    if (!refreshing_) ask(static_cast<double>(value) / kStepsPerUnit);
  });
  connect(number_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    if (!refreshing_) ask(value);
  });
}

double SizeRow::per_unit() const {
  return bodies::body_size_table()[static_cast<std::size_t>(size_)].per_unit;
}

void SizeRow::ask(double units) {
  choice_.ask(size_, units * per_unit());
}

/// The number may lie outside what can be asked for when it follows from the others.
void SizeRow::set_ranges(double value) {
  const bodies::SizeRange range = choice_.range(size_);
  const double least = range.least / per_unit(), most = range.most / per_unit();
  slider_->setRange(steps(least), steps(most));
  number_->setRange(std::min(least, value), std::max(most, value));
}

/// Numbers that follow from others are paler. Spin boxes do not hand a changed palette on to their text.
void SizeRow::show_asked(bool asked) {
  asked_->setChecked(asked);
  auto* text = number_->findChild<QLineEdit*>();
  QPalette palette = text->palette();
  for (const auto group : {QPalette::Active, QPalette::Inactive})
    palette.setColor(group, QPalette::Text,
                     number_->palette().color(group, asked ? QPalette::Text : QPalette::PlaceholderText));
  text->setPalette(palette);
}

void SizeRow::refresh(bool usable) {
  for (QWidget* control : std::initializer_list<QWidget*>{asked_, slider_, number_, measured_})
    control->setEnabled(usable);
  const auto& asked = choice_.targets()[size_];
  const double measured = bodies::size_in(choice_.sizes(), size_) / per_unit();
  const double value = asked ? *asked / per_unit() : measured;
  refreshing_ = true;
  set_ranges(value);
  // A handle that the hand holds stays under it.
  if (!slider_->isSliderDown()) slider_->setValue(steps(value));
  if (std::abs(number_->value() - value) > 0.5 / kStepsPerUnit) number_->setValue(value);
  show_asked(asked.has_value());
  measured_->setText(choice_.measured() ? QString::number(measured, 'f', 1) : QStringLiteral("–"));
  refreshing_ = false;
}

}  // namespace skiagraph::ui
