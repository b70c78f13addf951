#pragma once

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QWidget>
#include <filesystem>

#include "ui/training/curve_view.h"
#include "ui/training/sample_view.h"
#include "ui/training/training_hub.h"

namespace skiagraph::ui {

/// The list of runs, and of the chosen one its curves, its pictures and what can be done with it.
class RunsPage : public QWidget {
  Q_OBJECT

 public:
  explicit RunsPage(TrainingHub& hub, QWidget* parent = nullptr);

  /// Chooses a run, also one that is still to come.
  void choose(const std::filesystem::path& folder);

 private:
  [[nodiscard]] QWidget* list();
  [[nodiscard]] QWidget* details();
  [[nodiscard]] QWidget* buttons();
  [[nodiscard]] QPushButton* button(const char* name, const QString& text, const QString& tip,
                                    void (RunsPage::*act)());
  [[nodiscard]] const RunState* chosen() const;
  void refresh();
  void refresh_details();
  void fill(QTreeWidgetItem& item, const RunState& run) const;
  void pause_or_go_on();
  void stop();
  void resume();
  void prolong();
  void open_folder();
  void forget();
  void show_machines();
  void install();
  void launch_again(int prolong);
  template <class Work>
  void ask(Work work);

  TrainingHub& hub_;
  std::filesystem::path chosen_;
  bool refreshing_ = false;  ///< the list's own signals are no choices
  QTreeWidget* runs_;
  QLabel* sentence_;
  CurveView *losses_, *validation_, *rate_;
  SampleView* samples_;
  QPushButton *pause_ = nullptr, *stop_ = nullptr, *resume_ = nullptr, *prolong_ = nullptr,
              *machines_ = nullptr, *install_ = nullptr, *forget_ = nullptr;
  QSpinBox* more_steps_ = nullptr;
};

}  // namespace skiagraph::ui
