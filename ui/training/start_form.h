#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>
#include <filesystem>
#include <vector>

#include "ui/training/run_control.h"

namespace skiagraph::ui {

/// What a new run needs beside its recipe: data set, name, device and networks to begin with.
class StartForm : public QWidget {
  Q_OBJECT

 public:
  explicit StartForm(QWidget* parent = nullptr);

  void show_data(const std::vector<std::filesystem::path>& files);
  /// continues: the recipe whose networks are needed; empty: none. usable: whether the recipe can be used.
  void set_recipe(const QString& name, const QString& continues, bool usable);
  /// Without recipe and folder.
  [[nodiscard]] RunPlan plan() const;
  [[nodiscard]] QString name() const { return name_->text(); }

 Q_SIGNALS:
  void wanted();

 private:
  void refresh();

  QComboBox *data_, *device_;
  QLineEdit *name_, *from_;
  QPushButton *browse_, *start_;
  QString suggested_;
  bool usable_ = false, needs_from_ = false;
};

}  // namespace skiagraph::ui
