#include "ui/import/ct_fields.h"

#include <QFormLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalBlocker>

namespace skiagraph::ui {
namespace {

/// "1: series 2, acquisition 1 of another patient, 40 slices over 312 mm, not axial" in the person's
/// language.
QString series_words(const QString& entry) {
  static const QRegularExpression kEntry(
      R"(^(\d+): series (-?\d+)(?:, acquisition (-?\d+))?( of another patient)?, (\d+) slices(?: over (\d+) mm)?(, not axial)?)");
  const auto match = kEntry.match(entry);
  if (!match.hasMatch()) return entry;
  QString words = CtFields::tr("Series %1: %2 slices").arg(match.captured(2), match.captured(5));
  if (match.hasCaptured(6)) words += CtFields::tr(" over %1 mm").arg(match.captured(6));
  if (match.hasCaptured(3)) words += CtFields::tr(", acquisition %1").arg(match.captured(3));
  if (match.hasCaptured(4)) words += CtFields::tr(", of another patient");
  if (match.hasCaptured(7)) words += CtFields::tr(", not axial");
  return words;
}

}  // namespace

CtFields::CtFields(QWidget* parent) : QWidget(parent), series_(new QListWidget(this)) {
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  series_->setObjectName("ct_series");
  series_->setAccessibleName(tr("Series"));
  series_->setMaximumHeight(110);
  form->addRow(tr("Series"), series_);
  axes_ = field("ct_axes", tr("Axes run to"), tr("as the file says; LPS: left, back, head"));
  spacing_ = field("ct_spacing", tr("Voxel size, mm"), tr("as the file says; 0.8,0.8,2.5"));
  values_ = field("ct_values", tr("Values of air, water"), tr("as the file says; 24,1024"));
  axes_->setToolTip(
      tr("One letter for each axis of the file: L or R for the patient's left or right, P or A for "
         "back or front, S or I for head or feet"));
  connect(series_, &QListWidget::currentRowChanged, this, [this](int row) {
    if (row < 0) return;
    chosen_series_ = std::to_string(row + 1);
    Q_EMIT changed();
  });
  form->setRowVisible(series_, false);
}

QLineEdit* CtFields::field(const char* name, const QString& label, const QString& example) {
  auto* edit = new QLineEdit(this);
  edit->setObjectName(name);
  edit->setPlaceholderText(example);
  edit->setAccessibleName(label);
  static_cast<QFormLayout*>(layout())->addRow(label, edit);
  connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
    if (!edit->isModified()) return;
    edit->setModified(false);
    Q_EMIT changed();
  });
  return edit;
}

void CtFields::show_settings(const session::CtSettings& settings) {
  axes_->setText(QString::fromStdString(settings.axes));
  spacing_->setText(QString::fromStdString(settings.spacing));
  values_->setText(QString::fromStdString(settings.values));
  chosen_series_ = settings.series;
}

void CtFields::show_series(const Error& refusal) {
  if (part_settling(refusal.code()) != ImportPart::kSeries || refusal.arguments().size() < 3) return;
  const QSignalBlocker blocker(series_);
  series_->clear();
  for (const QString& entry : QString::fromStdString(refusal.arguments()[2]).split("; "))
    series_->addItem(series_words(entry));
  series_->setCurrentRow(-1);
  static_cast<QFormLayout*>(layout())->setRowVisible(series_, true);
}

session::CtSettings CtFields::settings() const {
  const auto text = [](const QLineEdit* edit) { return edit->text().trimmed().toStdString(); };
  return {text(axes_), text(spacing_), text(values_), chosen_series_};
}

void CtFields::focus_on(ImportPart part) {
  switch (part) {
    case ImportPart::kAxes:
      axes_->setFocus();
      break;
    case ImportPart::kSpacing:
      spacing_->setFocus();
      break;
    case ImportPart::kValues:
      values_->setFocus();
      break;
    case ImportPart::kSeries:
      series_->setFocus();
      break;
    default:
      break;
  }
}

}  // namespace skiagraph::ui
