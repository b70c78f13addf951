#pragma once

#include <QDialog>
#include <QString>

#include "core/inference/model_library.h"

namespace skiagraph::ui {

/// Shows card and licence of a model that has passed all checks, before it is taken into the library.
class ImportModelDialog : public QDialog {
  Q_OBJECT

 public:
  explicit ImportModelDialog(const inference::ModelFacts& facts, QWidget* parent = nullptr);
};

/// What is known of a model, in a few sentences.
[[nodiscard]] QString model_facts_text(const inference::ModelFacts& facts);

}  // namespace skiagraph::ui
