#include "ui/training/data_page.h"

#include <QFileDialog>
#include <QSplitter>
#include <QVBoxLayout>
#include <system_error>

#include "ui/text/error_text.h"
#include "ui/text/file_text.h"
#include "ui/training/data_info.h"
#include "ui/training/workspace.h"

namespace skiagraph::ui {

DataPage::DataPage(TrainingHub& hub, QWidget* parent)
    : QWidget(parent),
      hub_(hub),
      files_(new QListWidget(this)),
      info_(new QLabel(this)),
      look_(new QPushButton(tr("&Look at the people"), this)),
      tabs_(new QTabWidget(this)),
      population_(new PopulationForm),
      ingest_(new IngestForm),
      spreads_(new PopulationView),
      sheet_(new PictureView),
      task_(new TaskRow(this)) {
  tabs_->setObjectName("data_tabs");
  tabs_->addTab(population_, tr("Virtual people"));
  tabs_->addTab(ingest_, tr("Real CT"));
  tabs_->addTab(people(), tr("People"));
  auto* panes = new QSplitter(Qt::Horizontal);
  panes->addWidget(list());
  panes->addWidget(tabs_);
  panes->setStretchFactor(1, 1);
  panes->setSizes({330, 900});
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(panes, 1);
  layout->addWidget(task_);
  connect(population_, &PopulationForm::wanted, this, &DataPage::make_people);
  connect(ingest_, &IngestForm::wanted, this, &DataPage::read_ct);
  connect(task_, &TaskRow::running_changed, this, [this](bool running) {
    population_->set_enabled(!running);
    ingest_->set_enabled(!running);
    look_->setEnabled(!running && !chosen().empty());
    if (!running) refresh();  // those who were read before a refusal are there
  });
  connect(&task_->task(), &CliTask::told, ingest_, &IngestForm::take);
  connect(&background_, &Background::failed, &hub_, &TrainingHub::failed);
  connect(task_, &TaskRow::failed, &hub_, &TrainingHub::failed);
  connect(&hub_, &TrainingHub::files_changed, this, &DataPage::refresh);
  show_chosen();
}

QWidget* DataPage::list() {
  files_->setObjectName("data_files");
  files_->setAccessibleName(tr("Data sets"));
  info_->setObjectName("data_info");
  info_->setWordWrap(true);
  info_->setTextFormat(Qt::PlainText);
  look_->setObjectName("look_at_people");
  look_->setToolTip(tr("Pictures of them from slim to obese, and how they spread beside published figures"));
  auto* open = new QPushButton(tr("&Open another…"));
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(files_, 1);
  layout->addWidget(info_);
  layout->addWidget(look_);
  layout->addWidget(open);
  connect(files_, &QListWidget::currentRowChanged, this, &DataPage::show_chosen);
  connect(open, &QPushButton::clicked, this, &DataPage::open_file);
  connect(look_, &QPushButton::clicked, this, &DataPage::look_at_people);
  return column;
}

QWidget* DataPage::people() {
  sheet_->setAccessibleName(tr("X-rays of the people, from slim to obese"));
  auto* panes = new QSplitter(Qt::Vertical);
  panes->addWidget(sheet_);
  panes->addWidget(spreads_);
  return panes;
}

std::filesystem::path DataPage::chosen() const {
  const QListWidgetItem* item = files_->currentItem();
  return item == nullptr ? std::filesystem::path() : to_path(item->data(Qt::UserRole).toString());
}

void DataPage::refresh() {
  background_.run([workspace = remembered_workspace()] { return data_files(workspace); },
                  [this](const std::vector<std::filesystem::path>& files) { show_files(files); });
}

void DataPage::show_files(const std::vector<std::filesystem::path>& files) {
  const auto before = wanted_.empty() ? chosen() : std::exchange(wanted_, {});
  files_->clear();
  for (const auto& file : files) {
    auto* item = new QListWidgetItem(file_name_text(file), files_);
    item->setData(Qt::UserRole, path_text(file));
    item->setToolTip(path_text(file));
    if (file == before) files_->setCurrentItem(item);
  }
  if (files_->currentRow() < 0 && files_->count() > 0) files_->setCurrentRow(0);
}

void DataPage::show_chosen() {
  const auto file = chosen();
  look_->setEnabled(!file.empty() && !task_->running());
  info_->setText(file.empty() ? tr("Make people, read CT, or open a data set.") : QString());
  if (file.empty()) return;
  background_.run(
      [file] {
        try {
          return data_info_text(read_data_info(file));
        } catch (const Error& error) {
          return error_text(error);
        }
      },
      [this, file](const QString& text) {
        if (file == chosen()) info_->setText(text);
      });
}

void DataPage::take_new(const std::filesystem::path& file) {
  remember_data(file);
  wanted_ = file;
  Q_EMIT hub_.files_changed();
}

void DataPage::open_file() {
  const QString file =
      QFileDialog::getOpenFileName(this, tr("Open a data set"), {}, tr("Data sets (*.safetensors)"));
  if (!file.isEmpty()) take_new(to_path(file));
}

void DataPage::make_people() {
  const Workspace workspace = remembered_workspace();
  const auto place = [workspace, name = population_->name()] {
    make_workspace(workspace);
    return free_path(workspace.data(), name, ".safetensors");
  };
  background_.run(place, [this](const std::filesystem::path& file) {
    task_->start(population_->words(file), [this, file] { take_new(file); });
  });
}

void DataPage::read_ct() {
  struct Place {
    std::filesystem::path out;
    QStringList landmarks;
  };
  const auto place = [workspace = remembered_workspace(), name = ingest_->name(), paths = ingest_->paths(),
                      to = ingest_->appends() ? chosen() : std::filesystem::path()] {
    make_workspace(workspace);
    Place found{to.empty() ? free_path(workspace.data(), name, ".safetensors") : to, {}};
    for (const QString& path : paths) found.landmarks << landmarks_beside(path);
    return found;
  };
  background_.run(place, [this](const Place& found) {
    ingest_->begin();
    wanted_ = found.out;
    task_->start(ingest_->words(found.landmarks, found.out), [this, file = found.out] { take_new(file); });
  });
}

void DataPage::look_at_people() {
  report_ = std::make_unique<QTemporaryDir>();
  task_->start({"population", "--data", path_text(chosen()), "--report", report_->path()},
               [this] { show_report(); });
}

void DataPage::show_report() {
  struct Report {
    QByteArray json;
    QImage sheet;
  };
  background_.run(
      [folder = report_->path()] {
        QFile file(folder + "/population.json");
        return Report{file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(),
                      QImage(folder + "/population.png")};
      },
      [this](const Report& report) {
        spreads_->show_report(report.json);
        sheet_->show_image(report.sheet);
        tabs_->setCurrentIndex(2);
      });
}

}  // namespace skiagraph::ui
