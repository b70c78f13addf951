#pragma once

#include <QDialog>
#include <QLineEdit>
#include <QListWidget>

#include "ui/window/help_pages.h"
#include "ui/window/help_text.h"

namespace skiagraph::ui {

/// The help pages, from the program's own resources: they need no network. Not modal.
class HelpWindow : public QDialog {
  Q_OBJECT

 public:
  explicit HelpWindow(QWidget* parent = nullptr);

  void show_topic(const HelpTopic& topic);
  [[nodiscard]] QString shown_page() const { return text_->source().path(); }
  /// What is chosen in the list of pages.
  [[nodiscard]] int chosen_page() const { return list_->currentRow(); }
  [[nodiscard]] const HelpText& text() const { return *text_; }
  /// The first line that is visible.
  [[nodiscard]] QString first_line() const;

 private:
  void show_heading(const QString& heading);
  void find_next();
  void mark_page(const QUrl& page);

  std::vector<HelpPage> pages_;
  QListWidget* list_;
  HelpText* text_;
  QLineEdit* search_;
};

}  // namespace skiagraph::ui
