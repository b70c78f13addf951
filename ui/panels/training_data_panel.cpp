#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

#include "core/base/write_file.h"
#include "core/io/session_file.h"
#include "ui/app/annotation_edits.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/panel_table.h"
#include "ui/tasks/background.h"
#include "ui/tasks/task_row.h"
#include "ui/text/error_text.h"
#include "ui/text/file_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

enum Column { kName, kLeft, kHeight, kColumnCount };
enum Way { kTogether, kEachByItself };

/// As the command line has them where nothing else is asked for.
constexpr int kPictures = 100;
constexpr double kStrength = 1, kBoxMm = 15;

}  // namespace

/// Points that are marked in the X-ray, and training data of them: X-rays of other markers in which the
/// points are followed.
class TrainingDataPanel : public QWidget {
  Q_OBJECT

 public:
  TrainingDataPanel(const App& app, QWidget* parent);

 private:
  void make_in(const QString& folder);
  void add_sessions(const QStringList& files);
  QLayout* point_buttons();
  void make_table();
  QLayout* choices();
  QLayout* session_row();
  void choose_way();
  void refresh();
  void fill_row(int row, const ShownAnnotation& shown);
  void rename(int row, int column);
  void show_sessions();
  [[nodiscard]] std::string selected() const;
  [[nodiscard]] QStringList words(const std::filesystem::path& session, const QString& folder) const;
  void show_made(const QString& folder);
  void show_error(const Error& error);

  App app_;
  QTableWidget* table_;
  QPushButton *remove_ = nullptr, *make_ = nullptr, *alone_ = nullptr;
  QSpinBox* pictures_;
  QComboBox* way_;
  QDoubleSpinBox* amount_;
  QLabel *others_, *made_;
  QStringList sessions_;  ///< beside the one that is open
  TaskRow* task_;
  Background background_;
  std::unique_ptr<QTemporaryDir> copy_;  ///< of the session, while data is made
  QJsonObject told_;                     ///< by the command line
  std::vector<std::string> names_;       ///< of the table's rows
  bool refreshing_ = false;              ///< signals of our own are not edits
};

TrainingDataPanel::TrainingDataPanel(const App& app, QWidget* parent)
    : QWidget(parent),
      app_(app),
      table_(new QTableWidget(0, kColumnCount, this)),
      pictures_(new QSpinBox(this)),
      way_(new QComboBox(this)),
      amount_(new QDoubleSpinBox(this)),
      others_(new QLabel(this)),
      made_(text_label(this, "training_data_words")),
      task_(new TaskRow(this)) {
  make_table();
  auto* about = text_label(this, "training_data_about");
  about->setText(
      tr("Mark points in the X-ray. From them other X-rays of this body are made, in which organs lie "
         "elsewhere and the points are followed: training data for programs that find such points."));
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(8);
  layout->addWidget(about);
  layout->addLayout(point_buttons());
  layout->addWidget(table_, 1);
  layout->addLayout(choices());
  layout->addLayout(session_row());
  layout->addWidget(make_);
  layout->addWidget(task_);
  layout->addWidget(made_);
  connect(&app.document, &Document::changed, this, [this](const session::Session& before) {
    if (before.annotations != app_.document.session().annotations) refresh();
  });
  connect(&app.engine, &Engine::result_changed, this, &TrainingDataPanel::refresh);
  connect(task_, &TaskRow::running_changed, this, &TrainingDataPanel::refresh);
  connect(task_, &TaskRow::failed, this, [this](const auto& error) { show_error(*error); });
  connect(&task_->task(), &CliTask::told, this, [this](const QJsonObject& line) { told_ = line; });
  connect(&background_, &Background::failed, this, [this](const auto& error) { show_error(*error); });
  choose_way();
  show_sessions();
  refresh();
}

QLayout* TrainingDataPanel::point_buttons() {
  remove_ = new QPushButton(tr("Remove"), this);
  remove_->setObjectName("remove_annotation");
  remove_->setToolTip(tr("Removes the point that is chosen in the list"));
  connect(remove_, &QPushButton::clicked, this, [this] { remove_annotation(app_, selected()); });
  auto* row = new QHBoxLayout;
  row->addWidget(command_button(this, tr("Mark points"), "annotate"));
  row->addWidget(remove_);
  return row;
}

void TrainingDataPanel::make_table() {
  table_->setObjectName("annotation_table");
  table_->setAccessibleName(tr("Marked points"));
  table_->setToolTip(tr("Double click a name to change it"));
  table_->setHorizontalHeaderLabels({tr("Point"), tr("Left, mm"), tr("Height, mm")});
  table_->horizontalHeader()->setSectionResizeMode(kName, QHeaderView::Stretch);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(23);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  connect(table_, &QTableWidget::cellChanged, this, &TrainingDataPanel::rename);
  connect(table_, &QTableWidget::itemSelectionChanged, this,
          [this] { remove_->setEnabled(!selected().empty()); });
}

QLayout* TrainingDataPanel::choices() {
  pictures_->setObjectName("training_pictures");
  pictures_->setRange(1, 100000);
  pictures_->setValue(kPictures);
  pictures_->setToolTip(tr("Besides the X-ray that is marked"));
  way_->setObjectName("training_way");
  way_->addItems({tr("together, as among people"), tr("each by itself")});
  way_->setToolTip(tr("Together: as organs of people vary who could wear this skin"));
  amount_->setObjectName("training_amount");
  amount_->setToolTip(tr("How far markers move: times as far as people vary, or mm to each side"));
  auto* grid = new QGridLayout;
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(1, 1);
  int row = 0;
  const auto add = [&](const QString& title, QWidget* field) {
    auto* label = new QLabel(title, this);
    label->setBuddy(field);
    field->setAccessibleName(title);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row++, 1);
  };
  add(tr("Pictures of each body"), pictures_);
  add(tr("Markers move"), way_);
  add(tr("By"), amount_);
  connect(way_, &QComboBox::activated, this, &TrainingDataPanel::choose_way);
  return grid;
}

QLayout* TrainingDataPanel::session_row() {
  others_->setObjectName("training_sessions");
  others_->setWordWrap(true);
  auto* more = new QPushButton(tr("Add sessions…"), this);
  more->setObjectName("add_training_sessions");
  more->setToolTip(tr("Saved sessions in which points of the same names are marked"));
  alone_ = new QPushButton(tr("This one alone"), this);
  make_ = new QPushButton(tr("Make training data…"), this);
  make_->setObjectName("make_training_data");
  connect(more, &QPushButton::clicked, this, [this] {
    add_sessions(QFileDialog::getOpenFileNames(this, tr("Add sessions"), {}, tr("Sessions (*.skiagraph)")));
  });
  connect(alone_, &QPushButton::clicked, this, [this] {
    sessions_.clear();
    show_sessions();
  });
  connect(make_, &QPushButton::clicked, this, [this] {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the training data"));
    if (!folder.isEmpty()) make_in(folder);
  });
  auto* row = new QHBoxLayout;
  row->addWidget(others_, 1);
  row->addWidget(more);
  row->addWidget(alone_);
  return row;
}

void TrainingDataPanel::choose_way() {
  const bool together = way_->currentIndex() == kTogether;
  amount_->setRange(together ? 0.01 : 0.1, together ? 10 : 200);
  amount_->setDecimals(together ? 2 : 1);
  amount_->setSingleStep(together ? 0.1 : 1);
  amount_->setPrefix(together ? QString() : QStringLiteral("± "));
  amount_->setSuffix(together ? tr(" times as much") : tr(" mm"));
  amount_->setValue(together ? kStrength : kBoxMm);
}

std::string TrainingDataPanel::selected() const {
  const auto rows = table_->selectionModel()->selectedRows();
  const int row = rows.isEmpty() ? -1 : rows.front().row();
  return row >= 0 && row < static_cast<int>(names_.size()) ? names_[static_cast<std::size_t>(row)]
                                                           : std::string();
}

void TrainingDataPanel::refresh() {
  const std::string chosen = selected();
  const std::vector<ShownAnnotation> shown = shown_annotations(app_);
  refreshing_ = true;
  names_.clear();
  table_->setRowCount(static_cast<int>(shown.size()));
  for (const ShownAnnotation& annotation : shown) {
    fill_row(static_cast<int>(names_.size()), annotation);
    names_.push_back(annotation.name);
  }
  const auto again = std::ranges::find(names_, chosen);
  if (again == names_.end())
    table_->clearSelection();
  else
    table_->selectRow(static_cast<int>(again - names_.begin()));
  refreshing_ = false;
  remove_->setEnabled(!selected().empty());
  const auto there = [](const ShownAnnotation& one) { return one.place.state == PlaceState::kThere; };
  make_->setEnabled(!shown.empty() && std::ranges::all_of(shown, there) && !task_->running());
}

void TrainingDataPanel::fill_row(int row, const ShownAnnotation& shown) {
  const bool there = shown.place.state == PlaceState::kThere;
  const Vec3 place =
      there ? app_.engine.result()->body->surface->placement.to_patient(shown.place.place, 0) : Vec3{};
  const QString missing = shown.place.state == PlaceState::kLost ? tr("lost") : QStringLiteral("…");
  const QString texts[] = {QString::fromStdString(shown.name), there ? number_text(place.x, 0) : missing,
                           there ? number_text(place.z, 0) : missing};
  for (int column = 0; column < kColumnCount; ++column) {
    QTableWidgetItem* item = table_->item(row, column);
    if (item == nullptr) table_->setItem(row, column, item = new QTableWidgetItem);
    item->setText(texts[column]);
    if (column == kName) continue;
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(
        shown.place.state == PlaceState::kLost
            ? tr("Nothing in the X-ray of the moved markers looks like this point; mark it again")
            : QString());
  }
}

void TrainingDataPanel::rename(int row, int column) {
  if (refreshing_ || column != kName || row >= static_cast<int>(names_.size())) return;
  rename_annotation(app_, names_[static_cast<std::size_t>(row)],
                    table_->item(row, kName)->text().toStdString());
  refresh();  // what was refused goes
}

void TrainingDataPanel::add_sessions(const QStringList& files) {
  for (const QString& file : files)
    if (!sessions_.contains(file)) sessions_ << file;
  show_sessions();
}

void TrainingDataPanel::show_sessions() {
  others_->setText(sessions_.isEmpty() ? tr("Of this body")
                                       : tr("Of this body, and of other sessions: %1").arg(sessions_.size()));
  others_->setToolTip(sessions_.join('\n'));
  alone_->setVisible(!sessions_.isEmpty());
}

QStringList TrainingDataPanel::words(const std::filesystem::path& session, const QString& folder) const {
  QStringList words{"augment", path_text(session)};
  words << sessions_ << "--out" << folder << "--count" << QString::number(pictures_->value())
        << (way_->currentIndex() == kTogether ? "--strength" : "--box") << QString::number(amount_->value());
  return words;
}

/// The command line reads a copy of the session as it is now.
void TrainingDataPanel::make_in(const QString& folder) {
  if (task_->running()) return;
  copy_ = std::make_unique<QTemporaryDir>();
  const auto file = app_.document.file();
  const auto copy =
      to_path(copy_->path()) / ((file.empty() ? "person" : file.stem().string()) + ".skiagraph");
  made_->clear();
  told_ = {};
  background_.run(
      [copy, session = app_.document.committed(), out = to_path(folder)] {
        std::error_code error;
        if (std::filesystem::exists(out, error) && !std::filesystem::is_empty(out, error))
          throw InputError("augment.not_empty", "The folder \"{}\" is not empty; choose an empty one.", out);
        write_file(copy, io::session_text(session, copy.parent_path()));
        return copy;
      },
      [this, folder](const std::filesystem::path& written) {
        task_->start(words(written, folder), [this, folder] { show_made(folder); });
      });
}

void TrainingDataPanel::show_made(const QString& folder) {
  const QJsonObject counts = told_["augmented"].toObject();
  made_->setText(tr("%1 pictures are in \"%2\"; %3 were left out because a point could not be followed.")
                     .arg(counts["pictures"].toInt())
                     .arg(folder)
                     .arg(counts["lost"].toInt()));
}

void TrainingDataPanel::show_error(const Error& error) {
  made_->setText(error_text(error));
}

QWidget* make_training_data_panel(const App& app, QWidget* parent) {
  return new TrainingDataPanel(app, parent);
}

}  // namespace skiagraph::ui

#include "training_data_panel.moc"
