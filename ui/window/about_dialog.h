#pragma once

#include <QDialog>

namespace skiagraph::ui {

/// What the program is and is not, its licence and those of its libraries, and the card of its models.
class AboutDialog : public QDialog {
  Q_OBJECT

 public:
  /// model: the name of the networks in use; empty while they are still to come.
  explicit AboutDialog(const QString& model, QWidget* parent = nullptr);
};

}  // namespace skiagraph::ui
