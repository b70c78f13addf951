#pragma once

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSlider>

#include "ui/document/body_choice.h"

namespace skiagraph::ui {

/// One size of the body as a row of a grid: whether it is asked for, slider, number, and what is measured. A
/// size that is not asked for follows from the others, until somebody moves it.
class SizeRow : public QObject {
  Q_OBJECT

 public:
  SizeRow(BodyChoice& choice, bodies::BodySize size, QGridLayout& grid, int row, QWidget* parent);

  void refresh(bool usable);

 private:
  void lay_out(QGridLayout& grid, int row);
  void name_controls();
  void connect_controls();
  void set_ranges(double value);
  void show_asked(bool asked);
  [[nodiscard]] double per_unit() const;
  void ask(double units);

  BodyChoice& choice_;
  bodies::BodySize size_;
  QCheckBox* asked_;
  QSlider* slider_;  ///< in tenths of the unit
  QDoubleSpinBox* number_;
  QLabel* measured_;
  bool refreshing_ = false;  ///< the controls' own signals are not edits
};

}  // namespace skiagraph::ui
