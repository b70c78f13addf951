#pragma once

#include <QString>
#include <QTemporaryDir>
#include <memory>

#include "tests/ui/window.h"
#include "ui/training/training_window.h"

namespace skiagraph::ui {

/// A main window with its training window, whose files and models are in one folder.
class TrainingTest {
 public:
  /// Without a folder: one that goes with it.
  explicit TrainingTest(std::filesystem::path folder = {});
  TrainingTest(const TrainingTest&) = delete;
  TrainingTest& operator=(const TrainingTest&) = delete;
  ~TrainingTest();

  [[nodiscard]] TrainingWindow& training() { return *training_; }
  [[nodiscard]] TestWindow& main() { return *main_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path workspace() const { return folder_ / "Documents" / "Skiagraph"; }
  template <class Widget>
  [[nodiscard]] Widget& find(const char* name) {
    auto* widget = training_->findChild<Widget*>(name);
    if (widget == nullptr) throw std::runtime_error(std::string("There is no ") + name);
    return *widget;
  }
  void show_tab(const char* page);
  /// By the mouse.
  void click(const char* button);
  /// Into a field, in place of what stands there.
  void type(QWidget& field, const QString& text);
  /// Makes a few people of the phantom by the form.
  void make_people();
  /// The same people, made once for all tests.
  void give_people();
  /// A recipe of three stages of so many steps on small pictures, typed into the editor.
  void type_recipe(int steps);
  /// Starts a run of that name and returns its folder.
  std::filesystem::path start_run(const QString& name);
  [[nodiscard]] RunLife life_of(const std::filesystem::path& run) const;
  [[nodiscard]] bool comes_to(const std::filesystem::path& run, RunLife life,
                              int patience_ms = kPatienceMs) const;

 private:
  QTemporaryDir own_folder_;
  std::filesystem::path folder_;
  std::unique_ptr<TestWindow> main_;
  TrainingWindow* training_ = nullptr;
};

}  // namespace skiagraph::ui
