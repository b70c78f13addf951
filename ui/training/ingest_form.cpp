#include "ui/training/ingest_form.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QVBoxLayout>

#include "ui/text/file_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

enum Column { kPath, kState, kWhat };

}  // namespace

QString landmarks_beside(const QString& ct) {
  const QFileInfo info(ct);
  QString stem = info.absoluteFilePath();
  if (!info.isDir())
    for (const char* extension :
         {".nii.gz", ".nii", ".nrrd", ".nhdr", ".mha", ".mhd", ".zip", ".tar.gz", ".tar"})
      if (stem.endsWith(QLatin1String(extension))) {
        stem.chop(static_cast<int>(qstrlen(extension)));
        break;
      }
  for (const char* extension : {".mrk.json", ".csv"})
    if (QFileInfo::exists(stem + extension)) return stem + extension;
  return {};
}

IngestForm::IngestForm(QWidget* parent)
    : QWidget(parent),
      table_(new QTableWidget(0, 3)),
      name_(new QLineEdit(tr("CT people"))),
      neck_(new QLineEdit),
      symphysis_(new QLineEdit),
      split_(new QComboBox),
      append_(new QCheckBox(tr("&Add to the data set that is chosen on the left"))),
      fine_(new QCheckBox(tr("&Fine pictures, 512 x 384"))),
      read_(new QPushButton(tr("&Read CT"))) {
  table_->setObjectName("ct_table");
  table_->setAccessibleName(tr("CT, and what became of them"));
  table_->setHorizontalHeaderLabels({tr("CT"), tr("State"), tr("Told")});
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->verticalHeader()->hide();
  name_->setObjectName("ct_name");
  read_->setObjectName("read_ct");
  split_->addItem(tr("divided among all"), "auto");
  split_->addItem(tr("to train"), "train");
  split_->addItem(tr("to validate"), "validation");
  split_->addItem(tr("to test"), "test");
  for (QLineEdit* level : {neck_, symphysis_}) {
    level->setPlaceholderText(tr("found; mm, of a single CT of a part of the body"));
    level->setToolTip(tr("Height (z) in the CT's own frame"));
  }
  auto* add = new QPushButton(tr("Add a &folder…"));
  auto* add_all = new QPushButton(tr("Add &all in a folder…"));
  auto* add_file = new QPushButton(tr("Add f&iles…"));
  auto* clear = new QPushButton(tr("C&lear"));
  add->setToolTip(tr("The folder of one person, with a DICOM series"));
  add_all->setToolTip(tr("Each folder and file in it is one person"));
  auto* buttons = new QHBoxLayout;
  for (QPushButton* button : {add, add_all, add_file, clear}) buttons->addWidget(button);
  buttons->addStretch(1);
  auto* form = new QFormLayout;
  form->addRow(tr("&Used"), split_);
  form->addRow(tr("Level of the &neck"), neck_);
  form->addRow(tr("Level of the &symphysis"), symphysis_);
  form->addRow(QString(), append_);
  form->addRow(QString(), fine_);
  form->addRow(tr("Na&me"), name_);
  form->addRow(QString(), read_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(buttons);
  layout->addWidget(table_, 1);
  layout->addLayout(form);
  connect(add, &QPushButton::clicked, this, &IngestForm::add_folder);
  connect(add_all, &QPushButton::clicked, this, &IngestForm::add_all_in_folder);
  connect(add_file, &QPushButton::clicked, this, &IngestForm::add_files);
  connect(clear, &QPushButton::clicked, this, [this] {
    table_->setRowCount(0);
    read_->setEnabled(false);
  });
  connect(read_, &QPushButton::clicked, this, &IngestForm::wanted);
  connect(append_, &QCheckBox::toggled, name_, &QWidget::setDisabled);
  read_->setEnabled(false);
}

void IngestForm::add(const QStringList& paths) {
  for (const QString& path : paths) {
    const int row = table_->rowCount();
    table_->insertRow(row);
    auto* item = new QTableWidgetItem(QFileInfo(path).fileName());
    item->setData(Qt::UserRole, path);
    item->setToolTip(path);
    table_->setItem(row, kPath, item);
    table_->setItem(row, kState, new QTableWidgetItem(tr("to read")));
    table_->setItem(row, kWhat, new QTableWidgetItem);
  }
  read_->setEnabled(!empty());
}

void IngestForm::add_folder() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of one CT"));
  if (!folder.isEmpty()) add({folder});
}

void IngestForm::add_all_in_folder() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of several CT"));
  if (folder.isEmpty()) return;
  QStringList paths;
  const QFileInfoList entries =
      QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
  for (const QFileInfo& entry : entries)
    if (!entry.fileName().endsWith(".csv") && !entry.fileName().endsWith(".mrk.json"))
      paths << entry.absoluteFilePath();
  add(paths);
}

void IngestForm::add_files() {
  add(QFileDialog::getOpenFileNames(this, tr("CT files")));
}

QStringList IngestForm::paths() const {
  QStringList paths;
  for (int row = 0; row < table_->rowCount(); ++row)
    paths << table_->item(row, kPath)->data(Qt::UserRole).toString();
  return paths;
}

QStringList IngestForm::words(const QStringList& landmarks, const std::filesystem::path& out) const {
  QStringList words = QStringList{"ingest"} + paths();
  if (!landmarks.join(QString()).isEmpty())
    for (const QString& file : landmarks)
      words << "--landmarks" << (file.isEmpty() ? QStringLiteral("none") : file);
  words << "--out" << path_text(out) << "--split" << split_->currentData().toString();
  if (appends()) words << "--append";
  if (fine_->isChecked()) words << "--fine";
  if (!neck_->text().trimmed().isEmpty()) words << "--neck" << neck_->text().trimmed();
  if (!symphysis_->text().trimmed().isEmpty()) words << "--symphysis" << symphysis_->text().trimmed();
  return words;
}

void IngestForm::begin() {
  for (int row = 0; row < table_->rowCount(); ++row) {
    table_->item(row, kState)->setText(tr("waits"));
    table_->item(row, kWhat)->setText({});
  }
}

void IngestForm::take(const QJsonObject& line) {
  const QJsonObject ct = line["ct"].toObject();
  for (int row = 0; row < table_->rowCount(); ++row) {
    if (table_->item(row, kPath)->data(Qt::UserRole).toString() != ct["path"].toString()) continue;
    const bool used = ct["used"].toBool();
    table_->item(row, kState)->setText(used ? tr("read") : tr("refused"));
    QStringList texts;
    if (used) texts << tr("neck to symphysis %1 mm").arg(number_text(ct["torso_mm"].toDouble(), 0));
    for (const QJsonValue& remark : ct["remarks"].toArray()) texts << remark.toString();
    if (!used) texts << ct["text"].toString();
    table_->item(row, kWhat)->setText(texts.join(' '));
    table_->item(row, kWhat)->setToolTip(texts.join('\n'));
  }
}

}  // namespace skiagraph::ui
