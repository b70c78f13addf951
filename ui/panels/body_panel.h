#pragma once

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QWidget>
#include <array>

#include "ui/document/body_choice.h"
#include "ui/panels/size_row.h"

namespace skiagraph::ui {

/// A body made to measure: built-in people, sex, sizes, and why a body cannot be.
class BodyPanel : public QWidget {
  Q_OBJECT

 public:
  explicit BodyPanel(BodyChoice& choice, QWidget* parent = nullptr);

 private:
  QWidget* people();
  QLayout* sexes();
  QLayout* sizes();
  void refresh();
  void refresh_person();
  void show_refusal();
  [[nodiscard]] QString source() const;

  BodyChoice& choice_;
  QLabel* source_;
  QListWidget* people_;
  std::array<QRadioButton*, 2> sexes_{};  ///< in the order of Sex
  std::array<SizeRow*, bodies::kBodySizeCount> rows_{};
  QPushButton* reset_ = nullptr;
  QLabel* refusal_;
};

}  // namespace skiagraph::ui
