#pragma once

#include <QComboBox>
#include <filesystem>

#include "ui/training/training_hub.h"

namespace skiagraph::ui {

/// Chooses networks: the shipped ones, those of the library, and those of runs.
class ModelChoice : public QComboBox {
  Q_OBJECT

 public:
  explicit ModelChoice(TrainingHub& hub, QWidget* parent = nullptr);

  [[nodiscard]] std::filesystem::path folder() const;
  void refresh();

 private:
  TrainingHub& hub_;
  Background background_;
};

}  // namespace skiagraph::ui
