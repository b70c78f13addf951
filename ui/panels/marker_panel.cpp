#include <QHeaderView>
#include <QPixmap>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/app/edits.h"
#include "ui/panels/panel_table.h"
#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

enum Column { kName, kLeft, kHeight, kConfidence, kPinned, kColumnCount };

QTableWidgetItem* number_item() {
  auto* item = new QTableWidgetItem;
  item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
  return item;
}

QIcon colour_icon(int index) {
  QPixmap dot(12, 12);
  dot.fill(marker_colour(index));
  return QIcon(dot);
}

}  // namespace

/// The markers as a table: place in mm, 95 % margin, pin.
class MarkerPanel : public QWidget {
  Q_OBJECT

 public:
  MarkerPanel(const App& app, QWidget* parent);

 private:
  void fill_table();
  void connect_table();
  void refresh();
  void refresh_selection();
  void show_row(int index, const inference::MarkerEstimate* marker);

  App app_;
  QTableWidget* table_;
  bool refreshing_ = false;  ///< the table's own signals are not edits
};

MarkerPanel::MarkerPanel(const App& app, QWidget* parent)
    : QWidget(parent), app_(app), table_(new QTableWidget(kMarkerCount, kColumnCount, this)) {
  fill_table();
  auto* release = new QPushButton(tr("Release all"), this);
  release->setToolTip(tr("Lets every marker go where the networks put it"));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(table_);
  layout->addWidget(release);
  connect_table();
  connect(release, &QPushButton::clicked, this, [this] { release_all_markers(app_.document); });
  connect(&app.document, &Document::changed, this, [this](const session::Session& before) {
    if (before.pins != app_.document.session().pins) refresh();
  });
  connect(&app.engine, &Engine::result_changed, this, &MarkerPanel::refresh);
  connect(&app.engine, &Engine::body_changed, this, &MarkerPanel::refresh);
  connect(&app.selection, &Selection::changed, this, &MarkerPanel::refresh_selection);
  refresh();
}

void MarkerPanel::fill_table() {
  table_->setHorizontalHeaderLabels({tr("Marker"), tr("Left, mm"), tr("Height, mm"), tr("± mm"), tr("Pin")});
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setAlternatingRowColors(true);
  table_->setShowGrid(false);
  table_->setMinimumWidth(390);
  table_->setObjectName("marker_table");
  table_->setAccessibleName(tr("Markers"));
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(23);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(kName, QHeaderView::Stretch);
  for (int row = 0; row < kMarkerCount; ++row) {
    auto* name = new QTableWidgetItem(colour_icon(row), marker_label(row));
    name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    table_->setItem(row, kName, name);
    for (const int column : {kLeft, kHeight, kConfidence}) table_->setItem(row, column, number_item());
    table_->item(row, kConfidence)
        ->setToolTip(tr("The true place is expected within this distance in 95 of 100 people"));
    auto* pin = new QTableWidgetItem;
    pin->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    pin->setToolTip(tr("Held where it is; the other markers answer"));
    table_->setItem(row, kPinned, pin);
  }
}

void MarkerPanel::connect_table() {
  connect(table_, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
    if (refreshing_ || item->column() != kPinned) return;
    set_pinned(app_, item->row(), item->checkState() == Qt::Checked);
    refresh();  // the click has turned the tick, even where nothing changes
  });
  connect(table_, &QTableWidget::itemSelectionChanged, this, [this] {
    if (refreshing_) return;
    const auto rows = table_->selectionModel()->selectedRows();
    app_.selection.select(rows.isEmpty() ? Selection::kNone : rows.front().row());
  });
}

void MarkerPanel::show_row(int index, const inference::MarkerEstimate* marker) {
  const auto text = [marker](double value) {
    return marker != nullptr ? number_text(value, 0) : QStringLiteral("–");
  };
  const Vec3 place =
      marker != nullptr ? app_.engine.body()->surface->placement.to_patient(marker->position, 0) : Vec3{};
  table_->item(index, kLeft)->setText(text(place.x));
  table_->item(index, kHeight)->setText(text(place.z));
  table_->item(index, kConfidence)->setText(text(marker != nullptr ? inference::margin_mm(*marker) : 0));
  table_->item(index, kPinned)
      ->setCheckState(marker != nullptr && marker->pinned ? Qt::Checked : Qt::Unchecked);
}

void MarkerPanel::refresh() {
  const auto& result = app_.engine.result();
  inference::MarkerEstimates markers{};
  if (result) markers = shown_markers(app_.document.session(), *result);
  refreshing_ = true;
  for (int row = 0; row < kMarkerCount; ++row)
    show_row(row, result ? &markers[static_cast<std::size_t>(row)] : nullptr);
  refreshing_ = false;
}

void MarkerPanel::refresh_selection() {
  const int selected = app_.selection.selected();
  refreshing_ = true;
  if (selected == Selection::kNone) {
    table_->setCurrentCell(-1, -1);  // else a click on the same row would select nothing
    table_->clearSelection();
  } else if (table_->currentRow() != selected || table_->selectedItems().isEmpty()) {
    table_->selectRow(selected);  // else the current column would be lost
  }
  refreshing_ = false;
}

QWidget* make_marker_panel(const App& app, QWidget* parent) {
  return new MarkerPanel(app, parent);
}

}  // namespace skiagraph::ui

#include "marker_panel.moc"
