#pragma once

#include <QLineEdit>
#include <QListWidget>
#include <QWidget>

#include "core/session/session.h"
#include "ui/engine/import_question.h"

namespace skiagraph::ui {

/// What a person can say about a CT whose file does not say it: directions, voxel size, values, series.
class CtFields : public QWidget {
  Q_OBJECT

 public:
  explicit CtFields(QWidget* parent = nullptr);

  void show_settings(const session::CtSettings& settings);
  /// The list of series that a refusal holds.
  void show_series(const Error& refusal);
  [[nodiscard]] session::CtSettings settings() const;
  void focus_on(ImportPart part);

 Q_SIGNALS:
  void changed();

 private:
  [[nodiscard]] QLineEdit* field(const char* name, const QString& label, const QString& example);

  QLineEdit *axes_, *spacing_, *values_;
  QListWidget* series_;
  std::string chosen_series_;
};

}  // namespace skiagraph::ui
