#pragma once

#include <QFrame>
#include <QLabel>

namespace skiagraph::ui {

/// One sentence over the panes that goes when it is closed or something succeeds; asks nothing.
class MessageBar : public QFrame {
  Q_OBJECT

 public:
  explicit MessageBar(QWidget* parent = nullptr);

  void show_sentence(const QString& sentence);
  [[nodiscard]] QString sentence() const { return isHidden() ? QString() : label_->text(); }

 private:
  QLabel* label_;
};

}  // namespace skiagraph::ui
