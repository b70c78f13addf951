#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QWidget>
#include <filesystem>

namespace skiagraph::ui {

/// The settings of virtual people that are to be made.
class PopulationForm : public QWidget {
  Q_OBJECT

 public:
  explicit PopulationForm(QWidget* parent = nullptr);

  [[nodiscard]] QString name() const { return name_->text(); }
  /// Words of skiagraph-cli that make them in a file.
  [[nodiscard]] QStringList words(const std::filesystem::path& out) const;
  void set_enabled(bool enabled) { make_->setEnabled(enabled); }

 Q_SIGNALS:
  void wanted();

 private:
  void show_source();
  void choose_folder();

  QComboBox* source_;
  QLineEdit *folder_, *name_;
  QPushButton *browse_, *make_;
  QSpinBox *bases_, *people_, *seed_, *floor_skins_, *photons_;
  QCheckBox* fine_;
};

}  // namespace skiagraph::ui
