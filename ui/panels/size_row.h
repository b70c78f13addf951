#pragma once

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSlider>

#include "core/bodies/body_sizes.h"
#include "ui/app/app.h"

namespace skiagraph::ui {

/// One size of the body as a row of a grid: whether it is given, slider, number, and what is measured. A size
/// that is not given follows from the others, until somebody moves it.
class SizeRow : public QObject {
  Q_OBJECT

 public:
  SizeRow(const App& app, bodies::BodySize size, QGridLayout& grid, int row, QWidget* parent);

  void refresh();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void lay_out(QGridLayout& grid, int row);
  void name_controls();
  void connect_controls();
  void connect_slider();
  void set_ranges(double value);
  void show_given(bool given);
  [[nodiscard]] double per_unit() const;
  /// In the person's units: cm or kg.
  [[nodiscard]] QString edit_text(double units) const;
  void give(double units);
  void leave_open();

  App app_;
  bodies::BodySize size_;
  QCheckBox* given_;
  QSlider* slider_;  ///< in tenths of the unit
  QDoubleSpinBox* number_;
  QLabel* measured_;
  Document::PreviewId drag_ = 0;  ///< of the slider
  int gesture_ = 0;               ///< a key or button that is held is one undo step
  bool refreshing_ = false;       ///< the controls' own signals are not edits
};

}  // namespace skiagraph::ui
