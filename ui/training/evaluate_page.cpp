#include "ui/training/evaluate_page.h"

#include <QFile>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include "core/markers/marker_table.h"
#include "ui/text/file_text.h"
#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"
#include "ui/training/workspace.h"

namespace skiagraph::ui {
namespace {

/// A dash for what is not known.
QString cell_text(const QJsonValue& value) {
  return value.isDouble() ? number_text(value.toDouble(), 2) : QStringLiteral("–");
}

/// Of all markers; a dash where one of them has none.
QString mean_text(const QJsonArray& markers, const char* figure) {
  double sum = 0;
  for (const QJsonValue& marker : markers) {
    const QJsonValue value = marker[QLatin1String(figure)];
    if (!value.isDouble()) return cell_text(value);
    sum += value.toDouble();
  }
  return cell_text(sum / static_cast<double>(markers.size()));
}

}  // namespace

EvaluatePage::EvaluatePage(TrainingHub& hub, QWidget* parent)
    : QWidget(parent),
      hub_(hub),
      model_(new ModelChoice(hub)),
      data_(new QComboBox),
      split_(new QComboBox),
      people_(new QSpinBox),
      run_(new QPushButton(tr("&Evaluate"))),
      sentence_(new QLabel),
      markers_(new QTableWidget(0, 4)),
      text_(new QPlainTextEdit),
      pictures_(new PictureView),
      task_(new TaskRow) {
  auto* panes = new QSplitter(Qt::Horizontal);
  panes->addWidget(settings());
  panes->addWidget(results());
  panes->setStretchFactor(1, 1);
  panes->setSizes({330, 900});
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(panes, 1);
  layout->addWidget(task_);
  connect(run_, &QPushButton::clicked, this, &EvaluatePage::evaluate);
  connect(task_, &TaskRow::running_changed, run_, &QWidget::setDisabled);
  connect(&background_, &Background::failed, &hub_, &TrainingHub::failed);
  connect(task_, &TaskRow::failed, &hub_, &TrainingHub::failed);
  connect(&hub_, &TrainingHub::files_changed, this, &EvaluatePage::refresh);
}

QWidget* EvaluatePage::settings() {
  run_->setObjectName("evaluate");
  model_->setObjectName("evaluated_model");
  data_->setObjectName("evaluated_data");
  for (QComboBox* box : {static_cast<QComboBox*>(model_), data_})
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  split_->addItem(tr("to test"), "test");
  split_->addItem(tr("to validate"), "validation");
  split_->addItem(tr("to train"), "train");
  people_->setObjectName("evaluated_people");
  people_->setRange(0, 1000000);
  people_->setSpecialValueText(tr("all"));
  auto* form = new QWidget;
  auto* layout = new QFormLayout(form);
  layout->addRow(tr("&Model"), model_);
  layout->addRow(tr("&Data set"), data_);
  layout->addRow(tr("&People"), split_);
  layout->addRow(tr("&At most"), people_);
  layout->addRow(QString(), run_);
  return form;
}

QWidget* EvaluatePage::marker_results() {
  sentence_->setObjectName("evaluation_sentence");
  sentence_->setWordWrap(true);
  sentence_->setText(tr("How far predicted markers are from the true ones, on people of a data set."));
  markers_->setObjectName("evaluated_markers");
  markers_->setAccessibleName(tr("Errors of the markers"));
  markers_->setHorizontalHeaderLabels(
      {tr("Marker"), tr("Error, cm"), tr("Floor, cm"), tr("Mean person, cm")});
  markers_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  markers_->verticalHeader()->hide();
  markers_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  markers_->horizontalHeaderItem(2)->setToolTip(
      tr("The error that nobody can beat; a dash where the data set was made without skins for the floor"));
  markers_->horizontalHeaderItem(3)->setToolTip(tr("The error of putting every marker at its mean place"));
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->addWidget(sentence_);
  layout->addWidget(markers_, 1);
  return column;
}

QWidget* EvaluatePage::picture_results() {
  pictures_->setAccessibleName(tr("True X-rays, predicted ones, and four times their difference"));
  auto* title = new QLabel(
      tr("One person in each row: the true X-ray, the predicted one, four times their difference. Rings: "
         "true markers; dots: predicted ones."));
  title->setWordWrap(true);
  auto* scroll = new QScrollArea;
  scroll->setWidget(pictures_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->addWidget(title);
  layout->addWidget(scroll, 1);
  return column;
}

QWidget* EvaluatePage::results() {
  text_->setReadOnly(true);
  text_->setObjectName("evaluation_text");
  text_->setAccessibleName(tr("All tables (English)"));
  text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  auto* tabs = new QTabWidget;
  tabs->addTab(marker_results(), tr("Markers"));
  tabs->addTab(picture_results(), tr("Pictures"));
  tabs->addTab(text_, tr("All tables (English)"));
  return tabs;
}

void EvaluatePage::refresh() {
  background_.run([workspace = remembered_workspace()] { return data_files(workspace); },
                  [this](const std::vector<std::filesystem::path>& files) {
                    const QString before = data_->currentData().toString();
                    data_->clear();
                    for (const auto& file : files) data_->addItem(file_name_text(file), path_text(file));
                    data_->setCurrentIndex(std::max(0, data_->findData(before)));
                    run_->setEnabled(!files.empty() && !task_->running());
                  });
}

void EvaluatePage::evaluate() {
  folder_ = std::make_unique<QTemporaryDir>();
  QStringList words{"evaluate",
                    "--data",
                    data_->currentData().toString(),
                    "--models",
                    path_text(model_->folder()),
                    "--split",
                    split_->currentData().toString(),
                    "--people",
                    QString::number(people_->value()),
                    "--json",
                    folder_->filePath("figures.json"),
                    "--pictures",
                    folder_->filePath("pictures.png")};
  task_->start(words, [this] { show_results(); });
}

void EvaluatePage::show_results() {
  text_->setPlainText(task_->task().printed());
  struct Files {
    QByteArray json;
    QImage pictures;
  };
  background_.run(
      [json_path = folder_->filePath("figures.json"), pictures = folder_->filePath("pictures.png")] {
        QFile json(json_path);
        return Files{json.open(QIODevice::ReadOnly) ? json.readAll() : QByteArray(), QImage(pictures)};
      },
      [this](const Files& files) {
        show_markers(files.json);
        show_pictures(files.pictures);
      });
}

/// At half their size or larger; what does not fit is scrolled to.
void EvaluatePage::show_pictures(const QImage& pictures) {
  pictures_->setMinimumHeight(pictures.height() / 2);
  pictures_->show_image(pictures);
}

void EvaluatePage::show_markers(const QByteArray& json) {
  const QJsonArray rows = QJsonDocument::fromJson(json).object()["markers"].toArray();
  if (!rows.isEmpty())
    sentence_->setText(
        tr("Markers are off by %1 cm on average. With every marker at its mean place it would be %2 cm.")
            .arg(mean_text(rows, "error_cm"), mean_text(rows, "mean_person_cm")));
  markers_->setRowCount(static_cast<int>(rows.size()));
  for (int n = 0; n < rows.size(); ++n) {
    const QJsonObject row = rows[n].toObject();
    const QString name = n < kMarkerCount ? marker_label(n) : row["name"].toString();
    const QStringList cells{name, cell_text(row["error_cm"]), cell_text(row["floor_cm"]),
                            cell_text(row["mean_person_cm"])};
    for (int column = 0; column < cells.size(); ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      if (column > 0) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      markers_->setItem(n, column, item);
    }
  }
}

}  // namespace skiagraph::ui
