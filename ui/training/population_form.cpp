#include "ui/training/population_form.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>

#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

enum Source { kPhantom, kManyPhantoms, kAtlas };

QSpinBox* spin_box(const char* name, int low, int high, int value, const QString& tip) {
  auto* box = new QSpinBox;
  box->setObjectName(name);
  box->setRange(low, high);
  box->setValue(value);
  box->setToolTip(tip);
  return box;
}

}  // namespace

PopulationForm::PopulationForm(QWidget* parent)
    : QWidget(parent),
      source_(new QComboBox),
      folder_(new QLineEdit),
      name_(new QLineEdit(tr("virtual people"))),
      browse_(new QPushButton(tr("&Browse…"))),
      make_(new QPushButton(tr("&Make people"))),
      bases_(spin_box("phantom_bases", 1, 100, 10, tr("Built-in people who differ"))),
      people_(spin_box("people", 1, 1000000, 60, tr("All people; about 85 % of them are to learn from"))),
      seed_(spin_box("seed", 0, 2000000000, 1, tr("The same seed makes the same people"))),
      floor_skins_(
          spin_box("floor_skins", 0, 10000, 0,
                   tr("Skins under which the inside is drawn anew, to know the error that nobody can beat; "
                      "0: not measured"))),
      photons_(spin_box("photons", 0, 2000000000, 0,
                        tr("Quanta per pixel of air, for the noise of a real detector; 0: none"))),
      fine_(new QCheckBox(tr("&Fine pictures, 512 x 384"))) {
  floor_skins_->setSpecialValueText(tr("not measured"));
  photons_->setSpecialValueText(tr("no noise"));
  source_->setObjectName("population_source");
  source_->addItems({tr("Built-in phantom: a woman and a man"), tr("Built-in phantom: many who differ"),
                     tr("Base anatomies (label volumes) in a folder")});
  name_->setObjectName("population_name");
  make_->setObjectName("make_people");
  folder_->setPlaceholderText(tr("Folder with NAME.nii.gz and its tables"));
  fine_->setToolTip(tr("Four pixels in place of one; training takes longer"));
  auto* place = new QHBoxLayout;
  place->addWidget(folder_, 1);
  place->addWidget(browse_);
  auto* form = new QFormLayout(this);
  form->addRow(tr("F&rom"), source_);
  auto* place_label = new QLabel(tr("Fol&der"));
  place_label->setBuddy(folder_);
  form->addRow(place_label, place);
  form->addRow(tr("&Built-in people"), bases_);
  form->addRow(tr("Num&ber of people"), people_);
  form->addRow(tr("&Seed"), seed_);
  form->addRow(tr("Skins for the f&loor"), floor_skins_);
  form->addRow(tr("&Quanta per pixel"), photons_);
  form->addRow(QString(), fine_);
  form->addRow(tr("&Name"), name_);
  form->addRow(QString(), make_);
  connect(source_, &QComboBox::currentIndexChanged, this, &PopulationForm::show_source);
  connect(browse_, &QPushButton::clicked, this, &PopulationForm::choose_folder);
  connect(make_, &QPushButton::clicked, this, &PopulationForm::wanted);
  show_source();
}

void PopulationForm::show_source() {
  const int source = source_->currentIndex();
  folder_->setEnabled(source == kAtlas);
  browse_->setEnabled(source == kAtlas);
  bases_->setEnabled(source == kManyPhantoms);
}

void PopulationForm::choose_folder() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of base anatomies"));
  if (!folder.isEmpty()) folder_->setText(folder);
}

QStringList PopulationForm::words(const std::filesystem::path& out) const {
  const int source = source_->currentIndex();
  const QString base = source == kAtlas          ? folder_->text()
                       : source == kManyPhantoms ? QStringLiteral("phantom:%1").arg(bases_->value())
                                                 : QStringLiteral("phantom");
  QStringList words{"population",
                    "--base",
                    base,
                    "--count",
                    QString::number(people_->value()),
                    "--seed",
                    QString::number(seed_->value()),
                    "--floor-skins",
                    QString::number(floor_skins_->value()),
                    "--photons",
                    QString::number(photons_->value()),
                    "--out",
                    path_text(out)};
  if (fine_->isChecked()) words << "--fine";
  return words;
}

}  // namespace skiagraph::ui
