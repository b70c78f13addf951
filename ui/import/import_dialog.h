#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QProgressBar>
#include <memory>

#include "ui/app/app.h"
#include "ui/import/ct_fields.h"
#include "ui/import/import_picture.h"
#include "ui/import/quarter_turns.h"

namespace skiagraph::ui {

/// What a person can settle about a scan: unit, direction, levels, and of a CT what its file does not say.
/// Each change is tried behind the window and shown. Accepted, it is one undo step; cancelled, nothing
/// changes.
class ImportDialog : public QDialog {
  Q_OBJECT

 public:
  ImportDialog(const App& app, const std::shared_ptr<const ImportTrial>& question, QWidget* parent);

  void done(int result) override;

 private:
  struct Level {
    QCheckBox* given;
    QDoubleSpinBox* mm;
    std::optional<double> geometry::AlignmentOverrides::*of;
  };
  [[nodiscard]] QWidget* settings();
  [[nodiscard]] QWidget* unit_and_direction();
  [[nodiscard]] Level level(const char* name, const QString& text,
                            std::optional<double> geometry::AlignmentOverrides::*of);
  void connect_parts();
  void turn(QuarterTurn turn);
  void choose_unit(int index);
  void give_level(const Level& one, std::optional<double> mm);
  void take_levels(const ImportLevels& levels);
  void try_again();
  void show_trial(const std::shared_ptr<const ImportTrial>& trial);
  void show_words(const ImportTrial& trial);
  void show_found_levels(const ImportTrial& trial);

  App app_;
  session::ScanSource source_;
  std::shared_ptr<const ImportTrial> trial_;
  bool refreshing_ = false;  ///< the controls' own signals are no settings
  bool to_focus_ = true;     ///< on the field that the question is about
  QLabel *sentence_, *remarks_, *size_;
  ImportPicture* picture_;
  QWidget* surface_fields_ = nullptr;
  QComboBox* unit_ = nullptr;
  Level neck_{}, symphysis_{};
  CtFields* ct_;
  QProgressBar* progress_;
  QDialogButtonBox* buttons_;
};

/// Asks about a scan, in place of a question that is still open.
void show_import_dialog(const App& app, const std::shared_ptr<const ImportTrial>& question, QWidget* parent);

}  // namespace skiagraph::ui
