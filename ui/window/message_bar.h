#pragma once

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <functional>

namespace skiagraph::ui {

/// One sentence over the panes that goes when it is closed or something succeeds; asks nothing.
class MessageBar : public QFrame {
  Q_OBJECT

 public:
  explicit MessageBar(QWidget* parent = nullptr);

  void show_sentence(const QString& sentence);
  [[nodiscard]] QString sentence() const { return isHidden() ? QString() : label_->text(); }

 protected:
  /// A button between the sentence and "Close".
  QToolButton* add_button(const QString& text, std::function<void()> act);

 private:
  QLabel* label_;
  QHBoxLayout* layout_;
};

}  // namespace skiagraph::ui
