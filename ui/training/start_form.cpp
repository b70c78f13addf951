#include "ui/training/start_form.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include "ui/text/file_text.h"

namespace skiagraph::ui {

StartForm::StartForm(QWidget* parent)
    : QWidget(parent),
      data_(new QComboBox),
      device_(new QComboBox),
      name_(new QLineEdit),
      from_(new QLineEdit),
      browse_(new QPushButton(tr("&Browse…"))),
      start_(new QPushButton(tr("S&tart training"))) {
  data_->setObjectName("training_data");
  data_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  name_->setObjectName("run_name");
  start_->setObjectName("start_training");
  device_->addItem(tr("a graphics card where there is one"), "auto");
  device_->addItem(tr("processors"), "cpu");
  device_->addItem(tr("a graphics card (CUDA)"), "cuda");
  auto* place = new QHBoxLayout;
  place->addWidget(from_, 1);
  place->addWidget(browse_);
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->addRow(tr("&Data set"), data_);
  auto* place_label = new QLabel(tr("Begins &with"));
  place_label->setBuddy(from_);
  form->addRow(place_label, place);
  form->addRow(tr("De&vice"), device_);
  form->addRow(tr("&Name of the run"), name_);
  form->addRow(QString(), start_);
  connect(browse_, &QPushButton::clicked, this, [this] {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of the networks to begin with"));
    if (!folder.isEmpty()) from_->setText(folder);
  });
  connect(start_, &QPushButton::clicked, this, &StartForm::wanted);
  connect(from_, &QLineEdit::textChanged, this, &StartForm::refresh);
  refresh();
}

void StartForm::show_data(const std::vector<std::filesystem::path>& files) {
  const QString before = data_->currentData().toString();
  const QSignalBlocker blocker(data_);
  data_->clear();
  for (const auto& file : files) data_->addItem(file_name_text(file), path_text(file));
  data_->setCurrentIndex(std::max(0, data_->findData(before)));
  refresh();
}

void StartForm::set_recipe(const QString& name, const QString& continues, bool usable) {
  usable_ = usable;
  needs_from_ = !continues.isEmpty();
  from_->setPlaceholderText(needs_from_ ? tr("folder of networks of the recipe %1").arg(continues)
                                        : tr("untrained networks"));
  if (usable && (name_->text().isEmpty() || name_->text() == suggested_)) {
    suggested_ = name;
    name_->setText(name);
  }
  refresh();
}

void StartForm::refresh() {
  from_->setEnabled(needs_from_);
  browse_->setEnabled(needs_from_);
  start_->setEnabled(usable_ && data_->count() > 0 && (!needs_from_ || !from_->text().trimmed().isEmpty()));
}

RunPlan StartForm::plan() const {
  RunPlan plan;
  plan.data = to_path(data_->currentData().toString());
  if (needs_from_) plan.from = to_path(from_->text().trimmed());
  plan.model = name_->text().trimmed();
  plan.device = device_->currentData().toString();
  return plan;
}

}  // namespace skiagraph::ui
