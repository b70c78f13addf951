#include "ui/import/import_dialog.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QPushButton>
#include <QVBoxLayout>
#include <array>
#include <cmath>

#include "core/geometry/scan_remarks.h"
#include "ui/text/file_text.h"
#include "ui/text/import_text.h"
#include "ui/text/number_text.h"
#include "ui/text/warning_text.h"

namespace skiagraph::ui {
namespace {

constexpr double kLowestLevelMm = -3000, kHighestLevelMm = 6000;
/// Where the levels of a part of a body may be, before anybody has said so.
constexpr double kNeckBelowTopMm = 40, kTorsoMm = 540;

}  // namespace

ImportDialog::ImportDialog(const App& app, const std::shared_ptr<const ImportTrial>& question,
                           QWidget* parent)
    : QDialog(parent),
      app_(app),
      source_(question->source),
      sentence_(new QLabel(this)),
      remarks_(new QLabel(this)),
      size_(new QLabel(this)),
      picture_(new ImportPicture(this)),
      ct_(new CtFields(this)),
      progress_(new QProgressBar(this)),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this)) {
  setObjectName("import_dialog");
  setWindowTitle(tr("Import settings: %1").arg(file_name_text(source_.path)));
  sentence_->setObjectName("import_sentence");
  remarks_->setObjectName("import_remarks");
  size_->setObjectName("import_size");
  for (QLabel* label : {sentence_, remarks_, size_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  remarks_->setAlignment(Qt::AlignTop);
  progress_->setRange(0, 100);
  progress_->setAccessibleName(tr("Reading the scan"));
  progress_->setSizePolicy([](QSizePolicy policy) {
    policy.setRetainSizeWhenHidden(true);
    return policy;
  }(progress_->sizePolicy()));
  auto* grid = new QGridLayout(this);
  grid->addWidget(sentence_, 0, 0, 1, 2);
  grid->addWidget(settings(), 1, 0);
  grid->addWidget(picture_, 1, 1);
  grid->addWidget(progress_, 2, 0, 1, 2);
  grid->addWidget(buttons_, 3, 0, 1, 2);
  grid->setColumnStretch(1, 1);
  grid->setRowStretch(1, 1);
  connect_parts();
  ct_->show_settings(source_.ct.value_or(session::CtSettings{}));
  show_trial(question);
  try_again();
}

QWidget* ImportDialog::settings() {
  auto* column = new QWidget(this);
  column->setFixedWidth(330);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  surface_fields_ = unit_and_direction();
  layout->addWidget(surface_fields_);
  layout->addWidget(ct_);
  neck_ = level("import_neck", tr("Neck (C7/T1) at"), &geometry::AlignmentOverrides::neck_level_mm);
  symphysis_ =
      level("import_symphysis", tr("Pubic symphysis at"), &geometry::AlignmentOverrides::symphysis_level_mm);
  auto* levels = new QGroupBox(tr("Levels, height over the lowest point"), column);
  auto* grid = new QGridLayout(levels);
  int row = 0;
  for (const Level& one : {neck_, symphysis_}) {
    grid->addWidget(one.given, row, 0);
    grid->addWidget(one.mm, row++, 1);
  }
  layout->addWidget(levels);
  layout->addWidget(size_);
  layout->addWidget(remarks_, 1);
  return column;
}

QWidget* ImportDialog::unit_and_direction() {
  auto* box = new QGroupBox(tr("Unit and direction"), this);
  auto* form = new QFormLayout(box);
  unit_ = new QComboBox(box);
  unit_->setObjectName("import_unit");
  unit_->setAccessibleName(tr("Unit"));
  unit_->addItem(tr("Found automatically"));
  for (const auto& [name, mm] :
       {std::pair(tr("Millimetres"), 1.0), std::pair(tr("Centimetres"), 10.0),
        std::pair(tr("Decimetres"), 100.0), std::pair(tr("Metres"), 1000.0), std::pair(tr("Inches"), 25.4)})
    unit_->addItem(name, mm);
  form->addRow(tr("Unit"), unit_);
  const std::array rows{
      std::tuple(QuarterTurn::kAboutUp, "import_turn", tr("Turn by 90°"), tr("About the upright axis")),
      std::tuple(QuarterTurn::kTip, "import_tip", tr("Tip back by 90°"), tr("The head goes away from you")),
      std::tuple(QuarterTurn::kRoll, "import_roll", tr("Roll by 90°"), tr("Clockwise in the picture"))};
  for (const auto& [which, name, text, tip] : rows) {
    auto* button = new QPushButton(text, box);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    form->addRow(button);
    connect(button, &QPushButton::clicked, this, [this, quarter = which] { turn(quarter); });
  }
  return box;
}

ImportDialog::Level ImportDialog::level(const char* name, const QString& text,
                                        std::optional<double> geometry::AlignmentOverrides::*of) {
  const Level one{new QCheckBox(text, this), new QDoubleSpinBox(this), of};
  one.given->setObjectName(QString(name) + "_given");
  one.given->setToolTip(tr("Not ticked, it is found automatically"));
  one.mm->setObjectName(name);
  one.mm->setAccessibleName(text);
  one.mm->setRange(kLowestLevelMm, kHighestLevelMm);
  one.mm->setDecimals(0);
  one.mm->setSuffix(tr(" mm"));
  one.mm->setKeyboardTracking(false);
  connect(one.given, &QCheckBox::clicked, this, [this, one](bool given) {
    give_level(one, given ? std::optional(one.mm->value()) : std::nullopt);
    try_again();
  });
  connect(one.mm, &QDoubleSpinBox::valueChanged, this, [this, one](double mm) {
    if (refreshing_) return;
    give_level(one, mm);
    picture_->show_levels({neck_.mm->value(), symphysis_.mm->value()});
    try_again();
  });
  return one;
}

void ImportDialog::connect_parts() {
  connect(unit_, &QComboBox::activated, this, &ImportDialog::choose_unit);
  connect(ct_, &CtFields::changed, this, [this] {
    source_.ct = ct_->settings();
    try_again();
  });
  connect(picture_, &ImportPicture::levels_moved, this, &ImportDialog::take_levels);
  connect(picture_, &ImportPicture::levels_dropped, this, &ImportDialog::try_again);
  connect(&app_.engine, &Engine::tried, this, &ImportDialog::show_trial);
  connect(&app_.engine, &Engine::trying_progressed, this,
          [this](double done) { progress_->setValue(static_cast<int>(std::lround(100 * done))); });
  connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ImportDialog::turn(QuarterTurn turn) {
  if (!trial_->axes) return;
  const geometry::BodyAxes axes = turned_by_quarter(*trial_->axes, turn);
  source_.overrides.axes = geometry::axes_text(axes.up, axes.back * -1);
  try_again();
}

void ImportDialog::choose_unit(int index) {
  source_.overrides.unit_mm = index > 0 ? std::optional(unit_->itemData(index).toDouble()) : std::nullopt;
  try_again();
}

void ImportDialog::give_level(const Level& one, std::optional<double> mm) {
  source_.overrides.*one.of = mm;
  one.given->setChecked(mm.has_value());
}

/// Only the line that was dragged becomes given.
void ImportDialog::take_levels(const ImportLevels& levels) {
  refreshing_ = true;
  for (const auto& [one, mm] :
       {std::pair(neck_, levels.neck_mm), std::pair(symphysis_, levels.symphysis_mm)}) {
    const double shown = one.mm->value();
    one.mm->setValue(mm);
    if (one.mm->value() != shown) give_level(one, one.mm->value());
  }
  refreshing_ = false;
}

void ImportDialog::try_again() {
  buttons_->button(QDialogButtonBox::Open)->setEnabled(false);
  progress_->setValue(0);
  progress_->show();
  app_.engine.try_scan(source_);
}

/// What the person has not given shows what was found, or, in a part of a body, where it may be.
void ImportDialog::show_found_levels(const ImportTrial& trial) {
  const auto& given = source_.overrides;
  const double top = trial.front ? trial.front->top_mm : kTorsoMm;
  const double neck = trial.body            ? trial.body->scan.neck.z
                      : given.neck_level_mm ? *given.neck_level_mm
                                            : top - kNeckBelowTopMm;
  const double symphysis = trial.body                 ? trial.body->scan.symphysis.z
                           : given.symphysis_level_mm ? *given.symphysis_level_mm
                                                      : neck - kTorsoMm;
  refreshing_ = true;
  neck_.given->setChecked(given.neck_level_mm.has_value());
  symphysis_.given->setChecked(given.symphysis_level_mm.has_value());
  neck_.mm->setValue(neck);
  symphysis_.mm->setValue(symphysis);
  refreshing_ = false;
  picture_->show_levels({neck, symphysis});
}

/// Why it is refused, or what is doubtful, on top; below what else there is to say.
void ImportDialog::show_words(const ImportTrial& trial) {
  QStringList doubtful, notes;
  if (trial.error) doubtful += import_sentence(*trial.error);
  if (trial.body)
    for (const Remark& remark : geometry::remarks_on(trial.body->scan, *trial.body->surface))
      (remark.doubtful ? doubtful : notes) += warning_sentence(remark);
  sentence_->setText(doubtful.join("\n"));
  sentence_->setVisible(!doubtful.isEmpty());
  remarks_->setText(notes.isEmpty() ? QString() : "• " + notes.join("\n• "));
  size_->setText(trial.front
                     ? tr("Height %1 mm").arg(number_text(trial.front->top_mm - trial.front->bottom_mm, 0))
                     : QString());
}

void ImportDialog::show_trial(const std::shared_ptr<const ImportTrial>& trial) {
  trial_ = trial;
  source_.ct = trial->source.ct;
  if (trial->body) source_.sha256 = std::get<session::ScanSource>(trial->body->source).sha256;
  if (const auto& unit = source_.overrides.unit_mm; unit && unit_->findData(*unit) < 0)
    unit_->addItem(tr("%1 mm").arg(number_text(*unit, 3)), *unit);
  unit_->setCurrentIndex(source_.overrides.unit_mm ? unit_->findData(*source_.overrides.unit_mm) : 0);
  surface_fields_->setVisible(!source_.ct);
  ct_->setVisible(source_.ct.has_value());
  if (trial->error) ct_->show_series(*trial->error);
  picture_->show_body(trial->front, trial->left);
  show_found_levels(*trial);
  show_words(*trial);
  progress_->hide();
  auto* open = buttons_->button(QDialogButtonBox::Open);
  open->setEnabled(trial->body != nullptr);
  open->setDefault(trial->body != nullptr);
  const auto part = asked_part(trial->body.get(), trial->error.get());
  if (part && source_.ct && std::exchange(to_focus_, false)) ct_->focus_on(*part);
}

void ImportDialog::done(int result) {
  app_.engine.stop_trying();
  const auto body = trial_->body;
  QDialog::done(result);
  if (result == QDialog::Accepted && body) app_.engine.take_tried(body);
}

void show_import_dialog(const App& app, const std::shared_ptr<const ImportTrial>& question, QWidget* parent) {
  for (auto* open : parent->findChildren<ImportDialog*>()) open->reject();
  auto* dialog = new ImportDialog(app, question, parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

}  // namespace skiagraph::ui
