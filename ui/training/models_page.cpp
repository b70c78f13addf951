#include "ui/training/models_page.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include "core/base/write_file.h"
#include "ui/text/file_text.h"
#include "ui/training/import_model_dialog.h"
#include "ui/training/workspace.h"

namespace skiagraph::ui {
namespace {

/// Of the shipped model as well.
std::string programs_licence() {
  QFile file(":/about/LICENSE");
  return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

}  // namespace

ModelsPage::ModelsPage(TrainingHub& hub, QWidget* parent)
    : QWidget(parent),
      hub_(hub),
      models_(new QListWidget(this)),
      facts_(new QLabel(this)),
      card_(new QTextBrowser(this)),
      use_(new QPushButton(tr("&Use this model"), this)),
      shipped_(new QPushButton(tr("&Back to the shipped model"), this)),
      calibrate_(new QPushButton(tr("&Calibrate"), this)),
      finer_(new QPushButton(tr("&Finer X-rays"), this)),
      export_(new QPushButton(tr("E&xport…"), this)),
      data_(new QComboBox(this)),
      task_(new TaskRow(this)) {
  auto* panes = new QSplitter(Qt::Horizontal);
  panes->addWidget(list());
  panes->addWidget(details());
  panes->setStretchFactor(1, 1);
  panes->setSizes({330, 900});
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(panes, 1);
  layout->addWidget(task_);
  connect(&hub_, &TrainingHub::models_changed, this, &ModelsPage::refresh);
  connect(&hub_, &TrainingHub::files_changed, this, &ModelsPage::refresh);
  connect(&background_, &Background::failed, &hub_, &TrainingHub::failed);
  connect(task_, &TaskRow::failed, &hub_, &TrainingHub::failed);
  connect(task_, &TaskRow::running_changed, this, &ModelsPage::show_chosen);
}

QWidget* ModelsPage::list() {
  models_->setObjectName("models");
  models_->setAccessibleName(tr("Models"));
  use_->setObjectName("use_model");
  shipped_->setObjectName("use_shipped");
  shipped_->setToolTip(tr("The installed models stay where they are"));
  export_->setToolTip(tr("Copy networks, card and licence to a folder, for another computer"));
  auto* import = new QPushButton(tr("&Import…"));
  import->setToolTip(tr("Take a model's folder from another computer; it is checked first"));
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(models_, 1);
  for (QPushButton* button : {use_, shipped_, import, export_}) layout->addWidget(button);
  connect(models_, &QListWidget::currentRowChanged, this, &ModelsPage::show_chosen);
  connect(use_, &QPushButton::clicked, this, [this] { hub_.use_model(chosen_name()); });
  connect(shipped_, &QPushButton::clicked, this, [this] { hub_.use_model({}); });
  connect(import, &QPushButton::clicked, this, [this] {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of a model"));
    if (!folder.isEmpty()) import_folder(to_path(folder));
  });
  connect(export_, &QPushButton::clicked, this, [this] {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Where the model's folder goes"));
    if (!folder.isEmpty()) export_to(to_path(folder));
  });
  return column;
}

QWidget* ModelsPage::details() {
  facts_->setObjectName("model_facts");
  facts_->setWordWrap(true);
  facts_->setTextFormat(Qt::PlainText);
  card_->setObjectName("model_card");
  card_->setAccessibleName(tr("Card of the model"));
  card_->setOpenLinks(false);
  calibrate_->setToolTip(
      tr("Measures margins of the markers, scales of fast drafts and the loop's Jacobian on a data "
         "set; once for each model"));
  calibrate_->setObjectName("calibrate_model");
  finer_->setToolTip(
      tr("Trains the network that shows X-rays twice as fine, for ten minutes or more, on a data set of fine "
         "pictures"));
  finer_->setObjectName("finer_xrays");
  data_->setObjectName("model_data");
  auto* label = new QLabel(tr("On the &data set"));
  label->setBuddy(data_);
  auto* row = new QHBoxLayout;
  row->addWidget(label);
  row->addWidget(data_);
  row->addWidget(calibrate_);
  row->addWidget(finer_);
  row->addStretch(1);
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(facts_);
  layout->addWidget(card_, 1);
  layout->addLayout(row);
  connect(calibrate_, &QPushButton::clicked, this, &ModelsPage::calibrate);
  connect(finer_, &QPushButton::clicked, this, &ModelsPage::make_finer);
  return column;
}

void ModelsPage::refresh() {
  struct Found {
    std::vector<std::string> names;
    std::optional<std::string> active;
    std::vector<std::filesystem::path> data;
  };
  background_.run(
      [workspace = remembered_workspace()] {
        const inference::ModelLibrary library;
        return Found{library.names(), library.active(), data_files(workspace)};
      },
      [this](const Found& found) {
        const QString before = data_->currentData().toString();
        data_->clear();
        for (const auto& file : found.data) data_->addItem(file_name_text(file), path_text(file));
        data_->setCurrentIndex(std::max(0, data_->findData(before)));
        show_models(found.names, found.active);
      });
}

void ModelsPage::show_models(const std::vector<std::string>& names,
                             const std::optional<std::string>& active) {
  const int before = active == active_ ? models_->currentRow() : -1;  // else the one that is used now
  active_ = active;
  const QSignalBlocker blocker(models_);
  models_->clear();
  const auto add = [this](const QString& text, bool used, const QString& name) {
    auto* item = new QListWidgetItem(used ? tr("%1 (in use)").arg(text) : text, models_);
    item->setData(Qt::UserRole, name);
    QFont font = item->font();
    font.setBold(used);
    item->setFont(font);
    if (used) models_->setCurrentItem(item);
  };
  add(tr("shipped model"), !active, {});
  for (const std::string& name : names) {
    const QString text = QString::fromStdString(name);
    add(text, active == name, text);
  }
  if (before >= 0 && before < models_->count()) models_->setCurrentRow(before);
  shipped_->setEnabled(active.has_value());
  show_chosen();
}

std::optional<std::string> ModelsPage::chosen_name() const {
  const QListWidgetItem* item = models_->currentItem();
  const QString name = item == nullptr ? QString() : item->data(Qt::UserRole).toString();
  return name.isEmpty() ? std::nullopt : std::optional(name.toStdString());
}

std::filesystem::path ModelsPage::chosen_folder() const {
  const auto name = chosen_name();
  return name ? inference::ModelLibrary().folder_of(*name) : hub_.shipped();
}

void ModelsPage::show_chosen() {
  const auto folder = chosen_folder();
  use_->setEnabled(models_->currentItem() != nullptr);
  export_->setEnabled(!folder.empty());
  for (QPushButton* button : {calibrate_, finer_})
    button->setEnabled(chosen_name() && data_->count() > 0 && !task_->running());
  if (folder.empty()) return;
  background_.run([folder] { return inference::read_model(folder); },
                  [this, folder](const inference::ModelFacts& facts) {
                    if (folder == chosen_folder()) show_facts(facts);
                  });
}

void ModelsPage::show_facts(const inference::ModelFacts& facts) {
  facts_->setText(model_facts_text(facts));
  card_->setMarkdown(facts.card.empty() ? tr("This model has no card.") : QString::fromStdString(facts.card));
}

void ModelsPage::import_folder(const std::filesystem::path& folder) {
  background_.run([folder] { return inference::read_model(folder); },
                  [this, folder](const inference::ModelFacts& facts) { ask_to_import(folder, facts); });
}

void ModelsPage::ask_to_import(const std::filesystem::path& folder, const inference::ModelFacts& facts) {
  auto* dialog = new ImportModelDialog(facts, this);
  connect(dialog, &QDialog::accepted, this, [this, folder, name = facts.name] {
    background_.run([folder, name] { return inference::ModelLibrary().add(folder, name); },
                    [this](const std::string& added) {
                      Q_EMIT hub_.told(tr("\"%1\" was imported.").arg(QString::fromStdString(added)));
                      Q_EMIT hub_.models_changed();
                    });
  });
  dialog->show();
}

void ModelsPage::export_to(const std::filesystem::path& parent) {
  const QString name =
      chosen_name() ? QString::fromStdString(*chosen_name()) : QStringLiteral("shipped model");
  background_.run(
      [from = chosen_folder(), parent, name, shipped = !chosen_name()] {
        const auto to = free_path(parent, name);
        inference::copy_model(from, to);
        if (shipped) write_file(to / "LICENSE", programs_licence());
        return to;
      },
      [this](const std::filesystem::path& to) {
        Q_EMIT hub_.told(tr("Exported to \"%1\".").arg(path_text(to)));
      });
}

void ModelsPage::calibrate() {
  improve({"calibrate", "--data", data_->currentData().toString(), "--models", path_text(chosen_folder())});
}

void ModelsPage::make_finer() {
  improve({"train-super-resolution", "--data", data_->currentData().toString(), "--models",
           path_text(chosen_folder()), "--force"});
}

/// The model in use is read anew.
void ModelsPage::improve(const QStringList& words) {
  task_->start(words, [this, name = chosen_name()] {
    if (name == active_) hub_.use_model(name);
    Q_EMIT hub_.models_changed();
  });
}

}  // namespace skiagraph::ui
